"""manage import_plans FILE (--school SLUG | --federation SLUG) [--commit] [--json]"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aylsham import clock
from aylsham.models import School
from ehcp.services.importing.running import import_plans
from pupils.importing.sheets import Unreadable
from pupils.management.one_school import read_bytes


class Command(BaseCommand):
    help = (
        "Read the SENDCo's list of EHC plans and say what it would change. "
        "Writes nothing without --commit."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--school", metavar="SLUG")
        whose.add_argument("--federation", metavar="SLUG")
        parser.add_argument("--commit", action="store_true", help="write the good rows")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options) -> None:
        try:
            report = import_plans(
                schools=self._schools(options["school"], options["federation"]),
                data=read_bytes(options["file"]),
                name=options["file"].name,
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

    def _schools(self, school: str | None, federation: str | None) -> list[School]:
        schools = School.objects.order_by("slug")
        found = (
            schools.filter(slug=school) if school else schools.filter(federation__slug=federation)
        )
        if not found:
            known = ", ".join(schools.values_list("slug", flat=True))
            raise CommandError(f"No such school or federation. The schools are: {known or 'none'}.")
        return list(found)
