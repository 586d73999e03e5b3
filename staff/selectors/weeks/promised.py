"""What a plan gives of promises that no provision keeps: nobody could log it."""

from django.db.models import Prefetch

from aylsham.codes import Sensitivity
from staff.models import PlanDemand, PlanSession, WeekPlan
from staff.rules.demands import Amount
from staff.selectors.weeks.demand import wanted_in
from staff.selectors.weeks.instances import monday_of


def promised_in(plan: WeekPlan) -> list[PlanDemand]:
    """Demands of promises that have sessions, as `given`, whose words everybody may read.

    Only as far as the record still asks for just that: a draft does not know what became provision
    since it was gathered. Two statements, and those of `wanted_in` where there is any.
    """
    sessions = PlanSession.objects.filter(school_id=plan.school_id).select_related("member__user")
    rows = PlanDemand.objects.filter(
        school_id=plan.school_id,
        plan=plan,
        promise__sensitivity=Sensitivity.EVERYONE,
        planned__isnull=False,
    )
    found = list(
        rows.distinct()
        .select_related("promise__pupil__school")
        .prefetch_related(Prefetch("planned", sessions, to_attr="given"))
    )
    if not found:
        return []
    wanted = wanted_in(plan.school, monday_of(plan))
    asked = {each.promise.pk: each.amount for each in wanted if each.promise}
    return [row for row in found if asked.get(row.promise_id) == Amount(row.sessions, row.minutes)]
