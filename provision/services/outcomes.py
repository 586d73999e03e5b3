"""Outcomes and targets: written, changed, adapted, closed; one child's changes one by one."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from provision.codes import CycleState, MeasureKind, OutcomeEnd, TargetEnd
from provision.models import CycleTarget, Outcome, ServedTarget, Target
from provision.rules.targets import problem_of_numbers
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

OUTCOME_FIELDS = ("text", "area", "starts_on", "by_on", "sensitivity")
TARGET_FIELDS = (
    "text", "area", "outcome", "measure", "unit", "out_of", "baseline", "goal",
    "starts_on", "by_on", "who", "child_words", "is_on_passport", "sensitivity",
)  # fmt: skip
#: Of a target, what a check is about, and what a checked cycle keeps of it.
CHECKED = ("text", "measure", "unit", "out_of", "baseline", "goal", "starts_on", "by_on")
KEPT = ("text", "unit", "out_of", "baseline", "goal", "by_on")


@transaction.atomic
def add_outcome(*, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any) -> Outcome:
    """Write down where the child is going; `facts` are OUTCOME_FIELDS."""
    pupil = lock_pupil(pupil)
    if known := added_before(Outcome, pupil, key):
        return known
    _require_days(facts["starts_on"], facts["by_on"])
    outcome = Outcome.objects.create(
        school=pupil.school, pupil=pupil, written_by=by, **as_pk(key), **facts
    )
    record_aim("outcome added", outcome, pupil, by)
    return outcome


@transaction.atomic
def change_outcome(*, outcome: Outcome, version: str, by: User, **facts: Any) -> Outcome:
    """Change the words, the area or the days of an open outcome."""
    pupil = lock_pupil(outcome.pupil)
    outcome = open_aim(outcome)
    require_version(outcome, OUTCOME_FIELDS, version)
    _require_days(facts["starts_on"], facts["by_on"])
    _write(outcome, facts)
    record_aim("outcome changed", outcome, pupil, by)
    return outcome


@transaction.atomic
def end_outcome(
    *, outcome: Outcome, ended_on: dt.date, ended_as: str, end_note: str = "", by: User
) -> Outcome:
    """Close an outcome; its open targets have to be closed first, so that none is left behind."""
    pupil = lock_pupil(outcome.pupil)
    outcome = open_aim(outcome)
    if Target.objects.filter(school_id=pupil.school_id, outcome=outcome).open().exists():
        raise TransitionNotAllowed("A target of this outcome is still open. Close it first.")
    _end(outcome, ended_on, OutcomeEnd(ended_as), end_note)
    record_aim("outcome closed", outcome, pupil, by)
    return outcome


@transaction.atomic
def add_target(*, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any) -> Target:
    """Write a target; it stands in the open cycle too, while that is being written or runs."""
    pupil = lock_pupil(pupil)
    if known := added_before(Target, pupil, key):
        return known
    target = make_target(pupil, by, **as_pk(key), **facts)
    join_open_cycle(target)
    record_aim("target added", target, pupil, by)
    return target


@transaction.atomic
def change_target(*, target: Target, version: str, by: User, **facts: Any) -> Target:
    """Correct an open target; a new step is an adapted target, so that the old one stays."""
    pupil = lock_pupil(target.pupil)
    target = open_aim(target)
    require_version(target, TARGET_FIELDS, version)
    _require_unlocked(target, facts)
    _require_sound(pupil, facts)
    if target.measurements.exists() and facts["measure"] != target.measure:
        raise TransitionNotAllowed(
            "It has been measured already, so how it is measured cannot change. "
            "Adapt the target instead."
        )
    _write(target, facts)
    record_aim("target changed", target, pupil, by)
    return target


@transaction.atomic
def adapt_target(
    *, target: Target, on: dt.date, by: User, key: UUID | None = None, **facts: Any
) -> Target:
    """Close a target and write the one that takes its place; the old one stays readable."""
    pupil = lock_pupil(target.pupil)
    if known := added_before(Target, pupil, key):
        return known
    target = open_aim(target)
    _end(target, on, TargetEnd.ADAPTED, "")
    new = make_target(pupil, by, adapted_from=target, **as_pk(key), **facts)
    join_open_cycle(new)
    _work_on(new, target)
    record_aim("target adapted", new, pupil, by)
    return new


@transaction.atomic
def end_target(
    *, target: Target, ended_on: dt.date, ended_as: str, end_note: str = "", by: User
) -> Target:
    """Close a target as met or dropped."""
    pupil = lock_pupil(target.pupil)
    target = open_aim(target)
    _end(target, ended_on, TargetEnd(ended_as), end_note)
    record_aim("target closed", target, pupil, by)
    return target


def make_target(pupil: Pupil, by: User | None, **facts: Any) -> Target:
    """A new target of a locked child; the caller writes it down."""
    facts.setdefault("adapted_from", None)
    _require_sound(pupil, facts)
    return Target.objects.create(school=pupil.school, pupil=pupil, written_by=by, **facts)


def join_open_cycle(target: Target) -> None:
    """Put a new target into the child's open cycle, if there is one."""
    cycle = target.pupil.cycles.open().first()
    if cycle:
        part, _ = CycleTarget.objects.get_or_create(school=cycle.school, cycle=cycle, target=target)
        if cycle.state == CycleState.RUNNING:
            keep_as_checked([part])


