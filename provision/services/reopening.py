"""Outcomes and targets that were closed too soon: opened again, with a reason that stays."""

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from provision.codes import CycleState, TargetEnd
from provision.models import CycleTarget, Outcome, Target
from provision.services.cycles import CLOSES
from provision.services.outcomes import join_open_cycle, open_target_again, record_aim
from pupils.services.recording import lock, lock_pupil


@transaction.atomic
def reopen_target(*, target: Target, reason: str, by: User) -> Target:
    """Work on a closed target again; it stands in the open cycle too.

    What the closing of a cycle closed is opened with that cycle, while no other has begun.
    """
    pupil = lock_pupil(target.pupil)
    target = _closed(target)
    target.pupil = pupil
    if target.ended_as == TargetEnd.ADAPTED:
        raise TransitionNotAllowed("It was adapted: another target took its place.")
    if target.outcome_id and target.outcome.ended_on:
        raise TransitionNotAllowed("Its outcome is closed. Open the outcome again first.")
    if number := _closed_with_cycle(target):
        raise TransitionNotAllowed(
            f"It was closed with cycle {number}. Open that cycle again: its targets open with it."
        )
    open_target_again(target)
    _say_why(target, reason)
    join_open_cycle(target)
    record_aim("target opened again", target, pupil, by)
    return target


@transaction.atomic
def reopen_outcome(*, outcome: Outcome, reason: str, by: User) -> Outcome:
    """Work towards a closed outcome again; its targets stay closed until somebody opens them."""
    pupil = lock_pupil(outcome.pupil)
    outcome = _closed(outcome)
    outcome.ended_on, outcome.ended_as, outcome.end_note = None, "", ""
    outcome.save(update_fields=["ended_on", "ended_as", "end_note"])
    _say_why(outcome, reason)
    record_aim("outcome opened again", outcome, pupil, by)
    return outcome


def _closed(aim):
    aim = lock(aim)
    if aim.ended_on is None:
        raise TransitionNotAllowed("It is open already.")
    return aim


def _say_why(aim, reason: str) -> None:
    aim.again_note = reason
    aim.save(update_fields=["again_note"])


def _closed_with_cycle(target: Target) -> int | None:
    """The number of the child's latest cycle, if its closing closed the target."""
    latest = target.pupil.cycles.first()
    if latest is None or latest.state != CycleState.CLOSED:
        return None
    part = CycleTarget.objects.filter(
        school_id=target.school_id, target=target, cycle=latest
    ).first()
    if part is None or latest.closed_on != target.ended_on:
        return None
    return latest.number if CLOSES.get(part.next_step) == target.ended_as else None
