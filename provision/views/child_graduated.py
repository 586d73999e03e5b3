"""A child's graduated map: read and printed, as the case for what the child costs."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from provision.selectors.child_graduated import child_graduated
from provision.views.provisions import asked_year
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page, open_child
from pupils.views.printing import to_work

TAB = "graduated"


@school_view(Permission.VIEW_NEEDS)
def child_map(request: HttpRequest, pupil) -> HttpResponse:
    """What each tier gives the child this school year."""
    found = open_child(request, pupil, Action.VIEW_PROVISION)
    year = asked_year(request)
    return child_page(
        request,
        "provision/graduated/child.html",
        found,
        tab=TAB,
        page=child_graduated(request.access, found, year),
        year=year,
    )


@school_view(Permission.VIEW_NEEDS)
@require_POST
def child_map_print(request: HttpRequest, pupil) -> HttpResponse:
    """Start setting it as a PDF, without what is confidential."""
    found = open_child(request, pupil, Action.PRINT)
    page = child_graduated(request.access, found, asked_year(request), goes_out=True)
    if page is None:
        raise Http404
    found.pupil.school = found.school
    facts = {
        "page": page,
        "name": found.pupil.full_name,
        "needs": found.needs,
        "status": found.status_words,
        "school": found.school,
        "today": request.access.today,
    }
    _, job = ask_for_paper(
        pupil=found.pupil,
        kind=PaperKind.MAP,
        html=render_to_string("provision/print/child_graduated.html", facts),
        of_on=request.access.today,
        permission=Permission.VIEW_COSTS if page.against else Permission.VIEW_NEEDS,
        by=request.user,
    )
    return to_work(job)
