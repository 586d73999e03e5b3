"""Delivered against deployed: of the school, one's own, and what suffered while people were out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import asks_for_file, has_file, list_file, table_file
from staff.delivered_export import HEADINGS, rows_of
from staff.list_files import AWAY_TERM
from staff.selectors.deployed import Deployed, asked_days, deployed
from staff.selectors.people import own_member


@school_view(Permission.VIEW_STAFF)
def delivered(request: HttpRequest) -> HttpResponse:
    """Minutes planned, delivered and diverted, by legal weight, provision, week and adult."""
    return render(request, "staff/delivered/page.html", _context(request))


@school_view(Permission.VIEW_STAFF)
@has_file
def away_term(request: HttpRequest) -> HttpResponse:
    """Which provision suffered while people were out; nobody is listed."""
    if asks_for_file(request):
        return list_file(request, AWAY_TERM, _context(request)["page"].suffered)
    return render(request, "staff/away/term.html", _context(request))


@school_view(Permission.VIEW_STAFF)
def delivered_export(request: HttpRequest) -> HttpResponse:
    """The table by provision as a workbook, without a name of anybody."""
    if not request.access.can(Permission.EXPORT):
        raise Http404
    page = deployed(request.access, asked_days(request.access, request.GET.get("week", "")))
    detail = {"list": "delivered", "rows": len(page.provisions)}
    record_event(
        Action.EXPORT_LIST,
        school=request.school,
        by=request.access,
        pupil_ids=page.pupil_ids,
        detail=detail,
    )
    return table_file(request, "Delivered", HEADINGS, rows_of(page), "delivered")


@school_view(Permission.OPEN_TODAY)
def my_delivered(request: HttpRequest) -> HttpResponse:
    """One's own minutes: planned, delivered, given for others."""
    member = own_member(request.access)
    context = {"member": member}
    if member is not None:
        asked = asked_days(request.access, request.GET.get("week", ""))
        page = deployed(request.access, asked, member=member)
        _record(request, page)
        context["page"] = page
    return render(request, "staff/delivered/mine.html", context)


def _context(request: HttpRequest) -> dict:
    page = deployed(request.access, asked_days(request.access, request.GET.get("week", "")))
    _record(request, page)
    may_export = request.access.can(Permission.EXPORT)
    may_publish = request.access.can(Permission.READ_REPORTS)
    return {
        "page": page,
        "may_plan": request.access.can(Permission.EDIT_PROVISION),
        "may_export": may_export,
        "may_publish": may_publish,
    }


def _record(request: HttpRequest, page: Deployed) -> None:
    record_event(
        Action.VIEW_WEEK, school=request.school, by=request.access, pupil_ids=list(page.pupil_ids)
    )
