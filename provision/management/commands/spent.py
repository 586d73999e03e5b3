"""`manage spent verify` and `manage spent rebuild`."""

import datetime as dt
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from aylsham import clock
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from provision.selectors.spent import Changes, find_changes
from provision.services.spent import keep_spending


class Command(BaseCommand):
    """What is kept of the cost of provision against what the session log says."""

    help = "Work out again what provision cost, and compare (verify) or keep it (rebuild)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One action; all schools unless one is named."""
        parser.add_argument("action", choices=["verify", "rebuild"])
        parser.add_argument("--school", metavar="SLUG")
        parser.add_argument("--until", type=dt.date.fromisoformat, help="the last day (yesterday)")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Print one line a school; exit 1 if a verified school differs."""
        differ = False
        for school in _schools(options["school"]):
            with school_transaction(school):
                if action == "verify":
                    changes = find_changes(school)
                    differ |= bool(changes)
                    words = _sentence(changes)
                else:
                    until = options["until"] or clock.today() - dt.timedelta(days=1)
                    words = f"{keep_spending(school=school, until=until)} parts until {until}"
            self.stdout.write(f"{school.slug}: {words}")
        if differ:
            sys.exit(1)


def _schools(slug: str | None) -> list[School]:
    schools = School.objects.order_by("slug")
    if slug is None:
        return list(schools)
    found = list(schools.filter(slug=slug))
    if not found:
        raise CommandError(f"There is no school “{slug}”.")
    return found


def _sentence(changes: Changes) -> str:
    if changes.until is None:
        return "never worked out"
    start = f"{changes.parts} parts until {changes.until}"
    if not changes:
        return f"{start}, all as the log says"
    lines = [f"{start}, {len(changes.different) + len(changes.wholes)} differ"]
    lines += [f"  part: {provision}/{pupil}" for provision, pupil in changes.different]
    lines += [f"  whole: {provision}" for provision in changes.wholes]
    return "\n".join(lines)
