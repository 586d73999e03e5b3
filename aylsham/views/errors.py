"""Pages for when something is not right, in our words."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from aylsham.access.decorators import Refused


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    """400: what the browser sent makes no sense."""
    return HttpResponse(_page("errors/400.html"), status=400)


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    """403: the right school, but not this person."""
    refused = exception if isinstance(exception, Refused) else None
    return render(request, "errors/403.html", {"refused": refused}, status=403)


def not_now(request: HttpRequest, why: str) -> HttpResponse:
    """409: the state of the record does not allow it, and no form was there to say so."""
    if request.htmx:
        return HttpResponse(f"{why} Nothing was changed.", status=409, content_type="text/plain")
    return render(request, "errors/409.html", {"why": why}, status=409)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """404: the same words for a wrong school, a wrong address and a missing record.

    Rendered without the request, so that nothing in it can tell one from another.
    """
    return HttpResponse(_page("errors/404.html"), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; touches neither session nor database."""
    return HttpResponse(_page("errors/500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came back without its secret, mostly after a long pause."""
    return HttpResponse(_page("errors/csrf.html"), status=403)


@cache
def _page(template: str) -> str:
    """The same for everybody, whenever: it is made without a request and without data."""
    return render_to_string(template)
