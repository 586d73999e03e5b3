"""Where the school's own system says otherwise: the change sheet for the office."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.downloads import as_download
from aylsham.notices import done, problem
from aylsham.spreadsheets import csv_file, xlsx_file
from pupils.models import RollDifference
from pupils.selectors.importing import (
    SHEET_HEADINGS,
    decider_of,
    open_differences,
    sheet_rows,
)
from pupils.services.importing.differences import keep_ours, take_theirs, tick_off


@school_view(Permission.IMPORT_ROLL)
def differences(request: HttpRequest) -> HttpResponse:
    """What the office should change in its system, with a tick for what is done."""
    rows = list(open_differences(request.school, request.access))
    record_event(
        Action.VIEW_IMPORT,
        school=request.school,
        by=request.access,
        pupil_ids=sorted({row.pupil_id for row in rows}),
        detail={"what": "differences"},
    )
    return render(
        request,
        "pupils/importing/differences.html",
        {"rows": [(row, request.access.can(decider_of(row.field))) for row in rows]},
    )


@school_view(Permission.IMPORT_ROLL)
@require_POST
def settle(request: HttpRequest, difference: UUID) -> HttpResponse:
    """Keep ours, take theirs, or tick off what the office put right."""
    found = open_differences(request.school, request.access).filter(pk=difference).first()
    if found is None:
        raise Http404
    choice = request.POST.get("choice", "")
    if choice in ("ours", "theirs"):
        require(request, decider_of(found.field))
    try:
        done(request, _settled(request, found, choice))
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect("differences", school=request.school.slug)


def _settled(request: HttpRequest, found: RollDifference, choice: str) -> str:
    """Settle it, and what to say about that."""
    today, by = request.access.today, request.user
    if choice == "ours":
        keep_ours(difference=found, by=by)
        return "Ours stays. It is on the change sheet."
    if choice == "theirs":
        take_theirs(difference=found, today=today, by=by)
        return "Theirs is in the record now."
    if choice == "done":
        tick_off(difference=found, today=today, by=by)
        return "Ticked off. If the next roll still differs, it comes back."
    raise TransitionNotAllowed("Choose one of the answers.")


@school_view(Permission.IMPORT_ROLL)
def sheet_xlsx(request: HttpRequest) -> HttpResponse:
    """The change sheet as a workbook."""
    data = xlsx_file("Change sheet", SHEET_HEADINGS, _logged_rows(request))
    return as_download(data, f"change-sheet-{request.access.today.isoformat()}.xlsx")


@school_view(Permission.IMPORT_ROLL)
def sheet_csv(request: HttpRequest) -> HttpResponse:
    """The change sheet as CSV."""
    data = csv_file(SHEET_HEADINGS, _logged_rows(request))
    return as_download(data, f"change-sheet-{request.access.today.isoformat()}.csv")


def _logged_rows(request: HttpRequest) -> list[list]:
    rows = list(open_differences(request.school, request.access))
    record_event(
        Action.DOWNLOAD_CHANGE_SHEET,
        school=request.school,
        by=request.access,
        pupil_ids=sorted({row.pupil_id for row in rows}),
    )
    return sheet_rows(rows)
