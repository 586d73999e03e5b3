"""`manage audit verify` and `manage audit seal`."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from aylsham.audit.chain import read_chain, read_events
from aylsham.audit.seals import (
    Sealed,
    seal_after_restore,
    seal_events,
    take_moment,
    wait_for_open_transactions,
)
from aylsham.audit.verify import Report, Touched, verify_school
from aylsham.audit.witness import WitnessLine, read_witness
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction


class Command(BaseCommand):
    """The audit log: is it as it was written?"""

    help = (
        "verify: name every event or seal that somebody touched; exit 1 if there is one. "
        "seal: seal new events now, as the worker does every 20 seconds."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One action; all schools unless one is named."""
        parser.add_argument("action", choices=["verify", "seal"])
        parser.add_argument("--school", metavar="SLUG", help="verify this school only")
        parser.add_argument("--json", action="store_true", dest="as_json")
        parser.add_argument(
            "--witness", metavar="FILE", help="compare with this copy of the witness, say an e-mail"
        )
        parser.add_argument(
            "--after-restore",
            action="store_true",
            help="seal: say that this database was restored from a copy, and go on from here",
        )

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Print sentences, or one JSON object."""
        if action == "seal":
            self._seal(options["after_restore"], options["as_json"])
        else:
            self._verify(options["school"], options["witness"], options["as_json"])

    def _seal(self, after_restore: bool, as_json: bool) -> None:
        sealed = _seal_restored() if after_restore else seal_events()
        slugs = dict(School.objects.values_list("pk", "slug"))
        rows = [{"school": slugs[s.school_id], "seal": s.number, "events": s.count} for s in sealed]
        if as_json:
            self.stdout.write(json.dumps({"sealed": rows}))
            return
        for row in rows:
            self.stdout.write(f"{row['school']}: seal {row['seal']} over {row['events']} events")
        if not rows:
            self.stdout.write("Nothing new to seal.")

    def _verify(self, slug: str | None, witness: str | None, as_json: bool) -> None:
        lines = _witness(witness)  # before the database, which may only be newer
        schools = _schools(slug)
        reports = [_report(school, lines) for school in schools]
        missing = [] if slug else _missing_schools(lines)
        is_intact = all(r.is_intact for r in reports) and not missing
        if as_json:
            found = {
                "intact": is_intact,
                "schools": [r.as_dict() for r in reports],
                "missing_schools": missing,
            }
            self.stdout.write(json.dumps(found, default=str, ensure_ascii=False))
        else:
            for report in reports:
                self.stdout.write(_sentences(report))
            for school in missing:
                self.stdout.write(f"{Touched.SCHOOL_MISSING}: school {school} was deleted.")
        if not is_intact:
            sys.exit(1)


def _seal_restored() -> list[Sealed]:
    drawn = take_moment().drawn_up_to
    try:
        wait_for_open_transactions()  # then every event up to that number is there to be seen
    except TimeoutError as error:
        raise CommandError(str(error)) from error
    unsealed = {}
    for school in School.objects.all():
        with school_transaction(school):
            chain = read_chain(school)
            pairs = chain.pair(read_events(school))
            ids = [event.id for event, seal in pairs if seal is None and event.id <= drawn]
            if ids or chain.seals:
                unsealed[school] = ids
    return seal_after_restore(unsealed, drawn_up_to=drawn)


def _report(school: School, lines: list[WitnessLine]) -> Report:
    with school_transaction(school):
        return verify_school(school, (line for line in lines if line.school_id == school.pk))


def _missing_schools(lines: list[WitnessLine]) -> list[str]:
    """Schools that this very database once sealed and no longer has."""
    here = take_moment().origin
    known = set(School.objects.values_list("pk", flat=True))
    gone = {line.school_id for line in lines if line.origin == here} - known
    return sorted(str(school) for school in gone)


def _witness(path: str | None) -> list[WitnessLine]:
    try:
        return read_witness(Path(path) if path else None)
    except (ValueError, OSError) as error:
        raise CommandError(f"The witness cannot be read. {error}") from error


def _schools(slug: str | None) -> list[School]:
    schools = School.objects.order_by("slug")
    if slug is None:
        return list(schools)
    found = list(schools.filter(slug=slug))
    if not found:
        known = ", ".join(schools.values_list("slug", flat=True)) or "none"
        raise CommandError(f"There is no school “{slug}”. Schools: {known}.")
    return found


def _sentences(report: Report) -> str:
    state = "intact" if report.is_intact else "TOUCHED"
    lines = [f"{report.school}: {state}. {report.events} events, {report.seals} seals."]
    lines += [f"  {finding.kind}: {finding.message}" for finding in report.findings]
    if report.not_yet_sealed:
        lines.append(
            f"  Not yet sealed: {report.not_yet_sealed} events,"
            f" the oldest of {report.oldest_not_sealed_at:%H:%M:%S} UTC."
        )
    lines += [f"  Note: {note}" for note in report.notes]
    return "\n".join(lines)
