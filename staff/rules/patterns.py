"""A week of work: what a pattern adds up to, and what cannot be (pure, no Django)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

MINUTES = 60
#: The pattern may differ from the contract by so much: a rounded quarter of an hour.
CLOSE_ENOUGH = 15
#: An adult's day of more hours than this is a slip (Working Time Regulations 1998, reg 10: eleven
#: hours of rest in each twenty-four).
LONGEST_DAY = 13 * MINUTES
#: Work of more than six hours has twenty minutes of break (Working Time Regulations 1998, reg 12).
BREAK_AFTER = 6 * MINUTES
SHORTEST_BREAK = 20
#: Records of employment are kept so long after somebody left (Limitation Act 1980, s 5).
YEARS_KEPT = 6


@dataclass(frozen=True)
class Span:
    """From one time to another of a weekday (0 is Monday)."""

    weekday: int
    starts_at: dt.time
    ends_at: dt.time
    name: str = ""


@dataclass(frozen=True)
class DayPattern:
    """A weekday of a contract; times are None while nobody has said them."""

    weekday: int
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    break_at: dt.time | None = None
    break_minutes: int = 0

    @property
    def minutes(self) -> int | None:
        """Minutes of work without the break; None without times."""
        if self.starts_at is None or self.ends_at is None:
            return None
        return minutes_between(self.starts_at, self.ends_at) - self.break_minutes


def minutes_between(starts_at: dt.time, ends_at: dt.time) -> int:
    """Minutes from one time of a day to a later one; negative when it is earlier."""
    from_, until = (each.hour * MINUTES + each.minute for each in (starts_at, ends_at))
    return until - from_


def minutes_of(days: Iterable[DayPattern]) -> int | None:
    """Minutes of work in a week; None while the times of a day are missing."""
    each = [day.minutes for day in days]
    known = [minutes for minutes in each if minutes is not None]
    return sum(known) if each and len(known) == len(each) else None


def difference(days: Iterable[DayPattern], hours: Decimal) -> int:
    """Minutes by which the pattern is longer than the contract; 0 when close, or not known."""
    planned = minutes_of(days)
    if planned is None:
        return 0
    more = planned - round(hours * MINUTES)
    return more if abs(more) > CLOSE_ENOUGH else 0


def wrong_with(day: DayPattern) -> str:
    """Why a day cannot be so; empty when it can."""
    if (day.starts_at is None) != (day.ends_at is None):
        return "Give both: when work begins and when it ends."
    if day.starts_at is None or day.ends_at is None:
        return "Give the times of work before the break." if day.break_at else ""
    length = minutes_between(day.starts_at, day.ends_at)
    if length <= 0:
        return "Work ends before it begins."
    if length > LONGEST_DAY:
        return "A day of more than 13 hours cannot be. Check the times."
    return _wrong_with_break(day, day.starts_at, day.ends_at)


def _wrong_with_break(day: DayPattern, starts_at: dt.time, ends_at: dt.time) -> str:
    if bool(day.break_at) != bool(day.break_minutes):
        return "Give both: when the break begins and how long it is."
    if day.break_at is None:
        return ""
    from_start = minutes_between(starts_at, day.break_at)
    to_end = minutes_between(day.break_at, ends_at) - day.break_minutes
    return "" if from_start >= 0 and to_end >= 0 else "The break is outside the time of work."


def lacks_break(day: DayPattern) -> bool:
    """Whether more than six hours are worked without twenty minutes of break."""
    if day.starts_at is None or day.ends_at is None:
        return False
    is_long = minutes_between(day.starts_at, day.ends_at) > BREAK_AFTER
    return is_long and day.break_minutes < SHORTEST_BREAK


def outside(span: Span, days: Iterable[DayPattern]) -> str:
    """Why a task does not fit into the days of a contract; empty when it does."""
    if minutes_between(span.starts_at, span.ends_at) <= 0:
        return "It ends before it begins."
    mine = next((day for day in days if day.weekday == span.weekday), None)
    if mine is None:
        return "This is no working day of the contract."
    if mine.starts_at is None or mine.ends_at is None:
        return ""
    if span.starts_at < mine.starts_at or span.ends_at > mine.ends_at:
        return f"It is outside the working time, {words(mine.starts_at, mine.ends_at)}."
    if mine.break_at and _meet(span, _break_of(mine, mine.break_at)):
        return "It falls into the break."
    return ""


def _break_of(day: DayPattern, break_at: dt.time) -> Span:
    at = dt.datetime.combine(dt.date(2000, 1, 1), break_at)
    until = (at + dt.timedelta(minutes=day.break_minutes)).time()
    return Span(day.weekday, break_at, until)


def clash(span: Span, others: Iterable[Span]) -> Span | None:
    """The first of the others that takes the same time of the same weekday."""
    return next((other for other in others if _meet(span, other)), None)


def _meet(one: Span, other: Span) -> bool:
    same_day = one.weekday == other.weekday
    return same_day and one.starts_at < other.ends_at and other.starts_at < one.ends_at


def words(starts_at: dt.time, ends_at: dt.time) -> str:
    """`8:30 to 15:15`."""
    return f"{starts_at:%-H:%M} to {ends_at:%-H:%M}"


def kept_until(left_on: dt.date) -> dt.date:
    """The last day on which the record of somebody who left is kept: six years on."""
    try:
        return left_on.replace(year=left_on.year + YEARS_KEPT)
    except ValueError:  # 29 February
        return left_on.replace(year=left_on.year + YEARS_KEPT, day=28)
