"""Plans as facts: begun, put right, ended."""

import datetime as dt
from decimal import Decimal

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.codes import PlanEnd
from ehcp.models import EhcPlan, ReviewPaper
from ehcp.services.ceasing import require_may_cease
from ehcp.services.plan_promises import keep_promises
from ehcp.services.recording import lock_plan, record, save
from pupils.models import Pupil
from pupils.services.recording import lock_pupil

PLAN_FIELDS = (
    "local_authority",
    "made_on",
    "coordinator",
    "hours_per_week",
    "other_provision",
)


@transaction.atomic
def record_plan(
    *,
    pupil: Pupil,
    local_authority: str,
    made_on: dt.date,
    by: User | None,
    coordinator: str = "",
    hours_per_week: Decimal | None = None,
    other_provision: str = "",
) -> EhcPlan:
    """Record that a child has an EHC plan; its clocks start."""
    pupil = lock_pupil(pupil)
    if EhcPlan.objects.filter(school=pupil.school, pupil=pupil).maintained().exists():
        raise TransitionNotAllowed("This child already has an EHC plan. Correct that one instead.")
    if made_on < pupil.born_on:
        raise TransitionNotAllowed("A plan cannot have been issued before the child was born.")
    plan = EhcPlan.objects.create(
        school=pupil.school,
        pupil=pupil,
        local_authority=local_authority,
        made_on=made_on,
        coordinator=coordinator,
        hours_per_week=hours_per_week,
        other_provision=other_provision,
    )
    keep_promises(plan, by=by)
    record(Action.CHANGE_PLAN, plan, by=by, detail={"what": "begun"})
    return plan


@transaction.atomic
def correct_plan(
    *,
    plan: EhcPlan,
    local_authority: str,
    made_on: dt.date,
    coordinator: str,
    hours_per_week: Decimal | None,
    other_provision: str,
    by: User | None,
    version: str | None = None,
) -> EhcPlan:
    """Put a plan's facts right."""
    plan = lock_plan(plan)
    first = plan.reviews.order_by("meeting_on").first()
    if first and first.meeting_on < made_on:
        raise TransitionNotAllowed(
            f"A review was held on {first.meeting_on:%-d %B %Y}: the plan was issued before that."
        )
    values = {
        "local_authority": local_authority,
        "made_on": made_on,
        "coordinator": coordinator,
        "hours_per_week": hours_per_week,
        "other_provision": other_provision,
    }
    if changed := save(plan, values, version):
        keep_promises(plan, by=by)
        record(Action.CHANGE_PLAN, plan, by=by, detail={"what": "corrected", "fields": changed})
    return plan


@transaction.atomic
def end_plan(*, plan: EhcPlan, ended_on: dt.date, end_reason: str, by: User | None) -> EhcPlan:
    """End a plan; nothing is due for it any more."""
    plan = lock_plan(plan)
    if ended_on < plan.made_on:
        raise TransitionNotAllowed(f"The plan was issued on {plan.made_on:%-d %B %Y}, after that.")
    if end_reason == PlanEnd.CEASED:
        require_may_cease(plan, ended_on)
    # What was sent for a meeting is kept, and the meeting with it.
    planned = plan.reviews.filter(is_held=False)
    planned.exclude(papers__in=ReviewPaper.objects.filter(sent_on__isnull=False)).delete()
    save(plan, {"ended_on": ended_on, "end_reason": end_reason}, None)
    keep_promises(plan, by=by)
    detail = {"what": "ended", "reason": end_reason}
    record(Action.CHANGE_PLAN, plan, by=by, detail=detail)
    return plan
