"""A week as it is, as the asker may read it: which sessions, whose names, what they are.

A week of dates shows who is out, who stands in and what was moved; the plain plan shows none of it.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach
from aylsham.access.sensitivity import readable
from aylsham.calendars import calendar_read
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import at_once, read, read_rows, rows_read
from provision.models import Provision
from pupils.models import ClassAdult, Pupil
from pupils.models.roll import tell_apart
from staff.codes import WEEKDAYS
from staff.models import StaffMember, WeekPlan
from staff.selectors.effective import Stands, absence_rows, stand, swap_rows
from staff.selectors.planned import Planned, planned_week, plans_between, plans_by_day
from staff.selectors.week_sessions import WeekSession
from staff.selectors.weeks.reading import what_of

DAY = dt.timedelta(days=1)
#: What stands for a session of which the asker may not read what it is.
PRIVATE = "Private session"
#: What stands for the words of a promise that are not for the asker.
SUPPORT = "Support"


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
    #: The plan alone, whatever its days brought.
    is_plain: bool = False

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


def read_week(access: Access, monday: dt.date, *, is_plain: bool = False) -> ReadWeek:
    """What the asker may read of a week; five statements, two more where the plan changes in it.

    `is_plain`: by the plan alone; closures, absences and swaps are not looked at.
    """
    calendar, (plans, members, groups, absences, swaps) = read(
        at_once(calendar_read(access.school), rows_read(*_of_the_asker(access, monday)))
    )
    by_day = plans_by_day(plans, days_of(monday))
    planned = sessions_of(by_day, monday, None if is_plain else calendar)
    found = stand(planned, *(((), ()) if is_plain else (absences, swaps)))
    own = members[0] if members else None
    asker = _asker(access, own, frozenset(group.class_group_id for group in groups), planned)
    cut = [each for stands in found for each in cut_session(asker, stands)]
    closed = (day for day in days_of(monday) if not (is_plain or calendar.is_open_day(day)))
    return ReadWeek(
        monday,
        tuple(sorted(cut, key=_in_order)),
        frozenset(closed),
        bool(by_day),
        tuple(day for day in days_of(monday)[1:] if _begins_on(by_day, day)),
        own,
        is_plain,
    )


def _in_order(each: WeekSession) -> tuple:
    return each.on, each.starts, each.adult, each.key, each.is_off


def _of_the_asker(access: Access, monday: dt.date) -> list[QuerySet]:
    live = Q(ends_on=None) | Q(ends_on__gte=access.today)
    groups = ClassAdult.objects.filter(
        live, school=access.school, user=access.user, starts_on__lte=access.today
    )
    days = access.school, monday, monday + 4 * DAY
    rows = plans_between(*days), own_rows(access), groups, absence_rows(*days), swap_rows(*days)
    return list(rows)


def own_rows(access: Access) -> QuerySet[StaffMember]:
    """The asker as a member of staff."""
    rows = StaffMember.objects.filter(school=access.school, user=access.user)
    return rows.here_on(access.today)


def _begins_on(by_day: dict[dt.date, WeekPlan], day: dt.date) -> bool:
    now, before = by_day.get(day), by_day.get(day - DAY)
    return now is not None and before is not None and now != before


def sessions_of(
    by_day: dict[dt.date, WeekPlan],
    monday: dt.date,
    calendar: SchoolCalendar | None,
    member: StaffMember | None = None,
) -> list[Planned]:
    """What is planned and still runs, on days with school if the calendar is given.

    Two statements for each plan.
    """
    plans = {plan.pk: plan for plan in by_day.values()}
    return [
        each
        for plan in plans.values()
        for each in planned_week(plan, monday, member=member)
        if by_day.get(each.on) == plan and (calendar is None or calendar.is_open_day(each.on))
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


def cut_session(asker: _Asker, stands: Stands) -> Iterator[WeekSession]:
    """A session as the asker may read it: where it is given, and where the plan had it if not there.

    Nothing where it is none of their business.
    """
    each, own = stands.planned, asker.own
    seen = tuple(asker.pupils[p.pk] for p in each.pupils if p.pk in asker.pupils)
    need, is_own = each.session.demand.need, own is not None and own in (each.member, stands.member)
    is_of_class = bool(need and need.class_group_id in asker.groups) or bool(seen)
    is_told = asker.reads_all or (asker.reads_children and is_of_class)
    if not (is_told or is_own):
        return
    session = _cut(asker, stands, seen, is_own=is_own)
    if session is None:
        return
    if stands.is_given:
        yield session
    is_as_planned = stands.member == each.member and not stands.is_moved
    if not is_as_planned and (is_told or each.member == own):
        yield replace(session, is_off=True)


def _cut(
    asker: _Asker, stands: Stands, seen: tuple[Pupil, ...], *, is_own: bool
) -> WeekSession | None:
    each = stands.planned
    if is_private(asker, each):
        # To a teacher it would say that a child of the class is in something confidential.
        is_told = asker.reads_all or is_own
        return WeekSession(stands, PRIVATE, (), is_private=True) if is_told else None
    if is_own:
        seen = tell_own(each.pupils, seen)
    need = each.session.demand.need
    name, others = _name(asker, each, bool(seen)), len(each.pupils) - len(seen)
    return WeekSession(stands, name, seen, others, group=need.class_group if need else None)


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
