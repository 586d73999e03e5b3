"""Everything an import writes goes through here, so that it can be taken back exactly."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from aylsham.models import School
from pupils.models import FileImport, ImportedChange

BATCH = 500


def plain(row: models.Model, names: Iterable[str] | None = None) -> dict[str, Any]:
    """A row's columns as JSON keeps them."""
    fields = {f.attname: f for f in row._meta.concrete_fields if not f.generated}
    wanted = fields if names is None else names
    return {name: _plain(getattr(row, name), fields[name]) for name in wanted}


def _plain(value: Any, field: models.Field) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal) and isinstance(field, models.DecimalField):
        return str(round(value, field.decimal_places))
    if isinstance(value, UUID):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def restore(row: models.Model, values: dict[str, Any]) -> list[str]:
    """Put plain values back on a row; the names of the fields."""
    fields = {field.attname: field for field in row._meta.concrete_fields}
    for attname, value in values.items():
        field = fields[attname]
        kind = field.target_field if field.is_relation else field
        setattr(row, attname, None if value is None else kind.to_python(value))
    return [fields[attname].name for attname in values]


class Journal:
    """Collects rows to make and to change, then writes them and what they were before."""

    def __init__(self, file_import: FileImport | None, school: School | None = None):
        #: None: for one difference that a person settles; nothing is kept for taking it back.
        self.file_import = file_import
        self.school_id = file_import.school_id if file_import else school.pk
        self._created: dict[type[models.Model], list[models.Model]] = defaultdict(list)
        self._changed: dict[tuple[type[models.Model], UUID], models.Model] = {}
        self._before: dict[tuple[type[models.Model], UUID], dict[str, Any]] = {}

    def create(self, row: models.Model) -> Any:
        """A row to be made."""
        row.school_id = self.school_id
        self._created[type(row)].append(row)
        return row

    def change(self, row: models.Model, **values: Any) -> None:
        """A row to be changed; what does not differ is left alone."""
        differing = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not differing:
            return
        if row not in self._created.get(type(row), []):
            key = (type(row), row.pk)
            before = self._before.setdefault(key, {})
            for name in differing:
                attname = row._meta.get_field(name).attname
                before.setdefault(attname, plain(row, [attname])[attname])
            self._changed[key] = row
        for name, value in differing.items():
            setattr(row, name, value)

    def write(self) -> None:
        """Change first, so that what ended makes room, then create, then write it all down."""
        changed = list(self._by_fields().items())
        for (model, fields), rows in changed:
            model._default_manager.bulk_update(rows, fields, batch_size=BATCH)
        for model, rows in self._created.items():
            model._default_manager.bulk_create(rows, batch_size=BATCH)
        if self.file_import:
            self._note([row for _, rows in changed for row in rows])

    def _note(self, changed: list[models.Model]) -> None:
        entries = [self._entry(row, self._before[type(row), row.pk]) for row in changed]
        entries += [self._entry(row, None) for made in self._created.values() for row in made]
        for number, entry in enumerate(entries, start=1):
            entry.number = number
        ImportedChange.objects.bulk_create(entries, batch_size=BATCH)

    @property
    def pupil_ids(self) -> set[UUID]:
        """Children whom the collected changes concern."""
        rows = [*self._changed.values(), *(r for made in self._created.values() for r in made)]
        return {
            row.pk if row._meta.label == "pupils.Pupil" else row.pupil_id
            for row in rows
            if row._meta.label == "pupils.Pupil" or hasattr(row, "pupil_id")
        }

    def _by_fields(self) -> dict[tuple[type[models.Model], tuple[str, ...]], list[models.Model]]:
        groups: dict[Any, list[models.Model]] = defaultdict(list)
        for key, row in self._changed.items():
            groups[key[0], tuple(sorted(self._before[key]))].append(row)
        return groups

    def _entry(self, row: models.Model, before: dict[str, Any] | None) -> ImportedChange:
        return ImportedChange(
            school_id=self.school_id,
            file_import=self.file_import,
            model=row._meta.label,
            row_id=row.pk,
            before=before,
            after=plain(row, None if before is None else before),
        )
