"""Providers: what was agreed for a year, their visits, the children seen, the report."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.agency_codes import ProviderKind, VisitState
from pupils.models import Provider, ProviderVisit, Pupil, VisitChild
from pupils.services.recording import lock

PROVIDER_FIELDS = (
    "name", "kind", "does", "academic_year", "days", "pence_a_day",
    "contact_name", "contact_email", "contact_phone", "report_due_on", "report_received_on",
)  # fmt: skip
VISIT_FIELDS = ("on", "days", "state", "note")


@transaction.atomic
def add_provider(*, school: School, by: User | None, **facts: Any) -> Provider:
    """What was agreed with a provider for a school year."""
    _check(facts)
    _require_new(Provider.objects.filter(school=school), facts)
    provider = Provider.objects.create(school=school, **facts)
    _record(provider, by, "added")
    rebuild_deadlines(school)
    return provider


@transaction.atomic
def change_provider(*, provider: Provider, version: str, by: User, **facts: Any) -> Provider:
    """Change what was agreed, or note that the report came."""
    provider = lock(provider)
    require_version(provider, PROVIDER_FIELDS, version)
    _check(facts)
    beside = Provider.objects.filter(school_id=provider.school_id).exclude(pk=provider.pk)
    _require_new(beside, facts)
    for name in PROVIDER_FIELDS:
        setattr(provider, name, facts[name])
    provider.save(update_fields=PROVIDER_FIELDS)
    _record(provider, by, "changed")
    rebuild_deadlines(provider.school)
    return provider


@transaction.atomic
def add_visit(
    *,
    provider: Provider,
    by: User | None,
    key: UUID | None = None,
    pupils: Iterable[Pupil] = (),
    **facts: Any,
) -> ProviderVisit:
    """Plan a visit, or record one that took place; `key` makes a second press change nothing."""
    provider = lock(provider)
    rows = ProviderVisit.objects.filter(school_id=provider.school_id, provider=provider)
    if known := rows.filter(pk=key).first():
        return known
    _check_visit(facts)
    visit = ProviderVisit.objects.create(
        school_id=provider.school_id,
        provider=provider,
        **({"pk": key} if key else {}),
        **facts,
    )
    _set_children(visit, pupils)
    _record(provider, by, "visit", pupils)
    return visit


@transaction.atomic
def change_visit(
    *,
    visit: ProviderVisit,
    version: str,
    by: User,
    pupils: Iterable[Pupil],
    unseen: frozenset[UUID] = frozenset(),
    **facts: Any,
) -> ProviderVisit:
    """Put a visit right; `unseen`: children whom the asker may not see stay as they are."""
    provider = lock(visit.provider)
    visit = lock(visit)
    require_version(visit, VISIT_FIELDS, version)
    _check_visit(facts)
    for name in VISIT_FIELDS:
        setattr(visit, name, facts[name])
    visit.save(update_fields=VISIT_FIELDS)
    children = VisitChild.objects.filter(school_id=visit.school_id, visit=visit)
    children.exclude(pupil_id__in=[*(p.pk for p in pupils), *unseen]).delete()
    _set_children(visit, pupils)
    _record(provider, by, "visit", pupils)
    return visit


def _set_children(visit: ProviderVisit, pupils: Iterable[Pupil]) -> None:
    rows = [VisitChild(school_id=visit.school_id, visit=visit, pupil=pupil) for pupil in pupils]
    VisitChild.objects.bulk_create(rows, ignore_conflicts=True)


def _check(facts: dict[str, Any]) -> None:
    if facts["kind"] == ProviderKind.VOLUNTARY and facts["pence_a_day"]:
        raise TransitionNotAllowed("A voluntary provider costs nothing: choose “Bought in”.")


def _require_new(rows, facts: dict[str, Any]) -> None:
    same = rows.filter(academic_year=facts["academic_year"], name__iexact=facts["name"])
    if same.exists():
        raise TransitionNotAllowed("This provider stands in the list of that year already.")


def _check_visit(facts: dict[str, Any]) -> None:
    on: dt.date = facts["on"]
    if facts["state"] == VisitState.USED and on > clock.today():
        raise TransitionNotAllowed("That day has not come yet: record it as planned.")


def _record(provider: Provider, by: User | None, step: str, pupils: Iterable[Pupil] = ()) -> None:
    record_event(
        Action.CHANGE_PROVIDER,
        school=provider.school,
        by=by,
        pupil_ids=[pupil.pk for pupil in pupils],
        subject=provider,
        detail={"step": step},
    )
