"""How much coaching there was, for whoever reads reports: counts of five and more, nobody's name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.list_files import asks_for_file, has_file, list_file
from reports.list_files import COACHING
from reports.selectors.coaching import figure_lines


@school_view(Permission.READ_REPORTS)
@has_file
def coaching_figures(request: HttpRequest) -> HttpResponse:
    """Visits by kind, teachers coached, cycles closed, since September."""
    if asks_for_file(request):
        return list_file(request, COACHING, figure_lines(request.access).lines)
    return render(request, "reports/coaching.html", {"page": figure_lines(request.access)})
