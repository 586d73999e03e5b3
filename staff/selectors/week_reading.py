"""The plan of a week as the asker may read it: which sessions, whose names, what they are."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach
from aylsham.access.sensitivity import readable
from aylsham.calendars import calendar_read
from aylsham.codes import Sensitivity
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import at_once, read, read_rows, rows_read
from provision.models import Provision
from pupils.models import ClassAdult, ClassGroup, Pupil
from pupils.models.roll import tell_apart
from staff.codes import WEEKDAYS, WeekPlanState
from staff.models import StaffMember, WeekPlan
from staff.planning.clocks import clock
from staff.selectors.planned import Planned, planned_week
from staff.selectors.weeks.reading import what_of

DAY = dt.timedelta(days=1)
#: What stands for a session of which the asker may not read what it is.
PRIVATE = "Private session"
#: What stands for the words of a promise that are not for the asker.
SUPPORT = "Support"


@dataclass(frozen=True)
class WeekSession:
    """A session of a week, cut to what the asker may read."""

    planned: Planned
    name: str
    #: Those whom the asker may see; nobody of a private session.
    pupils: tuple[Pupil, ...]
    #: How many more are in it.
    others: int = 0
    #: The asker may not read what it is.
    is_private: bool = False
    #: The class that is supported as a whole.
    group: ClassGroup | None = None

    @property
    def key(self) -> UUID:
        return self.planned.session.pk

    @property
    def on(self) -> dt.date:
        return self.planned.on

    @property
    def starts(self) -> int:
        return self.planned.session.starts

    @property
    def ends(self) -> int:
        return self.planned.session.ends

    @property
    def times(self) -> str:
        """`9:00–9:30`."""
        return f"{clock(self.starts)}–{clock(self.ends)}"

    @property
    def adult(self) -> str:
        return self.planned.member.name

    @property
    def room(self) -> str:
        return self.planned.room.name if self.planned.room else ""

    @property
    def provision_id(self) -> UUID | None:
        return self.planned.session.demand.provision_id

    @property
    def is_confidential(self) -> bool:
        """Of a provision that only named people read."""
        provision = self.planned.session.demand.provision
        return bool(provision and provision.is_confidential)

    @property
    def is_for_few(self) -> bool:
        """Words for no wall: a duty for one child, such as intimate care, or a sensitive promise."""
        demand = self.planned.session.demand
        if demand.promise is not None:
            return demand.promise.sensitivity != Sensitivity.EVERYONE
        return bool(demand.need and demand.need.pupil_id)


@dataclass(frozen=True)
class ReadWeek:
    """A week as the asker may read it."""

    monday: dt.date
    sessions: tuple[WeekSession, ...]
    #: Days of the week on which the school is closed.
    closed: frozenset[dt.date]
    #: A plan holds on at least one of its days.
    has_plan: bool
    #: Days on which a plan begins to hold in the middle of the week.
    changes: tuple[dt.date, ...] = ()
    #: The asker as a member of staff.
    own: StaffMember | None = None

    @property
    def days(self) -> list[dt.date]:
        return days_of(self.monday)


@dataclass(frozen=True)
class _Asker:
    """What decides what of a week the asker reads."""

    access: Access
    own: StaffMember | None
    groups: frozenset[UUID]
    pupils: dict[UUID, Pupil]
    provisions: frozenset[UUID]

    @property
    def reads_all(self) -> bool:
        return self.access.can(Permission.VIEW_STAFF)

    @property
    def reads_children(self) -> bool:
        """Whether the children of their classes are read, and not their own sessions alone."""
        at = self.access.by_school.get(self.access.school.pk)
        may = self.access.can(Permission.VIEW_NEEDS)
        return may and at is not None and at.reach >= Reach.OWN_CLASSES


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week of a day."""
    return day - day.weekday() * DAY


def days_of(monday: dt.date) -> list[dt.date]:
    """Monday to Friday."""
    return [monday + number * DAY for number, _ in WEEKDAYS]


def read_week(access: Access, monday: dt.date) -> ReadWeek:
    """What the asker may read of a week; five statements, two more where the plan changes in it."""
    calendar, (plans, members, groups) = read(
        at_once(calendar_read(access.school), rows_read(*_of_the_asker(access, monday)))
    )
    by_day = plans_by_day(plans, days_of(monday))
    found = sessions_of(by_day, monday, calendar)
    own = members[0] if members else None
    asker = _asker(access, own, frozenset(group.class_group_id for group in groups), found)
    cut = (cut_session(asker, each) for each in found)
    begins = (day for day in days_of(monday)[1:] if _begins_on(by_day, day))
    return ReadWeek(
        monday,
        tuple(each for each in cut if each),
        frozenset(day for day in days_of(monday) if not calendar.is_open_day(day)),
        bool(by_day),
        tuple(begins),
        own,
    )


