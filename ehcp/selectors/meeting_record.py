"""What was recorded at a review meeting: who was asked and came, what was said and agreed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.together import Reads, read
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting, ReviewNote
from ehcp.selectors.meeting_mode import notes_of
from ehcp.selectors.meeting_said import (
    ActionSaid,
    ChangeSaid,
    DifferenceSaid,
    LineSaid,
    OutcomeSaid,
    PersonAsked,
    actions_said,
    changes_said,
    differences_said,
    in_order,
    lines_said,
    outcomes_said,
)
from ehcp.selectors.review_prepared import Prepared
from pupils.family_codes import ActionSource
from pupils.models import AgreedAction
from pupils.selectors.actions import actions_of_source


@dataclass(frozen=True)
class MeetingRecord:
    """Everything that was recorded at a review meeting, as far as the asker may read it."""

    on: dt.date
    starts_at: dt.time
    place: str
    chair: str
    is_held: bool
    #: In words; empty until the meeting has recommended something.
    recommendation: str
    finished_on: dt.date | None
    people: tuple[PersonAsked, ...]
    outcomes: tuple[OutcomeSaid, ...]
    lines: tuple[LineSaid, ...]
    changes: tuple[ChangeSaid, ...]
    differences: tuple[DifferenceSaid, ...]
    actions: tuple[ActionSaid, ...]
    #: Whether something was recorded that the asker may not read.
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        said = (self.outcomes, self.lines, self.changes, self.differences, self.actions)
        return not any(said)


def meeting_record(
    access: Access, review: AnnualReview, known: Prepared | None = None
) -> MeetingRecord | None:
    """The record of a review's meeting; None where none was set up.

    Two statements, or one for whoever knows how far the review is prepared.
    """
    return read(meeting_record_read(access, review, known))


def meeting_record_read(
    access: Access, review: AnnualReview, known: Prepared | None = None
) -> Reads[MeetingRecord | None]:
    """The same, to go with other reads."""
    row = known.meeting if known else None
    if known is None:
        (found,) = yield [_meetings(access, review)]
        row = _of_review(found, review)
    if row is None:
        return None
    mine = ReviewNote.objects.filter(school=access.school, meeting=row)
    notes, everything, actions, *people = yield [
        notes_of(access, row),
        mine.values_list("pk"),
        actions_of_source(access, ActionSource.MEETING, row.meeting_id, access.school),
        *([] if known else [_invitees(access, row)]),
    ]
    asked = known.invitees if known else people[0]
    return _record(row, review, asked, notes, actions, is_cut=len(everything) > len(notes))


def _record(
    row: ReviewMeeting,
    review: AnnualReview,
    people: Iterable[ReviewInvitee],
    notes: list[ReviewNote],
    actions: list[AgreedAction],
    *,
    is_cut: bool,
) -> MeetingRecord:
    meeting = row.meeting
    return MeetingRecord(
        on=meeting.on,
        starts_at=meeting.starts_at,
        place=meeting.place,
        chair=meeting.chair.name,
        is_held=review.is_held,
        recommendation=row.get_recommendation_display() if row.recommendation else "",
        finished_on=row.finished_on,
        people=in_order(people),
        outcomes=outcomes_said(notes),
        lines=lines_said(notes),
        changes=changes_said(notes),
        differences=differences_said(notes),
        actions=actions_said(actions),
        is_cut=is_cut,
    )


def meeting_row(access: Access, review: AnnualReview) -> ReviewMeeting | None:
    """The meeting that was set up for a review."""
    return _of_review(_meetings(access, review), review)


def _meetings(access: Access, review: AnnualReview) -> QuerySet[ReviewMeeting]:
    rows = ReviewMeeting.objects.filter(school=access.school, review=review)
    return rows.select_related("meeting__pupil__school", "meeting__chair")[:1]


def _of_review(found: Iterable[ReviewMeeting], review: AnnualReview) -> ReviewMeeting | None:
    row = next(iter(found), None)
    if row:
        row.review = review
    return row


def people_asked(access: Access, row: ReviewMeeting) -> tuple[PersonAsked, ...]:
    """Who was invited, those whom the law names first; one statement."""
    return in_order(_invitees(access, row))


def _invitees(access: Access, row: ReviewMeeting) -> QuerySet[ReviewInvitee]:
    of = {"school": access.school, "meeting": row}
    return ReviewInvitee.objects.filter(**of).select_related("guest__ask")
