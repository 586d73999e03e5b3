"""The pages of somebody outside who fetches a record: a secret address and a one-time code.

A GET or HEAD changes nothing, so that a mail scanner cannot fetch the record nor use the link up.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from aylsham.access.decorators import public_view
from aylsham.changes import TransitionNotAllowed
from pupils.forms.contributions import CodeForm
from pupils.forms.transfers import FetchForm
from pupils.rules.asking import OPEN_FOR
from pupils.selectors.transfers.lists import SentLink, find_sent
from pupils.services.transfers.fetching import check_code, fetch, send_code
from pupils.views.contribute import private
from pupils.views.transfers import pack_answer

#: In the session: which links this browser has given the code for, and when.
OPENED = "opened_records"


def sent_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page behind a secret address: found, still open, private; otherwise one same 404."""

    # As on the pages of an invited person: the address cannot be forged by who does not know it.
    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @public_view
    @wraps(view)
    def wrapped(request: HttpRequest, secret: str) -> HttpResponse:
        sent = find_sent(secret)
        if sent is None:
            return private(render(request, "contribute/gone.html", status=404))
        return private(view(request, sent, secret))

    return wrapped


@sent_view
def record_link(request: HttpRequest, sent: SentLink, secret: str) -> HttpResponse:
    """Who sends a record; the button sends a code to the named address."""
    refusal = ""
    if request.method == "POST":
        try:
            send_code(transfer=sent.transfer)
            return redirect("record_link_code", secret)
        except TransitionNotAllowed as refused:
            refusal = str(refused)
    return _page(request, sent, "start", refusal=refusal, secret=secret)


@sent_view
def record_link_code(request: HttpRequest, sent: SentLink, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if check_code(transfer=sent.transfer, code=form.cleaned_data["code"]):
            _note_opened(request, sent)
            return redirect("record_link_fetch", secret)
        form.add_error("code", "This is not the newest code. After five wrong ones the link ends.")
    return _page(request, sent, "code", form=form, secret=secret)


@sent_view
def record_link_fetch(request: HttpRequest, sent: SentLink, secret: str) -> HttpResponse:
    """Give one's name, which is the receipt, and get the file."""
    if not _is_opened(request, sent):
        return redirect("record_link", secret)
    form = FetchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return pack_answer(fetch(transfer=sent.transfer, **form.cleaned_data))
    return _page(request, sent, "fetch", form=form, secret=secret)


def _page(request: HttpRequest, sent: SentLink, name: str, **context) -> HttpResponse:
    about = {"transfer": sent.transfer, "school": sent.link.school}
    return render(request, f"pupils/moving/link_{name}.html", about | context)


def _is_opened(request: HttpRequest, sent: SentLink) -> bool:
    at = request.session.get(OPENED, {}).get(str(sent.link.pk), "")
    moment = parse_datetime(at) if at else None
    return moment is not None and timezone.now() - moment < OPEN_FOR


def _note_opened(request: HttpRequest, sent: SentLink) -> None:
    # A new key: a session that somebody planted beforehand is worth nothing.
    opened = request.session.get(OPENED, {})
    request.session.cycle_key()
    request.session[OPENED] = opened | {str(sent.link.pk): timezone.now().isoformat()}
