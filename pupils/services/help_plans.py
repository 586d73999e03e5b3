"""Early-help plans: begun with consent, reviewed, changed, closed with a reason."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.family_codes import ActionSource
from pupils.models import HelpPlan, HelpReview, Pupil
from pupils.services.actions import mark_actions
from pupils.services.recording import lock, lock_pupil, record_change

PLAN_FIELDS = (
    "level",
    "lead",
    "lead_name",
    "lead_role",
    "consent_by",
    "consent_on",
    "consent_how",
    "why",
    "wanted",
    "sensitivity",
    "review_on",
)


@transaction.atomic
def start_help_plan(*, pupil: Pupil, by: User | None, starts_on: dt.date, **facts: Any) -> HelpPlan:
    """Begin an early-help plan; the family has agreed to it, and a child has one at a time."""
    pupil = lock_pupil(pupil)
    if HelpPlan.objects.filter(school=pupil.school, pupil=pupil, ended_on=None).exists():
        raise TransitionNotAllowed("There is an open early-help plan already. Close it first.")
    if facts["consent_on"] > starts_on:
        raise TransitionNotAllowed("The plan begins when the family has agreed, not before.")
    _check_review(facts["review_on"], starts_on)
    plan = HelpPlan.objects.create(school=pupil.school, pupil=pupil, starts_on=starts_on, **facts)
    _record("started", plan, pupil, by)
    return plan


@transaction.atomic
def change_help_plan(*, plan: HelpPlan, version: str, by: User, **facts: Any) -> HelpPlan:
    """Change who leads, the level, the consent or the words."""
    pupil = lock_pupil(plan.pupil)
    plan = _open(plan)
    require_version(plan, PLAN_FIELDS, version)
    _check_review(facts["review_on"], plan.starts_on)
    for name, value in facts.items():
        setattr(plan, name, value)
    mark_actions(
        school_id=plan.school_id,
        source=ActionSource.PLAN,
        source_id=plan.pk,
        sensitivity=plan.sensitivity,
    )
    plan.save(update_fields=list(facts))
    _record("changed", plan, pupil, by)
    return plan


@transaction.atomic
def review_help_plan(
    *, plan: HelpPlan, on: dt.date, changed: str, next_on: dt.date, by: User | None
) -> HelpReview:
    """Write down a review; the next one is due on `next_on`."""
    pupil = lock_pupil(plan.pupil)
    plan = _open(plan)
    if on < plan.starts_on:
        raise TransitionNotAllowed(f"The plan began on {plan.starts_on:%-d %B %Y}, after that day.")
    if next_on <= on:
        raise TransitionNotAllowed("The next review has to come after this one.")
    review = HelpReview.objects.create(
        school=pupil.school, plan=plan, on=on, changed=changed, next_on=next_on, written_by=by
    )
    plan.review_on = next_on
    plan.save(update_fields=["review_on"])
    _record("reviewed", plan, pupil, by)
    return review


@transaction.atomic
def close_help_plan(
    *, plan: HelpPlan, ended_on: dt.date, end_reason: str, end_note: str, by: User
) -> HelpPlan:
    """Close a plan; `ended_on` is its last day."""
    pupil = lock_pupil(plan.pupil)
    plan = _open(plan)
    if ended_on < plan.starts_on:
        raise TransitionNotAllowed(f"The plan began on {plan.starts_on:%-d %B %Y}, after that day.")
    plan.ended_on, plan.end_reason, plan.end_note = ended_on, end_reason, end_note
    plan.save(update_fields=["ended_on", "end_reason", "end_note"])
    _record("closed", plan, pupil, by)
    return plan


def _open(plan: HelpPlan) -> HelpPlan:
    plan = lock(plan)
    if plan.ended_on:
        raise TransitionNotAllowed(f"This plan was closed on {plan.ended_on:%-d %B %Y}.")
    return plan


def _check_review(review_on: dt.date, starts_on: dt.date) -> None:
    if review_on <= starts_on:
        raise TransitionNotAllowed("The review has to come after the plan begins.")


def _record(step: str, plan: HelpPlan, pupil: Pupil, by: User | None) -> None:
    record_change(Action.CHANGE_HELP_PLAN, pupil=pupil, by=by, subject=plan, detail={"step": step})
