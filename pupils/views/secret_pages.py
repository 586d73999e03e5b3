"""What pages behind a secret address share: no account, one same 404, a one-time code.

A GET or HEAD changes nothing, so that a mail scanner cannot use the link up.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from aylsham.access.decorators import public_view
from aylsham.changes import TransitionNotAllowed
from pupils.forms.contributions import CodeForm
from pupils.rules.asking import MOST_WRONG_CODES, OPEN_FOR, code_state
from pupils.services.pace import TooFast
from pupils.services.secret_addresses import Door, check_code, send_code

#: In the session: which links this browser has given the code for, and when.
OPENED = "opened_links"

View = Callable[..., HttpResponse]


def secret_view(find: Callable[[str], Any]) -> Callable[[View], View]:
    """A page behind a secret address: found by `find` and private; otherwise one same 404."""

    def decorate(view: View) -> View:
        # Without a referrer browsers send the origin "null", which Django's check refuses. It is
        # not needed here: nobody can forge a request to an address of 256 random bits that they
        # do not know, and whoever knows it still needs the code.
        @csrf_exempt
        @require_http_methods(["GET", "HEAD", "POST"])
        @public_view
        @wraps(view)
        def wrapped(request: HttpRequest, secret: str) -> HttpResponse:
            found = find(secret)
            try:
                return private(gone(request) if found is None else view(request, found, secret))
            except TooFast:
                return private(render(request, "contribute/too_fast.html", status=429))

        return wrapped

    return decorate


def private(response: HttpResponse) -> HttpResponse:
    """Tell nobody where the person was, and keep no copy."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def gone(request: HttpRequest) -> HttpResponse:
    """The page of an address that leads nowhere, or no longer."""
    return render(request, "contribute/gone.html", status=404)


def code_refusal(request: HttpRequest, door: Door, row: Any) -> str | None:
    """Send a code if the button was pressed: None once it went, or why not; empty before that."""
    if request.method != "POST":
        return ""
    try:
        send_code(door, row)
    except TransitionNotAllowed as refused:
        return str(refused)
    return None


def code_page(
    request: HttpRequest,
    found: Any,
    secret: str,
    *,
    door: Door,
    row: Any,
    start: str,
    after: str,
    **about: Any,
) -> HttpResponse:
    """Ask for the code from the e-mail, and say how it stands with the last one of the `row`.

    `start` and `after` name the pages before and behind it; `about` goes into the row's own log.
    """
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if check_code(door, row, code=form.cleaned_data["code"], **about):
            note_opened(request, found)
            return redirect(after, secret)
        left = MOST_WRONG_CODES - row.wrong_codes - 1
        if left <= 0:
            return gone(request)
        tries = "1 try" if left == 1 else f"{left} tries"
        form.add_error("code", f"This is not the newest code. You have {tries} left.")
    context = {
        "form": form,
        "school": found.link.school,
        "code": code_state(
            timezone.now(), row.code_sent_at, row.codes_sent, is_unused=bool(row.code_hash)
        ),
        "start_url": reverse(start, args=[secret]),
    }
    return render(request, "contribute/code.html", context)


def is_opened(request: HttpRequest, found) -> bool:
    """Whether this browser gave the code for this very link not long ago."""
    at = request.session.get(OPENED, {}).get(str(found.link.pk), "")
    moment = parse_datetime(at) if at else None
    return moment is not None and timezone.now() - moment < OPEN_FOR


def note_opened(request: HttpRequest, found) -> None:
    """This browser has given the right code for the link that was found."""
    # A new key: a session that somebody planted beforehand is worth nothing.
    opened = request.session.get(OPENED, {})
    request.session.cycle_key()
    request.session[OPENED] = opened | {str(found.link.pk): timezone.now().isoformat()}
