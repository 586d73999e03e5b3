"""Progress towards a target: the aim line and a plain verdict, with its rule stated.

The four-point rule of data-based instruction: with six measurements or more, look at the last four
against the aim line (Fuchs, Fuchs and Hamlett, 1989; National Center on Intensive Intervention).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

#: Fewer measurements since the last change say too little.
ENOUGH = 6
LATEST = 4
#: So many measurements in a row reach the goal before it counts as reached.
REACHED = 3


@dataclass(frozen=True)
class Aim:
    """From where to where, and by when: two corners of the aim line."""

    baseline: Decimal
    starts_on: dt.date
    goal: Decimal
    by_on: dt.date

    @property
    def is_down(self) -> bool:
        """Less is better, as with the times that somebody leaves the room."""
        return self.goal < self.baseline

    def expected(self, on: dt.date) -> Decimal:
        """Where the aim line stands on a day; flat before its first and after its last day."""
        days = (self.by_on - self.starts_on).days
        gone = min(max((on - self.starts_on).days, 0), max(days, 0))
        part = Decimal(gone) / days if days > 0 else Decimal(1)
        return self.baseline + (self.goal - self.baseline) * part

    def is_behind(self, on: dt.date, value: Decimal) -> bool:
        """Worse than the aim line on that day."""
        gap = value - self.expected(on)
        return gap > 0 if self.is_down else gap < 0

    def is_ahead(self, on: dt.date, value: Decimal) -> bool:
        """Better than the aim line on that day."""
        gap = value - self.expected(on)
        return gap < 0 if self.is_down else gap > 0

    def is_reached(self, value: Decimal) -> bool:
        """The goal, or better."""
        return value <= self.goal if self.is_down else value >= self.goal


@dataclass(frozen=True)
class Point:
    """One measurement."""

    on: dt.date
    value: Decimal


class Verdict(StrEnum):
    """What the measurements say."""

    NO_AIM = "no_aim"
    TOO_FEW = "too_few"
    REACHED = "reached"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    CHANGE = "change"


#: What a person reads, and the rule behind it.
WORDS = {
    Verdict.NO_AIM: (
        "No aim line",
        "A baseline and a goal in numbers are needed for one.",
    ),
    Verdict.TOO_FEW: (
        "Too few points",
        f"A verdict needs {ENOUGH} measurements since the start or the last change.",
    ),
    Verdict.REACHED: (
        "Goal reached",
        f"The last {REACHED} measurements reach the goal. Close the target or raise the goal.",
    ),
    Verdict.AHEAD: (
        "Ahead",
        f"The last {LATEST} measurements are better than the aim line. Think of a higher goal.",
    ),
    Verdict.ON_TRACK: (
        "On track",
        f"The last {LATEST} measurements lie about the aim line. Carry on.",
    ),
    Verdict.CHANGE: (
        "Change something",
        f"The last {LATEST} measurements are worse than the aim line. Change how it is taught.",
    ),
}


def verdict_on(aim: Aim | None, points: Sequence[Point], changed_on: dt.date | None) -> Verdict:
    """What the measurements say, in the order of their days.

    Those before the last change of teaching say nothing about what is done now.
    """
    if aim is None:
        return Verdict.NO_AIM
    ordered = sorted(points, key=lambda point: point.on)
    if len(ordered) >= REACHED and all(aim.is_reached(p.value) for p in ordered[-REACHED:]):
        return Verdict.REACHED
    counted = [p for p in ordered if changed_on is None or p.on >= changed_on]
    if len(counted) < ENOUGH:
        return Verdict.TOO_FEW
    latest = counted[-LATEST:]
    if all(aim.is_behind(p.on, p.value) for p in latest):
        return Verdict.CHANGE
    if all(aim.is_ahead(p.on, p.value) for p in latest):
        return Verdict.AHEAD
    return Verdict.ON_TRACK
