"""What a colleague is asked this week: in what order, how many minutes, what goes to the leader.

The rules are the house's own. Minutes are an estimate for each kind of answer. The phase leader
hears of it only when two weeks have passed and ten school days with them, counted from the day it
was due, so that nobody is chased in the holidays.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

DAY = dt.timedelta(days=1)
#: Both have to be over before the phase leader hears of it; the first day counts for neither.
PATIENCE = dt.timedelta(days=14)
SCHOOL_DAYS = 10
#: No calendar is asked further than this.
_FURTHEST = 366
#: An estimate is said in steps of so many minutes, upwards.
STEP = 5
#: School days of a whole week.
WEEK = 5

IsSchoolDay = Callable[[dt.date], bool]


@dataclass(frozen=True)
class Owed:
    """One thing that somebody owes: its kind, when it is due, since when they are asked.

    `weight`: 0 where a law asks for it, more where it matters less.
    """

    key: str
    kind: str
    weight: int
    due_on: dt.date
    asked_on: dt.date

    @property
    def waits_from(self) -> dt.date:
        """From when the two weeks run: nobody is late before the day, or before being asked."""
        return max(self.due_on, self.asked_on)


@dataclass(frozen=True)
class Estimate:
    """How long all of it takes: kind, things, minutes, what takes longest first."""

    kinds: tuple[tuple[str, int, int], ...]

    @property
    def count(self) -> int:
        """How many things."""
        return sum(count for _, count, _ in self.kinds)

    @property
    def minutes(self) -> int:
        """Minutes for all of them."""
        return sum(minutes for _, _, minutes in self.kinds)

    @property
    def about(self) -> int:
        """The minutes as they are said: in steps of five, never less than it takes."""
        return ceil(self.minutes / STEP) * STEP

    @property
    def words(self) -> str:
        """What the page says at its top: “3 things, about 15 minutes”."""
        if not self.count:
            return "Nothing is asked of you this week"
        things = "1 thing" if self.count == 1 else f"{self.count} things"
        return f"{things}, about {self.about} minutes"


def place_of(owed: Owed) -> tuple[int, dt.date, str, str]:
    """Its place: what a law asks for first, then what is due longest, then kind by kind."""
    return owed.weight, owed.due_on, owed.kind, owed.key


def estimate(things: Iterable[tuple[str, int]]) -> Estimate:
    """How long things take together: the kind of each, and its minutes."""
    counts: Counter[str] = Counter()
    minutes: Counter[str] = Counter()
    for kind, each in things:
        counts[kind] += 1
        minutes[kind] += each
    rows = [(kind, count, minutes[kind]) for kind, count in counts.items()]
    return Estimate(tuple(sorted(rows, key=lambda row: (-row[2], row[0]))))


def escalates_on(waits_from: dt.date, is_school_day: IsSchoolDay) -> dt.date | None:
    """The first day on which the phase leader may hear of it: a school day.

    The day after both two weeks and ten school days are over; None where no such day is known.
    """
    school_days = 0
    for n in range(1, _FURTHEST):
        day = waits_from + n * DAY
        if not is_school_day(day):
            continue
        if school_days >= SCHOOL_DAYS and day > waits_from + PATIENCE:
            return day
        school_days += 1
    return None


def latest_escalated(today: dt.date, is_school_day: IsSchoolDay) -> dt.date | None:
    """What waits from this day or before is for the phase leader today; None: nothing is.

    The same rule as `escalates_on`, asked once for a whole list.
    """
    for n in range(1, _FURTHEST):
        day = today - n * DAY
        from_on = escalates_on(day, is_school_day)
        if from_on is not None and from_on <= today:
            return day
    return None
