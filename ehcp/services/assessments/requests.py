"""A needs assessment: asked for, received, decided, drafted, finished, withdrawn, put right."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.assessment_codes import AssessDecision
from ehcp.models import EhcPlan, NeedsAssessment
from ehcp.rules.stages import may
from ehcp.services.assessments.recording import lock_assessment, record, save, stage_now
from ehcp.services.plans import PLAN_FIELDS, correct_plan, record_plan
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock_pupil, require_born

REQUEST_FIELDS = ("requested_by", "requested_on", "local_authority", "coordinator", "reasons")
RECEIPT_FIELDS = ("received_on", "received_how", "received_ref")
DECISION_FIELDS = ("decided_on", "decision", "decision_reasons")
DRAFT_FIELDS = ("draft_served_on",)
NO_PLAN_FIELDS = ("no_plan_on", "no_plan_reasons")
FINAL_FIELDS = ("final_plan_on",)
WITHDRAW_FIELDS = ("withdrawn_on", "withdrawn_why")
#: What can be put right.
CORRECT_FIELDS = (
    *REQUEST_FIELDS,
    *RECEIPT_FIELDS,
    *DECISION_FIELDS,
    *DRAFT_FIELDS,
    *NO_PLAN_FIELDS,
    *FINAL_FIELDS,
)
#: The fields of each step that is recorded from a form.
STEP_FIELDS: dict[str, tuple[str, ...]] = {
    "received": RECEIPT_FIELDS,
    "decision": DECISION_FIELDS,
    "draft": DRAFT_FIELDS,
    "no_plan": NO_PLAN_FIELDS,
    "withdraw": WITHDRAW_FIELDS,
}


@transaction.atomic
def request_assessment(
    *, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any
) -> NeedsAssessment:
    """Record that the council is asked to assess a child; `facts` are REQUEST_FIELDS and receipt.

    Raises TransitionNotAllowed for a child with a plan, or with a request that is still open.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(NeedsAssessment, pupil, key):
        return known
    require_born(pupil, facts["requested_on"])
    if EhcPlan.objects.filter(school=pupil.school, pupil=pupil).maintained().exists():
        raise TransitionNotAllowed("This child has an EHC plan. A review comes instead.")
    if any(stage_now(row).is_open for row in _of(pupil)):
        raise TransitionNotAllowed("A request for this child is open already.")
    row = NeedsAssessment(
        school=pupil.school, pupil=pupil, written_by=by, **as_pk(key), **_whole(facts)
    )
    _require_order(row)
    row.save(force_insert=True)
    record(row, by=by, what="requested")
    return row


@transaction.atomic
def record_step(
    *,
    assessment: NeedsAssessment,
    step: str,
    values: Mapping[str, Any],
    by: User | None,
    version: str | None = None,
) -> NeedsAssessment:
    """Record what came of the request; `values` are the fields of the step."""
    row = lock_assessment(assessment)
    _require_version(row, values, version)
    stage = stage_now(row)
    if not may(stage, step):
        raise TransitionNotAllowed(f"That cannot be recorded now. {stage.label}.")
    if changed := save(row, values, None, _require_order):
        record(row, by=by, what=step, fields=changed)
    return row


@transaction.atomic
def record_final_plan(
    *,
    assessment: NeedsAssessment,
    final_plan_on: dt.date,
    by: User | None,
    hours_per_week: Decimal | None = None,
    other_provision: str = "",
    version: str | None = None,
) -> EhcPlan:
    """The council made the plan: the child has an EHC plan from that day, and its clocks start."""
    row = lock_assessment(assessment)
    _require_version(row, {"final_plan_on": final_plan_on}, version)
    stage = stage_now(row)
    if not may(stage, "final"):
        raise TransitionNotAllowed(f"That cannot be recorded now. {stage.label}.")
    row.final_plan_on = final_plan_on
    _require_order(row)
    row.plan = record_plan(
        pupil=row.pupil,
        local_authority=row.local_authority,
        made_on=final_plan_on,
        coordinator=row.coordinator,
        hours_per_week=hours_per_week,
        other_provision=other_provision,
        by=by,
    )
    row.save(update_fields=["final_plan_on", "plan"])
    record(row, by=by, what="final", fields=["final_plan_on"])
    return row.plan


@transaction.atomic
def correct_assessment(
    *, assessment: NeedsAssessment, by: User, version: str | None = None, **values: Any
) -> NeedsAssessment:
    """Put recorded facts right; an empty field is something that has not happened."""
    if unknown := values.keys() - set(CORRECT_FIELDS):
        raise TypeError(f"correct_assessment does not take {', '.join(sorted(unknown))}.")
    row = lock_assessment(assessment)
    was = row.final_plan_on
    changed = save(row, values, version, _require_order)
    if not changed:
        return row
    if row.final_plan_on != was:
        _move_plan(row, was, by)
    record(row, by=by, what="corrected", fields=changed)
    return row


def _move_plan(row: NeedsAssessment, was: dt.date | None, by: User) -> None:
    """The plan was made on the day of the letter: put right there too."""
    plan = row.plan
    if was is None:
        raise TransitionNotAllowed("Record the final plan as a step of its own: it makes the plan.")
    if row.final_plan_on is None:
        raise TransitionNotAllowed(
            "The child's EHC plan was made from this day. End that plan first, as entered by "
            "mistake."
        )
    if plan and not plan.ended_on and plan.made_on == was:
        values = {name: getattr(plan, name) for name in PLAN_FIELDS}
        correct_plan(plan=plan, by=by, **values | {"made_on": row.final_plan_on})


def _of(pupil: Pupil):
    rows = NeedsAssessment.objects.filter(school=pupil.school, pupil=pupil)
    return rows.prefetch_related("appeals")


def _whole(facts: Mapping[str, Any]) -> dict[str, Any]:
    """A proof without a day says nothing."""
    return {k: v for k, v in facts.items() if facts.get("received_on") or k not in RECEIPT_FIELDS}


def _require_version(row: NeedsAssessment, values: Mapping[str, Any], version: str | None) -> None:
    """Before the stage is looked at: whoever was slower sees what the other wrote."""
    if version is not None:
        require_version(row, values, version)


_AFTER = (
    ("requested_on", "received_on", "The council cannot have had it before it was sent"),
    ("received_on", "decided_on", "The decision cannot be dated before the request was received"),
    ("decided_on", "draft_served_on", "The draft cannot come before the decision to assess"),
    ("decided_on", "no_plan_on", "That letter cannot come before the decision to assess"),
    ("draft_served_on", "final_plan_on", "The final plan cannot come before the draft"),
    ("requested_on", "withdrawn_on", "It cannot be withdrawn before it was sent"),
)


def _require_order(row: NeedsAssessment) -> None:
    """Refuse days that cannot be, in words, before the database does."""
    for first, second, words in _AFTER:
        later = getattr(row, second)
        if later is None:
            continue
        before = getattr(row, first)
        if before is None or later < before:
            since = f" on {before:%-d %B %Y}" if before else ": record that first"
            raise TransitionNotAllowed(f"{words}{since}.")
    if bool(row.received_on) != bool(row.received_how):
        raise TransitionNotAllowed("Give the day on which the council had it, and what shows it.")
    if bool(row.decided_on) != bool(row.decision):
        raise TransitionNotAllowed("Give both the decision and the date on its letter, or neither.")
    is_drafted = bool(row.draft_served_on or row.no_plan_on)
    if (
        row.decision == AssessDecision.REFUSE
        and is_drafted
        and not row.appeals.exclude(order="").exists()
    ):
        raise TransitionNotAllowed("The council will not assess: there is no draft of it.")
