"""What would they see? The page, the print and the file of what one person may be given."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents.rendering import PdfProblem, write_pdf
from aylsham.downloads import as_download
from aylsham.notices import problem
from aylsham.spreadsheets import csv_file
from pupils.selectors.family import contact_of
from pupils.selectors.sheets import Sheet, sheet_for
from pupils.views.opening import child_page, open_child

FILES = ("pdf", "csv")


@school_view(Permission.VIEW_FAMILY_LOG)
def contact_sees(request: HttpRequest, pupil, contact) -> HttpResponse:
    """What this person would be given, and why not the rest."""
    kind = request.GET.get("as", "")
    if kind:
        # To hand something out one needs to know all of it, or the cuts could not be judged.
        require(request, Permission.VIEW_SENSITIVE)
        require(request, Permission.EXPORT)
    action = Action.SHARE_SHEET if kind in FILES else Action.PREVIEW_SHARING
    child = open_child(request, pupil, action, contact=str(contact), format=kind[:3])
    found = contact_of(child.pupil, contact)
    if found is None:
        raise Http404
    access = request.access
    reads_all = access.can(Permission.VIEW_SENSITIVE)
    sheet = sheet_for(found, child.pupil, today=access.today, reads_all=reads_all)
    if kind == "csv":
        return as_download(_csv(sheet), f"record-for-contact-{access.today:%Y-%m-%d}.csv")
    if kind == "pdf":
        try:
            return _pdf(sheet, child, access)
        except PdfProblem as refused:
            problem(request, str(refused))
    return child_page(
        request,
        "pupils/contact_sees.html",
        child,
        tab="family",
        sheet=sheet,
        reads_all=reads_all,
        may_hand_out=reads_all and access.can(Permission.EXPORT),
    )


def _csv(sheet: Sheet) -> bytes:
    rows = [
        [line.section, f"{line.on:%-d %b %Y}" if line.on else "", line.title, line.text]
        for line in sheet.lines
    ]
    return csv_file(["Part", "Date", "What", "Words"], rows)


def _pdf(sheet: Sheet, child, access) -> HttpResponse:
    html = render_to_string(
        "pupils/contact_sheet_pdf.html", {"sheet": sheet, "child": child, "today": access.today}
    )
    response = HttpResponse(write_pdf(html), content_type="application/pdf")
    name = f"record-for-contact-{access.today:%Y-%m-%d}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
