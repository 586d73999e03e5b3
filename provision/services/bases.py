"""Provision bases of a school: opened, changed, closed."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from provision.models import BasePlace, ProvisionBase
from provision.rules.bases import Stay, most_beside
from pupils.services.recording import as_pk, lock

BASE_FIELDS = (
    "name", "kind", "specialism", "lead", "host_name", "host_urn", "places",
    "entry_criteria", "exit_criteria", "opened_on", "closed_on",
)  # fmt: skip


@transaction.atomic
def add_base(
    *, school: School, by: User | None, key: UUID | None = None, **facts: Any
) -> ProvisionBase:
    """Write down a base; `facts` are BASE_FIELDS."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := ProvisionBase.objects.filter(school=school, pk=key).first()):
        return known
    _require_sound(facts)
    _require_own_name(school, facts)
    base = ProvisionBase.objects.create(school=school, written_by=by, **as_pk(key), **facts)
    _record("base added", base, by)
    return base


@transaction.atomic
def change_base(*, base: ProvisionBase, version: str, by: User, **facts: Any) -> ProvisionBase:
    """Change what is said of a base, or close it; those in it keep their places."""
    School.objects.select_for_update(no_key=True).get(pk=base.school_id)
    school = base.school
    base = lock(base)
    require_version(base, BASE_FIELDS, version)
    _require_sound(facts)
    _require_own_name(school, facts, but=base)
    _require_room_for_all(base, facts)
    for name, value in facts.items():
        setattr(base, name, value)
    base.save(update_fields=list(facts))
    base.school = school
    _record("base changed", base, by)
    return base


def _require_sound(facts: dict[str, Any]) -> None:
    is_elsewhere, closed_on = bool(facts["host_name"]), facts["closed_on"]
    if is_elsewhere == bool(facts["places"]):
        raise TransitionNotAllowed(
            "Leave the number of places empty for a base of another school."
            if is_elsewhere
            else "Say how many places it has."
        )
    if facts["host_urn"] and not is_elsewhere:
        raise TransitionNotAllowed("Name the school that the URN belongs to.")
    if closed_on and closed_on < facts["opened_on"]:
        raise TransitionNotAllowed("It would close before it opens.")


def _require_own_name(
    school: School, facts: dict[str, Any], but: ProvisionBase | None = None
) -> None:
    same = ProvisionBase.objects.filter(school=school, name=facts["name"], closed_on=None)
    if not facts["closed_on"] and same.exclude(pk=but.pk if but else None).exists():
        raise TransitionNotAllowed(f"There is a base called {facts['name']} already.")


def _require_room_for_all(base: ProvisionBase, facts: dict[str, Any]) -> None:
    """Whoever is in it, or comes, is still in it after the change, within its days and number."""
    today = clock.today()
    rows = BasePlace.objects.filter(school_id=base.school_id, base=base)
    first = rows.order_by("starts_on").values_list("starts_on", flat=True).first()
    if first and facts["opened_on"] > first:
        raise TransitionNotAllowed(f"The first child came on {first:%-d %B %Y}. It opened by then.")
    closed_on = facts["closed_on"]
    stay_on = rows.exclude(ended_on__lte=closed_on).count() if closed_on else 0
    if stay_on:
        children = "1 child has" if stay_on == 1 else f"{stay_on} children have"
        raise TransitionNotAllowed(
            f"{children} a place after that day. Write down when each leaves first."
        )
    places = facts["places"]
    if places and (base.places is None or places < base.places):
        ahead = rows.ahead(today).values_list("starts_on", "ended_on")
        most = most_beside(Stay(today), [Stay(*days) for days in ahead])
        if most > places:
            raise TransitionNotAllowed(
                f"{most} children are or will be in it at once. End places first."
            )


def _record(step: str, base: ProvisionBase, by: User | None) -> None:
    record_event(
        Action.CHANGE_PROVISION, school=base.school, by=by, subject=base, detail={"step": step}
    )
