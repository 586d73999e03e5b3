"""A plan on paper, in Word, and to be pasted into a portal, in the order of its ePEP."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.downloads import as_download
from lac.pep_word import plan_word
from lac.selectors.pep_content import paper_of
from lac.views.pep_opening import TAB, open_plan
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page
from pupils.views.printing import to_work


@school_view(Permission.READ_CARE)
def pep_paste(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Each part in a box to copy from, in the order of the portal."""
    child, row = open_plan(request, pupil, pep)
    _taken_out(request, child, row, "paste")
    paper = paper_of(request.access, row)
    return child_page(request, "lac/pep/paste.html", child, tab=TAB, paper=paper, pep=row)


@school_view(Permission.READ_CARE)
def pep_word(request: HttpRequest, pupil, pep) -> HttpResponse:
    """The plan as a Word file."""
    child, row = open_plan(request, pupil, pep)
    _taken_out(request, child, row, "word")
    return as_download(
        plan_word(paper_of(request.access, row)), f"pep-{row.academic_year}-{row.term}.docx"
    )


@school_view(Permission.READ_CARE, when_closed=True)
@require_POST
def pep_print(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Let a worker set the plan as a PDF."""
    child, row = open_plan(request, pupil, pep)
    _taken_out(request, child, row, "pdf")
    context = {"paper": paper_of(request.access, row), "today": child.today}
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.PEP,
        html=render_to_string("lac/print/pep.html", context),
        of_on=row.started_on,
        permission=Permission.READ_CARE,
        by=request.user,
    )
    return to_work(job)


def _taken_out(request: HttpRequest, child, row, form: str) -> None:
    record_event(
        Action.EXPORT_PEP,
        school=request.school,
        by=request.access,
        pupil_ids=[child.pupil.pk],
        subject=row,
        detail={"format": form},
    )
