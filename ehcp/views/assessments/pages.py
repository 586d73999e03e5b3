"""Pages of needs assessments: a school's list, a child's own, the checklist before asking."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from ehcp.assessment_forms import BeginForm, RequestForm
from ehcp.list_files import ASSESSMENTS
from ehcp.selectors.assessments.case import case_for
from ehcp.selectors.assessments.listing import children_to_begin, school_assessments
from ehcp.selectors.assessments.pages import child_assessments
from ehcp.services.assessments.requests import request_assessment
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE, TAB = "child_assessment", "assessment"


@school_view(Permission.VIEW_PLANS)
@has_file
def assessments(request: HttpRequest) -> HttpResponse:
    """Every needs assessment of the school, and how councils keep to the law's weeks."""
    page = school_assessments(request.access)
    begin = None
    if request.access.can(Permission.VIEW_NEEDS):  # the legal test is read by them alone
        chosen = request.GET if "child" in request.GET else None
        begin = BeginForm(chosen, children=children_to_begin(request.access, page))
        if begin.is_valid():
            return redirect("assessment_case", request.school.slug, begin.cleaned_data["child"])
    record_event(
        Action.VIEW_NEEDS_ASSESSMENT,
        school=request.school,
        by=request.access,
        pupil_ids=page.pupil_ids,
    )
    if asks_for_file(request):
        return list_file(request, ASSESSMENTS, (*page.running, *page.over))
    return render(request, "ehcp/assessments/list.html", {"page": page, "begin": begin})


@school_view(Permission.VIEW_PLANS)
def child(request: HttpRequest, pupil) -> HttpResponse:
    """A child's assessment: milestones, what the council says, what can be recorded next."""
    found = open_child(request, pupil, Action.VIEW_NEEDS_ASSESSMENT)
    page = child_assessments(request.access, found.pupil)
    return child_page(request, "ehcp/assessments/child.html", found, tab=TAB, page=page)


@school_view(Permission.VIEW_PLANS)
def case(request: HttpRequest, pupil) -> HttpResponse:
    """Whether to ask: the legal test beside what is recorded, and the gaps; a head reads it."""
    found = open_child(request, pupil, Action.VIEW_NEEDS_ASSESSMENT)
    require(request, Permission.VIEW_NEEDS)
    page = case_for(request.access, found)
    may_bundle = request.access.can(Permission.MAKE_BUNDLES)
    context = {"page": page, "may_bundle": may_bundle}
    return child_page(request, "ehcp/assessments/case.html", found, tab=TAB, **context)


@school_view(Permission.EDIT_PLANS)
def ask(request: HttpRequest, pupil) -> HttpResponse:
    """Record that an assessment is asked for."""
    found = open_child(request, pupil, Action.VIEW_NEEDS_ASSESSMENT)
    form = RequestForm(request.POST or None, initial={"requested_by": "school"})
    if request.method == "POST" and carried_out(
        form, lambda: request_assessment(pupil=found.pupil, by=request.user, **form.facts)
    ):
        done(request, "The request is recorded. The council’s weeks count from its receipt.")
        return redirect(child_url(PAGE, found))
    return child_form(
        request,
        found,
        form,
        heading="Ask for a needs assessment",
        submit="Record the request",
        back=PAGE,
        tab=TAB,
        note="Record here what was sent to the council. It does not send anything itself.",
    )
