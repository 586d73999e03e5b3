"""`manage deadlines verify` and `manage deadlines rebuild`."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from aylsham.deadlines.services import find_changes, rebuild_deadlines
from aylsham.models import Deadline, School
from aylsham.tenancy.row_security import school_transaction


class Command(BaseCommand):
    """The stored deadlines against what the rules compute from the facts."""

    help = "Recompute every deadline and compare (verify), or store the difference (rebuild)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One action; all schools unless one is named."""
        parser.add_argument("action", choices=["verify", "rebuild"])
        parser.add_argument("--school", metavar="SLUG")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: Any, action: str, as_json: bool, **options: Any) -> None:
        """Print one line a school; exit 1 if a verified school differs."""
        schools = _schools(options["school"])
        reports = [_verify(each) if action == "verify" else _rebuild(each) for each in schools]
        differ = sum(_differences(each) for each in reports) if action == "verify" else 0
        if as_json:
            found = {"action": action, "differences": differ, "schools": reports}
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            for report in reports:
                self.stdout.write(_sentence(action, report))
        if differ:
            sys.exit(1)


def _schools(slug: str | None) -> list[School]:
    schools = School.objects.order_by("slug")
    if slug is None:
        return list(schools)
    found = list(schools.filter(slug=slug))
    if not found:
        known = ", ".join(schools.values_list("slug", flat=True)) or "none"
        raise CommandError(f"There is no school “{slug}”. Schools: {known}.")
    return found


def _verify(school: School) -> dict[str, Any]:
    with school_transaction(school):
        changes = find_changes(school)
        return {
            "school": school.slug,
            "deadlines": Deadline.objects.filter(school=school).count(),
            "missing": sorted("/".join(key) for key in changes.missing),
            "different": sorted("/".join(key) for key in changes.different),
            "extra": sorted("/".join(key) for key in changes.extra),
        }


def _rebuild(school: School) -> dict[str, Any]:
    with school_transaction(school):
        changed = find_changes(school).count
        rebuild_deadlines(school)
        stored = Deadline.objects.filter(school=school).count()
    return {"school": school.slug, "deadlines": stored, "changed": changed}


def _differences(report: dict[str, Any]) -> int:
    return sum(len(report[name]) for name in ("missing", "different", "extra"))


def _sentence(action: str, report: dict[str, Any]) -> str:
    start = f"{report['school']}: {report['deadlines']} deadlines"
    if action == "rebuild":
        return f"{start}, {report['changed']} changed"
    if not _differences(report):
        return f"{start}, all as the rules say"
    lines = [f"{start}, {_differences(report)} differ"]
    for name in ("missing", "different", "extra"):
        lines += [f"  {name}: {key}" for key in report[name]]
    return "\n".join(lines)
