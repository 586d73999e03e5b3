"""What a plan gives of promises that no provision keeps: nobody could log it."""

from django.db.models import Prefetch

from aylsham.codes import Sensitivity
from staff.models import PlanDemand, PlanSession, WeekPlan


def promised_in(plan: WeekPlan) -> list[PlanDemand]:
    """Demands of promises that have sessions, as `given`, whose words everybody may read.

    Two statements.
    """
    sessions = PlanSession.objects.filter(school_id=plan.school_id).select_related("member__user")
    rows = PlanDemand.objects.filter(
        school_id=plan.school_id,
        plan=plan,
        promise__sensitivity=Sensitivity.EVERYONE,
        planned__isnull=False,
    )
    return list(
        rows.distinct()
        .select_related("promise__pupil__school")
        .prefetch_related(Prefetch("planned", sessions, to_attr="given"))
    )
