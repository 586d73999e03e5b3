"""How full each week is at each school: the heat map over a federation."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from aylsham.access.current import Access
from aylsham.dates import DAY
from aylsham.models import School
from ehcp.models import EhcPlan, ReviewCalendar
from ehcp.selectors.calendar.pages import (
    FEWEST_WEEKS,
    MOST_WEEKS,
    WEEK,
    Entry,
    entries_of,
    level_of,
)


@dataclass(frozen=True)
class Load:
    """One school's row of the heat map."""

    school: School
    counts: tuple[tuple[dt.date, int, int], ...]
    total: int
    without_day: int
    to_accept: int


@dataclass(frozen=True)
class FederationCalendar:
    """The load of each week at each school."""

    weeks: tuple[dt.date, ...]
    loads: tuple[Load, ...]
    entries: Mapping[School, list[Entry]]

    @property
    def months(self) -> list[tuple[dt.date, int]]:
        """The first Monday of each month, and of how many weeks it is the first row."""
        return [
            (weeks[0], len(weeks))
            for _, found in groupby(self.weeks, key=lambda week: (week.year, week.month))
            if (weeks := list(found))
        ]


def federation_calendar(access: Access) -> FederationCalendar:
    """Reviews per week and school; four statements, however many schools there are."""
    rules: dict[Any, ReviewCalendar] = {
        row.school_id: row for row in ReviewCalendar.objects.filter(school__in=access.schools)
    }
    every = entries_of(access, access.schools)
    plans = dict(
        EhcPlan.objects.filter(
            pk__in=[e.plan_id for e in every], school__in=access.schools
        ).values_list("pk", "school_id")
    )
    by_school = {s: [e for e in every if plans.get(e.plan_id) == s.pk] for s in access.schools}
    monday = access.today - access.today.weekday() * DAY
    last = max([e.on for e in every if e.on] or [monday])
    number = max(FEWEST_WEEKS, min(MOST_WEEKS, (last - monday).days // 7 + 1))
    weeks = tuple(monday + n * WEEK for n in range(number))
    loads = tuple(
        _load(school, entries, weeks, rules.get(school.pk) or ReviewCalendar(school=school))
        for school, entries in by_school.items()
    )
    return FederationCalendar(weeks, loads, by_school)


def _load(
    school: School, entries: list[Entry], weeks: Iterable[dt.date], rules: ReviewCalendar
) -> Load:
    counts = Counter(e.on - e.on.weekday() * DAY for e in entries if e.on)
    return Load(
        school,
        tuple((week, counts[week], level_of(counts[week], rules.most_a_week)) for week in weeks),
        total=len(entries),
        without_day=sum(e.on is None for e in entries),
        to_accept=sum(e.is_open for e in entries),
    )
