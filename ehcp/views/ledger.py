"""Section F beside what was given, for the school and, once released, for the parents."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.notices import problem
from ehcp.selectors.ledger import released_lines, section_f_ledger
from ehcp.selectors.parent_sheet import parent_sheet
from ehcp.views.versions import TAB, opened_plan
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page
from pupils.views.printing import to_work


@school_view(Permission.VIEW_PLANS)
def plan_ledger(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Promised, planned, given and owed for each line of Section F, week by week."""
    child, found = opened_plan(request, plan)
    may_read = request.access.can(Permission.VIEW_NEEDS)
    return child_page(
        request,
        "ehcp/ledger.html",
        child,
        tab=TAB,
        plan=found,
        ledger=section_f_ledger(request.access, found) if may_read else None,
    )


@school_view(Permission.VIEW_PLANS)
def plan_ledger_print(request: HttpRequest, plan: UUID) -> HttpResponse:
    """What the head has released of Section F, to print for the parents."""
    child, found = opened_plan(request, plan)
    may_read = request.access.can(Permission.VIEW_NEEDS)
    return child_page(
        request,
        "ehcp/ledger_print.html",
        child,
        tab=TAB,
        plan=found,
        released=released_lines(found) if may_read else [],
    )


@school_view(Permission.VIEW_PLANS)
@require_POST
def plan_sheet_print(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Start setting the parents' sheet as a PDF: nothing but what the head has released."""
    child, found = opened_plan(request, plan, Action.PRINT)
    require(request, Permission.VIEW_NEEDS)
    sheet = parent_sheet(child.school, child.pupil, found)
    if sheet is None:
        problem(request, "The head has released nothing of this for the parents yet.")
        return redirect("plan_ledger_print", request.school.slug, found.pk)
    context = {"sheet": sheet, "school": child.school, "today": request.access.today}
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.SECTION_F,
        html=render_to_string("ehcp/print/section_f.html", context),
        of_on=sheet.last,
        permission=Permission.VIEW_NEEDS,
        by=request.user,
    )
    return to_work(job)
