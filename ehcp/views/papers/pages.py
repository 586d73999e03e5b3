"""Pages of a review's paper: as it reads, begun, filled anew, checked, sent, on paper."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents.rendering import PdfProblem
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from ehcp.models import ReviewPaper
from ehcp.paper_codes import PaperKind
from ehcp.paper_forms import OrderForm, SendPaperForm
from ehcp.selectors.papers.changes import record_changes
from ehcp.selectors.papers.content import content_of, digest_of
from ehcp.selectors.papers.orders import maps
from ehcp.selectors.papers.page import (
    PaperPage,
    may_read_whole,
    paper_of,
    paper_page,
    sent_copy,
)
from ehcp.services.papers import sending, writing
from ehcp.services.papers.word import paper_word
from ehcp.views.papers.opening import note_reading, opened_paper, opened_review, paper_url, stepped
from pupils.selectors.identity import Child, find_child
from pupils.views.opening import child_page
from pupils.views.printing import pdf_answer

TAB = "plan"


@school_view(Permission.VIEW_PLANS)
def paper(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """A paper as it reads, with who writes what; or how to begin it."""
    found = opened_review(request, review, paper_kind)
    row = paper_of(request.access, found, paper_kind)
    note_reading(request, found, row)
    page = paper_page(request.access, row) if row else None
    return child_page(
        request,
        "ehcp/papers/page.html",
        _child(request, found.plan.pupil_id),
        tab=TAB,
        review=found,
        paper_kind=PaperKind(paper_kind),
        page=page,
        seen=digest_of(content_of(page)) if page else "",
        order_form=_order_form(request, page) if page else None,
        may_edit=request.access.can(Permission.EDIT_PLANS) and found.plan.ended_on is None,
        may_keep=request.access.can(Permission.KEEP_LETTERS),
    )


@school_view(Permission.EDIT_PLANS)
@require_POST
def start(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """Begin the paper, filled from the record."""
    found = opened_review(request, review, paper_kind)
    return stepped(
        request, review, paper_kind,
        lambda: writing.start_paper(review=found, kind=paper_kind, access=request.access),
        "Filled from the record. Read each part, and add what only you know.",
    )  # fmt: skip


@school_view(Permission.EDIT_PLANS)
def fill(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """What the record says otherwise since the paper was filled, and taking it over."""
    row = opened_paper(request, review, paper_kind)
    if request.method == "POST":
        keys = request.POST.getlist("part") or None
        return stepped(
            request, review, paper_kind,
            lambda: writing.refill_parts(paper=row, access=request.access, keys=keys),
            "The lines are those of the record today. Your own words are untouched.",
        )  # fmt: skip
    return child_page(
        request,
        "ehcp/papers/changes.html",
        _child(request, row.review.plan.pupil_id),
        tab=TAB,
        paper=row,
        paper_kind=PaperKind(paper_kind),
        parts=record_changes(request.access, row),
        cancel_url=paper_url(request, review, paper_kind),
    )


@school_view(Permission.EDIT_PLANS)
@require_POST
def order(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """Put the parts in another order."""
    row, wanted = opened_paper(request, review, paper_kind), request.POST.get("order", "")
    return stepped(
        request, review, paper_kind,
        lambda: writing.choose_order(paper=row, order=wanted, by=request.user),
        "The parts stand in that order now.",
    )  # fmt: skip


@school_view(Permission.EDIT_PLANS)
@require_POST
def check(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """A second person has read it."""
    row, seen = opened_paper(request, review, paper_kind), request.POST.get("seen", "")
    return stepped(
        request, review, paper_kind,
        lambda: sending.check_paper(paper=row, seen=seen, access=request.access),
        "Checked. It can be sent now.",
    )  # fmt: skip


@school_view(Permission.EDIT_PLANS)
def send(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """Note that the paper went, and keep it as it was sent."""
    row = opened_paper(request, review, paper_kind)
    page = paper_page(request.access, row)
    first = {"gone_on": request.access.today, "seen": digest_of(content_of(page))}
    form = SendPaperForm(request.POST or None, initial=first)
    if request.method == "POST" and _sent(request, row, form):
        done(request, "Kept as it was sent. Nobody can change it any more.")
        return redirect(paper_url(request, review, paper_kind))
    return child_page(
        request,
        "ehcp/papers/send.html",
        _child(request, row.review.plan.pupil_id),
        tab=TAB,
        page=page,
        paper_kind=PaperKind(paper_kind),
        form=form,
        cancel_url=paper_url(request, review, paper_kind),
    )


@school_view(Permission.EDIT_PLANS)
@require_POST
def reopen(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """Begin a new version of what was sent."""
    row = opened_paper(request, review, paper_kind)
    return stepped(
        request, review, paper_kind,
        lambda: sending.reopen_paper(paper=row, access=request.access),
        "A new version is begun. The one that was sent stays as it was.",
    )  # fmt: skip


@school_view(Permission.VIEW_PLANS)
def pdf(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """On paper: a version as it was sent (`?version=1`), or the draft as the asker may read it."""
    row = opened_paper(request, review, paper_kind, Action.DOWNLOAD)
    sent = _sent_version(request, row)
    if sent:
        return pdf_answer(bytes(sent.pdf), f"{paper_kind}-{sent.gone_on:%Y-%m-%d}.pdf")
    try:
        content = content_of(paper_page(request.access, row))
        pages = sending.paper_pdf(content, is_draft=True)
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(paper_url(request, review, paper_kind))
    return pdf_answer(pages, f"draft-{paper_kind}-{request.access.today:%Y-%m-%d}.pdf")


@school_view(Permission.VIEW_PLANS)
def word(request: HttpRequest, review: UUID, paper_kind: str) -> HttpResponse:
    """The same as a Word file."""
    row = opened_paper(request, review, paper_kind, Action.DOWNLOAD)
    sent = _sent_version(request, row)
    content = b"" if sent else content_of(paper_page(request.access, row))
    body = bytes(sent.word) if sent else paper_word(content, is_draft=True)
    day = sent.gone_on if sent else request.access.today
    name = f"{'' if sent else 'draft-'}{paper_kind}-{day:%Y-%m-%d}.docx"
    return as_download(body, name)


def _sent_version(request: HttpRequest, row: ReviewPaper):
    """The sent copy that is asked for; None for the draft. 404 for whoever reads only parts."""
    asked = request.GET.get("version", "")
    number = int(asked) if asked.isdecimal() else row.number
    sent = sent_copy(request.access, row, number)
    if sent is None and (asked or row.sent_on):
        raise Http404
    if sent and not may_read_whole(request.access, row.kind):
        raise Http404
    return sent


def _sent(request: HttpRequest, row: ReviewPaper, form: SendPaperForm) -> bool:
    try:
        return carried_out(
            form,
            lambda: sending.send_paper(paper=row, access=request.access, **form.cleaned_data),
        )
    except PdfProblem as refused:
        form.add_error(None, str(refused))
        return False


def _order_form(request: HttpRequest, page: PaperPage) -> OrderForm:
    key = page.order.key
    return OrderForm(orders=maps(request.school), present=page.order, initial={"order": key})


def _child(request: HttpRequest, pupil_id: UUID) -> Child:
    child = find_child(request.access, pupil_id)
    if child is None:
        raise Http404
    return child
