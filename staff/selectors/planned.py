"""Who is planned to be with whom: the sessions of a plan, with what they are for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.models import School
from provision.models import Place
from pupils.models import Pupil
from staff.codes import DemandRank
from staff.models import PlanSession, Room, StaffMember, WeekPlan


@dataclass(frozen=True)
class Planned:
    """A planned session on a day: who gives it to whom, for what; no child's name is cut here."""

    session: PlanSession
    on: dt.date
    member: StaffMember
    room: Room | None
    rank: str
    #: Of the provision, the promise or the time need: a promise's words may be sensitive.
    name: str
    #: The children who have a place on the day; of a class's support none.
    pupils: tuple[Pupil, ...]

    @property
    def starts_at(self) -> dt.time:
        return dt.time(*divmod(self.session.starts, 60))

    @property
    def ends_at(self) -> dt.time:
        return dt.time(*divmod(self.session.ends, 60))

    @property
    def minutes(self) -> int:
        return self.session.ends - self.session.starts

    @property
    def is_law(self) -> bool:
        """Owed by law: Section F of an EHC plan, or another statutory duty."""
        return self.rank in (DemandRank.SECTION_F, DemandRank.STATUTORY)


def plan_in_force(school: School, day: dt.date) -> WeekPlan | None:
    """The published plan that people go by on a day."""
    return WeekPlan.objects.filter(school=school).in_force(day).first()


def planned_week(
    plan: WeekPlan, monday: dt.date, *, member: StaffMember | None = None
) -> list[Planned]:
    """The sessions of a week by the plan, of one adult or of all, in order; three statements.

    Term dates and absences are not looked at; whoever shows names narrows the children to those
    whom the asker may see.
    """
    rows = PlanSession.objects.filter(school_id=plan.school_id, plan=plan)
    if member is not None:
        rows = rows.filter(member=member)
    sessions = list(
        rows.select_related(
            "member",
            "room",
            "demand__provision",
            "demand__promise__pupil",
            "demand__need__pupil",
            "demand__need__class_group",
        ).order_by("weekday", "starts", "member__name", "pk")
    )
    places = _places((s.demand.provision_id for s in sessions), plan.school_id, monday)
    return [_planned(each, monday, places) for each in sessions]


def planned_day(plan: WeekPlan, day: dt.date) -> list[Planned]:
    """The sessions of one day by the plan."""
    monday = day - dt.timedelta(days=day.weekday())
    return [each for each in planned_week(plan, monday) if each.on == day]


def _planned(session: PlanSession, monday: dt.date, places: dict[UUID, list[Place]]) -> Planned:
    demand, on = session.demand, monday + dt.timedelta(days=session.weekday)
    if demand.provision is not None:
        name = demand.provision.name
        there = [p.pupil for p in places[demand.provision_id] if p.starts_on <= on <= p.ends_on]
    elif demand.promise is not None:
        name, there = demand.promise.text, [demand.promise.pupil]
    else:
        name, there = demand.need.name, [demand.need.pupil] if demand.need.pupil else []
    return Planned(session, on, session.member, session.room, demand.rank, name, tuple(there))


def _places(
    provisions: Iterable[UUID | None], school_id: UUID, monday: dt.date
) -> dict[UUID, list[Place]]:
    friday = monday + dt.timedelta(days=4)
    rows = Place.objects.filter(
        Q(starts_on__lte=friday, ends_on__gte=monday),
        school_id=school_id,
        provision__in={each for each in provisions if each},
    )
    found: dict[UUID, list[Place]] = defaultdict(list)
    for place in rows.select_related("pupil").order_by(
        "pupil__first_name", "pupil__last_name", "pupil_id"
    ):
        found[place.provision_id].append(place)
    return found