def _of_the_asker(access: Access, monday: dt.date) -> list[QuerySet]:
    live = Q(ends_on=None) | Q(ends_on__gte=access.today)
    groups = ClassAdult.objects.filter(
        live, school=access.school, user=access.user, starts_on__lte=access.today
    )
    return [plans_between(access, monday, monday + 4 * DAY), own_rows(access), groups]


def own_rows(access: Access) -> QuerySet[StaffMember]:
    """The asker as a member of staff."""
    rows = StaffMember.objects.filter(school=access.school, user=access.user)
    return rows.here_on(access.today)


def plans_between(access: Access, first: dt.date, last: dt.date) -> QuerySet[WeekPlan]:
    """What people go by, or went by, on one of these days."""
    held = Q(ends_on=None) | Q(ends_on__gte=first)
    rows = WeekPlan.objects.filter(held, school=access.school, starts_on__lte=last)
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


def _begins_on(by_day: dict[dt.date, WeekPlan], day: dt.date) -> bool:
    now, before = by_day.get(day), by_day.get(day - DAY)
    return now is not None and before is not None and now != before


def sessions_of(
    by_day: dict[dt.date, WeekPlan],
    monday: dt.date,
    calendar: SchoolCalendar,
    member: StaffMember | None = None,
) -> list[Planned]:
    """What is planned and still runs on days with school; two statements for each plan."""
    plans = {plan.pk: plan for plan in by_day.values()}
    return [
        each
        for plan in plans.values()
        for each in planned_week(plan, monday, member=member)
        if by_day.get(each.on) == plan and calendar.is_open_day(each.on)
    ]


def _asker(
    access: Access, own: StaffMember | None, groups: frozenset[UUID], found: list[Planned]
) -> _Asker:
    """One statement for the children and the provision that the asker may read."""
    ids = {pupil.pk for each in found for pupil in each.pupils}
    provisions = {each.session.demand.provision_id for each in found}
    seen, may_read = read_rows(
        Pupil.objects.visible_to(access)
        .filter(school=access.school, pk__in=ids, closed_on=None)
        .select_related("class_group"),
        Provision.objects.filter(school=access.school, pk__in=provisions - {None})
        .readable_by(access)
        .only("pk"),
    )
    pupils = {pupil.pk: pupil for pupil in tell_apart(seen)}
    return _Asker(access, own, groups, pupils, frozenset(row.pk for row in may_read))


def cut_session(asker: _Asker, each: Planned) -> WeekSession | None:
    """A session as the asker may read it; None where it is none of their business."""
    seen = tuple(asker.pupils[p.pk] for p in each.pupils if p.pk in asker.pupils)
    need, is_own = each.session.demand.need, each.member == asker.own
    is_of_class = bool(need and need.class_group_id in asker.groups) or bool(seen)
    if not (asker.reads_all or is_own or (asker.reads_children and is_of_class)):
        return None
    if is_private(asker, each):
        # To a teacher it would say that a child of the class is in something confidential.
        is_told = asker.reads_all or is_own
        return WeekSession(each, PRIVATE, (), is_private=True) if is_told else None
    if is_own:
        seen = tell_own(each.pupils, seen)
    name, others = _name(asker, each, bool(seen)), len(each.pupils) - len(seen)
    return WeekSession(each, name, seen, others, group=need.class_group if need else None)


def tell_own(everyone: tuple[Pupil, ...], seen: tuple[Pupil, ...]) -> tuple[Pupil, ...]:
    """All the children of one's own session, as the session log names them."""
    known = {pupil.pk: pupil for pupil in seen}
    here = (pupil for pupil in everyone if not (pupil.set_apart_on or pupil.closed_on))
    return tuple(known.get(pupil.pk, pupil) for pupil in here)


def is_private(asker: _Asker, each: Planned) -> bool:
    """Whether it is of a provision that the asker may not read."""
    provision = each.session.demand.provision_id
    return provision is not None and provision not in asker.provisions


def _name(asker: _Asker, each: Planned, is_seen: bool) -> str:
    levels = readable(asker.access.permissions_at(asker.access.school))
    is_seen = is_seen or not each.pupils
    return what_of(each.session.demand, is_open=True, levels=levels, is_seen=is_seen)
