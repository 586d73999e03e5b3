"""What plans of a school made due in a stretch of time, and whether it was done in time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School
from ehcp.models import AnnualReview, EhcPlan
from ehcp.rules.cycle import ReviewFacts
from ehcp.rules.phase_transfer import transfer_year
from ehcp.rules.timeliness import Duty, Obligation, obligations_of
from ehcp.selectors.plans import review_facts, transfers
from pupils.selectors.leaving import last_days_on_roll

_TRANSFER = (Duty.PHASE_MEETING, Duty.PHASE_PLAN)


@dataclass(frozen=True)
class PlanTimeliness:
    """One plan's obligations, the council that keeps it, and its year of transfer."""

    plan_id: UUID
    pupil_id: UUID
    council: str
    september: int | None
    #: The plan is kept, and the child here, on the last of the days.
    is_in_force: bool
    #: For a transfer: when a meeting that counts was held, and when the plan was amended.
    transfer_met_on: dt.date | None
    transfer_named_on: dt.date | None
    obligations: tuple[Obligation, ...]


def timeliness_of(school: School, *, since: dt.date, until: dt.date) -> list[PlanTimeliness]:
    """Each plan in force at some time between the days, with what was due then; three statements.

    The record is taken as it stood on the last of the days.
    """
    return timeliness_at([school], since=since, until=until)


def timeliness_at(
    schools: Iterable[School], *, since: dt.date, until: dt.date
) -> list[PlanTimeliness]:
    """The same for the plans of several schools together; three statements too."""
    by_id = {school.pk: school for school in schools}
    plans = list(
        EhcPlan.objects.filter(school__in=by_id, made_on__lte=until)
        .exclude(ended_on__lt=since)
        .select_related("pupil__class_group")
    )
    reviews = defaultdict(list)
    for row in AnnualReview.objects.filter(school__in=by_id, plan__in=plans):
        reviews[row.plan_id].append(review_facts(row))
    leaving = last_days_on_roll(by_id, [plan.pupil_id for plan in plans])
    return [
        _timeliness(by_id[plan.school_id], plan, reviews[plan.pk], leaving, since, until)
        for plan in plans
    ]


def _timeliness(
    school: School,
    plan: EhcPlan,
    reviews: list[ReviewFacts],
    leaving: dict[UUID, dt.date | None],
    since: dt.date,
    until: dt.date,
) -> PlanTimeliness:
    september = _september(school, plan, until)
    last_day = min(filter(None, (plan.ended_on, leaving.get(plan.pupil_id))), default=None)
    everything = list(obligations_of(plan.made_on, reviews, on=until, september=september))
    done = {each.duty: each.done_on for each in everything if each.duty in _TRANSFER}
    first, last = max(since, plan.made_on), min(filter(None, (until, last_day)))
    return PlanTimeliness(
        plan_id=plan.pk,
        pupil_id=plan.pupil_id,
        council=plan.local_authority,
        september=september,
        is_in_force=last_day is None or last_day >= until,
        transfer_met_on=done.get(Duty.PHASE_MEETING),
        transfer_named_on=done.get(Duty.PHASE_PLAN),
        obligations=tuple(each for each in everything if first <= each.due_on <= last),
    )


def _september(school: School, plan: EhcPlan, until: dt.date) -> int | None:
    """That of the school year of the last day, else of the roll's."""
    pupil = plan.pupil
    school_year = pupil.class_group.academic_year if pupil.class_group else None
    now, following = transfers(school, pupil.year_group, school_year, pupil.born_on)
    return following if following == transfer_year(until) else now
