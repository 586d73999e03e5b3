"""What every request has: its access, and no trace on a shared computer."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django_htmx.http import HttpResponseClientRedirect

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.access.decorators import PageRule
from aylsham.audit.context import Cause, caused_by, set_cause
from aylsham.audit.refusals import record_refusal
from aylsham.changes import TransitionNotAllowed
from aylsham.identifiers import uuid7
from aylsham.signin.session import is_idle, needs_second_factor, note_activity
from aylsham.views.errors import not_now

#: Pages that a locked screen still opens.
OPEN_WHEN_LOCKED = {"locked", "lock_now", "account_logout"}


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
        with caused_by(Cause(request.id)), clock.one_day():
            response = self.get_response(request)
        if request.path.startswith("/static/"):
            return response
        add_never_cache_headers(response)
        response.headers["Cache-Control"] = "no-store"
        match = request.resolver_match
        if request.method == "POST" and match and match.url_name == "account_logout":
            # Not "storage": what waits there is sealed, and some of it is a colleague's. Not for
            # the next name on a shared tablet: browsers take seconds over it, and nothing of ours
            # is in the cache anyway.
            response.headers["Clear-Site-Data"] = '"cache"'
        return response

    def process_view(self, request, view, args, kwargs):
        request.GET, request.POST = _without_nul(request.GET), _without_nul(request.POST)
        if not request.user.is_authenticated:
            return None
        today = clock.today()
        request.access = Access(request.user, today, posts_of(request.user, today=today))
        set_cause(Cause(request.id, request.user.pk, request.access))
        rule = getattr(view, "page_rule", PageRule("account"))
        if rule.level == "public" or request.resolver_match.url_name in OPEN_WHEN_LOCKED:
            return None
        return _locked(request, view) or _second_factor(request, rule)

    def process_exception(self, request, exception):
        # The view's transaction has been rolled back by now: this one stays.
        record_refusal(request, exception)
        if isinstance(exception, TransitionNotAllowed):
            return not_now(request, str(exception))
        return None


def _without_nul(sent: QueryDict) -> QueryDict:
    """What was sent without characters that nobody types and PostgreSQL cannot keep."""
    pairs = [(name, value) for name, values in sent.lists() for value in values]
    if not any("\0" in name + value for name, value in pairs):
        return sent
    clean = QueryDict(mutable=True)
    for name, value in pairs:
        clean.appendlist(name.replace("\0", ""), value.replace("\0", ""))
    clean._mutable = False
    return clean


def _locked(request: HttpRequest, view) -> HttpResponse | None:
    if is_idle(request):
        return _go(request, f"{reverse('locked')}?{urlencode({'next': _here(request)})}")
    if not getattr(view, "is_poll", False):
        note_activity(request)
    return None


def _second_factor(request: HttpRequest, rule) -> HttpResponse | None:
    if rule.level in ("school", "federation") and needs_second_factor(request):
        return _go(request, reverse("mfa_index"))
    return None


def _here(request: HttpRequest) -> str:
    """The page to come back to: for a part of a page, the page it stands on."""
    if request.htmx:
        return request.htmx.current_url_abs_path or "/"
    return request.get_full_path() if request.method == "GET" else "/"


def _go(request: HttpRequest, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
