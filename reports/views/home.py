"""The front page: one for each job."""

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from reports.views.due import due_page


@school_view(Permission.OPEN_TODAY)
def school_home(request: HttpRequest) -> HttpResponse:
    """Today at one school."""
    return due_page(request)


@federation_view(Permission.OPEN_TODAY)
def federation_home(request: HttpRequest) -> HttpResponse:
    """Today at all schools."""
    return due_page(request)
