"""A paper for the council that a worker set."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from provision.council_codes import PAPER_PERMISSIONS
from provision.selectors.council_papers import council_paper_of
from pupils.views.printing import pdf_answer


@school_view(Permission.VIEW_NEEDS)
def council_paper(request: HttpRequest, council_paper) -> HttpResponse:
    """The paper for whoever asked alone; `?as=pdf` the file."""
    row = council_paper_of(request.access, council_paper)
    if row is None:
        raise Http404
    require(request, PAPER_PERMISSIONS[row.kind])
    if request.GET.get("as") == "pdf" and row.pdf:
        record_event(Action.DOWNLOAD, school=request.school, by=request.access, subject=row)
        return pdf_answer(bytes(row.pdf), f"{row.file_name}.pdf")
    return render(request, "provision/council_paper.html", {"paper": row})
