"""Who computes deadlines: each floor registers its providers when it is loaded."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Model, Q

from aylsham.access.permissions import Permission
from aylsham.dates import DAY
from aylsham.models import Owes, School, Standing, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import Line, Result
from aylsham.timescales.rules import Confidence, Owner, Rule, Value


@dataclass(frozen=True)
class Action:
    """The one step that moves a deadline on: words for a button and the page it opens."""

    label: str
    url_name: str
    args: tuple[str, ...] = ()
    #: Who may take it; None: whoever sees the deadline.
    permission: Permission | None = None

    def as_data(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {
            "label": self.label,
            "url_name": self.url_name,
            "args": list(self.args),
            "permission": str(self.permission or ""),
        }


@dataclass(frozen=True)
class DeadlineFact:
    """One deadline as a provider computes it; the stored row is a copy."""

    key: str
    kind: str
    title: str
    due_on: dt.date
    do_by: dt.date
    owed_by: Owes
    weight: Weight
    rule_code: str
    rule_version: str
    citation: str
    confidence: Confidence
    how: str = ""
    pupil_id: UUID | None = None
    begins_on: dt.date | None = None
    lapses_on: dt.date | None = None
    #: Whether it lapses at the latest on the child's last day on roll; the projection looks it up.
    lapses_with_roll: bool = False
    permission: Permission | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    action: Action | None = None
    standing: Standing | None = None

    def as_columns(self, last_day: dt.date | None = None) -> dict[str, Any]:
        """The row's columns, apart from its school, provider and key.

        `last_day`: the child's on roll, as far as it is known.
        """
        ends = (self.lapses_on, last_day if self.lapses_with_roll else None)
        return {
            "pupil_id": self.pupil_id,
            "kind": self.kind,
            "title": self.title,
            "due_on": self.due_on,
            "do_by": self.do_by,
            "begins_on": self.begins_on,
            "lapses_on": min(filter(None, ends), default=None),
            "owed_by": self.owed_by.value,
            "weight": self.weight.value,
            "permission": str(self.permission or ""),
            "rule_code": self.rule_code,
            "rule_version": self.rule_version,
            "citation": self.citation,
            "confidence": self.confidence.value,
            "how": self.how,
            "facts": dict(self.facts),
            "action": self.action.as_data() if self.action else {},
            "standing": self.standing.value if self.standing else "",
        }


#: A school has so many days from going live to say when it last did what it has to do again.
DAYS_TO_SAY = 28
_OWES = {
    Owner.SCHOOL: Owes.SCHOOL,
    Owner.SENCO: Owes.SCHOOL,
    Owner.LA: Owes.LOCAL_AUTHORITY,
    Owner.OLD_LA: Owes.LOCAL_AUTHORITY,
    Owner.NEW_LA: Owes.LOCAL_AUTHORITY,
    Owner.HEALTH: Owes.HEALTH,
    Owner.SOCIAL_CARE: Owes.SOCIAL_CARE,
    Owner.PARENT: Owes.PARENT,
}
_WEIGHTS = {
    Confidence.LAW: Weight.LAW,
    Confidence.UNVERIFIED: Weight.LAW,
    Confidence.GUIDANCE: Weight.GUIDANCE,
    Confidence.WORKING: Weight.OURS,
}


def deadline_from(result: Result, answer: str, *, key: str, kind: str, **more: Any) -> DeadlineFact:
    """The deadline that one answer of a rule makes; `more` overrides what the rule says."""
    line = result[answer]
    said = {
        "title": line.label,
        "due_on": line.value,
        "do_by": line.do_by or line.value,
        "owed_by": _OWES.get(line.owed_by, Owes.SCHOOL),
        "weight": _WEIGHTS[line.confidence],
        "citation": line.citation,
        "confidence": line.confidence,
        "how": _how(line),
        "facts": facts_in_words(result),
    }
    return DeadlineFact(
        key=key,
        kind=kind,
        rule_code=result.rule.code,
        rule_version=str(result.rule.version),
        **(said | more),
    )


def to_be_recorded(
    school: School,
    calendar: SchoolCalendar,
    rule: Rule,
    *,
    key: str,
    kind: str,
    title: str,
    action: Action,
) -> Iterator[DeadlineFact]:
    """Our own reminder to say when a thing was last done; nothing before the school is live."""
    if school.live_from is None:
        return
    due_on = school.live_from + DAYS_TO_SAY * DAY
    yield DeadlineFact(
        key=key,
        kind=kind,
        title=title,
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=rule.code,
        rule_version=str(rule.version),
        citation=rule.citation,
        confidence=Confidence.WORKING,
        how="four weeks after the school went live here",
        facts={"Day the school went live": school.live_from.isoformat()},
        action=action,
    )


def facts_in_words(result: Result) -> dict[str, str]:
    """The facts that a rule was given, by the words that a person knows them by."""
    given = ((fact, result.facts.get(fact.name)) for fact in result.rule.facts)
    return {
        fact.label: _plain(value)
        for fact, value in given
        if value is not None and not isinstance(value, SchoolCalendar)
    }


def _how(line: Line) -> str:
    return line.output.how


def _plain(value: Value) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


@dataclass(frozen=True)
class RowsOf:
    """The rows of a table that can make something due; by default all of them."""

    table: type[Model]
    that: Q = field(default_factory=Q)


#: The deadlines of a school, or of some of its children; nothing in them may depend on today.
Provider = Callable[[School, SchoolCalendar, frozenset[UUID] | None], Iterable[DeadlineFact]]
#: The last day on roll of a school's children, or of some; None while no end is known.
LastDays = Callable[[School, frozenset[UUID]], Mapping[UUID, dt.date | None]]

_providers: dict[str, Provider] = {}
_rows: dict[str, tuple[RowsOf, ...]] = {}
_kinds: dict[str, str] = {}
_last_days: list[LastDays] = []


def register_provider(
    name: str,
    provider: Provider,
    *,
    tables: Iterable[type[Model] | RowsOf],
    kinds: Mapping[str, str] | None = None,
) -> None:
    """Add a provider, and the kinds of deadline it makes with the words that a filter shows.

    A provider given ids yields the deadlines of those children only; given None it yields
    everything, the school's own included. `tables` have a `pupil`: of a child who has a row in
    none of them (or none that is named with a condition) the provider has nothing to say, and it
    is not asked.
    """
    _providers[name] = provider
    _rows[name] = tuple(each if isinstance(each, RowsOf) else RowsOf(each) for each in tables)
    _kinds.update(kinds or {})


def register_last_days(reader: LastDays) -> None:
    """Say who knows until when children are on roll: a floor above this one."""
    _last_days[:] = [reader]


def last_days(school: School, pupil_ids: frozenset[UUID]) -> Mapping[UUID, dt.date | None]:
    """The last day on roll of some children; None while no end is known."""
    return _last_days[0](school, pupil_ids) if pupil_ids and _last_days else {}


def providers() -> dict[str, Provider]:
    """All providers by name."""
    return dict(_providers)


def rows_of(name: str) -> tuple[RowsOf, ...]:
    """The rows of which a child must have one before that provider has something to say."""
    return _rows[name]


def kind_label(kind: str) -> str:
    """The words for a kind of deadline."""
    return _kinds.get(kind, kind.replace("_", " ").capitalize())
