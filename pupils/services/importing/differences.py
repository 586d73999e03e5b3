"""Settling where a roll and the record differ: ours, theirs, or put right in the office."""

import datetime as dt

from django.db import IntegrityError, transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import User
from pupils.codes import DifferenceState
from pupils.importing.roll import row_stating
from pupils.models import Pupil, RollDifference
from pupils.services.importing.journal import Journal
from pupils.services.importing.parts import Writing, part_of
from pupils.services.recording import lock_pupil


@transaction.atomic
def keep_ours(*, difference: RollDifference, by: User) -> RollDifference:
    """Decide that ours is right: the office changes its own system."""
    difference = _open(difference)
    difference.state = DifferenceState.OURS
    difference.save(update_fields=["state"])
    _record(difference, by, "ours")
    return difference


@transaction.atomic
def take_theirs(*, difference: RollDifference, today: dt.date, by: User) -> RollDifference:
    """Take the roll's word into the record, as an import would; it is settled with that."""
    pupil = lock_pupil(difference.pupil)
    difference = _open(difference)
    if not difference.stated:
        raise TransitionNotAllowed("Import the roll again and choose “Take theirs” there.")
    _write(difference, pupil, today, by)
    difference.state = DifferenceState.THEIRS
    _settle(difference, today, by)
    _record(difference, by, "theirs")
    rebuild_deadlines(pupil.school, [pupil.pk])
    return difference


@transaction.atomic
def tick_off(*, difference: RollDifference, today: dt.date, by: User) -> RollDifference:
    """The office has put it right in its system; if not, the next roll says so again."""
    difference = _open(difference)
    _settle(difference, today, by)
    _record(difference, by, "done in the office")
    return difference


def _write(difference: RollDifference, pupil: Pupil, today: dt.date, by: User) -> None:
    """Through the part of the roll that owns the field; nothing if the record says it by now."""
    name, part, _ = part_of(difference.field)
    row = row_stating(difference.stated)
    # A child's own details are the child's row.
    loaded = part.load(pupil.school, [pupil.pk])
    mine = pupil if name == "details" else loaded.get(pupil.pk)
    found = {each.field: each for each in part.compare(row, mine, today)}.get(difference.field)
    if found is None:
        return
    if found.ours[:200] != difference.ours:
        raise TransitionNotAllowed(
            f"The record was changed since: {difference.label.lower()} is now "
            f"{found.ours or 'empty'}. Look at the next roll, or correct it in the record."
        )
    journal = Journal(None, pupil.school)
    part.write(Writing(pupil.school, today, by, journal), pupil, row, mine, {difference.field})
    try:
        with transaction.atomic():
            journal.write()
    except IntegrityError:
        raise TransitionNotAllowed("Another child of this school has this number.") from None


def _settle(difference: RollDifference, today: dt.date, by: User) -> None:
    difference.settled_on, difference.settled_by, difference.stated = today, by, {}
    difference.save(update_fields=["state", "settled_on", "settled_by", "stated"])


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
