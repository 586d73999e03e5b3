"""Filling in extra fields, for one child or for a class at once: nobody's words are lost."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import Difference, StaleSave, TransitionNotAllowed
from aylsham.models import School, User
from pupils.field_codes import COLUMN, LARGEST_NUMBER, FieldKind, Filled, as_said, in_words
from pupils.models import FieldValue, Pupil, SchoolField
from pupils.models.extra_fields import ExtraField
from pupils.services.recording import lock_pupils


@dataclass(frozen=True)
class Entry:
    """One box: for whom, which field, what it says now, and what it said when it was opened."""

    pupil: Pupil
    field: ExtraField
    value: Filled
    was: str
    #: What the box is called on its page.
    box: str = ""


@transaction.atomic
def fill_fields(
    *, school: School, entries: Sequence[Entry], on: dt.date, by: User | None
) -> set[UUID]:
    """Write what changed; the children concerned.

    Raises StaleSave where somebody else changed the same box since, with what each says now.
    """
    changed = [e for e in entries if as_said(e.value) != e.was]
    lock_pupils(school, (entry.pupil.pk for entry in changed))
    known = _known(school, changed)
    _require_same(changed, known)
    for entry in changed:
        _write(school, entry, known.get((entry.pupil.pk, entry.field.pk)), on, by)
    touched = {entry.pupil.pk for entry in changed}
    if touched:
        fields = sorted({str(entry.field.pk) for entry in changed})
        detail = {"fields": fields, "values": len(changed)}
        record_event(
            Action.FILL_FIELDS, school=school, by=by, pupil_ids=sorted(touched), detail=detail
        )
    return touched


def _known(school: School, entries: Iterable[Entry]) -> Mapping[tuple[UUID, UUID], FieldValue]:
    pupils = {entry.pupil.pk for entry in entries}
    rows = FieldValue.objects.filter(school=school, pupil__in=pupils).select_for_update(no_key=True)
    return {(row.pupil_id, row.field_key or row.pk): row for row in rows}


def _require_same(changed: Iterable[Entry], known: Mapping) -> None:
    differences = []
    for entry in changed:
        row = known.get((entry.pupil.pk, entry.field.pk))
        now = row.value if row else None
        if as_said(now) not in (entry.was, as_said(entry.value)):
            words = in_words(now) or "empty"
            differences.append(Difference(entry.box, entry.field.name, now, words))
    if differences:
        raise StaleSave(differences, "")


def _write(school: School, entry: Entry, row: FieldValue | None, on: dt.date, by) -> None:
    field = entry.field
    if field.is_retired:
        raise TransitionNotAllowed(f"“{field.name}” is no longer used.")
    if entry.value is None:
        if row is not None:
            row.delete()  # the history keeps what it said
        return
    _require_fits(field, entry.value, row)
    if row is None:
        owner = "own_field" if isinstance(field, SchoolField) else "shared_field"
        row = FieldValue(school=school, pupil=entry.pupil, **{owner: field})
    row.title, row.sensitivity = field.name, field.sensitivity
    setattr(row, COLUMN[FieldKind(field.kind)], entry.value)
    row.filled_by, row.filled_on = by, on
    row.save()


def _require_fits(field: ExtraField, value: Filled, row: FieldValue | None) -> None:
    """What forms ask already, for whoever comes another way."""
    kept = row.option if row else ""
    good = {
        FieldKind.TEXT: isinstance(value, str),
        FieldKind.NUMBER: type(value) is int and abs(value) <= LARGEST_NUMBER,
        FieldKind.DAY: isinstance(value, dt.date),
        FieldKind.YES_NO: isinstance(value, bool),
        FieldKind.OPTION: value in field.options or (value == kept and kept != ""),
    }
    if not good[FieldKind(field.kind)]:
        raise TransitionNotAllowed(f"“{field.name}” does not take this.")
