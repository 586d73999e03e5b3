"""Cycles of several children, begun in one press."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from aylsham.models import School, User
from provision.models import Cycle
from provision.services.cycles import start_cycle
from pupils.models import Pupil
from pupils.services.recording import lock_pupils


@transaction.atomic
def begin_cycles(
    *,
    school: School,
    pupils: Sequence[Pupil],
    starts_on: dt.date,
    review_on: dt.date,
    leads: Mapping[UUID, User],
    by: User,
) -> list[Cycle]:
    """Begin the next cycle of each child who has none open; `leads` by the child.

    Pressed twice it begins each once: whoever has an open cycle by then is passed over.
    """
    ids = [pupil.pk for pupil in pupils]
    lock_pupils(school, ids)
    open_now = set(
        Cycle.objects.open().filter(school=school, pupil__in=ids).values_list("pupil_id", flat=True)
    )
    return [
        start_cycle(
            pupil=pupil,
            starts_on=starts_on,
            review_on=review_on,
            lead=leads.get(pupil.pk),
            by=by,
        )
        for pupil in sorted(pupils, key=lambda each: each.pk)
        if pupil.pk not in open_now
    ]
