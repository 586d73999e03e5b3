"""Writes the schema of the pack's record where it is kept, after a change of its tables."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from pupils.packing import schema


class Command(BaseCommand):
    help = "Write the schema of record.json beside the module that makes it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file; the version is raised by hand when others must be able to tell."""
        path = Path(schema.__file__).with_name(schema.FILE_NAME)
        path.write_text(json.dumps(schema.record_schema(), indent=1) + "\n")
        self.stdout.write(f"{schema.FILE_NAME} is written.")
