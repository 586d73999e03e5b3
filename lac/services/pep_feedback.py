"""What the virtual school says of a plan, and what the school does about it."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from lac.models import Pep, PepAction
from lac.pep_codes import TRANSITIONS, PepState
from lac.services.recording import record, require_come
from pupils.services.recording import lock, lock_pupil


@transaction.atomic
def record_feedback(
    *,
    pep: Pep,
    feedback_on: dt.date,
    grade: str,
    feedback: str,
    is_accepted: bool,
    actions: list[str],
    actions_by: dt.date | None,
    by: User | None,
) -> Pep:
    """The virtual school took the plan, or gave it back; what it asks for gets a day."""
    pupil = lock_pupil(pep.pupil)
    pep = lock(pep)
    pep.school = pupil.school
    state = PepState.COMPLETE if is_accepted else PepState.RETURNED
    if pep.state != PepState.SENT or state not in TRANSITIONS[PepState(pep.state)]:
        raise TransitionNotAllowed("Only a plan that was sent gets feedback.")
    require_come(feedback_on)
    if pep.sent_on and feedback_on < pep.sent_on:
        raise TransitionNotAllowed(f"It was sent on {pep.sent_on:%-d %B %Y}, after that day.")
    if actions and actions_by is None:
        raise TransitionNotAllowed("Say by when the actions are to be done.")
    pep.state, pep.feedback_on, pep.grade, pep.feedback = state, feedback_on, grade, feedback
    pep.completed_on = feedback_on if is_accepted else None
    pep.save(update_fields=["state", "feedback_on", "grade", "feedback", "completed_on"])
    for what in actions:
        PepAction.objects.create(
            school_id=pep.school_id, pep=pep, what=what, due_on=actions_by, added_by=by
        )
    record(pep, pupil, by, str(state))
    return pep


@transaction.atomic
def finish_action(*, action: PepAction, by: User | None) -> PepAction:
    """What the virtual school asked for is done."""
    pupil = lock_pupil(action.pep.pupil)
    action = lock(action)
    action.school = pupil.school
    if action.done_on:
        return action
    action.done_on = clock.today()
    action.save(update_fields=["done_on"])
    record(action, pupil, by, "done")
    return action
