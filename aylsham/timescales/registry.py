"""Every rule of the product, by code and version, chosen by the date of the case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from aylsham.dates import previous_working_day
from aylsham.school_calendar import SchoolCalendar

from .facts import Calendars, FactProblem, read_facts
from .rules import Confidence, Output, OutputKind, Owner, Rule, RuleBook, Value


class UnknownRule(LookupError):
    """There is no rule of that code, or no version of it for a case of that date."""


@dataclass(frozen=True)
class Line:
    """One answer, ready to be shown: the date, when to have done it, who owes it and why."""

    output: Output
    value: Value
    do_by: date | None
    citation: str
    confidence: Confidence

    @property
    def key(self) -> str:
        """The key of the answer."""
        return self.output.key

    @property
    def label(self) -> str:
        """What is due, in words."""
        return self.output.label

    @property
    def owed_by(self) -> Owner | None:
        """Who owes it; None for days that nobody owes."""
        return self.output.owed_by

    @property
    def is_date(self) -> bool:
        """Whether the answer is a day."""
        return isinstance(self.value, date)


@dataclass(frozen=True)
class Result:
    """What a rule says about a case: the version used, the facts and every answer."""

    rule: Rule
    facts: Mapping[str, Any]
    lines: tuple[Line, ...]

    @property
    def values(self) -> dict[str, Value]:
        """Every answer by key, without those that the facts do not yet give."""
        return {line.key: line.value for line in self.lines}

    @property
    def shown(self) -> tuple[Line, ...]:
        """The answers that a person should see."""
        return tuple(line for line in self.lines if line.output.is_shown)

    def __getitem__(self, key: str) -> Line:
        return next(line for line in self.lines if line.key == key)


class Registry:
    """Rules by code; versions of one code follow each other without overlap."""

    def __init__(self, *books: RuleBook) -> None:
        self._versions: dict[str, list[Rule]] = {}
        for book in books:
            self.register(book)

    def register(self, book: RuleBook) -> None:
        """Add the rules of a package; adding them twice changes nothing."""
        for rule in book.rules:
            versions = self._versions.setdefault(rule.code, [])
            if rule not in versions:
                versions.append(rule)
                versions.sort(key=lambda each: each.effective_from)
                _require_order(versions)

    def __iter__(self) -> Iterator[Rule]:
        """The newest version of every rule, by code."""
        return (self._versions[code][-1] for code in sorted(self._versions))

    def __contains__(self, code: str) -> bool:
        return code in self._versions

    def versions(self, code: str) -> tuple[Rule, ...]:
        """Every version of a rule, oldest first."""
        if code not in self._versions:
            raise UnknownRule(f"There is no rule “{code}”.")
        return tuple(self._versions[code])

    def rule_for(self, code: str, on: date | None = None) -> Rule:
        """The version for a case of that date; the newest when the case has no date."""
        versions = self.versions(code)
        if on is None:
            return versions[-1]
        for rule in versions:
            if rule.covers(on):
                return rule
        raise UnknownRule(
            f"No version of {code} covers {on:%-d %B %Y}: "
            + "; ".join(f"version {rule.version} {_span(rule)}" for rule in versions)
            + "."
        )

    def calculate(
        self,
        code: str,
        facts: Mapping[str, Any],
        *,
        calendar: SchoolCalendar | None = None,
        calendars: Calendars | None = None,
    ) -> Result:
        """Every date that the rule gives for these facts.

        `calendar` is the school's own, for days to do things by; `calendars` are those that a
        fact may name.
        """
        newest = self.rule_for(code)
        rule = self.rule_for(code, newest.case_date(read_facts(newest, facts, calendars)))
        return run(rule, read_facts(rule, facts, calendars), calendar=calendar)

    def changes(self) -> list[Rule]:
        """Versions that replaced another, newest first, each with its change note."""
        later = [rule for rules in self._versions.values() for rule in rules[1:]]
        return sorted(later, key=lambda rule: (rule.effective_from, rule.code), reverse=True)

    def moved(self, code: str, facts: Mapping[str, Any]) -> list[tuple[str, Value, Value]]:
        """What the newest version says otherwise than the one before: key, before, now."""
        *_, before, now = (None, *self.versions(code))
        if before is None or now is None:
            return []
        old = run(before, read_facts(before, facts)).values
        new = run(now, read_facts(now, facts)).values
        keys = [output.key for output in now.outputs] + [k for k in old if k not in new]
        return [(k, old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k)]


def run(rule: Rule, facts: Mapping[str, Any], *, calendar: SchoolCalendar | None = None) -> Result:
    """The answers of one version of a rule for facts that have been read."""
    try:
        values = rule.function(**facts)
    except FactProblem:
        raise
    except ValueError as problem:
        raise FactProblem({"": str(problem)}) from problem
    calendar = calendar or next(
        (fact for fact in facts.values() if isinstance(fact, SchoolCalendar)), None
    )
    known = (output for output in rule.outputs if values.get(output.key) is not None)
    return Result(
        rule, facts, tuple(_line(rule, output, values[output.key], calendar) for output in known)
    )


def _line(rule: Rule, output: Output, value: Value, calendar: SchoolCalendar | None) -> Line:
    do_by = None
    if output.kind is OutputKind.LAST_DAY and isinstance(value, date):
        by_school = calendar is not None and output.by_school_day
        do_by = calendar.do_by(value) if calendar and by_school else previous_working_day(value)
    return Line(
        output=output,
        value=value,
        do_by=do_by,
        citation=output.citation or rule.citation,
        confidence=output.confidence or rule.confidence,
    )


def _require_order(versions: list[Rule]) -> None:
    for earlier, later in pairwise(versions):
        if earlier.effective_to is None or earlier.effective_to >= later.effective_from:
            raise ValueError(f"Two versions of {later.code} cover {later.effective_from}.")


def _span(rule: Rule) -> str:
    start = f"from {rule.effective_from:%-d %B %Y}" if rule.effective_from > date.min else ""
    end = f"to {rule.effective_to:%-d %B %Y}" if rule.effective_to else ""
    return " ".join(filter(None, (start, end)))


#: The rules of the running product; each app's AppConfig registers its book.
REGISTRY = Registry()
