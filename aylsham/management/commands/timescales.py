"""`manage timescales check FILE` and `manage timescales show RULE fact=value …`."""

import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from aylsham.calendars import calendar_of
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.tenancy.row_security import school_transaction
from aylsham.timescales.cases import (
    CaseFileProblem,
    check_case,
    load_calendars,
    load_cases,
    plain,
    published_calendars,
)
from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY, Line, Result, UnknownRule
from aylsham.timescales.rules import FactKind, Rule


class Command(BaseCommand):
    """Legal dates on the command line; only a school's own calendar needs the database."""

    help = "Check worked cases against the rules, or show the dates that a rule gives."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`check` takes a file; `show` a rule and its facts."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="check|show")
        check = actions.add_parser("check", help="Run a file of worked cases.")
        check.add_argument("file", type=Path)
        check.add_argument("--json", action="store_true", dest="as_json")
        show = actions.add_parser(
            "show",
            help="Show what a rule gives; without RULE, the rules.",
            epilog="calendar=SLUG counts with a school's own days; the database has to be there.",
        )
        show.add_argument("rule", nargs="?", metavar="RULE")
        show.add_argument("facts", nargs="*", metavar="fact=value")
        show.add_argument("--json", action="store_true", dest="as_json")
        show.add_argument(
            "--calendars", type=Path, metavar="FILE", help="JSON file of school calendars by name."
        )

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do one of the two; say what to do when something is wrong."""
        try:
            if action == "check":
                self.check_file(options["file"], as_json=options["as_json"])
            elif options["rule"] is None:
                self.list_rules(as_json=options["as_json"])
            else:
                self.show(**{key: options[key] for key in _SHOW_OPTIONS})
        except UnknownRule as problem:
            raise CommandError(f"{problem} `timescales show` lists the rules.") from problem
        except FactProblem as problem:
            raise CommandError("\n".join(problem.problems.values())) from problem
        except CaseFileProblem as problem:
            raise CommandError(str(problem)) from problem

    def check_file(self, path: Path, *, as_json: bool) -> None:
        """Print what failed and the sum of it; exit 1 if anything did."""
        cases, calendars = load_cases(path)
        outcomes = [check_case(REGISTRY, case, calendars) for case in cases]
        failed = [outcome for outcome in outcomes if not outcome.passed]
        passed = len(outcomes) - len(failed)
        if as_json:
            failures = [
                {"id": each.case_id, "rule_code": each.rule_code, "problems": each.problems}
                for each in failed
            ]
            self.write_json({"passed": passed, "failed": len(failed), "failures": failures})
        else:
            for outcome in failed:
                self.stdout.write(str(outcome))
            self.stdout.write(f"{passed} passed, {len(failed)} failed")
        if failed:
            sys.exit(1)

    def list_rules(self, *, as_json: bool) -> None:
        """Every rule with the facts that it takes."""
        rules = list(REGISTRY)
        if as_json:
            self.write_json({"rules": [_rule_as_json(rule) for rule in rules]})
            return
        for rule in rules:
            self.stdout.write(f"{rule.code}  {rule.title}")
            self.stdout.write(f"    {_facts_of(rule)}")

    def show(
        self,
        *,
        rule: str,
        facts: list[str],
        as_json: bool,
        calendars: Path | None,
    ) -> None:
        """The dates that one rule gives for some facts; `calendar` also sets the do-by days."""
        given = dict(_read_pair(rule, pair) for pair in facts)
        known = published_calendars() | (load_calendars(calendars) if calendars else {})
        if (named := given.get("calendar")) and named not in known:
            known |= _calendar_of_school(named)
        calendar = known.get(given.get("calendar", ""))
        if calendar and REGISTRY.rule_for(rule).fact("calendar") is None:
            del given["calendar"]
        result = REGISTRY.calculate(rule, given, calendars=known, calendar=calendar)
        if as_json:
            self.write_json(_result_as_json(result))
            return
        self.stdout.write(f"{result.rule.title} (version {result.rule.version})")
        for line in result.shown:
            self.stdout.write(_line_as_text(line))
        if result.rule.note:
            self.stdout.write(f"\n{result.rule.note}")

    def write_json(self, found: dict[str, Any]) -> None:
        """One object and nothing else."""
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))


_SHOW_OPTIONS = ("rule", "facts", "as_json", "calendars")


def _calendar_of_school(slug: str) -> dict[str, SchoolCalendar]:
    """The calendar of a school by its slug, where the database is there and knows the school."""
    try:
        school = School.objects.filter(slug=slug).first()
        if school is None:
            return {}
        with school_transaction(school):
            return {slug: calendar_of(school)}
    except OperationalError:
        return {}


def _read_pair(rule: str, pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals:
        example = _facts_of(REGISTRY.rule_for(rule))
        raise CommandError(f"“{pair}” is not fact=value. {rule} takes: {example}")
    return name.strip(), value.strip()


def _facts_of(rule: Rule) -> str:
    facts = (f"{fact.name}=…" if not fact.optional else f"[{fact.name}=…]" for fact in rule.facts)
    return " ".join(facts)


def _line_as_text(line: Line) -> str:
    parts = [f"{_day(line.value)}  {line.label}" if line.is_date else f"{line.label}: {line.value}"]
    if line.do_by:
        parts.append(f"do by {_day(line.do_by)}")
    if line.owed_by:
        parts.append(line.owed_by.words)
    parts += [line.citation, line.confidence.words]
    return "  " + " · ".join(parts)


def _day(day: Any) -> str:
    return f"{day:%a %-d %b %Y}" if isinstance(day, date) else str(day)


def _result_as_json(result: Result) -> dict[str, Any]:
    return {
        **_rule_as_json(result.rule),
        "facts": {name: _fact_as_json(fact) for name, fact in result.facts.items()},
        "results": {key: plain(value) for key, value in result.values.items()},
        "dates": [_line_as_json(line) for line in result.lines if line.is_date],
        "values": [_line_as_json(line) for line in result.lines if not line.is_date],
    }


def _fact_as_json(fact: Any) -> Any:
    return fact.name if isinstance(fact, SchoolCalendar) else plain(fact)


def _line_as_json(line: Line) -> dict[str, Any]:
    return {
        "key": line.key,
        "label": line.label,
        "how": line.output.how,
        "kind": line.output.kind.value,
        "value": plain(line.value),
        **({"date": plain(line.value), "do_by": plain(line.do_by)} if line.is_date else {}),
        "owed_by": line.owed_by.value if line.owed_by else None,
        "citation": line.citation,
        "confidence": line.confidence.value,
    }


def _rule_as_json(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.code,
        "version": rule.version,
        "title": rule.title,
        "citation": rule.citation,
        "confidence": rule.confidence.value,
        "note": rule.note,
        "takes": [
            {
                "name": fact.name,
                "label": fact.label,
                "kind": fact.kind.value,
                "optional": fact.optional,
                **({"codes": dict(fact.choices)} if fact.kind is FactKind.CHOICE else {}),
            }
            for fact in rule.facts
        ],
    }
