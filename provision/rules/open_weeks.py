"""How many sessions a week has room for, by the days on which the school is open."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from math import ceil

from provision.rules.weekdays import sessions_on

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
SCHOOL_DAYS = 5

IsOpen = Callable[[dt.date], bool]
#: First and last, both counted.
Days = tuple[dt.date, dt.date]


def sessions_in(
    monday: dt.date,
    a_week: int,
    weekdays: tuple[int, ...],
    *,
    running: Days,
    days: Days,
    is_open: IsOpen,
) -> tuple[int, int]:
    """How many sessions the week has room for while a plan runs, and how many fall in `days`.

    With weekdays, those alone on which it is given: a group of Mondays has none when Monday is a
    bank holiday, unless somebody logs that it was moved within the week.
    """
    begins, ends = max(days[0], running[0]), min(days[1], running[1])
    week = [day for day in _school_days(monday) if is_open(day)]
    if not any(running[0] <= day <= running[1] for day in week):
        return 0, 0
    whole = min(a_week, len(week) * ceil(a_week / SCHOOL_DAYS))
    within = [day for day in week if begins <= day <= ends]
    if not weekdays:
        return whole, whole * len(within) // len(week)
    counts = (sessions_on(a_week, weekdays, day.weekday()) for day in within)
    return whole, min(whole, sum(counts))


@lru_cache(maxsize=2_000)
def monday_of(day: dt.date) -> dt.date:
    """The first day of its week; each day is worked out once."""
    return day - day.weekday() * DAY


@lru_cache(maxsize=500)
def _school_days(monday: dt.date) -> tuple[dt.date, ...]:
    return tuple(monday + n * DAY for n in range(SCHOOL_DAYS))
