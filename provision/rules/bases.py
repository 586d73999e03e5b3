"""Places in a provision base: how many at once, and which half-days of the week.

A SEN unit or resource base has a number of places that the council funds (SEND Code of Practice
2015, 10.30; High Needs funding: operational guide, places in special units). Nothing limits a
base of the school's own but what the school itself said.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
PARTS = ("morning", "afternoon")
#: The ten half-days of a week, in the order in which a pattern has its letters.
HALF_DAYS = tuple(f"{day} {part}" for day in DAYS for part in PARTS)
BASE, CLASS, OTHER, AWAY = "B", "C", "O", "N"
WHERE = {
    BASE: "In the base",
    CLASS: "In class",
    OTHER: "At the other school",
    AWAY: "Not at school",
}
WHOLE_WEEK = BASE * len(HALF_DAYS)


@dataclass(frozen=True)
class Stay:
    """The days of a child in a base, both ends included; no last day: open."""

    starts_on: dt.date
    ended_on: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Whether the child is in it on a day."""
        return self.starts_on <= day and (self.ended_on is None or day <= self.ended_on)


def most_beside(stay: Stay, others: Collection[Stay]) -> int:
    """How many others are in the base at once, on the fullest day of a stay."""
    days = {stay.starts_on, *(each.starts_on for each in others if stay.covers(each.starts_on))}
    return max(sum(each.covers(day) for each in others) for day in days)


def grows(before: Stay, after: Stay) -> bool:
    """Whether a stay takes a day that it did not take before."""
    last_before = before.ended_on or dt.date.max
    return after.starts_on < before.starts_on or (after.ended_on or dt.date.max) > last_before


def is_week(week: str) -> bool:
    """Whether it is a letter of WHERE for each half-day."""
    return len(week) == len(HALF_DAYS) and set(week) <= WHERE.keys()


def halves_in_base(week: str) -> int:
    """How many half-days of the week a child is in the base."""
    return week.count(BASE)


def counts_a_half_day(weeks: Iterable[str]) -> tuple[int, ...]:
    """How many of these children are in the base on each half-day."""
    found = list(weeks)
    return tuple(sum(week[place] == BASE for week in found) for place in range(len(HALF_DAYS)))


def week_words(week: str) -> str:
    """`7 of 10 half-days in the base, 2 in class, 1 at the other school`."""
    parts = [f"{halves_in_base(week)} of {len(HALF_DAYS)} half-days in the base"]
    rest = {CLASS: "in class", OTHER: "at the other school", AWAY: "not at school"}
    parts += [f"{week.count(key)} {words}" for key, words in rest.items() if key in week]
    return ", ".join(parts)
