"""SEND against the others over time, and groups of children against the school."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.list_files import asks_for_file, has_file, list_file
from provision.rules.equity import CAUTION, SEVERAL
from pupils.assessment_codes import Subject
from reports.list_files import TRENDS, equity_file
from reports.selectors.equity import MEASURES, equity
from reports.selectors.trends import WHAT, trend


@school_view(Permission.VIEW_REGISTER)
@has_file
def trends(request: HttpRequest) -> HttpResponse:
    """Attainment or attendance of children with SEND against the others, term by term."""
    asked = request.GET.get("of", "")
    what = asked if asked in WHAT else Subject.READING.value
    if asks_for_file(request):
        return list_file(
            request, TRENDS, _each_gap(trend(request.access, what)), [("Of", WHAT[what])]
        )
    context = {
        "found": trend(request.access, what),
        "choices": WHAT.items(),
        "may_import": request.access.can(Permission.IMPORT_ROLL),
    }
    return render(request, "reports/trends.html", context)


@school_view(Permission.VIEW_REGISTER)
@has_file
def equity_view(request: HttpRequest) -> HttpResponse:
    """Shares of groups on the register and with provision, each with its band."""
    if asks_for_file(request):
        return list_file(
            request,
            equity_file([name for name, _ in MEASURES]),
            [(w, g) for w in equity(request.access).ways for g in w.groups],
        )
    context = {
        "found": equity(request.access),
        "measures": [name for name, _ in MEASURES],
        "cautions": (CAUTION, SEVERAL),
    }
    return render(request, "reports/equity.html", context)


def _each_gap(found) -> list[tuple]:
    """All years together, then each year group; figures are hidden already."""
    together = [("All together", each) for each in found.terms]
    return together + [(each.year or "Not known", each) for each in found.by_year]
