"""Somebody spoke to the council about what it owes after a review."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.models import AnnualReview, ReviewTalk
from ehcp.services.recording import lock_review, record
from pupils.services.recording import as_pk

#: The usual time until the council is asked again.
ASK_AGAIN = dt.timedelta(days=7)


@transaction.atomic
def spoke_about_review(
    *,
    review: AnnualReview,
    about: str,
    on: dt.date,
    who: str,
    by: User | None,
    words: str = "",
    next_on: dt.date | None = None,
    key: UUID | None = None,
) -> ReviewTalk:
    """The next reminder comes on a later day: a week on, unless they said another."""
    review = lock_review(review)
    mine = ReviewTalk.objects.filter(school_id=review.school_id, review=review)
    if key and (known := mine.filter(pk=key).first()):
        return known
    next_on = next_on or on + ASK_AGAIN
    if not review.is_held:
        raise TransitionNotAllowed("The meeting was not held yet: the council owes nothing.")
    if on > clock.today():
        raise TransitionNotAllowed("That day has not come yet.")
    if on < review.meeting_on:
        raise TransitionNotAllowed(
            f"The meeting was on {review.meeting_on:%-d %B %Y}: nothing was owed before it."
        )
    if next_on <= on:
        raise TransitionNotAllowed("Choose a later day on which to ask again.")
    talk = ReviewTalk.objects.create(
        school_id=review.school_id,
        review=review,
        about=about,
        on=on,
        who=who,
        words=words,
        next_on=next_on,
        by=by,
        **as_pk(key),
    )
    detail = {"what": "spoke to the council", "about": about}
    record(Action.RECORD_REVIEW, review, by=by, detail=detail)
    return talk
