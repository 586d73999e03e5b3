"""What a change of a review's day does to its meeting: everybody who was invited hears of it."""

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import User
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting
from pupils.meeting_codes import MeetingState
from pupils.services.meetings import planning


def meeting_of(review: AnnualReview) -> ReviewMeeting | None:
    """The meeting that was set up for a review."""
    rows = ReviewMeeting.objects.filter(school_id=review.school_id, review=review)
    return rows.select_related("meeting__pupil__school", "meeting__chair").first()


def follow_move(review: AnnualReview, by: User | None) -> None:
    """The day was moved: e-mails go again, and whoever was told otherwise has to be told anew."""
    row = meeting_of(review)
    if row is None or row.meeting.on == review.meeting_on:
        return
    meeting = row.meeting
    meeting.school = meeting.pupil.school
    values = {name: getattr(meeting, name) for name in planning.MEETING_FIELDS}
    planning.change_meeting(
        meeting=meeting,
        version=version_of(meeting, planning.MEETING_FIELDS),
        by=by,
        as_leader=True,
        **(values | {"on": review.meeting_on}),
    )
    today = clock.today()
    rows = ReviewInvitee.objects.filter(school_id=row.school_id, meeting=row)
    for invitee in rows.select_related("guest"):
        knows = invitee.guest.user_id == meeting.chair_id or invitee.guest.invited_on == today
        invitee.invited_on = today if knows else None
        invitee.sends_report = False
        invitee.save(update_fields=["invited_on", "sends_report"])
    is_known = rows.exists() and not rows.filter(invited_on=None).exists()
    review.invited_on = today if review.invited_on and is_known else None
    review.save(update_fields=["invited_on"])


def follow_call_off(review: AnnualReview, by: User | None) -> None:
    """The meeting was called off: whoever was invited hears of it."""
    row = meeting_of(review)
    if row is None or row.meeting.state != MeetingState.PLANNED:
        return
    row.meeting.school = row.meeting.pupil.school
    planning.call_off(meeting=row.meeting, why="Called off", by=by, as_leader=True)
