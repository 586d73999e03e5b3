"""A paper of a review is checked by a second person, sent, kept as it left, and written on."""

import datetime as dt
import hashlib
from typing import Any

from django.db import transaction
from django.template.loader import render_to_string

from aylsham import clock
from aylsham.access.current import Access
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.rendering import write_pdf
from ehcp.models import AnnualReview, ReviewPaper, ReviewPaperPart, SentPaper
from ehcp.paper_codes import PaperKind, PaperState
from ehcp.selectors.papers.content import content_of, digest_of
from ehcp.selectors.papers.page import may_read_whole, paper_page, sent_copy
from ehcp.services.meetings import record_papers_sent, record_report_sent
from ehcp.services.papers.word import paper_word
from ehcp.services.papers.writing import locked_review, open_paper, record_paper
from pupils.services.recording import lock

_WHOLE = "Only somebody who may read every part of the paper can do this."


@transaction.atomic
def check_paper(*, paper: ReviewPaper, seen: str, access: Access) -> ReviewPaper:
    """A second person finds the paper good as they read it: nothing that changed since."""
    row = open_paper(paper)
    page = paper_page(access, row)
    if not may_read_whole(access, row.kind):
        raise TransitionNotAllowed(_WHOLE)
    if not page.may_check:
        raise TransitionNotAllowed(
            "You began this paper. Somebody else who keeps plans checks it: a second pair of eyes."
        )
    if page.missing:
        raise TransitionNotAllowed(" ".join(page.missing))
    if digest_of(content_of(page)) != seen:
        raise TransitionNotAllowed("The paper has changed since you read it. Read it again.")
    row.state, row.checked_by, row.checked_on = PaperState.CHECKED, access.user, access.today
    row.save(update_fields=["state", "checked_by", "checked_on"])
    record_paper(row, access.user, "checked")
    return row


def send_paper(*, paper: ReviewPaper, gone_on: dt.date, seen: str, access: Access) -> SentPaper:
    """Note that the checked paper went to everybody, and keep it as it was sent, for good.

    The review's own day is set with it, if nobody has recorded one. Setting the pages comes
    before any lock.
    """
    if not may_read_whole(access, paper.kind):
        raise TransitionNotAllowed(_WHOLE)
    if paper.state == PaperState.DRAFT:
        raise TransitionNotAllowed("Nobody has checked it yet.")
    content = content_of(paper_page(access, paper))
    pdf, word = paper_pdf(content), paper_word(content)
    with transaction.atomic():
        row = _locked_or_sent(paper, access)
        if isinstance(row, SentPaper):
            return row
        _require_ready(row, content, seen, gone_on, access)
        sent = SentPaper.objects.create(
            school=row.school,
            paper=row,
            gone_on=gone_on,
            content=content,
            pdf=pdf,
            word=word,
            digest=hashlib.sha256(pdf).hexdigest(),
            word_digest=hashlib.sha256(word).hexdigest(),
            by=access.user,
            at=clock.moment(),
        )
        row.state, row.sent_on = PaperState.SENT, gone_on
        row.save(update_fields=["state", "sent_on"])
        _note_on_review(row.review, row.kind, gone_on, access)
        record_paper(row, access.user, "sent", on=gone_on.isoformat())
    return sent


@transaction.atomic
def reopen_paper(*, paper: ReviewPaper, access: Access) -> ReviewPaper:
    """Write on after sending: a new version begins with the words of the one that was sent."""
    row = _locked(paper)
    if row.state != PaperState.SENT:
        raise TransitionNotAllowed("This paper has not been sent: change it as it is.")
    latest = ReviewPaper.objects.filter(school=row.school, review=row.review, kind=row.kind)
    if latest.filter(number__gt=row.number).exists():
        raise TransitionNotAllowed("A newer version has been begun already.")
    parts = list(ReviewPaperPart.objects.filter(school=row.school, paper=row))
    new = ReviewPaper.objects.create(
        school=row.school,
        review=row.review,
        kind=row.kind,
        number=row.number + 1,
        order=row.order,
        started_by=access.user,
        started_on=access.today,
    )
    kept = ("key", "sensitivity", "lines", "filled_on", "left_out", "text", "is_done")
    kept += ("written_by", "written_at")
    ReviewPaperPart.objects.bulk_create(
        ReviewPaperPart(school=row.school, paper=new, **{n: getattr(part, n) for n in kept})
        for part in parts
    )
    record_paper(new, access.user, "new version")
    return new


def paper_pdf(content: dict[str, Any], *, is_draft: bool = False) -> bytes:
    """The paper as PDF/UA; PdfProblem if it cannot be set."""
    context = {"paper": content, "is_draft": is_draft}
    return write_pdf(render_to_string("ehcp/print/review_paper.html", context))


def _locked_or_sent(paper: ReviewPaper, access: Access) -> ReviewPaper | SentPaper:
    """The paper, locked; or the copy that a first press of the button has kept already."""
    row = _locked(paper)
    known = sent_copy(access, row, row.number)
    return known or row


def _locked(paper: ReviewPaper) -> ReviewPaper:
    review = locked_review(paper.review)
    row = lock(paper)
    row.review, row.school = review, paper.school
    return row


def _require_ready(
    row: ReviewPaper, content: dict[str, Any], seen: str, gone_on: dt.date, access: Access
) -> None:
    if row.state != PaperState.CHECKED or row.checked_on is None:
        raise TransitionNotAllowed("Nobody has checked it yet.")
    now = content_of(paper_page(access, row))
    if not seen == digest_of(content) == digest_of(now):
        raise TransitionNotAllowed("The paper has changed since you looked at it. Look again.")
    if not row.checked_on <= gone_on <= access.today:
        raise TransitionNotAllowed("Say the day on which it went: after it was checked.")


def _note_on_review(review: AnnualReview, kind: str, gone_on: dt.date, access: Access) -> None:
    """The first sending counts for the law; a later version does not move it."""
    by = access.user
    if kind == PaperKind.REPORT:
        if review.report_sent_on is None:
            record_report_sent(review=review, report_sent_on=gone_on, by=by)
    elif review.advice_sent_on is None:
        invited_on = review.invited_on
        record_papers_sent(review=review, invited_on=invited_on, advice_sent_on=gone_on, by=by)
