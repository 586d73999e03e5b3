"""Funding of all schools: each stream received, planned, given and left, with its workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view, require
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.downloads import as_download
from aylsham.spreadsheets import xlsx_book
from provision.rules.elements import financial_year
from provision.views.parts import federation_parts
from reports.selectors.federation_funding import (
    FederationFunding,
    federation_funding,
    federation_funding_sheet,
)

PAGE = "federation_funding"


@federation_view(Permission.VIEW_COSTS)
def federation_funding_page(request: HttpRequest) -> HttpResponse:
    """Each stream of each school, and all of them together."""
    page = federation_funding(request.access, _asked_year(request))
    _record(request, Action.VIEW_COSTS, page)
    context = {
        "parts": federation_parts(request, PAGE),
        "page": page,
        "years": list(_years(request)),
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "reports/funding/federation.html", context)


@federation_view(Permission.EXPORT)
def federation_funding_export(request: HttpRequest) -> HttpResponse:
    """The same as a workbook, without what is confidential."""
    require(request, Permission.VIEW_COSTS)
    page = federation_funding(request.access, _asked_year(request), goes_out=True)
    _record(request, Action.EXPORT_LIST, page, format="xlsx", list="funding of all schools")
    book = xlsx_book(federation_funding_sheet(page))
    return as_download(book, f"funding-of-all-schools-{page.year}.xlsx")


def _years(request: HttpRequest) -> range:
    this = financial_year(request.access.today)
    return range(this - 2, this + 2)


def _asked_year(request: HttpRequest) -> int:
    near = {str(year): year for year in _years(request)}
    return near.get(request.GET.get("year", ""), financial_year(request.access.today))


def _record(request: HttpRequest, action: Action, page: FederationFunding, **detail: str) -> None:
    """No child is named on it."""
    nobody = {each.school: () for each in page.schools}
    record_events(action, by=request.access, pupil_ids_by_school=nobody, detail=detail)
