"""The libraries of strategies: a federation's, and a school's own with its local wording."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Federation, School, User
from pupils.models import FederationStrategy, SchoolStrategy
from pupils.models.strategies import LibraryStrategy

LIBRARY_FIELDS = ("text", "area", "setting", "tier")


@transaction.atomic
def add_to_school_library(
    *,
    school: School,
    text: str,
    area: str,
    setting: str,
    tier: str,
    by: User | None,
    stands_for: FederationStrategy | None = None,
) -> SchoolStrategy:
    """Add a school's own sentence, or its wording of a federation's, which it then shows instead."""
    rows = SchoolStrategy.objects.filter(school=school)
    _require_new(rows, text)
    if stands_for and rows.filter(stands_for=stands_for).exists():
        raise TransitionNotAllowed("The school has its own wording of this already. Change that.")
    row = SchoolStrategy.objects.create(
        school=school,
        text=text.strip(),
        area=area,
        setting=setting,
        tier=tier,
        stands_for=stands_for,
    )
    _record(school, row, by, "added")
    return row


@transaction.atomic
def add_to_federation_library(
    *,
    federation: Federation,
    school: School,
    text: str,
    area: str,
    setting: str,
    tier: str,
    by: User | None,
) -> FederationStrategy:
    """Add a sentence for every school of the federation; written down at the school of the page."""
    _require_new(FederationStrategy.objects.filter(federation=federation), text)
    row = FederationStrategy.objects.create(
        federation=federation, text=text.strip(), area=area, setting=setting, tier=tier
    )
    _record(school, row, by, "added_for_all")
    return row


@transaction.atomic
def change_in_library(
    *, strategy: LibraryStrategy, school: School, facts: Mapping[str, Any], version: str, by: User
) -> LibraryStrategy:
    """Change a sentence of a library; what was picked from it before stays as it is."""
    model = type(strategy)
    row = model.objects.select_for_update(no_key=True).get(pk=strategy.pk)
    require_version(row, LIBRARY_FIELDS, version)
    for name in LIBRARY_FIELDS:
        setattr(row, name, facts[name])
    _require_new(_beside(row), row.text)
    row.save()
    _record(school, row, by, "changed")
    return row


@transaction.atomic
def retire_from_library(
    *, strategy: LibraryStrategy, school: School, by: User, is_retired: bool = True
) -> LibraryStrategy:
    """Offer a sentence no longer, or again."""
    row = type(strategy).objects.select_for_update(no_key=True).get(pk=strategy.pk)
    row.is_retired = is_retired
    row.save(update_fields=["is_retired"])
    _record(school, row, by, "retired" if is_retired else "offered")
    return row


def _beside(row: LibraryStrategy):
    owner = "school_id" if isinstance(row, SchoolStrategy) else "federation_id"
    return type(row).objects.filter(**{owner: getattr(row, owner)}).exclude(pk=row.pk)


def _require_new(rows, text: str) -> None:
    if rows.filter(text__iexact=text.strip()).exists():
        raise TransitionNotAllowed("This sentence stands in the library already.")


def _record(school: School, row: LibraryStrategy, by: User | None, step: str) -> None:
    record_event(Action.CHANGE_LIBRARY, school=school, by=by, subject=row, detail={"step": step})
