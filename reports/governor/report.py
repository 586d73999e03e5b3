"""A finished report as plain data: what the page, the PDF and the tests share; pure.

Everything in it may be read by its audience: None is a count that is not shown.
"""

import datetime as dt
import types
import typing
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any

from aylsham.suppression.audience import Audience
from reports.publications.kind import Table

#: What is printed for a count that is not shown.
HIDDEN = "not shown"


@dataclass(frozen=True)
class Line:
    """One line of a table: how many, what share, and what it is compared with."""

    label: str
    count: int | None
    base: int | None = None
    percent: float | None = None
    national: float | None = None


@dataclass(frozen=True)
class GroupLine:
    """A group of children: on the register, of how many; its share in per cent with a 95 % band."""

    way: str
    label: str
    count: int | None
    base: int | None
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    #: What may be said of it beside all other children; empty: nothing.
    beside: str = ""


@dataclass(frozen=True)
class Point:
    """One term of the trend."""

    label: str
    register: int | None
    support: int | None = None
    plans: int | None = None
    percent: float | None = None


@dataclass(frozen=True)
class Trend:
    """Term by term. Not whole: of today's children, how many were on a register by then."""

    points: tuple[Point, ...]
    is_whole: bool


@dataclass(frozen=True)
class DutyLine:
    """One kind of promise: due, kept in time, kept late, still open and late, day not recorded."""

    label: str
    all: int | None
    in_time: int | None
    late: int | None
    open: int | None
    unknown: int | None
    weeks_late: int | None = None
    #: The kind of duty, as `Duty` names it; empty for a council's own line.
    code: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether anything is left to print."""
        return any(n is not None for n in (self.in_time, self.late, self.open))

    @property
    def not_in_time(self) -> int | None:
        """Kept late or still open."""
        return None if self.late is None or self.open is None else self.late + self.open


@dataclass(frozen=True)
class Promises:
    """What was due in the last twelve months, ours and the councils' apart."""

    since: dt.date
    until: dt.date
    ours: tuple[DutyLine, ...]
    councils: tuple[DutyLine, ...]
    #: Decisions after reviews, council by council, where there are enough.
    by_council: tuple[DutyLine, ...]
    #: The council's stages of needs assessments and its orders, and each council's of several.
    assessments: tuple[DutyLine, ...] = ()


@dataclass(frozen=True)
class Coming:
    """Children with plans who change phase next September."""

    september: int
    meeting_by: dt.date
    named_by: dt.date
    all: int | None
    held: int | None
    waiting: int | None
    is_any: bool
    is_any_waiting: bool


@dataclass(frozen=True)
class Changes:
    """Who came on and went off the register since the end of the last term."""

    since: dt.date
    until: dt.date
    #: The record has nobody who left before this day; None when it has everybody.
    known_from: dt.date | None
    on: int | None
    off: int | None
    joined: int | None
    left: int | None
    up: int | None
    down: int | None
    reasons_on: tuple[Line, ...]
    reasons_off: tuple[Line, ...]


@dataclass(frozen=True)
class Attendance:
    """Average attendance this academic year; empty groups where a figure is not known or shown."""

    as_of: dt.date | None
    groups: tuple[Line, ...]


@dataclass(frozen=True)
class SchoolLine:
    """One school in the federation's report."""

    name: str
    phase: str
    roll: int | None
    support: int | None
    plans: int | None
    percent: float | None


@dataclass(frozen=True)
class National:
    """England's figures with year and source; None is said in words."""

    support: float | None
    plans: float | None
    all_in_primary: float | None
    when: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question a governor might ask, what in the figures raises it, what to listen for."""

    rule: str
    topic: str
    ask: str
    because: str
    listen_for: str


@dataclass(frozen=True)
class Report:
    """Everything that one report says, apart from the SENDCo's own words."""

    owner: str
    is_federation: bool
    phase: str
    term: str
    term_code: str
    day: dt.date
    is_term_over: bool
    audience: Audience
    roll: int | None
    register: int | None
    register_percent: float | None
    levels: tuple[Line, ...]
    national: National
    trend: Trend
    years: tuple[Line, ...]
    areas: tuple[Line, ...]
    needs: tuple[Line, ...]
    promises: Promises
    coming: Coming
    changes: Changes
    attendance: Attendance
    schools: tuple[SchoolLine, ...]
    said: dict[str, tuple[str, ...]]
    questions: tuple[Question, ...]
    #: The record begins after the term, on this day: only children who are in it are counted.
    known_from: dt.date | None = None
    #: How children are supported: counts by the names that `support` gives them.
    support: dict[str, int | None] = field(default_factory=dict)
    #: Groups of children, where this report prints them, or the term whose report does instead.
    groups: tuple[GroupLine, ...] = ()
    groups_elsewhere: str = ""
    #: Tables by part, as they are printed.
    tables: dict[str, tuple[Table, ...]] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether everybody who was there then is in the record."""
        return self.known_from is None

    def level(self, code: str) -> Line:
        """The line of SEN support (K) or EHC plans (E)."""
        return self.levels[("K", "E").index(code)]

    def as_json(self) -> dict[str, Any]:
        """Plain data to store."""
        return _plain(asdict(self))

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Report":
        """The same report again."""
        return _typed(cls, data)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _typed(kind: Any, value: Any) -> Any:
    """A value as its annotation says; stored reports keep fields that later versions add empty."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return None if value is None else _typed(inner[0], value)
    if origin is tuple:
        return tuple(_typed(inner[0], each) for each in value)
    if origin is dict:
        return {key: _typed(inner[1], each) for key, each in value.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        names = [each.name for each in fields(kind) if each.name in value]
        return kind(**{name: _typed(hints[name], value[name]) for name in names})
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value
