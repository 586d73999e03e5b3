"""An adult's sessions of the coming weeks for a calendar elsewhere: times and rooms alone."""

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
from staff.models import PlanSession
from staff.selectors.planned import runs_on
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
    #: When the plan was published that it stands on.
    told_at: dt.datetime


def coming_sessions(access: Access) -> list[ComingSession]:
    """At each of the asker's schools on days with school; one statement for each school."""
    return [each for school in access.schools for each in _at(school, access)]


def _at(school: School, access: Access) -> Iterable[ComingSession]:
    calendar, (rows,) = read(at_once(calendar_read(school), rows_read(_rows(school, access))))
    for number in range(-BACK, AHEAD + 1):
        day = access.today + number * DAY
        if calendar.is_open_day(day):
            yield from (_coming(school, row, day) for row in rows if _is_on(row, day))


def _rows(school: School, access: Access) -> QuerySet[PlanSession]:
    first, last = access.today - BACK * DAY, access.today + AHEAD * DAY
    return (
        PlanSession.objects.filter(
            Q(plan__ends_on=None) | Q(plan__ends_on__gte=first),
            school=school,
            member__user=access.user,
            plan__state=WeekPlanState.PUBLISHED,
            plan__starts_on__lte=last,
        )
        .select_related(
            "plan", "room", "member", "demand__provision", "demand__promise", "demand__need"
        )
        .order_by("weekday", "starts", "pk")
    )


def _is_on(row: PlanSession, day: dt.date) -> bool:
    plan, left_on = row.plan, row.member.left_on
    return (
        row.weekday == day.weekday()
        and plan.starts_on <= day <= (plan.ends_on or day)
        and (left_on is None or day <= left_on)
        and runs_on(row.demand, day)
    )


def _coming(school: School, row: PlanSession, day: dt.date) -> ComingSession:
    zone = ZoneInfo(settings.TIME_ZONE)
    starts_at, ends_at = (
        dt.datetime.combine(day, dt.time(*divmod(minute % (24 * 60), 60)), zone)
        for minute in (row.starts, row.ends)
    )
    room = row.room.name if row.room else ""
    return ComingSession(school, row.member_id, starts_at, ends_at, room, row.plan.published_at)
