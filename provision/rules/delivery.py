"""Planned, delivered, missed and owed: minutes of a child in a provision over some days.

Why a session was missed decides who bears it. What the school did or lacked (a trip, staff away,
no room) is owed; a child's absence or refusal and a closed school are no debt, and stay visible.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil

DAY = dt.timedelta(days=1)
SCHOOL_DAYS = 5


class Came(StrEnum):
    """What a child had of a session."""

    HAD = "had"
    PART = "part"
    MISSED = "missed"


class Reason(StrEnum):
    """Why a session, or a part of it, was missed."""

    ABSENT = "absent"
    TRIP = "trip"
    REFUSED = "refused"
    STAFF = "staff"
    ROOM = "room"
    CLOSED = "closed"


REASON_WORDS = {
    Reason.ABSENT: "child absent",
    Reason.TRIP: "trip or event",
    Reason.REFUSED: "refused",
    Reason.STAFF: "staff away",
    Reason.ROOM: "room or place not available",
    Reason.CLOSED: "school closed",
}
#: What the school makes up for. A part session without a reason is owed too.
OWED_FOR = frozenset({Reason.TRIP, Reason.STAFF, Reason.ROOM})


@dataclass(frozen=True)
class Plan:
    """How often and how long a child has a provision, and from when to when."""

    sessions_a_week: int
    minutes: int
    starts_on: dt.date
    ends_on: dt.date
    #: All-day or in-class support: given unless somebody says otherwise.
    is_in_class: bool = False


@dataclass(frozen=True)
class Mark:
    """What a child had of one session, in minutes."""

    on: dt.date
    came: Came
    minutes: int
    reason: Reason | None = None
    is_make_up: bool = False


@dataclass(frozen=True)
class Delivery:
    """Minutes of a child in a provision from one day to another."""

    planned: int
    delivered: int
    made_up: int
    owed: int
    unlogged: int
    #: More given than planned, or more made up than was owed.
    beyond: int
    #: Minutes that are not owed, and those that are, by reason.
    missed: dict[Reason | None, int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The sentence that explains the figures."""
        parts = [f"{self.delivered} of {self.planned} min planned so far were given"]
        parts += [_missed_words(reason, self.missed[reason]) for reason in _in_order(self.missed)]
        if self.made_up:
            parts.append(f"{self.made_up} min were made up")
        if self.unlogged:
            parts.append(f"{self.unlogged} min have no log, so nobody knows")
        parts.append(f"{self.owed} min are owed" if self.owed else "nothing is owed")
        if self.beyond:
            parts.append(f"{self.beyond} min more were given than planned or owed")
        return "; ".join(parts) + "."


def planned_minutes(
    plan: Plan, first: dt.date, last: dt.date, is_open: Callable[[dt.date], bool]
) -> int:
    """Minutes planned from `first` to `last`, both counted.

    A whole week has as many sessions as its open days have room for; of a week that is cut off
    by these days, its share, rounded down, so that nothing is asked for before its time.
    """
    total = 0
    monday = max(first, plan.starts_on)
    monday -= dt.timedelta(days=monday.weekday())
    while monday <= min(last, plan.ends_on):
        total += _sessions(plan, monday, first, last, is_open)
        monday += 7 * DAY
    return total * plan.minutes


def _sessions(plan: Plan, monday: dt.date, first: dt.date, last: dt.date, is_open) -> int:
    begins, ends = max(first, plan.starts_on), min(last, plan.ends_on)
    week = [monday + n * DAY for n in range(SCHOOL_DAYS)]
    of_school = sum(is_open(day) for day in week)
    of_child = sum(is_open(day) for day in week if begins <= day <= ends)
    room = of_school * ceil(plan.sessions_a_week / SCHOOL_DAYS)
    in_week = min(plan.sessions_a_week, room)
    return in_week * of_child // of_school if of_school else 0


def delivery(
    plan: Plan,
    marks: Iterable[Mark],
    first: dt.date,
    last: dt.date,
    is_open: Callable[[dt.date], bool],
) -> Delivery:
    """What was planned from `first` to `last` and what became of it."""
    within = [mark for mark in marks if first <= mark.on <= last]
    usual = [mark for mark in within if not mark.is_make_up]
    planned = planned_minutes(plan, first, last, is_open)
    made_up = sum(mark.minutes for mark in within if mark.is_make_up)
    missed: Counter[Reason | None] = Counter()
    for mark in usual:
        missed[mark.reason] += _short(plan, mark)
    missed = +missed
    given = sum(mark.minutes for mark in usual)
    open_minutes = planned - given - missed.total()
    unlogged = max(0, open_minutes)
    if plan.is_in_class:
        given, unlogged = given + unlogged, 0
    debt = sum(n for reason, n in missed.items() if is_owed(reason))
    return Delivery(
        planned=planned,
        delivered=given,
        made_up=made_up,
        owed=max(0, debt - made_up),
        unlogged=unlogged,
        beyond=max(0, -open_minutes) + max(0, made_up - debt),
        missed=dict(missed),
    )


def is_owed(reason: Reason | None) -> bool:
    """Whether the school makes up for what was missed for this reason."""
    return reason is None or reason in OWED_FOR


def _short(plan: Plan, mark: Mark) -> int:
    return 0 if mark.came == Came.HAD else max(0, plan.minutes - mark.minutes)


def _in_order(missed) -> list[Reason | None]:
    return [reason for reason in (*Reason, None) if reason in missed]


def _missed_words(reason: Reason | None, minutes: int) -> str:
    words = REASON_WORDS[reason] if reason else "cut short"
    return f"{minutes} min missed ({words}" + ("" if is_owed(reason) else ", no debt") + ")"
