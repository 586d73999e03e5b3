"""Defining extra fields: a federation's are locked for its schools, a school's are its own."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Federation, School, User
from pupils.field_codes import MOST_FIELDS, FieldKind
from pupils.models import FederationField, FieldValue, SchoolField
from pupils.models.extra_fields import ExtraField

#: What may be changed afterwards: the kind is chosen once.
FIELD_FACTS = ("name", "options", "help_text", "sensitivity", "in_lists", "in_class_table")


@transaction.atomic
def add_school_field(*, school: School, kind: str, by: User | None, **facts: Any) -> SchoolField:
    """A school's own field; refused under the name of one that all schools have."""
    shared = FederationField.objects.filter(federation=school.federation_id)
    if shared.filter(name__iexact=facts["name"].strip()).exists():
        raise TransitionNotAllowed("Every school has a field of this name already. Use that one.")
    field = SchoolField(school=school, kind=kind)
    return _add(field, SchoolField.objects.filter(school=school), school, by, facts)


@transaction.atomic
def add_federation_field(
    *, federation: Federation, school: School, kind: str, by: User | None, **facts: Any
) -> FederationField:
    """A field of every school of the federation; written down at `school`, one of them."""
    field = FederationField(federation=federation, kind=kind)
    return _add(field, FederationField.objects.filter(federation=federation), school, by, facts)


@transaction.atomic
def change_field(
    *, field: ExtraField, school: School, facts: Mapping[str, Any], version: str, by: User
) -> ExtraField:
    """Change what a field is called or asks; what was filled in keeps its words.

    Whoever calls it for a federation's field sees every school of it: the name and who may read
    stand on each value too.
    """
    row = _locked(field)
    require_version(row, FIELD_FACTS, version)
    for name in FIELD_FACTS:
        setattr(row, name, facts[name])
    _require_good(row)
    row.save()
    values_of(row).exclude(title=row.name, sensitivity=row.sensitivity).update(
        title=row.name, sensitivity=row.sensitivity
    )
    _record(row, school, by, "changed")
    return row


@transaction.atomic
def retire_field(
    *, field: ExtraField, school: School, by: User | None, is_retired: bool = True
) -> ExtraField:
    """Ask for it no longer, or again; what was filled in stays on each child's record."""
    row = _locked(field)
    row.is_retired = is_retired
    if not is_retired:
        _require_room(row)
    row.save(update_fields=["is_retired"])
    _record(row, school, by, "retired" if is_retired else "used again")
    return row


@transaction.atomic
def move_field_up(*, field: ExtraField, school: School, by: User) -> None:
    """Ask for it before the one that stands before it; the first stays where it is."""
    rows = list(_beside(field).filter(is_retired=False).select_for_update(no_key=True))
    at = next((n for n, row in enumerate(rows) if row.pk == field.pk), 0)
    if at:
        rows[at - 1], rows[at] = rows[at], rows[at - 1]
    for place, row in enumerate(rows, start=1):
        row.place = place
    type(field).objects.bulk_update(rows, ["place"])
    _record(field, school, by, "moved")


def values_of(field: ExtraField):
    """What was filled in, at the schools of the page."""
    column = "own_field" if isinstance(field, SchoolField) else "shared_field"
    return FieldValue.objects.filter(**{column: field})


def _add(field: ExtraField, beside, school: School, by: User | None, facts) -> Any:
    for name in FIELD_FACTS:
        if name in facts:
            setattr(field, name, facts[name])
    _require_good(field)
    _require_room(field)
    field.place = 1 + (beside.order_by("-place").values_list("place", flat=True).first() or 0)
    field.save(force_insert=True)
    _record(field, school, by, "added")
    return field


def _locked(field: ExtraField) -> ExtraField:
    return type(field).objects.select_for_update(no_key=True).get(pk=field.pk)


def _beside(field: ExtraField):
    if isinstance(field, SchoolField):
        return SchoolField.objects.filter(school_id=field.school_id)
    return FederationField.objects.filter(federation_id=field.federation_id)


def _require_good(field: ExtraField) -> None:
    field.name, field.help_text = field.name.strip(), field.help_text.strip()
    if _beside(field).exclude(pk=field.pk).filter(name__iexact=field.name).exists():
        raise TransitionNotAllowed("There is a field of this name already, perhaps a retired one.")
    if field.kind == FieldKind.OPTION and not field.options:
        raise TransitionNotAllowed("Say what may be chosen, one to a line.")
    if field.kind != FieldKind.OPTION:
        field.options = []


def _require_room(field: ExtraField) -> None:
    if _beside(field).filter(is_retired=False).exclude(pk=field.pk).count() >= MOST_FIELDS:
        raise TransitionNotAllowed(f"There are {MOST_FIELDS} fields already. Retire one first.")


def _record(field: ExtraField, school: School, by: User | None, step: str) -> None:
    layer = "school" if isinstance(field, SchoolField) else "federation"
    detail = {"step": step, "layer": layer}
    record_event(Action.DEFINE_FIELDS, school=school, by=by, subject=field, detail=detail)
