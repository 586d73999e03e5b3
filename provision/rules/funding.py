"""A stream of money in a financial year, in pence: received, planned, given, what is still to come.

What a provision costs falls evenly on its days: of one that runs over 31 March each financial year
has its part, and the parts add up to the whole.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provision.rules.costs import shares_of


@dataclass(frozen=True)
class Flow:
    """Pence of one provision or of many: what was planned and given, and what is still to come."""

    planned: int = 0
    #: Planned until today.
    so_far: int = 0
    delivered: int = 0
    #: Still planned from tomorrow until 31 March; and planned after it, which later years count.
    coming: int = 0
    after: int = 0

    @property
    def not_given(self) -> int:
        """Planned until today and not delivered; nothing where more was given than planned."""
        return max(0, self.so_far - self.delivered)

    @property
    def to_year_end(self) -> int:
        """What will have been spent on 31 March if the rest is given as planned."""
        return self.delivered + self.coming


@dataclass(frozen=True)
class StreamSum:
    """A stream beside what is spent from it; `received` None: no paper says a sum."""

    stream: str
    received: int | None
    flow: Flow

    @property
    def left(self) -> int | None:
        """Received and neither spent nor planned; less than nothing: more is planned than came."""
        return None if self.received is None else self.received - self.flow.to_year_end

    @property
    def is_empty(self) -> bool:
        """Nothing received and nothing planned."""
        return self.received is None and self.flow == Flow()


def until_day(total: int, starts_on: dt.date, ends_on: dt.date, day: dt.date) -> int:
    """Pence of a plan that fall on its days until the end of one: in the end all of it."""
    days = (ends_on - starts_on).days + 1
    gone = min(days, max(0, (day - starts_on).days + 1))
    return total * gone // days


def in_days(
    parts: Sequence[int], starts_on: dt.date, ends_on: dt.date, first: dt.date, last: dt.date
) -> list[int]:
    """Of each child's share of a plan what falls on some days.

    Stretches that follow each other add up to the shares, and the children of each stretch to what
    falls on it of the whole.
    """
    if not parts:
        return []
    ends = (first - dt.timedelta(days=1), last)
    before, until = (
        shares_of(until_day(sum(parts), starts_on, ends_on, day), parts) for day in ends
    )
    return [then - earlier for earlier, then in zip(before, until, strict=True)]


def still_to_come(
    rest: int, starts_on: dt.date, ends_on: dt.date, today: dt.date, year_end: dt.date
) -> tuple[int, int]:
    """Pence still planned, until the last day of the year and after it; nothing of what is over."""
    first = max(starts_on, today + dt.timedelta(days=1))
    if rest <= 0 or first > ends_on:
        return 0, 0
    days = (ends_on - first).days + 1
    before = min(days, max(0, (year_end - first).days + 1))
    until, after = shares_of(rest, [before, days - before])
    return until, after


def flowing(flows: Iterable[Flow]) -> Flow:
    """What they come to together."""
    each = list(flows)
    return Flow(
        sum(flow.planned for flow in each),
        sum(flow.so_far for flow in each),
        sum(flow.delivered for flow in each),
        sum(flow.coming for flow in each),
        sum(flow.after for flow in each),
    )


def received_of(sums: Iterable[int]) -> int | None:
    """Sums received less what was given back; None where there is none."""
    each = list(sums)
    return sum(each) if each else None
