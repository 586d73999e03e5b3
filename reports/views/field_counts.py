"""Totals of the fields that every school of the federation has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view
from aylsham.access.permissions import Permission
from aylsham.list_files import asks_for_file, has_file, list_file
from reports.list_files import FIELD_COUNTS
from reports.selectors.field_counts import field_counts


@federation_view(Permission.READ_REPORTS)
@has_file
def counts(request: HttpRequest) -> HttpResponse:
    """How many children have which value, by school."""
    if asks_for_file(request):
        return list_file(request, FIELD_COUNTS, _each_count(field_counts(request.access)))
    return render(request, "reports/field_counts.html", {"page": field_counts(request.access)})


def _each_count(page) -> list[tuple]:
    """Every count that the page shows, with its field, school and answer."""
    return [
        (field, row, answer, "hidden" if count is None else count)
        for field in page.fields
        for row in field.rows
        for answer, count in zip(field.columns, row.cells, strict=True)
    ]
