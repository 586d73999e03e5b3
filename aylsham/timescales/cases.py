"""Checking the rules against worked cases, kept in a file that a SENDCo can read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from aylsham.school_calendar import SchoolCalendar

from .registry import Registry, UnknownRule, Value

#: Any case may name the school's calendar, for the days to do things by.
CALENDAR = "calendar"


class CaseFileProblem(ValueError):
    """The file cannot be read as worked cases; the text says what to do."""


@dataclass(frozen=True)
class Outcome:
    """What came of one case: passed when nothing is in `problems`."""

    case_id: str
    rule_code: str
    problems: tuple[str, ...] = ()
    #: Facts that the rule does not know and that were left out of the sum.
    ignored: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the rule gave everything that the case names."""
        return not self.problems

    def __str__(self) -> str:
        text = f"{self.case_id} {self.rule_code}: {'; '.join(self.problems)}"
        return text + (f" (facts it does not know: {', '.join(self.ignored)})" * bool(self.ignored))


def load_cases(path: Path) -> tuple[list[Mapping[str, Any]], dict[str, SchoolCalendar]]:
    """The cases and the calendars of a file; CaseFileProblem if it has another shape."""
    data = _read_json(path)
    if not isinstance(data, dict) or not isinstance(data.get("cases"), list):
        raise CaseFileProblem(f"{path} has no list “cases”: see tests/data/date_cases.json.")
    return data["cases"], _calendars(path, data)


def load_calendars(path: Path) -> dict[str, SchoolCalendar]:
    """The calendars of a file: under “calendars”, or by name at its top."""
    data = _read_json(path)
    if not isinstance(data, dict):
        raise CaseFileProblem(f"{path} holds no calendars by name.")
    return _calendars(path, data if "calendars" in data else {"calendars": data})


def published_calendars() -> dict[str, SchoolCalendar]:
    """Term dates that a county has published, for whoever has no calendar of their own."""
    return load_calendars(Path(__file__).with_name("calendars.json"))


def check_case(
    registry: Registry, case: Mapping[str, Any], calendars: Mapping[str, SchoolCalendar]
) -> Outcome:
    """Run one case and compare the keys that it names."""
    if not isinstance(case, Mapping):
        return Outcome(_shown(case), "", ("a case needs “rule_code”, “inputs” and “expected”",))
    case_id, code = str(case.get("id", "(no id)")), str(case.get("rule_code", ""))
    inputs, expected = case.get("inputs"), case.get("expected")
    if not isinstance(inputs, dict) or not isinstance(expected, dict):
        return Outcome(case_id, code, ("the case needs “inputs” and “expected”",))
    try:
        known = {fact.name for rule in registry.versions(code) for fact in rule.facts}
    except UnknownRule as problem:
        return Outcome(case_id, code, (str(problem),))
    try:
        facts = {name: fact for name, fact in inputs.items() if name in known}
        values = _answers(registry, code, facts, inputs, calendars)
    except (UnknownRule, ValueError) as problem:
        # A fact that is known to be missing gives no dates: the case may expect just that.
        if None not in inputs.values() or any(each is not None for each in expected.values()):
            return Outcome(case_id, code, (str(problem),))
        values = {}
    wrong = (_difference(key, expected[key], values.get(key)) for key in expected)
    ignored = tuple(sorted(inputs.keys() - known - {CALENDAR}))
    return Outcome(case_id, code, tuple(filter(None, wrong)), ignored)


def _answers(
    registry: Registry,
    code: str,
    facts: Mapping[str, Any],
    inputs: Mapping[str, Any],
    calendars: Mapping[str, SchoolCalendar],
) -> dict[str, Value]:
    """Every answer by key, and under `…_do_by` the day to have done it."""
    calendar = calendars.get(str(inputs.get(CALENDAR)))
    result = registry.calculate(code, facts, calendars=calendars, calendar=calendar)
    do_by = {f"{line.key}_do_by": line.do_by for line in result.lines}
    return {**do_by, **result.values}


def plain(value: Value) -> int | str | bool | None:
    """A value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def _difference(key: str, expected: Any, found: Value) -> str:
    if plain(found) == expected and isinstance(found, bool) == isinstance(expected, bool):
        return ""
    return f"{key} should be {_shown(expected)}, is {_shown(plain(found))}"


def _shown(value: Any) -> str:
    return "nothing" if value is None else str(value)


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise CaseFileProblem(f"{path} cannot be read: {problem.strerror}.") from problem
    except ValueError as problem:
        raise CaseFileProblem(f"{path} is not JSON: {problem}.") from problem


def _calendars(path: Path, data: Mapping[str, Any]) -> dict[str, SchoolCalendar]:
    try:
        found = data.get("calendars") or {}
        return {name: SchoolCalendar.from_data(each, name) for name, each in found.items()}
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise CaseFileProblem(f"A calendar in {path} cannot be read: {problem}.") from problem
