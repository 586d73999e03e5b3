"""The end of a cycle in one step: what is still to be said, closed, the next one begun."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import User
from provision.codes import CycleState, NoteKind
from provision.models import Cycle, CycleText
from provision.selectors.cycles import is_untouched
from provision.services.cycles import (
    CLOSES,
    TEXT_FIELDS,
    add_note,
    close_cycle,
    record_step,
    start_cycle,
    write_text,
)
from provision.services.outcomes import open_target_again
from pupils.services.recording import lock, lock_pupil


@transaction.atomic
def reopen_cycle(*, cycle: Cycle, reason: str, by: User) -> Cycle:
    """Let a closed cycle run again, with a reason that stays; what its closing closed is open again.

    Not once a later cycle has begun: that one holds its targets.
    """
    lock_pupil(cycle.pupil)
    cycle = lock(cycle)
    if cycle.state != CycleState.CLOSED:
        raise TransitionNotAllowed("Only a closed cycle is reopened.")
    rows = Cycle.objects.filter(school_id=cycle.school_id, pupil=cycle.pupil)
    if later := rows.filter(number__gt=cycle.number).first():
        raise TransitionNotAllowed(f"Cycle {later.number} has begun since.")
    for part in cycle.parts.select_related("target").exclude(score=None):
        ended = CLOSES.get(part.next_step)
        if ended and (part.target.ended_on, part.target.ended_as) == (cycle.closed_on, ended):
            open_target_again(part.target)
    cycle.state, cycle.closed_on = CycleState.RUNNING, None
    cycle.save(update_fields=["state", "closed_on"])
    add_note(cycle, NoteKind.REOPENED, reason, by)
    record_step("reopened", cycle, by)
    return cycle


@transaction.atomic
def delete_cycle(*, cycle: Cycle, by: User) -> None:
    """Take away a cycle that was begun for the wrong child, while nothing was written in it.

    Its targets stay: they are the child's.
    """
    lock_pupil(cycle.pupil)
    cycle = lock(cycle)
    if not is_untouched(cycle):
        raise TransitionNotAllowed("Something is written in it already, so it stays.")
    record_step("deleted", cycle, by)
    Cycle.objects.filter(school_id=cycle.school_id, pk=cycle.pk).delete()


@transaction.atomic
def finish_cycle(
    *,
    cycle: Cycle,
    answers: Mapping[str, str],
    closed_on: dt.date,
    by: User,
    next_review_on: dt.date | None = None,
) -> Cycle | None:
    """Answer what the review still asks (section → words), close the cycle, begin the next.

    Words that somebody wrote meanwhile stay: only empty answers are filled. Without
    `next_review_on` no cycle follows; otherwise the new one is returned.
    """
    lock_pupil(cycle.pupil)
    rows = CycleText.objects.filter(school_id=cycle.school_id, cycle=cycle, section__in=answers)
    for row in rows.filter(text="").order_by("pk"):
        row.cycle = cycle
        version = version_of(row, TEXT_FIELDS)
        facts = {"text": answers[row.section], "sensitivity": row.sensitivity}
        write_text(answer=row, version=version, by=by, **facts)
    close_cycle(cycle=cycle, closed_on=closed_on, by=by)
    if next_review_on is None:
        return None
    return start_cycle(
        pupil=cycle.pupil, starts_on=closed_on, review_on=next_review_on, lead=cycle.lead, by=by
    )
