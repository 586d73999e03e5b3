"""The catalogue of interventions: a federation's, and a school's own with its own versions."""

import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Federation, School, User
from provision.models import CatalogueItem, FederationIntervention, SchoolIntervention
from pupils.services.recording import as_pk

ITEM_FIELDS = (
    "name", "aim", "need_types", "tier", "from_age", "to_age", "entry", "exit",
    "group_size", "sessions_a_week", "minutes", "weeks", "staff_role", "measure",
    "training", "materials", "evidence", "evidence_source", "evidence_year",
)  # fmt: skip
STARTING_CATALOGUE = Path(__file__).parent.parent / "data" / "interventions.toml"


@transaction.atomic
def add_own_intervention(
    *,
    school: School,
    by: User | None,
    stands_for: FederationIntervention | None = None,
    key: UUID | None = None,
    **facts: Any,
) -> SchoolIntervention:
    """A school's own intervention, or its version of a federation's, which it then shows instead."""
    rows = SchoolIntervention.objects.filter(school=school)
    if key and (known := rows.filter(pk=key).first()):
        return known
    _require_new(rows, facts["name"])
    if stands_for and rows.filter(stands_for=stands_for).exists():
        raise TransitionNotAllowed("The school has its own version of this already. Change that.")
    row = SchoolIntervention.objects.create(
        school=school, stands_for=stands_for, **as_pk(key), **facts
    )
    _record(school, row, by, "added")
    return row


@transaction.atomic
def add_shared_intervention(
    *,
    federation: Federation,
    school: School,
    by: User | None,
    key: UUID | None = None,
    **facts: Any,
) -> FederationIntervention:
    """An intervention for every school of the federation; written down at the school of the page."""
    rows = FederationIntervention.objects.filter(federation=federation)
    if key and (known := rows.filter(pk=key).first()):
        return known
    _require_new(rows, facts["name"])
    row = FederationIntervention.objects.create(federation=federation, **as_pk(key), **facts)
    _record(school, row, by, "added for all")
    return row


@transaction.atomic
def start_catalogue(*, school: School, by: User | None) -> int:
    """Take the starting catalogue into the federation's, leaving out what it has; how many."""
    rows = FederationIntervention.objects.filter(federation_id=school.federation_id)
    known = {name.casefold() for name in rows.values_list("name", flat=True)}
    with STARTING_CATALOGUE.open("rb") as file:
        items = tomllib.load(file)["intervention"]
    new = [item for item in items if item["name"].casefold() not in known]
    FederationIntervention.objects.bulk_create(
        FederationIntervention(federation_id=school.federation_id, **item) for item in new
    )
    detail = {"step": "starting catalogue", "count": len(new)}
    record_event(Action.CHANGE_CATALOGUE, school=school, by=by, detail=detail)
    return len(new)


@transaction.atomic
def change_intervention(
    *, item: CatalogueItem, school: School, version: str, by: User, **facts: Any
) -> CatalogueItem:
    """Change an intervention; provision that was made from it stays as it is."""
    row = type(item).objects.select_for_update(no_key=True).get(pk=item.pk)
    require_version(row, ITEM_FIELDS, version)
    _require_new(_beside(row), facts["name"])
    for name in ITEM_FIELDS:
        setattr(row, name, facts[name])
    row.save()
    _record(school, row, by, "changed")
    return row


@transaction.atomic
def retire_intervention(
    *, item: CatalogueItem, school: School, by: User, is_retired: bool = True
) -> CatalogueItem:
    """Offer an intervention no longer, or again."""
    row = type(item).objects.select_for_update(no_key=True).get(pk=item.pk)
    row.is_retired = is_retired
    row.save(update_fields=["is_retired"])
    _record(school, row, by, "retired" if is_retired else "offered")
    return row


def _beside(row: CatalogueItem):
    owner = "school_id" if isinstance(row, SchoolIntervention) else "federation_id"
    return type(row).objects.filter(**{owner: getattr(row, owner)}).exclude(pk=row.pk)


def _require_new(rows, name: str) -> None:
    if rows.filter(name__iexact=name.strip()).exists():
        raise TransitionNotAllowed("An intervention of this name is in the catalogue already.")


def _record(school: School, row: CatalogueItem, by: User | None, step: str) -> None:
    record_event(Action.CHANGE_CATALOGUE, school=school, by=by, subject=row, detail={"step": step})
