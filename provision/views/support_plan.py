"""The proposed individual support plan of a child: read, printed, taken out as a file."""

import json

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from provision.selectors.support_plan import as_data, support_plan
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page, open_child
from pupils.views.printing import to_work

PAGE = "child_support_plan"


@school_view(Permission.VIEW_NEEDS)
def child_support_plan(request: HttpRequest, pupil) -> HttpResponse:
    """What the plan would say today."""
    child = open_child(request, pupil, Action.VIEW_SUPPORT_PLAN)
    return child_page(
        request,
        "provision/support_plan.html",
        child,
        tab="support_plan",
        plan=support_plan(request.access, child),
        may_export=request.access.can(Permission.EXPORT),
    )


@school_view(Permission.EXPORT)
def support_plan_export(request: HttpRequest, pupil) -> HttpResponse:
    """The plan as JSON, without what only a few may read."""
    child = open_child(request, pupil, Action.EXPORT_SUPPORT_PLAN, format="json")
    data = as_data(support_plan(request.access, child, goes_out=True), child)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json")
    name = f"support-plan-{request.access.today:%Y-%m-%d}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@school_view(Permission.VIEW_NEEDS)
@require_POST
def support_plan_print(request: HttpRequest, pupil) -> HttpResponse:
    """Start setting the plan as a PDF, without what only a few may read."""
    child = open_child(request, pupil, Action.EXPORT_SUPPORT_PLAN, format="pdf")
    child.pupil.school = child.school
    facts = {
        "plan": support_plan(request.access, child, goes_out=True),
        "name": child.pupil.full_name,
        "school": child.school,
        "today": request.access.today,
    }
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.SUPPORT,
        html=render_to_string("provision/print/support_plan.html", facts),
        of_on=request.access.today,
        permission=Permission.VIEW_NEEDS,
        by=request.user,
    )
    return to_work(job)
