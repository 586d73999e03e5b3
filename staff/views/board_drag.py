"""A card that is dragged over the board: which cells fit, and the form that drops it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import version_of
from staff.models import PlanDemand, PlanSession, WeekPlan
from staff.selectors.weeks.board import WHOLE_DAY, parts_of_day
from staff.selectors.weeks.places import Places
from staff.services.weeks.moving import SESSION_FIELDS
from staff.views.board import found_demand, found_session


@school_view(Permission.KEEP_STAFF)
def session_places(request: HttpRequest, week_plan: UUID, plan_session: UUID) -> HttpResponse:
    """Every cell for a session that stands."""
    row = found_session(request, week_plan, plan_session)
    plan = row.plan
    address = reverse("board_session", args=[request.school.slug, plan.pk, row.pk])
    return _targets(request, plan, row.demand, row, address)


@school_view(Permission.KEEP_STAFF)
def demand_places(request: HttpRequest, week_plan: UUID, plan_demand: UUID) -> HttpResponse:
    """Every cell for something that is not covered."""
    demand = found_demand(request, week_plan, plan_demand)
    plan = demand.plan
    address = reverse("board_demand", args=[request.school.slug, plan.pk, demand.pk])
    return _targets(request, plan, demand, None, address)


def _targets(
    request: HttpRequest,
    plan: WeekPlan,
    demand: PlanDemand,
    row: PlanSession | None,
    address: str,
) -> HttpResponse:
    is_one_day = "parts" in request.GET
    starts = parts_of_day(request.access, plan) if is_one_day else WHOLE_DAY
    places = Places(request.access, plan, demand, row)
    record_event(
        Action.VIEW_WEEK,
        school=request.school,
        by=request.access,
        pupil_ids=[pupil.pk for pupil in places.words[demand.pk].pupils],
    )
    context = {
        "targets": places.targets(starts),
        "address": address,
        "version": version_of(row, SESSION_FIELDS),
        "given": places.given,
        "row": row,
    }
    return render(request, "staff/week/targets.html", context)
