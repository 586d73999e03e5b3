"""Moving to the new system: SEN status and proposed layers side by side; nothing is migrated."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.list_files import table_file
from aylsham.notices import done
from pupils.codes import Layer
from pupils.selectors.layers import (
    HEADINGS,
    MISFIT_HEADINGS,
    MisfitLine,
    count_rows,
    misfit_rows,
    misfits,
    side_by_side,
)
from pupils.services.layers import use_layers

#: Lines on the page; the sheet has them all.
MOST = 100


@school_view(Permission.VIEW_REGISTER)
def school(request: HttpRequest) -> HttpResponse:
    """Both schemes side by side at one school."""
    return _report(request)


@federation_view(Permission.VIEW_REGISTER)
def federation(request: HttpRequest) -> HttpResponse:
    """The same, school by school."""
    return _report(request)


@school_view(Permission.CHOOSE_LAYERS)
@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """Begin or stop keeping layers; nothing that was set is lost."""
    is_used = request.POST.get("use") == "yes"
    if use_layers(school=request.school, is_used=is_used, by=request.user):
        words = "keeps the proposed layers" if is_used else "no longer shows the proposed layers"
        done(request, f"{request.school.name} {words}.")
    if request.POST.get("back") == "federation":
        return redirect("federation_new_system")
    return redirect("new_system", request.school.slug)


@school_view(Permission.EXPORT)
def counts(request: HttpRequest) -> HttpResponse:
    """The counts as a sheet."""
    return _count_sheet(request)


@federation_view(Permission.EXPORT)
def federation_counts(request: HttpRequest) -> HttpResponse:
    """The counts of every school as a sheet."""
    return _count_sheet(request)


@school_view(Permission.EXPORT)
def unsure(request: HttpRequest) -> HttpResponse:
    """The children to look at as a sheet."""
    return _misfit_sheet(request)


@federation_view(Permission.EXPORT)
def federation_unsure(request: HttpRequest) -> HttpResponse:
    """The children of every school to look at as a sheet."""
    return _misfit_sheet(request)


def _report(request: HttpRequest) -> HttpResponse:
    access = request.access
    found = misfits(access)
    _saw(request, Action.VIEW_LAYERS, found[:MOST])
    context = {
        "counts": side_by_side(access),
        "layers": Layer.labels,
        "misfits": found[:MOST],
        "more": max(len(found) - MOST, 0),
        "switches": [s for s in access.schools if access.can(Permission.CHOOSE_LAYERS, s)],
        "may_set": access.can(Permission.EDIT_REGISTER),
        "may_export": access.can(Permission.EXPORT),
        "is_federation": access.school is None,
    }
    return render(request, "pupils/layers/new_system.html", context)


def _count_sheet(request: HttpRequest) -> HttpResponse:
    require(request, Permission.VIEW_REGISTER)
    found = side_by_side(request.access)
    _saw(request, Action.EXPORT_LIST, [])
    return table_file(
        request,
        "Both schemes",
        HEADINGS,
        count_rows(found),
        f"sen-status-and-layers-{request.access.today:%Y-%m-%d}",
    )


def _misfit_sheet(request: HttpRequest) -> HttpResponse:
    require(request, Permission.VIEW_REGISTER)
    found = misfits(request.access)
    _saw(request, Action.EXPORT_LIST, found)
    return table_file(
        request,
        "To look at",
        MISFIT_HEADINGS,
        misfit_rows(found),
        f"layers-to-look-at-{request.access.today:%Y-%m-%d}",
    )


def _saw(request: HttpRequest, action: Action, lines: list[MisfitLine]) -> None:
    """Write down whose names were shown: one event for each school."""
    shown: dict = defaultdict(list)
    for line in lines:
        shown[line.school].append(line.pupil_id)
    schools = shown or {school: [] for school in request.access.schools}
    record_events(action, by=request.access, pupil_ids_by_school=schools)
