"""SEND against the others over time, and groups of children against the school."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from provision.rules.equity import CAUTION, SEVERAL
from pupils.assessment_codes import Subject
from reports.selectors.equity import MEASURES, equity
from reports.selectors.trends import WHAT, trend


@school_view(Permission.VIEW_REGISTER)
def trends(request: HttpRequest) -> HttpResponse:
    """Attainment or attendance of children with SEND against the others, term by term."""
    asked = request.GET.get("of", "")
    what = asked if asked in WHAT else Subject.READING.value
    context = {
        "found": trend(request.access, what),
        "choices": WHAT.items(),
        "may_import": request.access.can(Permission.IMPORT_ROLL),
    }
    return render(request, "reports/trends.html", context)


@school_view(Permission.VIEW_REGISTER)
def equity_view(request: HttpRequest) -> HttpResponse:
    """Shares of groups on the register and with provision, each with its band."""
    context = {
        "found": equity(request.access),
        "measures": [name for name, _ in MEASURES],
        "cautions": (CAUTION, SEVERAL),
    }
    return render(request, "reports/equity.html", context)
