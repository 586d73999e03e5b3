"""What plans of a school made due in a stretch of time, and whether it was done in time."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School
from ehcp.models import AnnualReview, EhcPlan
from ehcp.rules.cycle import transfer_september
from ehcp.rules.timeliness import Obligation, obligations_of
from ehcp.selectors.plans import last_year_group, review_facts
from pupils.selectors.leaving import last_days_on_roll


@dataclass(frozen=True)
class PlanTimeliness:
    """One plan's obligations, the council that keeps it, and its year of transfer."""

    plan_id: UUID
    pupil_id: UUID
    council: str
    september: int | None
    obligations: tuple[Obligation, ...]


def timeliness_of(school: School, *, since: dt.date, until: dt.date) -> list[PlanTimeliness]:
    """Each plan in force at some time between the days, with what was due then; three statements.

    The record is taken as it stood on the last of the days.
    """
    plans = list(
        EhcPlan.objects.filter(school=school, made_on__lte=until)
        .exclude(ended_on__lt=since)
        .select_related("pupil__class_group")
    )
    reviews = defaultdict(list)
    for row in AnnualReview.objects.filter(school=school, plan__in=plans):
        reviews[row.plan_id].append(review_facts(row))
    leaving = last_days_on_roll(school, [plan.pupil_id for plan in plans])
    return [
        _timeliness(
            school, plan, reviews[plan.pk], since, min(filter(None, (until, _end(plan, leaving))))
        )
        for plan in plans
    ]


def _end(plan: EhcPlan, leaving: dict[UUID, dt.date | None]) -> dt.date | None:
    """The last day on which the school had a part in the plan."""
    return min(filter(None, (plan.ended_on, leaving.get(plan.pupil_id))), default=None)


def _timeliness(school, plan, reviews, since: dt.date, until: dt.date) -> PlanTimeliness:
    pupil = plan.pupil
    september = transfer_september(
        pupil.year_group,
        phase=school.phase,
        school_year=pupil.class_group.academic_year if pupil.class_group else None,
        born_on=pupil.born_on,
        last_year_group=last_year_group(school),
    )
    return PlanTimeliness(
        plan_id=plan.pk,
        pupil_id=plan.pupil_id,
        council=plan.local_authority,
        september=september,
        obligations=tuple(
            each
            for each in obligations_of(plan.made_on, reviews, on=until, september=september)
            if max(since, plan.made_on) <= each.due_on <= until
        ),
    )
