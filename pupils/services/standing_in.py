"""A day on which somebody steps in for a child's usual adult: they see the child for that day."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import Pupil, PupilAdult
from pupils.services.classes import assign_supporter


@transaction.atomic
def stand_in(*, pupils: Iterable[Pupil], user: User, on: dt.date, by: User | None) -> int:
    """Let an adult support these children on one day; of how many they were not an adult yet."""
    made = 0
    for pupil in pupils:
        try:
            with transaction.atomic():
                assign_supporter(pupil=pupil, user=user, starts_on=on, ends_on=on, by=by)
            made += 1
        except TransitionNotAllowed:  # they support the child anyway, or have no role here
            continue
    return made


@transaction.atomic
def stand_down(*, pupils: Iterable[Pupil], user: User, on: dt.date, by: User | None) -> int:
    """They do not step in after all: what was for that day alone ends at once."""
    rows = PupilAdult.objects.filter(pupil__in=list(pupils), user=user, starts_on=on, ends_on=on)
    found = list(rows.select_for_update(no_key=True, of=("self",)).select_related("school"))
    for row in found:
        pk = row.pk
        row.delete()
        row.pk = pk  # for the log
        record_event(
            Action.END_ASSIGNMENT,
            school=row.school,
            by=by,
            pupil_ids=[row.pupil_id],
            subject=row,
            detail={"ends_on": on.isoformat()},
        )
    return len(found)
