"""Planned, delivered, missed and owed: minutes of a child in a provision, week by week.

Why a session was missed decides who bears it. What the school did or lacked (a trip, staff away,
no room) is owed; a child's absence or refusal and a closed school are no debt, and stay visible.
Each week is counted on its own, session by session: one that ran over hides none that has no log.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil

from provision.rules.weekdays import sessions_on

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
SCHOOL_DAYS = 5

IsOpen = Callable[[dt.date], bool]


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
class Shape:
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
        past = [shape for shape in self.earlier if day <= shape.until]
        return min(past, key=lambda s: s.until, default=self._latest)

    @property
    def _latest(self) -> Shape:
        return Shape(self.sessions_a_week, self.minutes, weekdays=self.weekdays)


@dataclass(frozen=True)
class Mark:
    """What a child had of one session, in minutes."""

    on: dt.date
    came: Came
    minutes: int
    reason: Reason | None = None
    is_make_up: bool = False


@dataclass(frozen=True)
class Week:
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
        """The sentence that explains the figures."""
        parts = [f"{self.delivered} of {self.planned} min planned so far were given"]
        parts += [_missed_words(reason, self.missed[reason]) for reason in _in_order(self.missed)]
        if self.brought:
            parts.append(f"{self.brought} min were owed from before")
        if self.ahead:
            parts.append(f"{self.ahead} min had been made up ahead")
        if self.made_up:
            parts.append(f"{self.made_up} min were made up")
        if self.unlogged:
            parts.append(f"{self.unlogged} min have no log, so nobody knows")
        parts.append(f"{self.owed} min are owed" if self.owed else "nothing is owed")
        if self.beyond:
            parts.append(f"{self.beyond} min more were given than planned or owed")
        return "; ".join(parts) + "."


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
            by_week[_monday(mark.on)].append(mark)
    monday = _monday(min([max(first, plan.starts_on), *by_week]))
    ends = max([min(last, plan.ends_on), *by_week])
    weeks = []
    while monday <= ends:
        weeks.append(_week(plan, by_week.get(monday, []), monday, (first, last), is_open))
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


def _week(plan: Plan, marks: list[Mark], monday: dt.date, days: tuple, is_open: IsOpen) -> Week:
    """One week. What was logged counts as planned, up to the number of the whole week."""
    usual = sorted((m for m in marks if not m.is_make_up), key=lambda m: (-m.minutes, m.on))
    whole, share = _sessions(plan, monday, days, is_open)
    count = min(whole, max(share, len(usual)))
    missed, over = _told(plan, usual[:count])
    over += sum(mark.minutes for mark in usual[count:])
    given = sum(mark.minutes for mark in usual)
    minutes = plan.shape_on(max(monday, plan.starts_on)).minutes
    open_minutes = (count - len(usual[:count])) * minutes
    return Week(
        monday=monday,
        planned=given - over + sum(missed.values()) + open_minutes,
        delivered=given + (open_minutes if plan.is_in_class else 0),
        made_up=sum(mark.minutes for mark in marks if mark.is_make_up),
        unlogged=0 if plan.is_in_class else open_minutes,
        over=over,
        missed=missed,
    )


def _told(plan: Plan, marks: list[Mark]) -> tuple[dict[Reason | None, int], int]:
    """Of planned sessions that are logged: minutes missed by reason, and minutes given above."""
    missed: Counter[Reason | None] = Counter()
    over = 0
    for mark in marks:
        planned = plan.shape_on(mark.on).minutes
        if mark.came != Came.HAD:  # whoever had all of it missed nothing
            missed[mark.reason] += max(0, planned - mark.minutes)
        over += max(0, mark.minutes - planned)
    return dict(+missed), over


def _sessions(plan: Plan, monday: dt.date, days: tuple, is_open: IsOpen) -> tuple[int, int]:
    """How many sessions the week has room for, and how many are planned in the days.

    With weekdays, those alone on which it is given: a group of Mondays has none when Monday is a
    bank holiday, unless somebody logs that it was moved within the week.
    """
    begins, ends = max(days[0], plan.starts_on), min(days[1], plan.ends_on)
    week = [day for n in range(SCHOOL_DAYS) if is_open(day := monday + n * DAY)]
    if not any(plan.starts_on <= day <= plan.ends_on for day in week):
        return 0, 0
    shape = plan.shape_on(max(monday, plan.starts_on))
    a_week = shape.sessions_a_week
    whole = min(a_week, len(week) * ceil(a_week / SCHOOL_DAYS))
    within = [day for day in week if begins <= day <= ends]
    if not shape.weekdays:
        return whole, whole * len(within) // len(week)
    counts = (sessions_on(a_week, shape.weekdays, day.weekday()) for day in within)
    return whole, min(whole, sum(counts))


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


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * DAY


def _in_order(missed) -> list[Reason | None]:
    return [reason for reason in (*Reason, None) if reason in missed]


def _missed_words(reason: Reason | None, minutes: int) -> str:
    words = REASON_WORDS[reason] if reason else "cut short"
    return f"{minutes} min missed ({words}" + ("" if is_owed(reason) else ", no debt") + ")"
