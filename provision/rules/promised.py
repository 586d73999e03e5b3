"""What was promised beside what was planned and given: minutes of a child, by promise.

Section F of an EHC plan binds the council (Children and Families Act 2014, s. 42), the school its
best endeavours (s. 66): so what was promised is counted from the promise, never from the timetable.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
WEEKDAYS = 5

IsOpen = Callable[[dt.date], bool]


@dataclass(frozen=True)
class Promised:
    """Minutes a week that a child is promised, from a day, until a day or for good."""

    key: str
    minutes_a_week: int
    starts_on: dt.date
    ends_on: dt.date | None = None


@dataclass(frozen=True)
class Kept:
    """A promise over some days, in minutes; none of the figures is below zero."""

    promised: int
    planned: int
    delivered: int
    owed: int

    @property
    def unplanned(self) -> int:
        """Promised, but nobody has planned it."""
        return max(0, self.promised - self.planned)

    @property
    def short(self) -> int:
        """Promised and not given, for whatever reason."""
        return max(0, self.promised - self.delivered)

    @property
    def beyond(self) -> int:
        """Given above what was promised."""
        return max(0, self.delivered - self.promised)

    @property
    def words(self) -> str:
        """The figures in a line, with what explains them, a surplus too."""
        given = f"{self.delivered:,} of {self.promised:,} min given"
        return "; ".join(filter(None, [given, self.reasons])) + "."

    @property
    def reasons(self) -> str:
        """Why promised and given differ; empty where they agree."""
        parts = [f"{self.unplanned:,} never planned"] if self.unplanned else []
        if self.short > self.unplanned or self.owed:
            parts.append(f"{self.short:,} short, {self.owed:,} of them for the school's reasons")
        if self.beyond:
            parts.append(f"{self.beyond:,} more than promised")
        if self.planned > self.promised:
            parts.append(f"{self.planned - self.promised:,} more planned than promised")
        return "; ".join(parts)


def kept(promised: int, planned: int, delivered: int, owed: int) -> Kept:
    """A promise beside the sums of what serves it; `delivered` with what was made up.

    Owed never exceeds what is short: a promise that was kept in full leaves no debt.
    Raises ValueError for minutes below zero.
    """
    if min(promised, planned, delivered, owed) < 0:
        raise ValueError("minutes are never below zero")
    return Kept(promised, planned, delivered, min(owed, max(0, promised - delivered)))


def promised_minutes(promise: Promised, first: dt.date, last: dt.date, is_open: IsOpen) -> int:
    """Minutes promised from `first` to `last`, both counted: the sum of its weeks."""
    return sum(minutes for _, minutes in by_week(promise, first, last, is_open))


def by_week(
    promise: Promised, first: dt.date, last: dt.date, is_open: IsOpen
) -> list[tuple[dt.date, int]]:
    """(Monday, minutes) of each school week between two days, the earliest first.

    A week with any day of school is promised in full, INSET days or not; of a week that the days
    or the promise cut off, the share of its school days, rounded down.
    """
    begins = max(first, promise.starts_on)
    ends = min(last, promise.ends_on or last)
    weeks: list[tuple[dt.date, int]] = []
    monday = begins - begins.weekday() * DAY
    while monday <= ends:
        school_days = [d for d in _weekdays(monday) if is_open(d)]
        within = sum(begins <= day <= ends for day in school_days)
        if within:
            weeks.append((monday, promise.minutes_a_week * within // len(school_days)))
        monday += WEEK
    return weeks


def shared_out(minutes: int, promised: Sequence[int]) -> list[int]:
    """Minutes of a provision that serves several promises, each minute counted once.

    The first promise is filled first, so the hardest comes first; what is left over goes to the
    last one, so that the shares add up. Raises ValueError where there is no promise.
    """
    if not promised:
        raise ValueError("no promise to share among")
    shares: list[int] = []
    for owed in promised:
        shares.append(min(minutes - sum(shares), owed))
    shares[-1] += minutes - sum(shares)
    return shares


def _weekdays(monday: dt.date) -> list[dt.date]:
    return [monday + n * DAY for n in range(WEEKDAYS)]


def time_words(minutes: int) -> str:
    """`none`, `1 hour`, `45 minutes`, `2 hours 30 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "hour"), (rest, "minute")]
    said = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in parts if number]
    return " ".join(said) or "none"
