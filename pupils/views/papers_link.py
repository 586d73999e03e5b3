"""The pages of a professional outside: no account, a secret address and a one-time code.

A GET or HEAD changes nothing before the code, so that a mail scanner cannot use the link up. Each
paper that is given is written down, and a marked copy says for whom it was made.
"""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham import clock
from aylsham.audit.signins import ip_of
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.rendering import PdfProblem
from aylsham.identifiers import as_key
from pupils.models import SharedItem
from pupils.rules.shares import place_words
from pupils.selectors.contributions import Invited
from pupils.selectors.shares import Shared, find_shared, item_of, items_of, link_of_ask
from pupils.services.contributions.asking import new_link
from pupils.services.shares.copies import copy_of, is_markable
from pupils.services.shares.opening import (
    check_share_code,
    open_paper,
    send_share_code,
    write_back,
)
from pupils.services.shares.sharing import is_barred
from pupils.views.document_files import file_answer
from pupils.views.secret_pages import code_page, gone, is_opened, note_opened, secret_view


def _allowed(secret: str) -> Shared | None:
    """What a secret address opens; an address that the family reads since closes the link."""
    found = find_shared(secret)
    return None if found is None or is_barred(found.share) else found


shared_view = secret_view(_allowed)


@shared_view
def papers(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """Who shares; the button sends a code to the named address, or the list of papers."""
    if is_opened(request, shared):
        return _page(request, shared, "list", secret=secret, items=_open_items(shared))
    refusal = ""
    if request.method == "POST":
        try:
            send_share_code(share=shared.share)
            return redirect("papers_code", secret)
        except TransitionNotAllowed as refused:
            refusal = str(refused)
    return _page(request, shared, "start", secret=secret, refusal=refusal)


@shared_view
def papers_code(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    return code_page(
        request,
        shared,
        secret,
        check=partial(check_share_code, share=shared.share, place=_place(request)),
        row=shared.share,
        start="papers",
        after="papers",
    )


@shared_view
def papers_open(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """The paper that `?paper=` names, marked; `&as=original` the file itself where allowed."""
    if not is_opened(request, shared):
        return redirect("papers", secret)
    asked = as_key(request.GET.get("paper", ""))
    item = asked and item_of(shared.share, asked)
    if item is None:
        return gone(request)
    wants = request.GET.get("as") == "original" or not is_markable(item)
    try:
        opened = open_paper(
            share=shared.share, item=item, place=_place(request), wants_original=wants
        )
        return _given(shared, opened.item, is_original=opened.is_original)
    except (TransitionNotAllowed, PdfProblem, OSError) as why:
        words = str(why) if not isinstance(why, OSError) else "This paper cannot be read just now."
        items = _open_items(shared)
        return _page(request, shared, "list", secret=secret, items=items, refusal=words)


@shared_view
@require_POST
def papers_write(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """On to the page on which the professional sends advice or a report."""
    if not is_opened(request, shared):
        return redirect("papers", secret)
    asked = write_back(share=shared.share, place=_place(request))
    answer = new_link(asked)
    note_opened(request, Invited(link_of_ask(answer), asked))
    return redirect("contribute_answer", answer)


def _given(shared: Shared, item: SharedItem, *, is_original: bool) -> HttpResponse:
    at = clock.shown(clock.moment())
    copy = copy_of(
        shared.share,
        item,
        school=shared.link.school,
        opened=f"{at.day} {at:%B %Y, %H:%M}",
        is_original=is_original,
    )
    return file_answer(copy.data, copy.media_type, f"paper-{at:%Y-%m-%d}.{copy.extension}")


def _open_items(shared: Shared):
    return [line for line in items_of(shared.share) if not line.why_not]


def _place(request: HttpRequest) -> str:
    return place_words(request.headers.get("User-Agent", ""), ip_of(request) or "")


def _page(request: HttpRequest, shared: Shared, name: str, **context) -> HttpResponse:
    about = {"share": shared.share, "school": shared.link.school}
    return render(request, f"contribute/papers_{name}.html", about | context)
