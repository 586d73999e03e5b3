"""Who is planned to be with whom: the sessions of a plan, with what they are for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from copy import copy
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.models import School
from aylsham.together import Together
from provision.models import Place
from pupils.models import Pupil
from staff.codes import DemandRank, WeekPlanState
from staff.models import PlanDemand, PlanSession, Room, StaffMember, WeekPlan


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


def plans_between(school: School, first: dt.date, last: dt.date) -> QuerySet[WeekPlan]:
    """What people go by, or went by, on one of these days."""
    held = Q(ends_on=None) | Q(ends_on__gte=first)
    rows = WeekPlan.objects.filter(held, school=school, starts_on__lte=last)
    return rows.filter(state=WeekPlanState.PUBLISHED)


def plans_by_day(plans: Iterable[WeekPlan], days: Iterable[dt.date]) -> dict[dt.date, WeekPlan]:
    """The plan that holds on each day; two never hold on one."""
    rows = list(plans)
    found = {}
    for day in days:
        holds = (p for p in rows if p.starts_on <= day and (not p.ends_on or day <= p.ends_on))
        if plan := next(holds, None):
            found[day] = plan
    return found


def planned_week(
    plan: WeekPlan, monday: dt.date, *, member: StaffMember | None = None
) -> list[Planned]:
    """The sessions of a week by the plan, of one adult or of all, in order; one statement.

    Term dates and absences are not looked at; whoever shows names narrows the children to those
    whom the asker may see.
    """
    week = [monday + dt.timedelta(days=number) for number in range(5)]
    return planned_days(plan, week, member=member)


def planned_days(
    plan: WeekPlan, days: Collection[dt.date], *, member: StaffMember | None = None
) -> list[Planned]:
    """The same on some days, however many, in their order."""
    if not days:
        return []
    of = {"school": plan.school_id, "plan": plan.pk, "first": min(days), "last": max(days)}
    if member is None:
        sessions, there = _OF_ALL.rows(**of)
    else:
        sessions, there = _OF_ONE.rows(**of, member=member.pk)
    places: dict[UUID, list[Place]] = defaultdict(list)
    for place in there:
        places[place.provision_id].append(place)
    by_weekday: dict[int, list[PlanSession]] = defaultdict(list)
    for session in sessions:
        by_weekday[session.weekday].append(session)
    found = ((_on(each, day), day) for day in sorted(days) for each in by_weekday[day.weekday()])
    return [
        _planned(session, day, places) for session, day in found if runs_on(session.demand, day)
    ]


def _on(session: PlanSession, day: dt.date) -> PlanSession:
    """The session as it is on a day: for its promise, where the provision is not given then."""
    demand = session.demand
    if demand.taken_over is None:
        return session
    if demand.provision.starts_on <= day <= demand.provision.ends_on:
        return session
    former, promised = copy(session), copy(demand)
    promised.provision, promised.promise = None, demand.taken_over
    former.demand = promised
    return former


def _of_plan(
    school: UUID, plan: UUID, first: dt.date, last: dt.date, **only: UUID
) -> list[QuerySet]:
    """Sessions with what they are for, and the places of children in it on these days."""
    sessions = PlanSession.objects.filter(school_id=school, plan_id=plan)
    if only:
        sessions = sessions.filter(member_id=only["member"])
    given = sessions.order_by().values("demand__provision")
    places = Place.objects.filter(
        school_id=school, provision__in=given, starts_on__lte=last, ends_on__gte=first
    )
    return [
        sessions.select_related(
            "member",
            "room",
            "demand__provision__own_item",
            "demand__provision__shared_item",
            "demand__promise__pupil",
            "demand__taken_over__pupil",
            "demand__need__pupil",
            "demand__need__class_group",
            "demand__need__topic",
        ).order_by("weekday", "starts", "member__name", "pk"),
        places.select_related("pupil").order_by(
            "pupil__first_name", "pupil__last_name", "pupil_id"
        ),
    ]


_PLAN = {"school": UUID, "plan": UUID, "first": dt.date, "last": dt.date}
_OF_ALL, _OF_ONE = Together(_of_plan, **_PLAN), Together(_of_plan, **_PLAN, member=UUID)


def runs_on(demand: PlanDemand, day: dt.date) -> bool:
    """Whether what a session is for has begun by a day, and has not ended.

    A plan keeps its sessions: what has ended since is no longer given, missed or owed by it.
    """
    source = demand.source
    return source.starts_on <= day <= (source.ends_on or day)


def pupils_of_demand(demand: PlanDemand, day: dt.date) -> list[Pupil]:
    """The children whom a demand is for on a day."""
    if demand.provision_id:
        rows = Place.objects.filter(school_id=demand.school_id, provision=demand.provision_id)
        there = rows.filter(starts_on__lte=day, ends_on__gte=day).select_related("pupil__school")
        return [place.pupil for place in there.order_by("pupil_id")]
    of = demand.promise if demand.promise_id else demand.need
    return [of.pupil] if of.pupil else []


def _planned(session: PlanSession, on: dt.date, places: dict[UUID, list[Place]]) -> Planned:
    demand = session.demand
    if demand.provision is not None:
        name = demand.provision.name
        there = [p.pupil for p in places[demand.provision_id] if p.starts_on <= on <= p.ends_on]
    elif demand.promise is not None:
        name, there = demand.promise.text, [demand.promise.pupil]
    else:
        name, there = demand.need.name, [demand.need.pupil] if demand.need.pupil else []
    return Planned(session, on, session.member, session.room, demand.rank, name, tuple(there))
