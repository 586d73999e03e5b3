"""Taking away what was entered by mistake: asked first, then gone."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.notices import done
from ehcp.models import AdviceAsked, ClaimedException
from ehcp.selectors.assessments.pages import advice_of, claim_of, paper_of
from ehcp.services.assessments.removing import Part, take_away
from ehcp.views.assessments.pages import PAGE, TAB
from ehcp.views.assessments.steps import opened
from pupils.views.opening import child_page, child_url

EDIT = Permission.EDIT_PLANS
TEMPLATE = "pupils/take_away.html"


@school_view(EDIT)
def advice_remove(request: HttpRequest, pupil, needs_assessment, assess_advice) -> HttpResponse:
    """Advice that nobody was asked for."""
    return _ask(request, pupil, needs_assessment, assess_advice, advice_of, "this advice")


@school_view(EDIT)
def claim_remove(request: HttpRequest, pupil, needs_assessment, claimed) -> HttpResponse:
    """An exception that the council does not claim."""
    return _ask(request, pupil, needs_assessment, claimed, claim_of, "this exception")


@school_view(EDIT)
def paper_remove(request: HttpRequest, pupil, needs_assessment, assess_paper) -> HttpResponse:
    """A paper that does not belong to the step; it stays among the documents."""
    return _ask(
        request,
        pupil,
        needs_assessment,
        assess_paper,
        paper_of,
        "this paper from its step",
        note="The paper itself stays among the child’s documents.",
    )


def _ask(
    request: HttpRequest, pupil, assessment, pk: UUID, find, what: str, note: str = ""
) -> HttpResponse:
    child, row = opened(request, pupil, assessment)
    part = find(row, pk)
    if part is None:
        raise Http404
    if request.method == "POST":
        take_away(part=part, by=request.user)
        done(request, "It is taken away.")
        return redirect(child_url(PAGE, child))
    return child_page(
        request,
        TEMPLATE,
        child,
        tab=TAB,
        what=what,
        which=_which(part),
        note=note,
        cancel_url=child_url(PAGE, child),
    )


def _which(part: Part) -> str:
    """Which of several; a paper by its step alone, as its title may be for few."""
    if isinstance(part, AdviceAsked):
        return ", ".join(filter(None, (part.get_body_display(), part.who)))
    if isinstance(part, ClaimedException):
        return part.get_kind_display()
    return part.get_milestone_display()
