"""The pages of somebody outside who fetches a record: a secret address and a one-time code.

A GET or HEAD changes nothing, so that a mail scanner cannot fetch the record nor use the link up.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pupils.forms.transfers import FetchForm
from pupils.selectors.transfers.lists import SentLink, find_sent
from pupils.services.transfers.fetching import DOOR, fetch
from pupils.services.transfers.sending import is_barred
from pupils.views.secret_pages import code_page, code_refusal, is_opened, secret_view
from pupils.views.transfers import pack_answer


def _allowed(secret: str) -> SentLink | None:
    """What a secret address gives; an address that the family reads since closes the link."""
    sent = find_sent(secret)
    return None if sent is None or is_barred(sent.transfer) else sent


sent_view = secret_view(_allowed)


@sent_view
def record_link(request: HttpRequest, sent: SentLink, secret: str) -> HttpResponse:
    """Who sends a record; the button sends a code to the named address."""
    refusal = code_refusal(request, DOOR, sent.transfer)
    if refusal is None:
        return redirect("record_link_code", secret)
    return _page(request, sent, "start", refusal=refusal, secret=secret)


@sent_view
def record_link_code(request: HttpRequest, sent: SentLink, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    return code_page(
        request,
        sent,
        secret,
        door=DOOR,
        row=sent.transfer,
        start="record_link",
        after="record_link_fetch",
    )


@sent_view
def record_link_fetch(request: HttpRequest, sent: SentLink, secret: str) -> HttpResponse:
    """Give one's name, which is the receipt, and get the file."""
    if not is_opened(request, sent):
        return redirect("record_link", secret)
    form = FetchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return pack_answer(fetch(transfer=sent.transfer, **form.cleaned_data))
    return _page(request, sent, "fetch", form=form, secret=secret)


def _page(request: HttpRequest, sent: SentLink, name: str, **context) -> HttpResponse:
    about = {"transfer": sent.transfer, "school": sent.link.school}
    return render(request, f"pupils/moving/link_{name}.html", about | context)
