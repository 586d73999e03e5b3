"""Looking after passports: the lists, versions word by word, edits that were drawn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.list_files import PASSPORTS
from pupils.selectors.passports.lists import passport_lists
from pupils.selectors.passports.versions import compare, version_of_passport, versions_of
from pupils.services.passports.checking import look_through
from pupils.views.opening import child_page, open_child


@school_view(Permission.CHECK_PASSPORTS)
@has_file
def passports(request: HttpRequest) -> HttpResponse:
    """Passports of one school: to check, drawn edits, stale, missing."""
    return _lists(request)


@federation_view(Permission.CHECK_PASSPORTS)
@has_file
def federation_passports(request: HttpRequest) -> HttpResponse:
    """The same over all of the person's schools."""
    return _lists(request)


@school_view(Permission.EDIT_PASSPORTS)
def versions(request: HttpRequest, pupil) -> HttpResponse:
    """Every version of the passport, the latest first."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    found = versions_of(child.pupil)
    return child_page(
        request, "pupils/passports/versions.html", child, tab="passport", versions=found
    )


@school_view(Permission.EDIT_PASSPORTS)
def version(request: HttpRequest, pupil, version) -> HttpResponse:
    """One version against an earlier one, word by word."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    row = _found(child, version)
    number = request.GET.get("with", "")
    older = int(number) if number.isdecimal() and int(number) < row.number else None
    return child_page(
        request,
        "pupils/passports/version.html",
        child,
        tab="passport",
        comparison=compare(request.access, child.pupil, row, older),
        others=[v for v in versions_of(child.pupil) if v.number < row.number],
        may_check=request.access.can(Permission.CHECK_PASSPORTS),
    )


@school_view(Permission.CHECK_PASSPORTS)
@require_POST
def seen(request: HttpRequest, pupil, version) -> HttpResponse:
    """An edit that was drawn has been looked through."""
    child = open_child(request, pupil)
    look_through(version=_found(child, version), by=request.user)
    done(request, "Noted: you have looked through it.")
    return redirect("passports", request.school.slug)


def _lists(request: HttpRequest) -> HttpResponse:
    lists = passport_lists(request.access)
    seen = {school: lists.pupil_ids.get(school, []) for school in request.access.schools}
    record_events(Action.VIEW_PASSPORTS, by=request.access, pupil_ids_by_school=seen)
    school = request.access.school
    may_import = school is not None and request.access.can(Permission.IMPORT_PASSPORTS, school)
    if asks_for_file(request):
        return list_file(request, PASSPORTS, lists.by_state)
    context = {"lists": lists, "may_import": may_import}
    return render(request, "pupils/passports/lists.html", context)


def _found(child, pk):
    row = version_of_passport(child.pupil, pk)
    if row is None:
        raise Http404
    return row
