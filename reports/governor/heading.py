"""What a report is of: whose, which term, which days, for whom, and what else the record says; pure."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from aylsham.suppression.audience import Audience
from reports.governor.record import Record
from reports.governor.terms import TermKey


@dataclass(frozen=True)
class Heading:
    """What a report is of."""

    owner: str
    is_federation: bool
    phase: str
    term: TermKey
    day: dt.date
    is_term_over: bool
    before_on: dt.date
    promises_since: dt.date
    attendance_as_of: dt.date | None
    #: The record begins after the term, on this day.
    known_from: dt.date | None
    audience: Audience
    #: Slug, name and phase of each school of a federation.
    schools: tuple[tuple[str, str, str], ...] = ()
    #: What is said besides the counts; None of a term before the record.
    record: Record | None = None
    #: The term whose report compares groups of children instead of this one.
    groups_elsewhere: str = ""
    #: What the report on the term before has printed of how children are supported, by name.
    before: Mapping[str, int | None] = field(default_factory=dict)
