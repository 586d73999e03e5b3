"""An adult's sessions of the coming weeks for a calendar elsewhere: times and rooms alone.

As the days are: what they gave up is not there, what they took over is.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.calendars import calendar_read
from aylsham.models import School
from aylsham.together import at_once, read, rows_read
from staff.codes import WeekPlanState
from staff.models import Absence, PlanSession, Swap
from staff.selectors.effective import Stands, absence_rows, stand, swap_rows
from staff.selectors.planned import Planned, runs_on
from staff.selectors.week_reading import DAY

#: So far ahead, and so far back, a calendar shows sessions.
AHEAD, BACK = 42, 7


@dataclass(frozen=True)
class ComingSession:
    """A session without a child's name, and without what it is for."""

    school: School
    member_id: UUID
    starts_at: dt.datetime
    ends_at: dt.datetime
    room: str
    #: When the plan was published that it stands on, or what differs from it was decided.
    told_at: dt.datetime
    #: It is otherwise than the plan says.
    is_changed: bool = False


def coming_sessions(access: Access) -> list[ComingSession]:
    """At each of the asker's schools on days with school; one statement for each school."""
    return [each for school in access.schools for each in _at(school, access)]


def _at(school: School, access: Access) -> Iterable[ComingSession]:
    first, last = access.today - BACK * DAY, access.today + AHEAD * DAY
    calendar, (rows, absences, swaps) = read(
        at_once(calendar_read(school), rows_read(*_rows(school, access, first, last)))
    )
    days = [first + number * DAY for number in range((last - first).days + 1)]
    planned = [
        Planned(row, day, row.member, row.room, row.demand.rank, "", ())
        for day in days
        if calendar.is_open_day(day)
        for row in rows
        if _is_on(row, day)
    ]
    found = [each for each in stand(planned, absences, swaps) if _is_own(each, access)]
    for each in sorted(found, key=lambda s: (s.on, s.starts, s.planned.session.pk)):
        if first <= each.on <= last:
            yield _coming(school, each)


def _rows(
    school: School, access: Access, first: dt.date, last: dt.date
) -> tuple[QuerySet[PlanSession], QuerySet[Absence], QuerySet[Swap]]:
    """What is theirs by the plan or was taken over; when they are out; what was decided of it."""
    swaps = swap_rows(school, first, last)
    taken = swaps.filter(member__user=access.user).order_by().values("session")
    own = Q(member__user=access.user)
    rows = (
        PlanSession.objects.filter(
            Q(plan__ends_on=None) | Q(plan__ends_on__gte=first),
            own | Q(pk__in=taken),
            school=school,
            plan__state=WeekPlanState.PUBLISHED,
            plan__starts_on__lte=last,
        )
        .select_related(
            "plan", "room", "member", "demand__provision", "demand__promise", "demand__need"
        )
        .order_by("weekday", "starts", "pk")
    )
    theirs = own | Q(session__member__user=access.user) | Q(leaves__member__user=access.user)
    return rows, absence_rows(school, first, last).filter(own), swaps.filter(theirs)


def _is_on(row: PlanSession, day: dt.date) -> bool:
    plan, left_on = row.plan, row.member.left_on
    return (
        row.weekday == day.weekday()
        and plan.starts_on <= day <= (plan.ends_on or day)
        and (left_on is None or day <= left_on)
        and runs_on(row.demand, day)
    )


def _is_own(each: Stands, access: Access) -> bool:
    return each.member is not None and each.member.user_id == access.user.pk


def _coming(school: School, each: Stands) -> ComingSession:
    zone = ZoneInfo(settings.TIME_ZONE)
    starts_at, ends_at = (
        dt.datetime.combine(each.on, dt.time(*divmod(minute % (24 * 60), 60)), zone)
        for minute in (each.starts, each.ends)
    )
    row = each.planned
    room = row.room.name if row.room else ""
    told_at = row.session.plan.published_at
    if each.swap:
        told_at = max(told_at, each.swap.decided_at)
    is_changed = each.swap is not None
    return ComingSession(
        school, each.member.pk, starts_at, ends_at, room, told_at, is_changed=is_changed
    )
