"""The check of a cycle: sent, sent back, found good, unlocked."""

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from provision.codes import CycleState, NoteKind
from provision.models import Cycle
from provision.selectors.plan_check import plan_mark
from provision.services.cycles import add_note, record_step, require_whole, step_to
from provision.services.outcomes import keep_as_checked
from pupils.services.recording import lock, lock_pupil

CHANGED_MEANWHILE = (
    "The plan was changed after you opened it. What stands here is how it is now: read it, "
    "then say what you find."
)


@transaction.atomic
def send_to_check(*, cycle: Cycle, by: User) -> Cycle:
    """Give a cycle to the SENDCo or phase leader; what is missing is named."""
    lock_pupil(cycle.pupil)
    cycle = step_to(cycle, CycleState.CHECKING)
    require_whole(cycle)
    cycle.sent_at = clock.moment()
    cycle.save(update_fields=["state", "sent_at"])
    record_step("sent to be checked", cycle, by)
    return cycle


@transaction.atomic
def send_back(*, cycle: Cycle, note: str, by: User, seen: str = "") -> Cycle:
    """Return a cycle to its writer with what is to be done; `seen` is the mark of what was read."""
    lock_pupil(cycle.pupil)
    cycle = lock(cycle)
    if cycle.state != CycleState.CHECKING:
        raise TransitionNotAllowed("This cycle is not waiting to be checked.")
    _require_seen(cycle, seen)
    return _reopen(cycle, NoteKind.SENT_BACK, note, by)


@transaction.atomic
def check_cycle(*, cycle: Cycle, by: User, seen: str = "") -> Cycle:
    """Find a cycle good: it runs, and its plan is locked; `seen` is the mark of what was read."""
    lock_pupil(cycle.pupil)
    cycle = step_to(cycle, CycleState.RUNNING)
    _require_seen(cycle, seen)
    require_whole(cycle)
    cycle.checked_by, cycle.checked_at = by, clock.moment()
    cycle.save(update_fields=["state", "checked_by", "checked_at"])
    keep_as_checked(cycle.parts.select_related("target"))
    record_step("checked", cycle, by)
    return cycle


@transaction.atomic
def unlock_cycle(*, cycle: Cycle, reason: str, by: User) -> Cycle:
    """Open a running plan for writing again, with a reason that stays."""
    lock_pupil(cycle.pupil)
    cycle = lock(cycle)
    if cycle.state != CycleState.RUNNING:
        raise TransitionNotAllowed("Only a running cycle is locked.")
    return _reopen(cycle, NoteKind.UNLOCKED, reason, by)


def _reopen(cycle: Cycle, kind: NoteKind, text: str, by: User) -> Cycle:
    add_note(cycle, kind, text, by)
    cycle.state = CycleState.WRITING
    cycle.checked_by = cycle.checked_at = None
    # What the parents were given is no longer the plan; its history keeps the day.
    cycle.given_on, cycle.given_how = None, ""
    cycle.save(update_fields=["state", "checked_by", "checked_at", "given_on", "given_how"])
    record_step(NoteKind(kind).label.lower(), cycle, by)
    return cycle


def _require_seen(cycle: Cycle, seen: str) -> None:
    """Refuse what somebody says of a plan that is no longer what they read."""
    if seen and seen != plan_mark(cycle):
        raise TransitionNotAllowed(CHANGED_MEANWHILE)
