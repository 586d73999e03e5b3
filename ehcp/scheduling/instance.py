"""A review calendar to be made, as plain data: what `manage plan_reviews` reads.

One JSON object, `format` "aylsham-review-calendar-1". Dates are "2026-11-23", times "09:30".

    bank_holidays   [date, …]
    weights         {even, slack, siblings, wishes, hoped, joined, travel, stable: 0–100},
                    each optional
    slack_weeks     weeks wished for between a meeting and its legal day (3)
    travel_minutes  between any two schools (20)
    schools         {key, name, terms: [[first, last], …], closed: [[first, last], …],
                     open_in_holidays: false, slots: [{at, minutes}, …] that do not overlap,
                     rooms: [{key, name, weekdays: [0–4], closed: [[first, last], …]}, …],
                     most_a_day, most_a_week, papers_in_term: true}
    people          {key, name, days: {school: [0–4]} or null for any,
                     dates: [date, …] (only these) or null, away: [[first, last], …],
                     busy: [{weekday: 0–4, from: time, until: time, school: key or
                     "" for all}, …] (teaching and the like; with `on`: date instead of
                     `weekday`, what is fixed for one day: a meeting at another school),
                     most_a_day: number or null}
    reviews         {key, school, name, earliest: date, latest: date, legal_latest: date,
                     papers_from: the first day on which papers can go out,
                     people: [key, …] who must be there, hoped_for: [key, …],
                     siblings: a key that siblings share, or "",
                     wishes: {weekdays: [0–4], times: [[from, until], …], not_on: [date, …]},
                     joined: [[first, last], …] on which one meeting would do for another plan
                     of the child as well, and never which plan; none: no wish,
                     previous: {on, at} in the earlier calendar, or null,
                     locked: {on, at or null} or null}

`latest` is `legal_latest` unless the review can no longer be held in time: then it is later, and
each day after the legal day costs. The answer is described in `solution.py`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .codes import WEIGHTS, Soft

FORMAT = "aylsham-review-calendar-1"
Period = tuple[dt.date, dt.date]


class InstanceError(ValueError):
    """The data cannot be planned with; says where and why."""


@dataclass(frozen=True)
class Slot:
    """A time of day at which a school holds reviews."""

    at: dt.time
    minutes: int

    @property
    def starts(self) -> int:
        """Minutes after midnight."""
        return self.at.hour * 60 + self.at.minute

    @property
    def ends(self) -> int:
        return self.starts + self.minutes


@dataclass(frozen=True)
class Room:
    key: str
    name: str
    weekdays: frozenset[int]
    closed: tuple[Period, ...]

    def is_open(self, day: dt.date) -> bool:
        """Whether reviews can be held in it that day."""
        return day.weekday() in self.weekdays and not _within(day, self.closed)


@dataclass(frozen=True)
class School:
    key: str
    name: str
    terms: tuple[Period, ...]
    closed: tuple[Period, ...]
    open_in_holidays: bool
    slots: tuple[Slot, ...]
    rooms: tuple[Room, ...]
    most_a_day: int
    most_a_week: int
    papers_in_term: bool
    bank_holidays: frozenset[dt.date] = frozenset()

    def is_school_day(self, day: dt.date) -> bool:
        """Whether pupils have a session."""
        in_term = _within(day, self.terms) or (self.open_in_holidays and self._is_known(day))
        return (
            day.weekday() < 5
            and in_term
            and not _within(day, self.closed)
            and day not in self.bank_holidays
        )

    def _is_known(self, day: dt.date) -> bool:
        return self.terms[0][0] <= day <= self.terms[-1][1]


@dataclass(frozen=True)
class Busy:
    """A time of the week, or of one day, that is taken, in minutes after midnight."""

    weekday: int
    starts: int
    ends: int
    #: Only for meetings at this school; empty for all.
    school: str = ""
    #: On this day alone; None for every week.
    on: dt.date | None = None

    def takes(self, school: str, day: dt.date, slot: Slot) -> bool:
        """Whether it bars a meeting at that school then."""
        is_day = self.weekday == day.weekday() if self.on is None else self.on == day
        is_there = self.school in ("", school)
        return is_day and is_there and self.starts < slot.ends and slot.starts < self.ends


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    days: Mapping[str, frozenset[int]] | None
    dates: frozenset[dt.date] | None
    away: tuple[Period, ...]
    busy: tuple[Busy, ...]
    most_a_day: int | None

    def is_in(self, school: str, day: dt.date) -> bool:
        """Whether the person is at that school on that day."""
        if _within(day, self.away) or (self.dates is not None and day not in self.dates):
            return False
        return self.days is None or day.weekday() in self.days.get(school, ())

    def is_free(self, school: str, day: dt.date, slot: Slot) -> bool:
        """Whether the person is there and nothing of their week is at that time."""
        return self.is_in(school, day) and not any(
            busy.takes(school, day, slot) for busy in self.busy
        )


@dataclass(frozen=True)
class Wishes:
    """What the parents asked for; empty means that any will do."""

    weekdays: frozenset[int] = frozenset()
    times: tuple[tuple[int, int], ...] = ()
    not_on: frozenset[dt.date] = frozenset()

    def are_met(self, day: dt.date, slot: Slot) -> bool:
        fits = not self.times or any(a <= slot.starts and slot.ends <= b for a, b in self.times)
        return day not in self.not_on and fits and day.weekday() in (self.weekdays or range(7))


@dataclass(frozen=True)
class Spot:
    """A day, and the time of it where that is known."""

    on: dt.date
    at: dt.time | None = None


@dataclass(frozen=True)
class Review:
    key: str
    school: str
    name: str
    earliest: dt.date
    latest: dt.date
    legal_latest: dt.date
    papers_from: dt.date
    people: tuple[str, ...] = ()
    hoped_for: tuple[str, ...] = ()
    siblings: str = ""
    wishes: Wishes = Wishes()
    #: Days on which one meeting would do for another plan of the child too; empty: no wish.
    joined: tuple[Period, ...] = ()
    previous: Spot | None = None
    locked: Spot | None = None

    def is_joined(self, day: dt.date) -> bool:
        """Whether one meeting would do for both that day, or nothing else is to be joined."""
        return not self.joined or _within(day, self.joined)


@dataclass(frozen=True)
class Instance:
    """Everything that a calendar is made from."""

    schools: Mapping[str, School]
    people: Mapping[str, Person]
    reviews: Mapping[str, Review]
    weights: Mapping[Any, int] = field(default_factory=lambda: {**WEIGHTS})
    slack_weeks: int = 3
    travel_minutes: int = 20

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Instance":
        """Read the JSON object; InstanceError says what is wrong where."""
        from .reading import read_instance

        return read_instance(data)

    @cached_property
    def reviews_of(self) -> dict[str, list[Review]]:
        """The reviews of each school, by their legal day."""
        found: dict[str, list[Review]] = {key: [] for key in self.schools}
        for review in sorted(self.reviews.values(), key=lambda r: (r.latest, r.key)):
            found[review.school].append(review)
        return found

    @cached_property
    def families(self) -> dict[str, list[str]]:
        """Reviews of children who are siblings, by what they share."""
        found: dict[str, list[str]] = {}
        for review in self.reviews.values():
            if review.siblings:
                found.setdefault(review.siblings, []).append(review.key)
        return {key: reviews for key, reviews in found.items() if len(reviews) > 1}

    def weight(self, soft: Soft) -> int:
        return self.weights[soft]


def _within(day: dt.date, periods: tuple[Period, ...]) -> bool:
    return any(first <= day <= last for first, last in periods)
