"""Somebody gives a programme without its training, and somebody says why."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.models import User
from provision.models import Provision
from staff.models import GivenUntrained


@transaction.atomic
def accept_untrained(
    *, provision: Provision, missing: Collection[UUID], why: str, by: User | None
) -> GivenUntrained:
    """Keep who lets the adult of a provision give it without the trainings (keys), when and why."""
    row = GivenUntrained.objects.create(
        school_id=provision.school_id,
        provision=provision,
        user=provision.staff,
        missing=sorted(missing),
        why=why,
        said_by=by,
        said_on=clock.today(),
    )
    detail = {"person": str(provision.staff_id), "topics": [str(key) for key in row.missing]}
    record_event(
        Action.GIVE_UNTRAINED, school=provision.school, by=by, subject=provision, detail=detail
    )
    return row
