"""Reading the facts of a case: from a file, a command line or a form."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from aylsham.school_calendar import SchoolCalendar

from .rules import Fact, FactKind, Rule

Calendars = Mapping[str, SchoolCalendar]

_NOTHING = {"", "null", "none", "-"}
_YES = {"yes", "y", "true", "1", "on"}
_NO = {"no", "n", "false", "0", "off"}
#: No clock of a school reaches beyond these years, and no sum of them leaves the calendar.
_YEARS = range(1900, 2200)
_DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")


class FactProblem(ValueError):
    """Something is wrong with the facts; `problems` says what to do, by name of the fact."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


def read_facts(
    rule: Rule, raw: Mapping[str, Any], calendars: Calendars | None = None
) -> dict[str, Any]:
    """The facts of a case as the rule's function takes them; FactProblem if they do not fit."""
    facts: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name in raw.keys() - {fact.name for fact in rule.facts}:
        known = ", ".join(fact.name for fact in rule.facts)
        problems[name] = f"{rule.code} does not know the fact “{name}”. It takes: {known}."
    for fact in rule.facts:
        try:
            facts[fact.name] = read_fact(fact, raw.get(fact.name), calendars or {})
        except ValueError as problem:
            problems[fact.name] = str(problem)
    if problems:
        raise FactProblem(problems)
    return facts


def in_words(rule: Rule, problem: str) -> str:
    """A problem with the facts called by their labels, for people who do not see their names."""
    for fact in sorted(rule.facts, key=lambda each: len(each.name), reverse=True):
        problem = re.sub(rf"\b{fact.name}\b", f"“{fact.label}”", problem)
    return problem


def read_fact(fact: Fact, raw: Any, calendars: Calendars) -> Any:
    """One fact; None when it is known to be missing. ValueError says what to do."""
    if is_nothing(raw):
        if fact.optional:
            return None
        raise ValueError(f"Give {fact.name}: {fact.label}, {_EXAMPLES[fact.kind]}.")
    if fact.kind is FactKind.DAY:
        return _read_near_day(raw)
    if fact.kind is FactKind.YEAR:
        return _read_year(fact, raw)
    if fact.kind is FactKind.YES_NO:
        return _read_yes_no(fact, raw)
    if fact.kind is FactKind.CHOICE:
        return _read_choice(fact, raw)
    return _read_calendar(raw, calendars)


def is_nothing(raw: Any) -> bool:
    """Whether a fact is said to be missing: null, empty, or the word none."""
    return raw is None or (isinstance(raw, str) and raw.strip().lower() in _NOTHING)


_EXAMPLES = {
    FactKind.DAY: "for example 2026-11-23",
    FactKind.YEAR: "for example 2026",
    FactKind.YES_NO: "yes or no",
    FactKind.CHOICE: "one of its codes",
    FactKind.CALENDAR: "the name of a calendar",
}


def read_day(raw: Any) -> date:
    """A date from a date, or from text as people and files write it."""
    if isinstance(raw, date):
        return raw.date() if isinstance(raw, datetime) else raw
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", " ".join(str(raw).split()))
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 (a date has no zone)
        except ValueError:
            continue
    raise ValueError(f"“{raw}” is not a date. Write it as 2026-11-23 or 23/11/2026.")


def _read_near_day(raw: Any) -> date:
    found = read_day(raw)
    if found.year not in _YEARS:
        raise ValueError(f"“{raw}” is not a date between {_YEARS[0]} and {_YEARS[-1]}.")
    return found


def _read_year(fact: Fact, raw: Any) -> int:
    found = re.fullmatch(r"(\d{4})(?:\.0|[/-]\d{2,4})?", str(raw).strip())
    if not found or isinstance(raw, bool) or int(found[1]) not in _YEARS:
        raise ValueError(f"{fact.name} is a year with four digits, for example 2026.")
    return int(found[1])


def _read_yes_no(fact: Fact, raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    text = str(raw).strip().lower()
    if text not in _YES | _NO:
        raise ValueError(f"{fact.name} is yes or no, not “{raw}”.")
    return text in _YES


def _read_choice(fact: Fact, raw: Any) -> str:
    codes = [code for code, _ in fact.choices]
    if raw not in codes:
        raise ValueError(f"{fact.name} is one of {', '.join(codes)}, not “{raw}”.")
    return str(raw)


def _read_calendar(raw: Any, calendars: Calendars) -> SchoolCalendar:
    if isinstance(raw, SchoolCalendar):
        return raw
    if isinstance(raw, Mapping):
        try:
            return SchoolCalendar.from_data(raw)
        except (KeyError, TypeError, ValueError) as problem:
            raise ValueError(f"The calendar cannot be read: {problem}.") from problem
    if not isinstance(raw, str) or raw not in calendars:
        known = ", ".join(sorted(calendars)) or "none"
        raise ValueError(f"There is no calendar “{raw}”. Known calendars: {known}.")
    return calendars[raw]
