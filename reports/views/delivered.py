"""Hours planned and delivered, for governors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.list_files import asks_for_file, has_file, list_file
from reports.list_files import DELIVERED
from reports.selectors.delivered import delivered_for_governors


@school_view(Permission.READ_REPORTS)
@has_file
def delivered_governors(request: HttpRequest) -> HttpResponse:
    """By legal weight, without a name, small groups hidden."""
    page = delivered_for_governors(request.access)
    if asks_for_file(request):
        return list_file(request, DELIVERED, page.lines)
    return render(request, "reports/delivered_governors.html", {"page": page})
