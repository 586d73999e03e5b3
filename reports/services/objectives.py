"""Objectives and their steps: added, changed, done, given up, looked at; what counts towards them."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from reports.models import (
    LeadersBrief,
    Objective,
    ObjectiveLink,
    ObjectiveReview,
    PlanStep,
)
from reports.selectors.objectives import Counted, countable
from reports.services.working_off import (
    STATE_FIELDS,
    lock_school,
    locked,
    locked_to_do,
    require_new_day,
    require_open_state,
    set_done,
    set_given_up,
    set_taken_up,
)

type Row = Objective | PlanStep
#: What an edit of an objective, and of a step, starts from.
OBJECTIVE_FIELDS = ("plan", "what", "basis", "sign", "lead", "ends_on", "review_on", "state")
#: Of one that the federation worded, what is the school's own.
SHARED_FIELDS = ("lead", "review_on", "state")
STEP_FIELDS = ("is_milestone", "what", "owner_id", "who", "due_on", "evidence", "state")


@transaction.atomic
def add_objective(*, school: School, by: User | None, **values: Any) -> Objective:
    """Write down an objective; the same one twice is refused."""
    lock_school(school.pk)
    objective = Objective(school=school, **values)
    _require_good(objective)
    objective.save(force_insert=True)
    _record(objective, by, "added")
    return objective


@transaction.atomic
def add_step(
    *,
    school: School,
    by: User | None,
    objective: Objective | None = None,
    brief: LeadersBrief | None = None,
    **values: Any,
) -> PlanStep:
    """Write down an action or a milestone of an objective, or what a meeting decided."""
    lock_school(school.pk)
    if objective is not None:
        objective = locked_to_do(objective)
    step = PlanStep(school=school, objective=objective, brief=brief, **values)
    _require_good(step)
    step.save(force_insert=True)
    _record(step, by, "added")
    return step


@transaction.atomic
def change_row[R: (Objective, PlanStep)](*, row: R, version: str, by: User | None, **values) -> R:
    """Change what is still to be done. StaleSave for the second editor."""
    found = locked_to_do(row)
    fields = fields_of(found)
    require_version(found, fields, version)
    for name in fields:
        setattr(found, name, values.get(name, getattr(found, name)))
    _require_good(found)
    found.save(update_fields=fields)
    _record(found, by, "changed")
    return found


@transaction.atomic
def finish_row[R: (Objective, PlanStep)](
    *, row: R, done_on: dt.date, by: User | None, evidence: str = ""
) -> R:
    """It is reached, or done; what shows it stands with a step."""
    found = locked_to_do(row)
    set_done(found, done_on)
    fields = list(STATE_FIELDS)
    if isinstance(found, PlanStep) and evidence.strip():
        found.evidence = evidence.strip()
        fields.append("evidence")
    found.save(update_fields=fields)
    _record(found, by, "done")
    return found


@transaction.atomic
def give_up_row[R: (Objective, PlanStep)](*, row: R, why: str, by: User | None) -> R:
    """It will not be done, and why; it stays in the record."""
    found = locked_to_do(row)
    if isinstance(found, Objective) and found.shared_id:
        raise TransitionNotAllowed("It is the federation’s: it is given up there, for all schools.")
    set_given_up(found, why)
    found.save(update_fields=STATE_FIELDS)
    _record(found, by, "given up")
    return found


@transaction.atomic
def take_up_row[R: (Objective, PlanStep)](*, row: R, by: User | None) -> R:
    """It is under way again."""
    found = locked(row)
    if isinstance(found, Objective) and found.shared and not found.shared.holds:
        raise TransitionNotAllowed("The federation has given it up.")
    set_taken_up(found)
    _require_good(found)
    found.save(update_fields=STATE_FIELDS)
    _record(found, by, "taken up again")
    return found


@transaction.atomic
def record_objective_review(
    *,
    objective: Objective,
    held_on: dt.date,
    rag: str,
    words: str,
    next_on: dt.date,
    by: User | None,
) -> ObjectiveReview:
    """Write down a look at an objective, once a day; the newest says how it stands."""
    found = locked_to_do(objective)
    require_new_day(held_on, found.reviews.all())
    if next_on <= held_on:
        raise TransitionNotAllowed("The next look comes after this one.")
    review = ObjectiveReview.objects.create(
        school=found.school,
        objective=found,
        held_on=held_on,
        rag=rag,
        words=words.strip(),
        recorded_by=by,
    )
    if not found.reviews.filter(held_on__gt=held_on).exists():
        found.rag, found.review_on = rag, next_on
        found.save(update_fields=["rag", "review_on"])
    _record(review, by, "looked at")
    return review


@transaction.atomic
def choose_counted(
    *, objective: Objective, keys: Collection[str], by: User | None
) -> list[Counted]:
    """Let exactly these actions of other plans count towards an objective; those not known stay out."""
    found = locked_to_do(objective)
    offered = {each.key: each for each in countable(found)}
    linked = {
        each.key: each
        for each in ObjectiveLink.objects.filter(objective=found, school=found.school_id)
    }
    for key in linked.keys() - set(keys):
        linked[key].delete()
    for key in (offered.keys() & set(keys)) - linked.keys():
        name, pk = key.split(":")
        ObjectiveLink.objects.create(school=found.school, objective=found, **{f"{name}_id": pk})
    _record(found, by, "counted")
    return [each for key, each in offered.items() if key in keys]


def fields_of(row: Row) -> tuple[str, ...]:
    """What may be changed of it."""
    if isinstance(row, PlanStep):
        return STEP_FIELDS
    return SHARED_FIELDS if row.shared_id else OBJECTIVE_FIELDS


def _require_good(row: Row) -> None:
    require_open_state(row)
    if isinstance(row, Objective):
        _require_days(row)
        same = Objective.objects.filter(plan=row.plan)
    else:
        same = PlanStep.objects.filter(
            objective=row.objective_id, brief=row.brief_id, subject=row.subject
        )
    same = same.to_do().filter(school=row.school_id, what=row.what).exclude(pk=row.pk)
    if same.exists():
        raise TransitionNotAllowed("This stands there already.")


def _require_days(objective: Objective) -> None:
    if objective.review_on > objective.ends_on:
        raise TransitionNotAllowed("Look at it before the day by which it is to be reached.")


def _record(row: Row | ObjectiveReview, by: User | None, step: str) -> None:
    detail = {"objective": type(row).__name__, "step": step}
    record_event(Action.RECORD_OBJECTIVE, school=row.school, by=by, subject=row, detail=detail)
    rebuild_deadlines(row.school)
