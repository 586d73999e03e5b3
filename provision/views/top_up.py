"""What one child's provision costs, planned and delivered, and the costed case for a top-up."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.downloads import as_download
from provision.selectors import top_up
from provision.services.top_up_word import top_up_word
from provision.views.provisions import asked_year
from pupils.paper_codes import PaperKind
from pupils.selectors.identity import Child
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page, open_child
from pupils.views.printing import to_work

TAB = "provision"


@school_view(Permission.VIEW_NEEDS)
def child_costs(request: HttpRequest, pupil) -> HttpResponse:
    """A child's costs of a school year against what the school pays itself."""
    child = open_child(request, pupil, Action.VIEW_COSTS)
    require(request, Permission.VIEW_COSTS)
    year = asked_year(request)
    page = top_up.child_costs(request.access, child.pupil, year)
    return child_page(
        request, "provision/child_costs.html", child, tab=TAB, page=page, years=[year - 1, year]
    )


@school_view(Permission.VIEW_NEEDS)
@require_POST
def top_up_print(request: HttpRequest, pupil) -> HttpResponse:
    """Start setting the costed case as a PDF, without what only a few may read."""
    child = open_child(request, pupil, Action.PRINT)
    facts = _case(request, child)
    child.pupil.school = child.school
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.TOP_UP,
        html=render_to_string("provision/print/top_up.html", facts),
        of_on=request.access.today,
        permission=Permission.VIEW_COSTS,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.VIEW_NEEDS)
def top_up_word_file(request: HttpRequest, pupil) -> HttpResponse:
    """The same costed case as a Word file."""
    child = open_child(request, pupil, Action.PRINT, format="docx")
    data = top_up_word(**_case(request, child))
    return as_download(data, f"top-up-case-{request.access.today:%Y-%m-%d}.docx")


def _case(request: HttpRequest, child: Child) -> dict:
    """What goes out of the costed case, for whoever sees costs."""
    require(request, Permission.VIEW_COSTS)
    return top_up.case_facts(request.access, child, asked_year(request))
