"""What imports wrote before: a value that still stands as imported was not edited here."""

from typing import Any
from uuid import UUID

from django.db import models

from aylsham.models import School
from pupils.codes import ImportState
from pupils.models import ColumnMeaning, FileImport, ImportedChange
from pupils.services.importing.journal import plain


class ImportMemory:
    """The last imported value of every field of some models' rows."""

    def __init__(self, school: School, *kinds: type[models.Model]):
        self._values: dict[UUID, dict[str, Any]] = {}
        entries = ImportedChange.objects.filter(
            school=school,
            model__in=[kind._meta.label for kind in kinds],
            file_import__state=ImportState.DONE,
        ).order_by("file_import__done_at", "number")
        for row_id, after in entries.values_list("row_id", "after"):
            self._values.setdefault(row_id, {}).update(after)

    def is_edited_here(self, row: models.Model, name: str) -> bool:
        """True when somebody entered or changed the field since an import last wrote it."""
        attname = row._meta.get_field(name).attname
        imported = self._values.get(row.pk, {})
        return attname not in imported or imported[attname] != plain(row, [attname])[attname]


def remembered_columns(file_import: FileImport) -> dict[str, str]:
    """What people said of this school's headings before, and of this file's."""
    known = ColumnMeaning.objects.filter(school_id=file_import.school_id, kind=file_import.kind)
    return {**dict(known.values_list("heading", "field")), **file_import.mapping}
