"""manage empty_school: delete a school's records once a file holds all of them."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aylsham.exits.emptying import empty_school, is_owner
from aylsham.exits.reading import Refused
from aylsham.models import School


class Command(BaseCommand):
    """Nothing goes that the file does not hold, unchanged."""

    help = (
        "Delete everything that a school keeps here, after comparing each row with a file made "
        "under “Take the whole school out”. The school, its roles and the log of who did what "
        "stay. It runs as the owner of the tables: DATABASE_OWNER_URL."
    )

    def add_arguments(self, parser) -> None:
        """The file, the school, and that it is meant."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", required=True, metavar="SLUG")
        parser.add_argument("--yes", action="store_true", help="delete for good")

    def handle(self, *args, **options) -> None:
        """Delete, or say why not."""
        school = School.objects.filter(slug=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school “{options['school']}”.")
        if not options["yes"]:
            raise CommandError("This deletes every record of the school. Add --yes if you mean it.")
        if not is_owner():
            raise CommandError("Only the owner of the tables may: set DATABASE_OWNER_URL.")
        try:
            rows = empty_school(options["file"], school)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{school.name}: {rows:,} rows are deleted.")
