"""Cycles: begun, written, given to the parents, reviewed, closed."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import Sensitivity
from aylsham.models import User
from provision.codes import CYCLE_STEPS, CycleState, NextStep, NoteKind, TargetEnd
from provision.models import Cycle, CycleNote, CycleTarget, CycleText, Target
from provision.rules.cycle_sections import Stage
from provision.selectors.questions import asked_now
from provision.services.outcomes import close_target
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

CYCLE_FIELDS = ("starts_on", "review_on", "lead")
TEXT_FIELDS = ("text", "sensitivity")
REVIEW_FIELDS = ("score", "evidence", "next_step")
#: Steps after which a target is no longer worked on.
CLOSES = {NextStep.MET: TargetEnd.MET, NextStep.DROP: TargetEnd.DROPPED}


@transaction.atomic
def start_cycle(
    *,
    pupil: Pupil,
    starts_on: dt.date,
    review_on: dt.date,
    lead: User | None,
    by: User | None,
    key: UUID | None = None,
) -> Cycle:
    """Begin the next cycle of a child with every open target; a child has one open at a time.

    What came of the cycle before stands under "what was tried".
    """
    pupil = lock_pupil(pupil)
    if known := added_before(Cycle, pupil, key):
        return known
    _require_days(starts_on, review_on)
    before = pupil.cycles.first()
    if before and before.state != CycleState.CLOSED:
        raise TransitionNotAllowed(f"Cycle {before.number} is still open. Close it first.")
    cycle = Cycle.objects.create(
        school=pupil.school,
        pupil=pupil,
        number=before.number + 1 if before else 1,
        starts_on=starts_on,
        review_on=review_on,
        lead=lead,
        **_questions(pupil),
        **as_pk(key),
    )
    _make_texts(cycle, before)
    _carry_over(cycle, before)
    record_step("begun", cycle, by)
    return cycle


@transaction.atomic
def change_cycle(*, cycle: Cycle, version: str, by: User, **facts: Any) -> Cycle:
    """Change the days or who leads; `facts` are CYCLE_FIELDS."""
    lock_pupil(cycle.pupil)
    cycle = _not_closed(cycle)
    require_version(cycle, CYCLE_FIELDS, version)
    _require_days(facts["starts_on"], facts["review_on"])
    for name, value in facts.items():
        setattr(cycle, name, value)
    cycle.save(update_fields=list(facts))
    record_step("days changed", cycle, by)
    return cycle


@transaction.atomic
def write_text(*, answer: CycleText, version: str, by: User, **facts: Any) -> CycleText:
    """Answer one question; what was checked is locked, its review is still to be written.

    `facts` are TEXT_FIELDS.
    """
    lock_pupil(answer.cycle.pupil)
    cycle = lock(answer.cycle)
    answer = lock(answer)
    require_version(answer, TEXT_FIELDS, version)
    section = cycle.section(answer.section)
    _require_open_for(cycle, section.stage if section else Stage.PLAN)
    for name, value in facts.items():
        setattr(answer, name, value)
    answer.written_by, answer.written_at = by, clock.moment()
    answer.save(update_fields=[*facts, "written_by", "written_at"])
    record_step("written", cycle, by, section=answer.section)
    return answer


@transaction.atomic
def record_given(*, cycle: Cycle, given_on: dt.date, given_how: str, by: User) -> Cycle:
    """Write down that the parents were given the plan."""
    lock_pupil(cycle.pupil)
    cycle = lock(cycle)
    if cycle.state not in (CycleState.RUNNING, CycleState.CLOSED):
        raise TransitionNotAllowed("The plan has to be checked before parents are given it.")
    cycle.given_on, cycle.given_how = given_on, given_how
    cycle.save(update_fields=["given_on", "given_how"])
    record_step("given to the parents", cycle, by)
    return cycle


@transaction.atomic
def review_target(
    *, part: CycleTarget, version: str, on: dt.date, by: User, **facts: Any
) -> CycleTarget:
    """Score a target in a running cycle and say what becomes of it; `facts` are REVIEW_FIELDS."""
    lock_pupil(part.cycle.pupil)
    cycle = lock(part.cycle)
    if cycle.state != CycleState.RUNNING:
        raise TransitionNotAllowed("Targets are reviewed while the cycle runs.")
    part = lock(part)
    require_version(part, REVIEW_FIELDS, version)
    for name, value in facts.items():
        setattr(part, name, value)
    part.reviewed_by, part.reviewed_on = by, on
    part.save(update_fields=[*facts, "reviewed_by", "reviewed_on"])
    record_step("target reviewed", cycle, by)
    return part


@transaction.atomic
def close_cycle(*, cycle: Cycle, closed_on: dt.date, by: User) -> Cycle:
    """Close a reviewed cycle; its targets are closed, or go on into the next."""
    lock_pupil(cycle.pupil)
    cycle = step_to(cycle, CycleState.CLOSED)
    if closed_on < cycle.starts_on:
        raise TransitionNotAllowed(f"The cycle began on {cycle.starts_on:%-d %B %Y}.")
    parts = list(cycle.parts.select_related("target").select_for_update(of=("self",)))
    if any(part.score is None and part.target.ended_on is None for part in parts):
        raise TransitionNotAllowed("A target has not been reviewed yet.")
    _require_answers(cycle, Stage.REVIEW)
    for part in parts:
        if part.target.ended_on is None and (ended_as := CLOSES.get(part.next_step)):
            close_target(part.target, closed_on, ended_as)
    cycle.closed_on = closed_on
    cycle.save(update_fields=["state", "closed_on"])
    record_step("closed", cycle, by)
    return cycle


def _questions(pupil: Pupil) -> dict[str, Any]:
    """What a cycle of this child asks that is begun now."""
    asked = asked_now(pupil.school)
    return {"version": asked.version, "questions": asked.rows}


def _make_texts(cycle: Cycle, before: Cycle | None) -> None:
    written = {"tried": _what_came_of(before)} if before else {}
    CycleText.objects.bulk_create(
        CycleText(
            school=cycle.school,
            cycle=cycle,
            section=section.key,
            text=written.get(section.key, ""),
        )
        for section in cycle.sections()
    )


def _what_came_of(before: Cycle) -> str:
    """A line for each target of a cycle with how it came out."""
    parts = before.parts.select_related("target").exclude(score=None)
    return "\n".join(
        f"{part.kept_text or part.target.text} {part.get_score_display()}."
        for part in parts
        if part.target.sensitivity == Sensitivity.EVERYONE
    )


def _carry_over(cycle: Cycle, before: Cycle | None) -> None:
    known = set(before.parts.values_list("target_id", flat=True)) if before else set()
    targets = Target.objects.filter(school_id=cycle.school_id, pupil_id=cycle.pupil_id).open()
    CycleTarget.objects.bulk_create(
        CycleTarget(school=cycle.school, cycle=cycle, target=target, is_carried=target.pk in known)
        for target in targets
    )


def add_note(cycle: Cycle, kind: NoteKind, text: str, by: User) -> None:
    """Why a cycle went back to its writer, or was opened again."""
    CycleNote.objects.create(
        school=cycle.school,
        cycle=cycle,
        kind=kind,
        text=text,
        written_by=by,
        written_at=clock.moment(),
    )


def step_to(cycle: Cycle, to: CycleState) -> Cycle:
    """The locked cycle, taken on to a state; it is saved by its caller."""
    cycle = lock(cycle)
    if cycle.state not in CYCLE_STEPS[to]:
        now = CycleState(cycle.state).label.lower()
        raise TransitionNotAllowed(f"This cannot be done while the cycle is {now}.")
    cycle.state = to
    return cycle


def _not_closed(cycle: Cycle) -> Cycle:
    cycle = lock(cycle)
    if cycle.state == CycleState.CLOSED:
        raise TransitionNotAllowed(f"This cycle was closed on {cycle.closed_on:%-d %B %Y}.")
    return cycle


def _require_open_for(cycle: Cycle, stage: Stage) -> None:
    """Assess and plan are written before the check, the review while the cycle runs."""
    is_review = stage == Stage.REVIEW
    wanted = {CycleState.RUNNING} if is_review else {CycleState.WRITING, CycleState.CHECKING}
    if cycle.state not in wanted:
        why = "runs" if is_review else "is being written; it can be unlocked with a reason"
        raise TransitionNotAllowed(f"This is written while the cycle {why}.")


def require_whole(cycle: Cycle) -> None:
    """Refuse a plan with a needed answer or every target missing."""
    _require_answers(cycle, Stage.ASSESS, Stage.PLAN)
    if not cycle.parts.filter(target__ended_on=None).exists():
        raise TransitionNotAllowed("Write at least one target first.")


def _require_answers(cycle: Cycle, *stages: Stage) -> None:
    answers: Mapping[str, str] = dict(cycle.texts.values_list("section", "text"))
    for section in cycle.sections():
        if (
            section.stage in stages
            and section.is_needed
            and not answers.get(section.key, "").strip()
        ):
            raise TransitionNotAllowed(f"“{section.title}” is still empty.")


def _require_days(starts_on: dt.date, review_on: dt.date) -> None:
    if review_on <= starts_on:
        raise TransitionNotAllowed("The review has to come after the cycle begins.")


def record_step(step: str, cycle: Cycle, by: User | None, **detail: str) -> None:
    """Write the step down in the audit, in the transaction of the change."""
    record_change(
        Action.CHANGE_CYCLE,
        pupil=cycle.pupil,
        by=by,
        subject=cycle,
        detail={"step": step, **detail},
    )
