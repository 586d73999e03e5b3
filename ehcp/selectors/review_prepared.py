"""How far the preparation of reviews is: the facts from which their tasks are read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from aylsham import clock
from aylsham.dates import weeks_before
from aylsham.together import read_rows
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting, ReviewTask
from pupils.family_codes import AskKind
from pupils.models import Voice

#: What a child said in so many weeks before the meeting was said for it.
CHILD_WEEKS = 12


@dataclass(frozen=True)
class Prepared:
    """How far the preparation of a review is: facts that its tasks are read from."""

    meeting: ReviewMeeting | None = None
    invitees: tuple[ReviewInvitee, ...] = ()
    child_on: dt.date | None = None
    #: Colleagues to whom a task was given, by its kind.
    owners: dict[str, Any] = field(default_factory=dict)

    @property
    def asked(self) -> list[ReviewInvitee]:
        """Those who were asked for advice or views."""
        return [each for each in self.invitees if each.advice_asked_on]

    @property
    def asked_on(self) -> dt.date | None:
        """The day on which the last was asked; None while somebody who was invited was not."""
        others = [each for each in self.invitees if each.guest.user_id is None]
        if not self.asked or any(each.advice_asked_on is None for each in others):
            return None
        return max(each.advice_asked_on for each in self.asked if each.advice_asked_on)

    @property
    def waiting(self) -> int:
        """How many were asked and have sent nothing."""
        return sum(received_on(each) is None for each in self.asked)

    @property
    def advice_in_on(self) -> dt.date | None:
        """The day on which the last advice came; None while somebody's is missing."""
        days = [received_on(each) for each in self.asked]
        return max(filter(None, days)) if days and None not in days else None


def received_on(invitee: ReviewInvitee) -> dt.date | None:
    """When somebody's advice or views came, by whichever way."""
    ask = invitee.guest.ask
    if invitee.advice_received_on:
        return invitee.advice_received_on
    return clock.shown(ask.answered_at).date() if ask and ask.answered_at else None


def prepared_of(reviews: Iterable[AnnualReview]) -> dict[UUID, Prepared]:
    """How far each review is; one statement. Each needs its plan beside it."""
    reviews = list(reviews)
    if not reviews:
        return {}
    ids = [review.pk for review in reviews]
    schools = {review.school_id for review in reviews}
    rows = ReviewMeeting.objects.filter(school__in=schools, review__in=ids)
    people = ReviewInvitee.objects.filter(school__in=schools, meeting__review__in=ids)
    tasks = ReviewTask.objects.filter(school__in=schools, review__in=ids, owner__isnull=False)
    held, everybody, voices, given = read_rows(
        rows.select_related("meeting__chair"),
        people.select_related("guest__ask", "guest__user", "meeting"),
        _voices(reviews, schools),
        tasks.select_related("owner"),
    )
    meetings = {row.review_id: row for row in held}
    invitees: dict[UUID, list[ReviewInvitee]] = defaultdict(list)
    for each in everybody:
        invitees[each.meeting.review_id].append(each)
    said: dict[UUID, list[dt.date]] = defaultdict(list)
    for pupil, on in voices:
        said[pupil].append(on)
    owners: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for task in given:
        owners[task.review_id][task.kind] = task.owner
    return {
        review.pk: Prepared(
            meetings.get(review.pk),
            tuple(invitees[review.pk]),
            _last_before(said[review.plan.pupil_id], review.meeting_on),
            owners[review.pk],
        )
        for review in reviews
    }


def _voices(reviews: list[AnnualReview], schools: set[UUID]) -> QuerySet:
    """When children of these reviews said what they think: (child, day)."""
    pupils = {review.plan.pupil_id for review in reviews}
    rows = Voice.objects.filter(school__in=schools, pupil__in=pupils, kind=AskKind.PUPIL_VIEWS)
    return rows.values_list("pupil_id", "given_on")


def _last_before(days: list[dt.date], meeting_on: dt.date) -> dt.date | None:
    since = weeks_before(meeting_on, CHILD_WEEKS)
    return max((day for day in days if since <= day <= meeting_on), default=None)
