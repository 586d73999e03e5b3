"""The inspection folder: evidence by theme, with live links; a PDF for a visitor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from provision.council_codes import CouncilPaperKind
from provision.services.council_papers import ask_for_council_paper
from pupils.views.printing import to_work
from reports.inspection.folder import folder
from reports.inspection.themes import THEMES


@school_view(Permission.PREPARE_REPORTS)
def inspection(request: HttpRequest) -> HttpResponse:
    """Every theme with what answers it today, and where the record itself stands."""
    context = {
        "folder": folder(request.access, THEMES),
        "may_print": request.access.can(Permission.VIEW_NEEDS),
    }
    return render(request, "reports/inspection/page.html", context)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def inspection_print(request: HttpRequest) -> HttpResponse:
    """Start setting the folder as a PDF for a visitor."""
    require(request, Permission.VIEW_NEEDS)
    today = request.access.today
    facts = {"folder": folder(request.access, THEMES), "school": request.school, "today": today}
    detail = {"list": "inspection folder"}
    record_event(Action.PRINT, school=request.school, by=request.access, detail=detail)
    job = ask_for_council_paper(
        school=request.school,
        kind=CouncilPaperKind.FOLDER,
        html=render_to_string("reports/print/inspection.html", facts),
        of_on=today,
        by=request.user,
    )
    return to_work(job)
