"""Totals of the fields that every school of the federation has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view
from aylsham.access.permissions import Permission
from reports.selectors.field_counts import field_counts


@federation_view(Permission.READ_REPORTS)
def counts(request: HttpRequest) -> HttpResponse:
    """How many children have which value, by school."""
    return render(request, "reports/field_counts.html", {"page": field_counts(request.access)})
