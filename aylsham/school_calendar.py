"""A school's own calendar as plain data: which days have a session for pupils, no Django.

Term dates, INSET days and closures are the school's data; the rows of a school are turned into
a `SchoolCalendar` and passed to the rules, which never ask a database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any, Self

from .dates import DAY, WORKING_WEEK, is_bank_holiday, is_working_day, previous_working_day

Period = tuple[date, date]


class CalendarTooShort(ValueError):
    """The count runs past the last day for which the school has given its term dates."""


@dataclass(frozen=True)
class Closure:
    """A continuous stretch without sessions: from the day after the last one to the next one."""

    first_day_closed: date
    reopens: date

    @property
    def days(self) -> int:
        """How many days the school is closed in a row."""
        return (self.reopens - self.first_day_closed).days


@dataclass(frozen=True)
class SchoolCalendar:
    """Terms, closed days and the days of the week on which a school or nursery is open."""

    terms: tuple[Period, ...]
    #: Half-terms, INSET days and closures, first and last day of each; a single day twice.
    closed: tuple[Period, ...] = ()
    name: str = ""
    weekdays: frozenset[int] = WORKING_WEEK
    #: A day nursery: open between terms too, except on its closed days.
    open_in_holidays: bool = False

    @classmethod
    def from_data(cls, data: Mapping[str, Any], name: str = "") -> Self:
        """Build one from plain JSON: `terms`, `closed`, `half_terms`, `inset`, `open_in_holidays`."""
        closed = [*data.get("closed", ()), *data.get("half_terms", ()), *data.get("inset", ())]
        return cls(
            terms=tuple(sorted(_period(item) for item in data["terms"])),
            closed=tuple(sorted(_period(item) for item in closed)),
            name=name or data.get("name", ""),
            weekdays=frozenset(data.get("weekdays", WORKING_WEEK)),
            open_in_holidays=bool(data.get("open_in_holidays", False)),
        )

    @cached_property
    def known(self) -> Period | None:
        """First and last day about which the calendar says anything; None without terms."""
        if not self.terms:
            return None
        first, last = min(self.terms)[0], max(term[1] for term in self.terms)
        # Before an autumn term and after a summer term come the holidays of the same year.
        if first.month in (8, 9):
            first = min(first, date(first.year, 9, 1))
        if last.month in (6, 7, 8):
            last = date(last.year, 8, 31)
        return first, last

    def covers(self, day: date) -> bool:
        """Whether the school has said anything about that day."""
        return self.known is not None and self.known[0] <= day <= self.known[1]

    def is_school_day(self, day: date) -> bool:
        """Whether the school has a session for pupils on that day."""
        return (
            day.weekday() in self.weekdays
            and self.covers(day)
            and (self.open_in_holidays or _within(day, self.terms))
            and not _within(day, self.closed)
            and not is_bank_holiday(day)
        )

    def is_open_day(self, day: date) -> bool:
        """A school day; where the calendar says nothing, any working day."""
        return self.is_school_day(day) if self.covers(day) else is_working_day(day)

    def school_days_after(self, day: date, count: int) -> date:
        """The `count`-th school day after an event; the day of the event is not counted."""
        if count < 1:
            raise ValueError("count at least one day")
        self._require(day)
        while count:
            day += DAY
            self._require(day)
            count -= self.is_school_day(day)
        return day

    def previous_school_day(self, day: date) -> date | None:
        """The day itself if it is a school day, otherwise the last one before it, if known."""
        while self.covers(day):
            if self.is_school_day(day):
                return day
            day -= DAY
        return None

    def do_by(self, day: date) -> date:
        """When to have done what is due on `day`: a school day if known, else a working day."""
        return self.previous_school_day(day) or previous_working_day(day)

    def closures(self, at_least: int = 28) -> tuple[Closure, ...]:
        """Every stretch of at least so many days without a session, with a known reopening."""
        return tuple(closure for closure in self._all_closures if closure.days >= at_least)

    @cached_property
    def _all_closures(self) -> tuple[Closure, ...]:
        if self.known is None:
            return ()
        first, last = self.known
        span = (first + n * DAY for n in range((last - first).days + 1))
        open_days = [day for day in span if self.is_school_day(day)]
        pairs = pairwise(open_days)
        return tuple(Closure(a + DAY, b) for a, b in pairs if b - a > DAY)

    def _require(self, day: date) -> None:
        if self.covers(day):
            return
        whose = f"The calendar “{self.name}”" if self.name else "The school's calendar"
        raise CalendarTooShort(
            f"{whose} says nothing about {day:%-d %B %Y}. Add the term dates of that time first."
        )


def _within(day: date, periods: Iterable[Period]) -> bool:
    return any(first <= day <= last for first, last in periods)


def _period(item: str | Sequence[str]) -> Period:
    first, last = (item, item) if isinstance(item, str) else (item[0], item[-1])
    period = date.fromisoformat(first), date.fromisoformat(last)
    if period[1] < period[0]:
        raise ValueError(f"A period ends ({last}) before it begins ({first}).")
    return period
