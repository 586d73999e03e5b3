"""What a teacher is asked this week: in what order, how many minutes, what goes to the phase leader.

The rules are the house's own. Minutes are what the school set for a kind of answer, or the median
of what it took here once five answers were timed. The phase leader hears of it only when two weeks
have passed and ten school days with them, so that nobody is chased in the holidays.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

DAY = dt.timedelta(days=1)
#: Both have to be over before the phase leader hears of it; the day of asking counts for neither.
PATIENCE = dt.timedelta(days=14)
SCHOOL_DAYS = 10
#: No calendar is asked further than this.
_FURTHEST = 366
#: Timed answers under which a median says nothing.
ENOUGH_TIMED = 5
#: An estimate is said in steps of so many minutes, upwards.
STEP = 5

IsSchoolDay = Callable[[dt.date], bool]


@dataclass(frozen=True)
class Owed:
    """One thing that somebody owes: its kind, when it is due, when they were first asked.

    `weight`: 0 where a law asks for it, more where it matters less.
    """

    key: str
    kind: str
    weight: int
    due_on: dt.date
    asked_on: dt.date | None = None


@dataclass(frozen=True)
class KindTime:
    """How long things of one kind take; `minutes` for one, None where nobody knows."""

    kind: str
    count: int
    minutes: int | None
    #: Answers that were timed here; 0 where the school set the minutes.
    timed: int

    @property
    def words(self) -> str:
        """“3 × 8 min, median of 12 answers here”."""
        if self.minutes is None:
            return f"{self.count}, time not known"
        source = f"median of {self.timed} answers here" if self.timed else "set by the school"
        return f"{self.count} × {self.minutes} min, {source}"


@dataclass(frozen=True)
class Estimate:
    """How long all of it takes, by kind, the longest first."""

    kinds: tuple[KindTime, ...]

    @property
    def minutes(self) -> int:
        """Minutes of the kinds whose time is known."""
        return sum(k.count * k.minutes for k in self.kinds if k.minutes is not None)

    @property
    def without_time(self) -> int:
        """Things whose time nobody knows."""
        return sum(k.count for k in self.kinds if k.minutes is None)

    @property
    def words(self) -> str:
        """What the page says at its top; never less than it takes."""
        if not self.kinds:
            return "Nothing is asked of you this week."
        rest = f"{self.without_time} more whose time we do not know"
        if not self.minutes:
            return f"{self.without_time} to answer; we do not know how long they take."
        about = f"About {ceil(self.minutes / STEP) * STEP} minutes"
        return f"{about}, and {rest}." if self.without_time else f"{about}."


def in_order(owed: Iterable[Owed]) -> list[Owed]:
    """What a law asks for first, then what is due longest; the same kind together on a day."""
    return sorted(owed, key=lambda o: (o.weight, o.due_on, o.kind, o.key))


def estimate(
    owed: Iterable[Owed],
    minutes: Mapping[str, int],
    timed: Mapping[str, Sequence[float]] | None = None,
) -> Estimate:
    """How long it takes: `minutes` as set for each kind, `timed` minutes of earlier answers."""
    counts = Counter(each.kind for each in owed)
    kinds = [_time_of(kind, count, minutes, timed or {}) for kind, count in counts.items()]
    return Estimate(tuple(sorted(kinds, key=lambda k: (-k.count * (k.minutes or 0), k.kind))))


def _time_of(
    kind: str, count: int, minutes: Mapping[str, int], timed: Mapping[str, Sequence[float]]
) -> KindTime:
    taken = timed.get(kind, ())
    if len(taken) >= ENOUGH_TIMED:
        return KindTime(kind, count, max(1, ceil(median(taken))), len(taken))
    return KindTime(kind, count, minutes.get(kind), 0)


def escalates_on(asked_on: dt.date, is_school_day: IsSchoolDay) -> dt.date | None:
    """The first day on which the phase leader may hear of it: a school day.

    The day after both two weeks and ten school days are over; None where no such day is known.
    """
    school_days = 0
    for n in range(1, _FURTHEST):
        day = asked_on + n * DAY
        if not is_school_day(day):
            continue
        if school_days >= SCHOOL_DAYS and day > asked_on + PATIENCE:
            return day
        school_days += 1
    return None


def escalated(owed: Iterable[Owed], today: dt.date, is_school_day: IsSchoolDay) -> list[Owed]:
    """What the phase leader hears of today, in order; never what nobody has been asked for."""
    return in_order(each for each in owed if _is_over(each, today, is_school_day))


def _is_over(owed: Owed, today: dt.date, is_school_day: IsSchoolDay) -> bool:
    if owed.asked_on is None or owed.due_on > today:
        return False
    from_on = escalates_on(owed.asked_on, is_school_day)
    return from_on is not None and today >= from_on
