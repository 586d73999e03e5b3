"""What every change to a plan has in common: locks, a refusal of stale saves, a trace."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.models import AnnualReview, EhcPlan
from pupils.services.recording import lock, lock_pupil, record_change


def lock_plan_even_ended(plan: EhcPlan) -> EhcPlan:
    """The plan as it is now, locked after its child: what follows its end is still recorded."""
    pupil = lock_pupil(plan.pupil)
    plan = lock(plan)
    plan.pupil = pupil
    return plan


def lock_plan(plan: EhcPlan) -> EhcPlan:
    """The same, and still in force."""
    plan = lock_plan_even_ended(plan)
    if plan.ended_on:
        raise TransitionNotAllowed(f"This plan ended on {plan.ended_on:%-d %B %Y}.")
    return plan


def lock_review(review: AnnualReview) -> AnnualReview:
    """The review as it is now, locked after its child and plan."""
    plan = lock_plan(review.plan)
    review = lock(review)
    review.plan = plan
    return review


def save(row: models.Model, values: Mapping[str, Any], version: str | None) -> list[str]:
    """Set what differs on a locked row and give the names of it; refuse a stale form."""
    if version is not None:
        require_version(row, values, version)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)
    return changed


def record(
    action: Action,
    row: EhcPlan | AnnualReview,
    *,
    by: User | None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Write the change down and work out again what is due."""
    plan = row if isinstance(row, EhcPlan) else row.plan
    record_change(action, pupil=plan.pupil, by=by, subject=row, detail=dict(detail or {}))
