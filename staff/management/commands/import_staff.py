"""manage import_staff FILE [--school SLUG] [--commit] [--json]"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aylsham import clock
from aylsham.models import School
from pupils.importing.sheets import Unreadable
from pupils.management.one_school import read_bytes
from staff.services.importing.running import import_staff, schools_named


class Command(BaseCommand):
    help = (
        "Read the SENDCo's list of staff and say whom it would take in, at every school that it "
        "names. Writes nothing without --commit."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", metavar="SLUG", help="only, or for a list that names none")
        parser.add_argument("--commit", action="store_true", help="write the good rows")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options) -> None:
        data, name = read_bytes(options["file"]), options["file"].name
        try:
            report = import_staff(
                schools=self._schools(options["school"], data, name),
                data=data,
                name=name,
                today=clock.today(),
                by=None,
                is_written=options["commit"],
            )
        except Unreadable as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False))
            for remark in report.remarks():
                self.stderr.write(remark)
            return
        for sentence in report.sentences():
            self.stdout.write(sentence)

    def _schools(self, slug: str | None, data: bytes, name: str) -> list[School]:
        schools = list(School.objects.order_by("slug"))
        found = (
            [school for school in schools if school.slug == slug]
            if slug
            else schools_named(data, name, schools)
        )
        if not found:
            known = ", ".join(school.slug for school in schools)
            raise CommandError(f"Name a school with --school. There are: {known or 'none'}.")
        return found
