"""School days: sensible ones to begin with, and what cannot be (pure, no Django)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: (name, kind, from, until); a school puts its own times in.
_INFANT = (
    ("Registration", "register", "8:50", "9:00"),
    ("Lesson 1", "lesson", "9:00", "10:00"),
    ("Assembly", "assembly", "10:00", "10:15"),
    ("Playtime", "play", "10:15", "10:30"),
    ("Lesson 2", "lesson", "10:30", "11:15"),
    ("Lesson 3", "lesson", "11:15", "12:00"),
    ("Lunch", "lunch", "12:00", "13:00"),
    ("Lesson 4", "lesson", "13:00", "14:00"),
    ("Playtime 2", "play", "14:00", "14:15"),
    ("Lesson 5", "lesson", "14:15", "15:15"),
)
_JUNIOR = (
    ("Registration", "register", "8:50", "9:00"),
    ("Lesson 1", "lesson", "9:00", "10:00"),
    ("Assembly", "assembly", "10:00", "10:20"),
    ("Playtime", "play", "10:20", "10:35"),
    ("Lesson 2", "lesson", "10:35", "11:35"),
    ("Lesson 3", "lesson", "11:35", "12:20"),
    ("Lunch", "lunch", "12:20", "13:20"),
    ("Lesson 4", "lesson", "13:20", "14:20"),
    ("Lesson 5", "lesson", "14:20", "15:20"),
)
_NURSERY = (
    ("Welcome", "register", "8:45", "9:00"),
    ("Morning play and learning", "lesson", "9:00", "10:15"),
    ("Outdoors", "play", "10:15", "10:45"),
    ("Small groups", "lesson", "10:45", "11:45"),
    ("Lunch", "lunch", "11:45", "12:45"),
    ("Afternoon play and learning", "lesson", "12:45", "14:15"),
    ("Stories and songs", "assembly", "14:15", "14:30"),
    ("Outdoors 2", "play", "14:30", "15:15"),
)
#: (name of the day, year groups, periods): which a school takes depends on the years it has.
_STARTS = (
    ("Nursery", ("E1", "E2", "N1", "N2"), _NURSERY),
    ("Infants", ("R", "1", "2"), _INFANT),
    ("Juniors", ("3", "4", "5", "6"), _JUNIOR),
)
MOST_PERIODS = 16


@dataclass(frozen=True)
class Bell:
    """One part of a school day."""

    name: str
    kind: str
    starts_at: dt.time
    ends_at: dt.time


@dataclass(frozen=True)
class StartingDay:
    """A school day to begin with."""

    name: str
    year_groups: tuple[str, ...]
    bells: tuple[Bell, ...]


def starting_days(year_groups: Sequence[str]) -> list[StartingDay]:
    """A usual day for each part of the school that has some of these years."""
    days, taken = [], set()
    for name, years, periods in _STARTS:
        mine = tuple(year for year in year_groups if year in years)
        taken |= set(mine)
        if mine:
            days.append(StartingDay(name, mine, tuple(_bell(*each) for each in periods)))
    if rest := tuple(year for year in year_groups if year not in {*taken, "X"}):
        days.append(StartingDay("Other years", rest, tuple(_bell(*each) for each in _JUNIOR)))
    return days


def _bell(name: str, kind: str, starts_at: str, ends_at: str) -> Bell:
    from_, until = (dt.time.fromisoformat(each.zfill(5)) for each in (starts_at, ends_at))
    return Bell(name, kind, from_, until)


def wrong_with(bells: Iterable[Bell]) -> str:
    """Why a day cannot be so; empty when it can. Gaps between bells are allowed."""
    before: Bell | None = None
    for bell in sorted(bells, key=lambda each: each.starts_at):
        if bell.ends_at <= bell.starts_at:
            return f"{bell.name} ends before it begins."
        if before and bell.starts_at < before.ends_at:
            return f"{before.name} and {bell.name} are at the same time."
        before = bell
    return "" if before else "Give at least one period."
