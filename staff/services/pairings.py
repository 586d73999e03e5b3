"""Pairings of an adult and a child: said with a reason, changed, taken out."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.models import Pupil
from pupils.services.recording import as_pk, lock, lock_pupil
from staff.models import Pairing, StaffMember

PAIRING_FIELDS = ("kind", "reason")


@transaction.atomic
def add_pairing(
    *,
    member: StaffMember,
    pupil: Pupil,
    by: User | None,
    key: UUID | None = None,
    **facts: Any,
) -> Pairing:
    """Say that an adult and a child work well together, or cannot; `facts` are PAIRING_FIELDS."""
    pupil = lock_pupil(pupil)
    rows = Pairing.objects.filter(school_id=pupil.school_id, member=member)
    if key and (known := rows.filter(pk=key).first()):
        return known
    if rows.filter(pupil=pupil).exists():
        raise TransitionNotAllowed("Something is said of the two already. Change that.")
    row = Pairing.objects.create(
        school_id=pupil.school_id,
        member=member,
        pupil=pupil,
        written_by=by,
        **as_pk(key),
        **facts,
    )
    return _record(row, pupil, by, "pairing added")


@transaction.atomic
def change_pairing(*, pairing: Pairing, version: str, by: User, **facts: Any) -> Pairing:
    """Put a pairing right."""
    pupil = lock_pupil(pairing.pupil)
    row = lock(pairing)
    require_version(row, PAIRING_FIELDS, version)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))
    return _record(row, pupil, by, "pairing changed")


@transaction.atomic
def remove_pairing(*, pairing: Pairing, by: User) -> None:
    """Take a pairing out: it no longer holds."""
    pupil = lock_pupil(pairing.pupil)
    row = lock(pairing)
    pk = row.pk
    row.delete()
    row.pk = pk  # for the log
    _record(row, pupil, by, "pairing removed")


def _record(row: Pairing, pupil: Pupil, by: User | None, step: str) -> Pairing:
    record_event(
        Action.CHANGE_STAFF,
        school=pupil.school,
        by=by,
        pupil_ids=[pupil.pk],
        subject=row,
        detail={"step": step},
    )
    return row
