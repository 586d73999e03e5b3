"""manage import_school: a whole school from the file that was taken out."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aylsham.exits.reading import Refused, take_in
from aylsham.models import School


class Command(BaseCommand):
    """Everything or nothing."""

    help = (
        "Take a file made under “Take the whole school out” into an empty school (see "
        "start_federation). Every row is compared with the file before anything is kept. People "
        "whom this installation does not know get accounts that open nothing: give roles anew."
    )

    def add_arguments(self, parser) -> None:
        """The file and the school."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", required=True, metavar="SLUG")
        parser.add_argument(
            "--new-ids", action="store_true", help="when the school it came from is still here"
        )

    def handle(self, *args, **options) -> None:
        """Take it in, or say why not."""
        school = School.objects.filter(slug=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school “{options['school']}”.")
        try:
            taken = take_in(options["file"], school, new_ids=options["new_ids"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(
            f"{school.name}: {taken.rows:,} rows and {taken.files:,} uploads came in, all equal "
            f"to the file. Checksum {taken.checksum}."
        )
