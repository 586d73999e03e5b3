"""The provision map of a class, a year group or the school: on screen, as a file, on paper."""

from decimal import Decimal
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.list_files import table_file
from aylsham.notices import problem
from provision.selectors.provision_map import ProvisionMap, provision_map
from provision.views.parts import parts
from provision.views.provisions import asked_year
from pupils.codes import Tier
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.printing import to_work

PAGE = "provision_map"
LENGTH_OF_KEY = 36
#: Paper → how many columns leave room for names, not numbers alone.
PAPERS = {"A4": 16, "A3": 28}


@school_view(Permission.VIEW_NEEDS)
def whole_map(request: HttpRequest) -> HttpResponse:
    """Children down, provision across."""
    year, asked, found = _asked(request)
    record_event(
        Action.VIEW_PROVISION, school=request.school, by=request.access, pupil_ids=found.pupil_ids
    )
    context = {
        "parts": parts(request, PAGE),
        "map": found,
        "year": year,
        "years": [year - 1, year, year + 1],
        "places": found.places,
        "asked": asked,
        "query": urlencode({"year": year, **asked}),
        "papers": PAPERS,
        "tiers": Tier.choices,
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "provision/map.html", context)


@school_view(Permission.EXPORT)
def map_sheet(request: HttpRequest) -> HttpResponse:
    """The map as a workbook."""
    require(request, Permission.VIEW_NEEDS)
    year, _, found = _asked(request, goes_out=True)
    record_event(
        Action.EXPORT_LIST,
        school=request.school,
        by=request.access,
        pupil_ids=found.pupil_ids,
        detail={"format": "xlsx", "list": "provision map"},
    )
    head = ["Child", "Class", *(column.provision.name for column in found.columns), "Minutes now"]
    head += ["Planned, pounds"] if found.shows_costs else []
    return table_file(
        request, "Provision map", head, [*_cells(found), *_left_out(found)], f"provision-map-{year}"
    )


@school_view(Permission.VIEW_NEEDS)
@require_POST
def map_print(request: HttpRequest) -> HttpResponse:
    """Start setting the map as a PDF, without what is confidential."""
    year, asked, found = _asked(request, goes_out=True)
    if not found.lines:
        problem(request, "There is nothing to print yet.")
        return redirect(f"{reverse(PAGE, args=[request.school.slug])}?{urlencode(asked)}")
    paper = request.POST.get("paper", "")
    paper = paper if paper in PAPERS else "A4"
    record_event(Action.PRINT, school=request.school, by=request.access, pupil_ids=found.pupil_ids)
    first, *others = [line.pupil for line in found.lines]
    first.school = request.school
    facts = {
        "map": found,
        "tiers": Tier.choices,
        "year": year,
        "school": request.school,
        "today": request.access.today,
        "paper": paper,
        "names_fit": len(found.columns) <= PAPERS[paper],
    }
    _, job = ask_for_paper(
        pupil=first,
        others=others,
        kind=PaperKind.MAP,
        html=render_to_string("provision/print/map.html", facts),
        of_on=request.access.today,
        permission=Permission.VIEW_COSTS if found.shows_costs else Permission.VIEW_NEEDS,
        by=request.user,
    )
    return to_work(job)


def _asked(
    request: HttpRequest, *, goes_out: bool = False
) -> tuple[int, dict[str, str], ProvisionMap]:
    """The school year, the class or year group of the address, and the map of it."""
    where = request.GET.get("where", "")
    kind, _, key = where.partition(":")
    year = asked_year(request)
    group = key if kind == "class" and len(key) == LENGTH_OF_KEY else ""
    year_group = key if kind == "year" and key in YEAR_GROUP_LABELS else ""
    asked = {"where": where} if group or year_group else {}
    found = provision_map(
        request.access, year, group=group, year_group=year_group, goes_out=goes_out
    )
    return year, asked, found


def _left_out(found: ProvisionMap):
    """A line that says what is not in the file."""
    if found.confidential:
        yield [f"Confidential provision left out: {found.confidential}"]


def _cells(found: ProvisionMap):
    for line in found.lines:
        group = line.pupil.class_group
        row = [line.pupil.full_name, group.name if group else ""]
        row += [cell.letter if cell else "" for cell in line.cells]
        row.append(line.minutes_now)
        if found.shows_costs:
            row.append(Decimal(line.pence) / 100)
        yield row
