"""Who came to a review meeting, and that it was held."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.models import User
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting
from ehcp.services.meetings import record_review_held
from ehcp.services.recording import record
from ehcp.services.review_meetings import lock_meeting_of
from pupils.meeting_codes import InviteeKind
from pupils.models import MeetingInvitee
from pupils.services.meetings import planning


@transaction.atomic
def hold_with(
    *,
    meeting: ReviewMeeting,
    meeting_on: dt.date,
    came: Collection[UUID],
    kind: str,
    version: str | None,
    by: User | None,
) -> AnnualReview:
    """The meeting was held, and who of the invited (their own rows' ids) was there.

    Pressed again it corrects who came.
    """
    row = lock_meeting_of(meeting)
    review = row.review
    if not review.is_held:
        review = record_review_held(
            plan=review.plan,
            meeting_on=meeting_on,
            by=by,
            kind=kind,
            planned=review,
            version=version,
        )
    rows = ReviewInvitee.objects.filter(school_id=row.school_id, meeting=row)
    there = {i.guest_id for i in rows if i.pk in came}
    family = {InviteeKind.CONTACT}
    guests = MeetingInvitee.objects.filter(school_id=row.school_id, pk__in=there)
    planning.hold_meeting(
        meeting=row.meeting,
        came=there,
        is_parent_meeting=any(guest.kind in family for guest in guests),
        by=by,
        on=review.meeting_on,
        as_leader=True,
    )
    record(Action.RECORD_REVIEW, review, by=by, detail={"what": "who came", "came": len(there)})
    return review
