"""What every request has: its access, and no trace on a shared computer."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.audit.context import Cause, caused_by, set_cause
from aylsham.audit.refusals import record_refusal
from aylsham.identifiers import uuid7


class AccessMiddleware:
    """Finds out who is asking, before the view's transaction begins.

    The wall itself is set by the view's decorator: middleware runs outside the transaction.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.access = None
        request.school = None
        request.id = uuid7()
        with caused_by(Cause(request.id)):
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
            set_cause(Cause(request.id, request.user.pk, request.access))

    def process_exception(self, request, exception):
        # The view's transaction has been rolled back by now: this one stays.
        record_refusal(request, exception)
