"""What a report is counted from: one school's children without names, pure."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ehcp.selectors.assessments.timeliness import AssessmentTimeliness
from ehcp.selectors.order_timeliness import OrderTimeliness
from ehcp.selectors.timeliness import PlanTimeliness
from pupils.codes import SenStatus
from reports.governor.group_terms import GroupTerms
from reports.governor.record import Record
from reports.governor.terms import TermKey

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Stay:
    """A stretch of days on roll, both ends included."""

    starts_on: dt.date
    ends_on: dt.date | None


@dataclass(frozen=True)
class Stretch:
    """A stretch of days on the register."""

    status: str
    starts_on: dt.date
    ends_on: dt.date | None
    reason: str
    end_reason: str = ""


@dataclass(frozen=True)
class Support:
    """How one child is supported, as the record has it for a day."""

    #: `in_date`, `late` (past the day of its review) or `none`.
    plan: str = "none"
    #: Days of the school year on which the parents were met, or declined.
    meetings: int = 0
    #: `read` by every adult who works with the child, `unread` or `none`; empty: not known.
    passport: str = ""
    #: Suspended since the end of the term before; part-time on the day.
    is_suspended: bool = False
    is_part_time: bool = False


@dataclass(frozen=True)
class Child:
    """A child who is or was on roll, as far as a report counts them."""

    year_group: str
    stays: tuple[Stay, ...]
    stretches: tuple[Stretch, ...] = ()
    #: The primary need on the day of the report; empty when none is recorded.
    need: str = ""
    attendance: Decimal | None = None
    #: None where the record does not know it of that day.
    support: Support | None = None
    #: One group of each way of looking, as “Sex:Girl”.
    groups: tuple[str, ...] = ()

    def is_on_roll(self, day: dt.date) -> bool:
        """Whether the child was at the school on a day."""
        return any(_covers(stay, day) for stay in self.stays)

    def status(self, day: dt.date) -> str:
        """N, K or E on a day; N for who was not at the school."""
        stretch = self.stretch(day)
        return stretch.status if stretch else SenStatus.NONE.value

    def stretch(self, day: dt.date) -> Stretch | None:
        """The stretch on the register that a day lies in, while at the school."""
        if not self.is_on_roll(day):
            return None
        return next((each for each in self.stretches if _covers(each, day)), None)

    def on_register_since(self, day: dt.date) -> dt.date | None:
        """The first day of the unbroken time on a register that a day lies in."""
        since = None
        for each in sorted(self.stretches, key=lambda s: s.starts_on, reverse=True):
            if (since is None and _covers(each, day)) or (
                since and each.ends_on == since - ONE_DAY
            ):
                since = each.starts_on
        return since

    def came_on_roll(self, day: dt.date) -> dt.date:
        """The first day of the stay that a day lies in."""
        return next(stay.starts_on for stay in self.stays if _covers(stay, day))


@dataclass(frozen=True)
class TermDays:
    """A term with the last day of it that counts."""

    key: TermKey
    starts_on: dt.date
    counted_on: dt.date


@dataclass(frozen=True)
class SchoolFacts:
    """Everything that one school's part of a report is counted from."""

    slug: str
    name: str
    phase: str
    #: The terms of the trend, oldest first; the last is the report's own.
    terms: tuple[TermDays, ...]
    #: The last day before the report's stretch of time: the end of the term before.
    before_on: dt.date
    #: Who left before this day is not in the record.
    records_begin_on: dt.date
    children: tuple[Child, ...]
    plans: tuple[PlanTimeliness, ...] = ()
    assessments: tuple[AssessmentTimeliness, ...] = ()
    orders: tuple[OrderTimeliness, ...] = ()
    attendance_as_of: dt.date | None = None
    #: The day on which the record begins, where that is after the term: then only children who
    #: are in it are counted, as if they had been here, and of them only the register.
    known_from: dt.date | None = None
    #: What is said besides the counts; None of a term before the record.
    record: Record | None = None
    #: Whether groups are counted, and beside which report.
    groups: GroupTerms = field(default_factory=GroupTerms)

    @property
    def day(self) -> dt.date:
        """The day on which everything is counted."""
        return self.terms[-1].counted_on

    @cached_property
    def on_roll(self) -> tuple[Child, ...]:
        """Children at the school on that day."""
        return tuple(child for child in self.children if child.is_on_roll(self.day))

    def knows(self, day: dt.date) -> bool:
        """Whether the record has everybody who was there on a day."""
        return day >= self.records_begin_on

    def with_status(self, day: dt.date) -> Iterator[tuple[Child, str]]:
        """Everybody who was there on a day, with their status then."""
        return ((child, child.status(day)) for child in self.children if child.is_on_roll(day))


def _covers(stretch: Stay | Stretch, day: dt.date) -> bool:
    return stretch.starts_on <= day and (stretch.ends_on is None or day <= stretch.ends_on)
