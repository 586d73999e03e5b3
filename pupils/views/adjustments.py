"""Reasonable adjustments of a school, as its accessibility plan needs them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import table_file
from pupils.selectors.adjustments import HEADINGS, Strand, school_adjustments, sheet_rows


@school_view(Permission.VIEW_NEEDS)
def school_list(request: HttpRequest) -> HttpResponse:
    """What is done differently for whom, by strand."""
    strands = school_adjustments(request.access)
    _saw(request, Action.VIEW_ADJUSTMENTS, strands)
    context = {
        "strands": strands,
        "total": sum(len(strand.lines) for strand in strands),
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "pupils/adjustments.html", context)


@school_view(Permission.EXPORT)
def as_sheet(request: HttpRequest) -> HttpResponse:
    """The same as a sheet."""
    require(request, Permission.VIEW_NEEDS)
    strands = school_adjustments(request.access)
    _saw(request, Action.EXPORT_LIST, strands)
    return table_file(
        request,
        "Reasonable adjustments",
        HEADINGS,
        sheet_rows(strands),
        f"reasonable-adjustments-{request.access.today:%Y-%m-%d}",
    )


def _saw(request: HttpRequest, action: Action, strands: list[Strand]) -> None:
    ids = sorted({line.pupil_id for strand in strands for line in strand.lines})
    record_event(action, school=request.school, by=request.access, pupil_ids=ids)
