"""Taking an import back: exactly, or not at all."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils.text import capfirst

from pupils.models import ImportedChange, Pupil
from pupils.services.importing.journal import BATCH, plain, restore

TAKEN = "What ended then has been given to another child since"


@dataclass(frozen=True)
class LaterEdit:
    """Something that was changed or added since and would be lost."""

    what: str
    pupil_id: UUID | None = None


class UndoRefused(Exception):
    """The import cannot be taken back; the edits since then would be lost."""

    def __init__(self, edits: list[LaterEdit]):
        super().__init__("Changes made since the import would be lost.")
        self.edits = edits


def take_back(changes: list[ImportedChange]) -> None:
    """Restore every row as it was; `UndoRefused` names what would be lost, and changes nothing."""
    rows = _current_rows(changes)
    if edits := [*_changed_since(changes, rows), *_added_since(changes)]:
        raise UndoRefused(edits)
    try:
        with transaction.atomic():
            _delete_made(changes)
            _restore_changed(changes, rows)
    except IntegrityError:
        # What ended has made room that somebody else has taken since: a place in a base.
        raise UndoRefused([LaterEdit(TAKEN)]) from None


def _current_rows(changes: list[ImportedChange]) -> dict[tuple[str, UUID], models.Model]:
    ids: dict[str, list[UUID]] = defaultdict(list)
    for change in changes:
        ids[change.model].append(change.row_id)
    found: dict[tuple[str, UUID], models.Model] = {}
    for label, row_ids in ids.items():
        model = apps.get_model(label)
        school_id = changes[0].school_id
        # In one order, so that two of these never wait for each other.
        rows = model._default_manager.select_for_update(of=("self",), no_key=True).order_by("pk")
        for row in rows.filter(school_id=school_id, pk__in=row_ids):
            found[label, row.pk] = row
    return found


def _changed_since(changes, rows) -> list[LaterEdit]:
    edits = []
    for change in changes:
        row = rows.get((change.model, change.row_id))
        if row is None:
            edits.append(LaterEdit(f"{_noun(change.model)}: deleted since"))
            continue
        now = plain(row, change.after)
        fields = [name for name, value in change.after.items() if now[name] != value]
        if fields:
            shown = [name for name in fields if name != "kept_fields"] or fields
            words = ", ".join(_field_words(row, name) for name in shown)
            edits.append(LaterEdit(f"{_noun(change.model)}: {words} changed since", _pupil_of(row)))
    return edits


def _added_since(changes: list[ImportedChange]) -> list[LaterEdit]:
    """Rows that point at something the import made, and that the import did not set so."""
    made = _made(changes)
    pointed_by_import = {
        (change.row_id, name) for change in changes for name in change.after if name != "id"
    }
    edits = []
    for label, ids in made.items():
        for relation in apps.get_model(label)._meta.related_objects:
            for row in _pointing(relation, ids, changes[0].school_id):
                if (row.pk, relation.field.attname) not in pointed_by_import:
                    edits.append(
                        LaterEdit(f"{_noun(row._meta.label)}: added since", _pupil_of(row))
                    )
    return edits


def _pointing(relation, ids: list[UUID], school_id) -> list[models.Model]:
    model = relation.related_model
    names = {field.attname for field in model._meta.concrete_fields}
    if model._meta.label.endswith("Event") or "school_id" not in names:
        return []  # the history of a row stays, whatever becomes of it
    found: list[models.Model] = []
    for start in range(0, len(ids), BATCH):
        some = {f"{relation.field.attname}__in": ids[start : start + BATCH]}
        found.extend(model._default_manager.filter(school_id=school_id, **some))
    return found


def _made(changes: list[ImportedChange]) -> dict[str, list[UUID]]:
    made: dict[str, list[UUID]] = defaultdict(list)
    for change in changes:
        if change.before is None:
            made[change.model].append(change.row_id)
    return made


def _delete_made(changes: list[ImportedChange]) -> None:
    for label, ids in _made(changes).items():
        model = apps.get_model(label)
        for start in range(0, len(ids), BATCH):
            rows = model._default_manager.filter(
                school_id=changes[0].school_id, pk__in=ids[start : start + BATCH]
            )
            # Nothing else points at them, which was looked for: no cascade is wanted, and the
            # database checks the keys between them at the end.
            rows._raw_delete(rows.db)


def _restore_changed(changes: list[ImportedChange], rows: dict[Any, models.Model]) -> None:
    groups: dict[tuple[str, tuple[str, ...]], list[models.Model]] = defaultdict(list)
    for change in changes:
        if change.before is None:
            continue
        row = rows[change.model, change.row_id]
        fields = tuple(sorted(restore(row, change.before)))
        groups[change.model, fields].append(row)
    for (label, fields), group in groups.items():
        apps.get_model(label)._default_manager.bulk_update(group, fields, batch_size=BATCH)


def _noun(label: str) -> str:
    return capfirst(str(apps.get_model(label)._meta.verbose_name))


def _field_words(row: models.Model, attname: str) -> str:
    fields = {field.attname: field for field in row._meta.concrete_fields}
    return str(fields[attname].verbose_name)


def _pupil_of(row: models.Model) -> UUID | None:
    return row.pk if isinstance(row, Pupil) else getattr(row, "pupil_id", None)
