"""Planned, delivered, missed and owed: minutes of a child in a provision, week by week.

Why a session was missed decides who bears it. What the school did or lacked (a trip, staff away,
no room) is owed; a child's absence or refusal and a closed school are no debt, and stay visible.
Each week is counted on its own, session by session: one that ran over hides none that has no log.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from provision.rules.open_weeks import WEEK, Days, GivenOn, IsOpen, monday_of, sessions_in


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


class Shape(NamedTuple):
    """How often a week and how long; `until` is the last day of a shape that was changed since."""

    sessions_a_week: int
    minutes: int
    until: dt.date = dt.date.max
    #: Monday is 0; empty where nobody said on which days.
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True)
class Plan:
    """How often and how long a child has a provision, and from when to when."""

    sessions_a_week: int
    minutes: int
    starts_on: dt.date
    ends_on: dt.date
    #: All-day or in-class support: given unless somebody says otherwise.
    is_in_class: bool = False
    #: What was planned before it was changed, in any order.
    earlier: tuple[Shape, ...] = ()
    #: Monday is 0; empty where nobody said on which days.
    weekdays: tuple[int, ...] = ()

    def shape_on(self, day: dt.date) -> Shape:
        """What was planned on a day: a change counts from its day on, never before."""
        if not self.earlier:
            return self._latest
        past = [shape for shape in self.earlier if day <= shape.until]
        return min(past, key=lambda s: s.until, default=self._latest)

    @cached_property
    def _latest(self) -> Shape:
        return Shape(self.sessions_a_week, self.minutes, weekdays=self.weekdays)


class Mark(NamedTuple):
    """What a child had of one session, in minutes."""

    on: dt.date
    came: Came
    minutes: int
    reason: Reason | None = None
    is_make_up: bool = False


class Week(NamedTuple):
    """Minutes of one week, none below zero: planned = delivered - over + missed + unlogged."""

    monday: dt.date
    planned: int
    delivered: int
    made_up: int
    unlogged: int
    #: Given above the plan; part of `delivered`.
    over: int
    missed: dict[Reason | None, int]

    @property
    def debt(self) -> int:
        """What the school has to make up of this week."""
        return sum(minutes for reason, minutes in self.missed.items() if is_owed(reason))


@dataclass(frozen=True)
class Delivery:
    """Minutes of a child in a provision from one day to another, with the debt that came along."""

    planned: int
    delivered: int
    made_up: int
    owed: int
    unlogged: int
    #: More given than planned, or more made up than was owed.
    beyond: int
    #: Minutes that are not owed, and those that are, by reason.
    missed: dict[Reason | None, int] = field(default_factory=dict)
    #: Owed from before, and made up before it was owed.
    brought: int = 0
    ahead: int = 0
    #: Monday of the week from which the oldest debt is left; None where nothing is owed.
    since: dt.date | None = None

    @property
    def given(self) -> int:
        """Delivered with what was made up."""
        return self.delivered + self.made_up

    @property
    def words(self) -> str:
        """The figures in a line, with what explains them."""
        told = [f"{self.delivered:,} of {self.planned:,} min given", self.reasons]
        told.append(f"{self.owed:,} owed" if self.owed else "nothing owed")
        return "; ".join(filter(None, told)) + "."

    @property
    def reasons(self) -> str:
        """Why given and planned differ, and what came along; empty where they agree."""
        missed = ", ".join(_missed_words(r, self.missed[r]) for r in _in_order(self.missed))
        told = {
            "owed from before": self.brought,
            "made up ahead": self.ahead,
            "made up": self.made_up,
            "not logged": self.unlogged,
            "beyond what was planned or owed": self.beyond,
        }
        parts = [f"{minutes:,} {words}" for words, minutes in told.items() if minutes]
        return "; ".join([f"missed: {missed}", *parts] if missed else parts)


def planned_minutes(plan: Plan, first: dt.date, last: dt.date, is_open: IsOpen) -> int:
    """Minutes planned from `first` to `last`, both counted.

    A whole week has as many sessions as its open days have room for; of a week that is cut off
    by these days, its share, rounded down, so that nothing is asked for before its time.
    """
    return sum(week.planned for week in weeks_of(plan, (), first, last, is_open))


def delivery(
    plan: Plan, marks: Iterable[Mark], first: dt.date, last: dt.date, is_open: IsOpen
) -> Delivery:
    """What was planned from `first` to `last` and what became of it.

    Whole weeks before count for the debt alone that they leave.
    """
    weeks = weeks_of(plan, marks, min(first, plan.starts_on), last, is_open)
    before = [week for week in weeks if week.monday + WEEK <= first]
    return summed(weeks[len(before) :], before)


def weeks_of(
    plan: Plan, marks: Iterable[Mark], first: dt.date, last: dt.date, is_open: IsOpen
) -> list[Week]:
    """Each week with something planned or logged in these days, and all between them, in order.

    What was made up may come after the plan has ended.
    """
    by_week: dict[dt.date, list[Mark]] = defaultdict(list)
    for mark in marks:
        if first <= mark.on <= last:
            by_week[monday_of(mark.on)].append(mark)
    monday = monday_of(min([max(first, plan.starts_on), *by_week]))
    ends = max([min(last, plan.ends_on), *by_week])
    weeks = []
    while monday <= ends:
        weeks.append(_week(plan, by_week.get(monday, ()), monday, (first, last), is_open))
        monday += WEEK
    return weeks


def summed(weeks: Iterable[Week], before: Iterable[Week] = ()) -> Delivery:
    """The sums of some weeks; what the weeks `before` left owed, or made up ahead, comes along."""
    chosen, earlier = list(weeks), list(before)
    opening = sum(week.debt - week.made_up for week in earlier)
    missed: Counter[Reason | None] = Counter()
    for week in chosen:
        missed.update(week.missed)
    made_up = sum(week.made_up for week in chosen)
    closing = opening + sum(week.debt for week in chosen) - made_up
    return Delivery(
        planned=sum(week.planned for week in chosen),
        delivered=sum(week.delivered for week in chosen),
        made_up=made_up,
        owed=max(0, closing),
        unlogged=sum(week.unlogged for week in chosen),
        beyond=sum(week.over for week in chosen) + max(0, -closing),
        missed=dict(missed),
        brought=max(0, opening),
        ahead=max(0, -opening),
        since=_since([*earlier, *chosen], closing),
    )


def _week(plan: Plan, marks: Sequence[Mark], monday: dt.date, days: Days, is_open: IsOpen) -> Week:
    """One week. What was logged counts as planned, up to the number of the whole week."""
    usual = [mark for mark in marks if not mark.is_make_up]
    shape = plan.shape_on(max(monday, plan.starts_on))
    given_on = GivenOn(shape.sessions_a_week, plan.starts_on, plan.ends_on, shape.weekdays)
    whole, share = sessions_in(monday, given_on, days, is_open)
    count = min(whole, max(share, len(usual)))
    given = sum([mark.minutes for mark in usual])
    missed, over = _told(plan, usual, count)
    open_minutes = max(0, count - len(usual)) * shape.minutes
    made_up = 0
    if len(usual) < len(marks):
        made_up = sum([mark.minutes for mark in marks if mark.is_make_up])
    return Week(
        monday,
        planned=given - over + sum(missed.values()) + open_minutes,
        delivered=given + (open_minutes if plan.is_in_class else 0),
        made_up=made_up,
        unlogged=0 if plan.is_in_class else open_minutes,
        over=over,
        missed=missed,
    )


def _told(plan: Plan, usual: list[Mark], count: int) -> tuple[dict[Reason | None, int], int]:
    """Of what is logged of a week, the longest counting as its `count` planned sessions.

    Minutes missed of them by reason; and minutes given above them.
    """
    if len(usual) <= count and not plan.earlier and all(_is_as_planned(m, plan) for m in usual):
        return {}, 0  # nearly every week: nothing to weigh up
    usual.sort(key=_longest_first)
    missed: dict[Reason | None, int] = {}
    over = sum([mark.minutes for mark in usual[count:]])
    for mark in usual[:count]:
        planned = plan.shape_on(mark.on).minutes
        if mark.came is not Came.HAD:  # whoever had all of it missed nothing
            missed[mark.reason] = missed.get(mark.reason, 0) + max(0, planned - mark.minutes)
        over += max(0, mark.minutes - planned)
    return {reason: minutes for reason, minutes in missed.items() if minutes}, over


def _is_as_planned(mark: Mark, plan: Plan) -> bool:
    return mark.came is Came.HAD and mark.minutes == plan.minutes


def _longest_first(mark: Mark) -> tuple:
    """Where two are as long on one day, by reason: in whatever order they were read."""
    return (-mark.minutes, mark.on, mark.reason or "")


def is_owed(reason: Reason | None) -> bool:
    """Whether the school makes up for what was missed for this reason."""
    return reason is None or reason in OWED_FOR


def _since(weeks: list[Week], owed: int) -> dt.date | None:
    """The week of the oldest debt that is left: what was made up paid the oldest first."""
    for week in reversed(weeks):
        if owed <= 0:
            break
        owed -= week.debt
        if owed <= 0:
            return week.monday
    return None


def _in_order(missed) -> list[Reason | None]:
    """What the school owes first, then what is no debt."""
    known = [reason for reason in (*Reason, None) if reason in missed]
    return sorted(known, key=is_owed, reverse=True)


def _missed_words(reason: Reason | None, minutes: int) -> str:
    words = REASON_WORDS[reason] if reason else "cut short"
    return f"{minutes:,} {words}" + ("" if is_owed(reason) else " (no debt)")
