"""Opening a review: found, its child's bar, the reading written down."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting
from ehcp.selectors.meeting_record import meeting_row
from ehcp.selectors.pages import find_review
from ehcp.selectors.review_people import find_invitee
from pupils.selectors.identity import Child, find_child
from pupils.views.opening import child_form, child_page

TAB = "plan"


def open_review(request: HttpRequest, pk: UUID) -> tuple[Child, AnnualReview]:
    """A review and its child, if the asker may see it; 404 otherwise."""
    found = find_review(request.access, pk)
    child = find_child(request.access, found.plan.pupil_id) if found else None
    if found is None or child is None:
        raise Http404
    record_event(
        Action.VIEW_PLAN,
        school=request.school,
        by=request.access,
        pupil_ids=[child.pupil.pk],
        subject=found,
    )
    found.plan.pupil = child.pupil
    return child, found


def open_meeting(
    request: HttpRequest, pk: UUID
) -> tuple[Child, ReviewMeeting | None, AnnualReview]:
    """The same with the meeting that was set up for it, if one was."""
    child, found = open_review(request, pk)
    return child, meeting_row(request.access, found), found


def open_invitee(request: HttpRequest, pk: UUID) -> tuple[Child, ReviewInvitee]:
    """An invited person of a review, and its child."""
    found = find_invitee(request.access, pk)
    if found is None:
        raise Http404
    child, _ = open_review(request, found.meeting.review_id)
    return child, found


def review_url(review: AnnualReview | UUID, school: str, part: str = "") -> str:
    """The desk of a review, and a part of it."""
    pk = review.pk if isinstance(review, AnnualReview) else review
    return reverse("review", args=[school, pk]) + (f"#{part}" if part else "")


def review_page(request: HttpRequest, template: str, child: Child, **context: Any) -> HttpResponse:
    """A page about a review under the child's bar."""
    return child_page(request, template, child, tab=TAB, **context)


def review_form(
    request: HttpRequest, child: Child, review: AnnualReview, form, part: str = "", **context: Any
) -> HttpResponse:
    """A form that leads back to the desk."""
    context.setdefault("cancel_url", review_url(review, request.school.slug, part))
    context.setdefault("submit", "Save")
    return child_form(request, child, form, tab=TAB, **context)
