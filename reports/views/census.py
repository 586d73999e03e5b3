"""The census check: who would come back, before the day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import asks_for_file, has_file, list_file
from reports.list_files import CENSUS, FEDERATION_CENSUS
from reports.selectors.census import census_check, federation_census


@school_view(Permission.VIEW_REGISTER)
@has_file
def census(request: HttpRequest) -> HttpResponse:
    """Each child whom the next census would send back, and how to put it right."""
    check = census_check(request.access)
    record_event(
        Action.VIEW_CENSUS_CHECK,
        school=request.school,
        by=request.access,
        pupil_ids=dict.fromkeys(line.pupil_id for line in (*check.lines, *check.drift)),
    )
    may_settle = request.access.can(Permission.IMPORT_ROLL)
    if asks_for_file(request):
        return list_file(request, CENSUS, check.lines)
    return render(request, "reports/census.html", {"check": check, "may_settle": may_settle})


@federation_view(Permission.VIEW_REGISTER)
@has_file
def federation(request: HttpRequest) -> HttpResponse:
    """Each school's counts side by side; the children stand on the schools' own pages."""
    found = federation_census(request.access)
    if asks_for_file(request):
        return list_file(request, FEDERATION_CENSUS, found.schools)
    return render(request, "reports/federation_census.html", {"found": found})
