"""Provision takes over what a plan that people go by had for the promise it keeps."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from provision.models import Place, Promise, Provision
from staff.codes import WeekPlanState
from staff.models import PlanDemand


@transaction.atomic
def take_over(provision: Provision, promises: Collection[Promise]) -> None:
    """Let sessions that are planned for a promise be the provision's, so that they can be logged.

    Only where it is the same for the same child: provision for several children, or as often or as
    long as the plan does not have it, needs a new plan. Before its first day and after its last the
    sessions stay the promise's.
    """
    places = Place.objects.filter(school_id=provision.school_id, provision=provision)
    children = set(places.values_list("pupil", flat=True))
    if {promise.pupil_id for promise in promises} != children or len(children) != 1:
        return
    by_plan: dict[UUID, list[PlanDemand]] = defaultdict(list)
    for row in _planned_for(provision, promises).order_by("pk").select_for_update(no_key=True):
        by_plan[row.plan_id].append(row)
    for rows in by_plan.values():
        if len(rows) == 1:
            [row] = rows
            row.taken_over, row.promise, row.provision = row.promise, None, provision
            row.save(update_fields=["taken_over", "promise", "provision"])


def _planned_for(provision: Provision, promises: Collection[Promise]):
    """What published plans of its days have for one of the promises, as it is given."""
    rows = PlanDemand.objects.filter(
        school_id=provision.school_id,
        plan__state=WeekPlanState.PUBLISHED,
        plan__starts_on__lte=provision.ends_on,
        promise__in=promises,
        sessions=provision.sessions_a_week,
        minutes=provision.minutes,
    )
    return rows.filter(Q(plan__ends_on=None) | Q(plan__ends_on__gte=provision.starts_on))
