"""Deciding where a roll and the record differ, and ticking off what the office put right."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.codes import DifferenceState
from pupils.models import RollDifference


@transaction.atomic
def keep_ours(*, difference: RollDifference, by: User) -> RollDifference:
    """Decide that ours is right: the office changes its own system."""
    difference = _open(difference)
    difference.state = DifferenceState.OURS
    difference.save(update_fields=["state"])
    _record(difference, by, "ours")
    return difference


@transaction.atomic
def tick_off(*, difference: RollDifference, today: dt.date, by: User) -> RollDifference:
    """The office has put it right in its system; if not, the next roll says so again."""
    difference = _open(difference)
    difference.settled_on, difference.settled_by = today, by
    difference.save(update_fields=["settled_on", "settled_by"])
    _record(difference, by, "done in the office")
    return difference


def _open(difference: RollDifference) -> RollDifference:
    rows = RollDifference.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related("school").get(school_id=difference.school_id, pk=difference.pk)
    if row.settled_on:
        raise TransitionNotAllowed("This difference is settled already.")
    return row


def _record(difference: RollDifference, by: User, what: str) -> None:
    record_event(
        Action.RESOLVE_DIFFERENCE,
        school=difference.school,
        by=by,
        pupil_ids=[difference.pupil_id],
        subject=difference,
        detail={"field": difference.field, "what": what},
    )
