"""The provision map of all schools of the asker."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view, require
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.list_files import table_file
from provision.selectors.federation_map import FederationMap, federation_map
from provision.selectors.federation_map_school import (
    OpenedSchool,
    opened_school,
    schools_with_children,
)
from provision.views.parts import federation_parts
from provision.views.provision_map import PAPERS
from provision.views.provisions import asked_year

PAGE = "federation_provision"
PENCE = Decimal(100)


@federation_view(Permission.READ_REPORTS)
def federation_provision(request: HttpRequest) -> HttpResponse:
    """What is given where: provision down, schools across."""
    year, may_open = asked_year(request), schools_with_children(request.access)
    opened = opened_school(request.access, may_open, request.GET.get("children", ""), year)
    _record(request, Action.VIEW_PROVISION, opened)
    context = {
        "parts": federation_parts(request, PAGE),
        "map": federation_map(request.access, year),
        "may_open": may_open,
        "opened": opened,
        "papers": PAPERS,
        "year": year,
        "years": [year - 1, year, year + 1],
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "provision/federation_map.html", context)


@federation_view(Permission.EXPORT)
def federation_provision_sheet(request: HttpRequest) -> HttpResponse:
    """The map as a workbook; logged for each school."""
    require(request, Permission.READ_REPORTS)
    year = asked_year(request)
    found = federation_map(request.access, year)
    _record(request, Action.EXPORT_LIST)
    head = ["Provision", "Tier", *(column.school.name for column in found.schools)]
    return table_file(
        request,
        "Provision of all schools",
        head,
        [*_rows(found)],
        f"provision-of-all-schools-{year}",
    )


def _rows(found: FederationMap):
    for row in found.rows:
        cells = [_said(cell) if cell else "" for cell in row.cells]
        yield [row.name, row.letter, *cells]
    costs = [None if c.pence is None else Decimal(c.pence) / PENCE for c in found.schools]
    yield ["Planned, pounds", "", *costs]


def _said(cell) -> int | str:
    """Children where they are seen, otherwise that it is given."""
    return cell.letter if cell.children is None else cell.children


def _record(request: HttpRequest, action: Action, opened: OpenedSchool | None = None) -> None:
    access = request.access
    seen = {school: [] for school in access.schools}
    if opened:
        seen[opened.school] = opened.map.pupil_ids
    record_events(action, by=access, pupil_ids_by_school=seen)
