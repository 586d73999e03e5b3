"""The rules speak up: what they see about a child becomes a task, once."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from lac.models import WatchTask
from lac.rules.watch import Sign
from lac.selectors.signs import signs_of
from pupils.models import Pupil
from pupils.services.recording import lock_pupil, record_change

#: Kind of the nightly work.
WATCH_JOB = "watch_care"


@transaction.atomic
def raise_signs(
    *, school: School, pupil_ids: Collection[UUID] | None = None, by: User | None = None
) -> int:
    """Raise a task for everything that the rules see and nobody was told of; how many."""
    found = signs_of(school, clock.today(), pupil_ids)
    unsaid = _unsaid(school, found)
    pupils = Pupil.objects.filter(school=school, pk__in=list(unsaid)).order_by("pk")
    return sum(_raise(pupil, unsaid[pupil.pk], by) for pupil in pupils)


def _unsaid(school: School, found: dict[UUID, list[Sign]]) -> dict[UUID, list[Sign]]:
    """The signs that no task stands for yet."""
    told = WatchTask.objects.filter(school=school, pupil__in=list(found))
    said = {(row.pupil_id, row.rule, row.occurrence) for row in told}
    return {
        pupil: left
        for pupil, signs in found.items()
        if (
            left := [
                sign
                for sign in signs
                if not any((pupil, sign.rule, name) in said for name in sign.names)
            ]
        )
    }


def _raise(pupil: Pupil, signs: list[Sign], by: User | None) -> int:
    try:
        pupil = lock_pupil(pupil)
    except TransitionNotAllowed:
        return 0  # the record moved away or lies in the bin: nobody looks after it here
    left = _unsaid(pupil.school, {pupil.pk: signs}).get(pupil.pk, [])
    tasks = WatchTask.objects.bulk_create(
        WatchTask(
            school=pupil.school,
            pupil=pupil,
            rule=sign.rule,
            occurrence=sign.occurrence,
            seen=sign.seen[:300],
            raised_on=clock.today(),
        )
        for sign in left
    )
    if tasks:
        detail = {"what": "watchtask", "step": "raised", "rules": [sign.rule for sign in left]}
        record_change(Action.CHANGE_CARE, pupil=pupil, by=by, subject=tasks[0], detail=detail)
    return len(tasks)
