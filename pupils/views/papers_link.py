"""The pages of a professional outside: no account, a secret address and a one-time code.

A GET or HEAD changes nothing before the code, so that a mail scanner cannot use the link up. Each
paper that is given is written down, and a marked copy, which a worker makes, says for whom.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham import clock
from aylsham.audit.signins import ip_of
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from aylsham.identifiers import as_key
from pupils.models import SharedItem
from pupils.rules.shares import place_words
from pupils.selectors.contributions import find_invited
from pupils.selectors.shares import Shared, copy_of, find_shared, is_markable, item_of, items_of
from pupils.services.contributions.asking import new_link
from pupils.services.shares.copies import ask_for_copy
from pupils.services.shares.opening import DOOR, open_paper, write_back
from pupils.services.shares.sharing import is_barred
from pupils.views.document_files import file_answer
from pupils.views.printing import pdf_answer
from pupils.views.secret_pages import (
    code_page,
    code_refusal,
    gone,
    is_opened,
    note_opened,
    secret_view,
)


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
    refusal = code_refusal(request, DOOR, shared.share)
    if refusal is None:
        return redirect("papers_code", secret)
    return _page(request, shared, "start", secret=secret, refusal=refusal)


@shared_view
def papers_code(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    return code_page(
        request,
        shared,
        secret,
        door=DOOR,
        row=shared.share,
        start="papers",
        after="papers",
        place=_place(request),
    )


@shared_view
def papers_open(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """The paper that `?paper=` names: on to its copy; `&as=original` the file itself if allowed."""
    if not is_opened(request, shared):
        return redirect("papers", secret)
    asked = as_key(request.GET.get("paper", ""))
    item = asked and item_of(shared.share, asked)
    if item is None:
        return gone(request)
    try:
        if request.GET.get("as") == "original" or not is_markable(item):
            return _original(request, shared, item)
        copy = ask_for_copy(share=shared.share, item=item)
    except (TransitionNotAllowed, OSError) as why:
        return _refused(request, shared, secret, why)
    return redirect(f"{reverse('papers_copy', args=[secret])}?copy={copy.pk}")


@shared_view
def papers_copy(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """How far the copy is that `?copy=` names; `&as=pdf` the copy, and each time is written down."""
    if not is_opened(request, shared):
        return redirect("papers", secret)
    asked = as_key(request.GET.get("copy", ""))
    found = asked and copy_of(shared.share, asked, now=clock.moment())
    if not found:
        return gone(request)
    if request.GET.get("as") != "pdf" or not found.is_ready:
        return _page(request, shared, "copy", secret=secret, found=found)
    try:
        open_paper(share=shared.share, item=found.copy.item, place=_place(request))
    except TransitionNotAllowed as why:
        return _refused(request, shared, secret, why)
    return pdf_answer(bytes(found.copy.pdf), f"{_file_name()}.pdf")


@shared_view
@require_POST
def papers_write(request: HttpRequest, shared: Shared, secret: str) -> HttpResponse:
    """On to the page on which the professional sends advice or a report."""
    if not is_opened(request, shared):
        return redirect("papers", secret)
    asked = write_back(share=shared.share, place=_place(request))
    answer = new_link(asked)
    note_opened(request, find_invited(answer))
    return redirect("contribute_answer", answer)


def _original(request: HttpRequest, shared: Shared, item: SharedItem) -> HttpResponse:
    opened = open_paper(share=shared.share, item=item, place=_place(request), wants_original=True)
    version = opened.version
    data = keeping.read(version.school_id, version.digest)
    return file_answer(data, version.media_type, f"{_file_name()}.{version.extension}")


def _file_name() -> str:
    return f"paper-{clock.shown(clock.moment()):%Y-%m-%d}"


def _refused(request: HttpRequest, shared: Shared, secret: str, why: Exception) -> HttpResponse:
    words = "This paper cannot be read just now." if isinstance(why, OSError) else str(why)
    return _page(request, shared, "list", secret=secret, items=_open_items(shared), refusal=words)


def _open_items(shared: Shared):
    return [line for line in items_of(shared.share) if not line.why_not]


def _place(request: HttpRequest) -> str:
    return place_words(request.headers.get("User-Agent", ""), ip_of(request) or "")


def _page(request: HttpRequest, shared: Shared, name: str, **context) -> HttpResponse:
    about = {"share": shared.share, "school": shared.link.school}
    return render(request, f"contribute/papers_{name}.html", about | context)