def keep_as_checked(parts: Iterable[CycleTarget]) -> None:
    """Keep the words, numbers and days of targets as a cycle has them, whatever they say later."""
    for part in parts:
        for name in KEPT:
            setattr(part, f"kept_{name}", getattr(part.target, name))
        part.save(update_fields=[f"kept_{name}" for name in KEPT])


def _work_on(new: Target, old: Target) -> None:
    """What worked towards a target works towards the one in its place."""
    links = ServedTarget.objects.filter(school_id=old.school_id, target=old)
    ServedTarget.objects.bulk_create(
        ServedTarget(school_id=link.school_id, provision_id=link.provision_id, target=new)
        for link in links
    )


def open_aim(aim):
    """An outcome or target as it is now, locked; TransitionNotAllowed when it is closed."""
    aim = lock(aim)
    if aim.ended_on:
        raise TransitionNotAllowed(f"It was closed on {aim.ended_on:%-d %B %Y}.")
    return aim


def close_target(target: Target, on: dt.date, ended_as: TargetEnd) -> None:
    """Close a target of a locked child as part of a larger change."""
    _end(target, on, ended_as, "")


def _require_sound(pupil: Pupil, facts: dict[str, Any]) -> None:
    _require_days(facts["starts_on"], facts["by_on"])
    outcome = facts.get("outcome")
    if outcome and (outcome.pupil_id != pupil.pk or outcome.ended_on):
        raise TransitionNotAllowed("Choose an open outcome of this child.")
    if facts["measure"] == MeasureKind.DONE:
        facts |= {"baseline": Decimal(0), "goal": Decimal(1)}
    problem = problem_of_numbers(
        facts["measure"], facts["baseline"], facts["goal"], facts.get("out_of")
    )
    if problem:
        raise TransitionNotAllowed(problem[1])


def open_target_again(target: Target) -> None:
    """Work on a closed target of a locked child again, as part of a larger change."""
    target.ended_on, target.ended_as, target.end_note = None, "", ""
    target.save(update_fields=["ended_on", "ended_as", "end_note"])


def _require_unlocked(target: Target, facts: dict[str, Any]) -> None:
    """What was checked changes in no running cycle; who helps and who may read it do."""
    is_same = all(getattr(target, name) == facts[name] for name in CHECKED if name in facts)
    running = CycleTarget.objects.filter(
        school_id=target.school_id, target=target, cycle__state=CycleState.RUNNING
    )
    if not is_same and running.exists():
        raise TransitionNotAllowed(
            "The plan was checked and runs, so what this target says stays. "
            "Adapt it, or ask for the plan to be unlocked."
        )


def _require_days(starts_on: dt.date, by_on: dt.date) -> None:
    if by_on <= starts_on:
        raise TransitionNotAllowed(
            "“By when” has to come after the day from which it is worked on."
        )


def _write(row, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))


def _end(aim, on: dt.date, ended_as: str, end_note: str) -> None:
    if on < aim.starts_on:
        raise TransitionNotAllowed(f"It began on {aim.starts_on:%-d %B %Y}, after that day.")
    aim.ended_on, aim.ended_as, aim.end_note = on, ended_as, end_note
    aim.save(update_fields=["ended_on", "ended_as", "end_note"])


def record_aim(step: str, subject, pupil: Pupil, by: User | None) -> None:
    """Write the step down in the audit, in the transaction of the change."""
    record_change(
        Action.CHANGE_TARGETS,
        pupil=pupil,
        by=by,
        subject=subject,
        detail={"step": step},
        moves_dates=False,
    )
