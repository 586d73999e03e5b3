"""The catalogue of services to refer to: filled, added to, changed, no longer offered."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Federation, School, User
from pupils.agency_codes import STARTING_SERVICES
from pupils.models import FederationService, SchoolService
from pupils.models.services import OutsideService

SERVICE_FIELDS = ("name", "kind", "area", "owed_by", "usual_weeks", "how", "contact")


@transaction.atomic
def add_service(
    *, school: School, by: User | None, federation: Federation | None = None, **facts: Any
) -> OutsideService:
    """Add a service: for every school of a federation, or for this school alone."""
    if federation:
        owner, rows = {"federation": federation}, FederationService.objects
    else:
        owner, rows = {"school": school}, SchoolService.objects
    _require_new(rows.filter(**owner), facts["name"])
    row = rows.create(**owner, **facts)
    _record(school, row, by, "added")
    return row


@transaction.atomic
def fill_catalogue(*, school: School, by: User, federation: Federation | None = None) -> int:
    """Write the usual services into the catalogue, without those whose name is there."""
    names = {
        s.name.casefold() for s in FederationService.objects.filter(federation=school.federation_id)
    }
    names |= {s.name.casefold() for s in SchoolService.objects.filter(school=school)}
    new = [s for s in STARTING_SERVICES if s.name.casefold() not in names]
    for each in new:
        add_service(school=school, by=by, federation=federation, **vars(each))
    return len(new)


@transaction.atomic
def change_service(
    *, service: OutsideService, school: School, facts: Mapping[str, Any], version: str, by: User
) -> OutsideService:
    """Change a line; referrals keep the words that stood there when they were begun."""
    row = _locked(service)
    require_version(row, SERVICE_FIELDS, version)
    beside = type(row).objects.filter(**_owner(row)).exclude(pk=row.pk)
    _require_new(beside, facts["name"])
    for name in SERVICE_FIELDS:
        setattr(row, name, facts[name])
    row.save(update_fields=SERVICE_FIELDS)
    _record(school, row, by, "changed")
    return row


@transaction.atomic
def retire_service(
    *, service: OutsideService, school: School, is_retired: bool, by: User
) -> OutsideService:
    """Offer a service no longer, or again."""
    row = _locked(service)
    row.is_retired = is_retired
    row.save(update_fields=["is_retired"])
    _record(school, row, by, "retired" if is_retired else "offered")
    return row


def _locked(service: OutsideService) -> OutsideService:
    return type(service).objects.select_for_update(no_key=True).get(pk=service.pk)


def _owner(row: OutsideService) -> dict[str, Any]:
    name = "school_id" if isinstance(row, SchoolService) else "federation_id"
    return {name: getattr(row, name)}


def _require_new(rows, name: str) -> None:
    if rows.filter(name__iexact=name.strip()).exists():
        raise TransitionNotAllowed("A service of that name stands in the list already.")


def _record(school: School, row: OutsideService, by: User | None, step: str) -> None:
    record_event(Action.CHANGE_SERVICES, school=school, by=by, subject=row, detail={"step": step})
