"""manage import_provision FILE [--school SLUG] [--commit] [--json]"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aylsham import clock
from aylsham.models import School
from provision.services.importing.running import import_provision, schools_named
from pupils.importing.sheets import Unreadable
from pupils.management.one_school import read_bytes


class Command(BaseCommand):
    help = (
        "Read the SENDCo's provision map and say which drafts it would make, at every school that "
        "it names. Writes nothing without --commit."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", metavar="SLUG", help="only, or for a map that names none")
        parser.add_argument("--commit", action="store_true", help="write the good rows as drafts")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options) -> None:
        data, name = read_bytes(options["file"]), options["file"].name
        try:
            report = import_provision(
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
        pence = report.counts["pence"]
        self.stdout.write(f"The new rows cost £{pence // 100:,}.{pence % 100:02d}.")

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
