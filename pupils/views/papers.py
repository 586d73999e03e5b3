"""A paper that a worker set: how far it is, the PDF, the digests of its pages."""

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from pupils.paper_codes import PaperKind
from pupils.selectors.papers import manifest_of, paper_of
from pupils.views.opening import child_page, open_child
from pupils.views.printing import pdf_answer

#: The page of the record to which a kind of paper belongs.
TABS = {
    PaperKind.TIMELINE: "timeline",
    PaperKind.MINUTES: "meetings",
    PaperKind.AGREEMENT: "agreements",
    PaperKind.CYCLE: "cycles",
    PaperKind.MAP: "provision",
    PaperKind.SUPPORT: "support_plan",
    PaperKind.TICKS: "provision",
    PaperKind.TOP_UP: "provision",
    PaperKind.BASE: "provision",
    PaperKind.SECTION_F: "plan",
    PaperKind.PREMIUM: "premium",
    PaperKind.PEP: "pep",
    PaperKind.CARRIED: "care",
    PaperKind.CARE: "care",
    PaperKind.STUDY: "case_studies",
}


@school_view(Permission.VIEW_PUPILS)
def paper(request: HttpRequest, pupil, paper) -> HttpResponse:
    """The paper for whoever asked alone; `?as=pdf` the file, `?as=digests` its manifest."""
    wanted = request.GET.get("as", "")
    action = Action.DOWNLOAD if wanted else Action.VIEW_PUPIL
    child = open_child(request, pupil, action)
    row = paper_of(request.access, child.pupil, paper)
    if row is None:
        raise Http404
    require(request, Permission(row.permission))
    if wanted == "pdf" and row.pdf:
        return pdf_answer(bytes(row.pdf), f"{row.file_name}.pdf")
    if wanted == "digests" and row.pdf:
        answer = HttpResponse(manifest_of(row), content_type="text/plain; charset=utf-8")
        name = f"{row.file_name}-digests.txt"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    return child_page(
        request,
        "pupils/print/paper.html",
        child,
        tab=TABS[PaperKind(row.kind)],
        paper=row,
        layout="base.html" if row.other_ids else "layouts/child.html",
    )
