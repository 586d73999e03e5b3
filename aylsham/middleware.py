"""What every request has: its access, and no trace on a shared computer."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from aylsham import clock
from aylsham.access.current import Access, posts_of


class AccessMiddleware:
    """Finds out who is asking, before the view's transaction begins.

    The wall itself is set by the view's decorator: middleware runs outside the transaction.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.access = None
        request.school = None
        response = self.get_response(request)
        if request.path.startswith("/static/"):
            return response
        add_never_cache_headers(response)
        response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(self, request, view, args, kwargs):
        if request.user.is_authenticated:
            today = clock.today()
            request.access = Access(request.user, today, posts_of(request.user, today=today))
