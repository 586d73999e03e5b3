"""A command that imports one file of one school; each kind of file has its own."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aylsham import clock
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import ImportKind
from pupils.importing.reading import check_size
from pupils.importing.sheets import Unreadable
from pupils.services.importing.running import Report, run_import


class ImportOfOneSchool(BaseCommand):
    """manage import_… FILE --school SLUG [--commit] [--json]"""

    kind: ImportKind

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", required=True, metavar="SLUG")
        parser.add_argument("--sheet", default="", help="the worksheet to read, if not the obvious")
        parser.add_argument("--commit", action="store_true", help="write the good rows")
        parser.add_argument(
            "--nothing-with-faults", action="store_true", help="write nothing if any row is faulty"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options) -> None:
        school = School.objects.filter(slug=options["school"]).first()
        if school is None:
            known = ", ".join(School.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"No school “{options['school']}”. There are: {known or 'none'}.")
        try:
            data = read_bytes(options["file"])
            with school_transaction(school):
                report = run_import(
                    school=school,
                    kind=self.kind,
                    data=data,
                    name=options["file"].name,
                    sheet_name=options["sheet"],
                    today=clock.today(),
                    by=None,
                    is_written=options["commit"],
                    is_all_or_nothing=options["nothing_with_faults"],
                )
        except Unreadable as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False))
            for remark in report.remarks():
                self.stderr.write(remark)
        else:
            self._say(report)

    def _say(self, report: Report) -> None:
        for sentence in report.sentences():
            self.stdout.write(sentence)


def read_bytes(path: Path) -> bytes:
    """The file's bytes; refused in words when it is not there or far too large."""
    try:
        check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
