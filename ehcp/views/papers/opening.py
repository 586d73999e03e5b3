"""Opening a paper of a review: found, cut, written down."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.notices import done, problem
from ehcp.models import AnnualReview, ReviewPaper
from ehcp.paper_codes import PaperKind
from ehcp.selectors.papers.page import ShownPart, paper_of, part_of, review_for

PAGE = "review_paper"


def opened_review(request: HttpRequest, review: UUID, kind: str) -> AnnualReview:
    """The review, if the asker may see it and there is such a paper; 404 otherwise."""
    found = review_for(request.access, review)
    if found is None or kind not in PaperKind.values:
        raise Http404
    return found


def opened_paper(
    request: HttpRequest, review: UUID, kind: str, action: Action = Action.VIEW_REVIEW_PAPER
) -> ReviewPaper:
    """The newest version of a paper; reading it is written down. 404 where none is begun."""
    paper = paper_of(request.access, opened_review(request, review, kind), kind)
    if paper is None:
        raise Http404
    if request.method == "GET":
        note_reading(request, paper.review, paper, action)
    return paper


def opened_part(request: HttpRequest, review_part: UUID) -> ShownPart:
    """A part that the asker may read: 404 for every other."""
    part = part_of(request.access, review_part)
    if part is None or part.row is None:
        raise Http404
    if request.method == "GET":
        note_reading(request, part.row.paper.review, part.row.paper)
    return part


def note_reading(
    request: HttpRequest,
    review: AnnualReview,
    paper: ReviewPaper | None,
    action: Action = Action.VIEW_REVIEW_PAPER,
) -> None:
    """Write down that somebody read it."""
    record_event(
        action,
        school=request.school,
        by=request.access,
        pupil_ids=[review.plan.pupil_id],
        subject=paper or review,
    )


def paper_url(request: HttpRequest, review: UUID, kind: str) -> str:
    """The address of a paper."""
    return reverse(PAGE, args=[request.school.slug, review, kind])


def stepped(request: HttpRequest, review: UUID, kind: str, change, words: str) -> HttpResponse:
    """Take a step; back to the paper with what was done, or why it was not."""
    try:
        change()
        done(request, words)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(paper_url(request, review, kind))
