"""manage suppress TABLES.json [--attack]"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aylsham.suppression.attack import given_away
from aylsham.suppression.json_form import published, read
from aylsham.suppression.tables import BadTable


class Command(BaseCommand):
    help = (
        "Print tables of counts as they may be published: small counts hidden, and whatever gives "
        "one away. The format stands in aylsham/suppression/json_form.py."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("tables", type=Path, metavar="TABLES.json")
        parser.add_argument(
            "--attack",
            action="store_true",
            help="take the file for published tables, name each hidden count that readers know to be "
            "small and not nobody; ends with 1 if there is one",
        )

    def handle(self, *args, **options) -> None:
        data = _load(options["tables"])
        if not options["attack"]:
            self.stdout.write(json.dumps(_published(data), ensure_ascii=False, indent=1))
            return
        found = _attacked(data)
        for each in found:
            self.stdout.write(f"{each.name}: {each.least} to {each.most}")
        if found:
            raise CommandError(f"Given away: {len(found)}.")
        self.stdout.write("No hidden count is given away.")


def _load(path: Path) -> dict:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise CommandError(f"{path.name} cannot be read as JSON: {problem}") from problem
    if not isinstance(data, dict):
        raise CommandError(f"{path.name} is not a JSON object.")
    return data


def _published(data: dict) -> dict:
    try:
        return published(read(data))
    except ValueError as problem:
        raise CommandError(str(problem)) from problem


def _attacked(data: dict) -> list:
    try:
        return given_away(data)
    except (BadTable, ValueError, KeyError, TypeError) as problem:
        raise CommandError(f"These are no published tables: {problem}") from problem
