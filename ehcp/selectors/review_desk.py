"""The page of one review: its tasks, the people, and what follows the meeting."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of
from aylsham.dates import days_before
from ehcp.models import (
    AnnualReview,
    ProposedReview,
    ReviewCalendar,
    ReviewInvitee,
    ReviewMeeting,
)
from ehcp.review_codes import LawRole, Route
from ehcp.selectors.review_people import Missing, missing_among
from ehcp.selectors.review_prepared import Prepared, prepared_of, received_on
from ehcp.selectors.review_tasks import TaskLine, task_lines
from pupils.meeting_codes import MeetingState, Reply

#: Minutes of a review meeting, where the school has said nothing else.
USUAL_LENGTH = 60


@dataclass(frozen=True)
class PersonLine:
    """An invited person on the desk; never an address."""

    id: UUID
    name: str
    title: str
    role: LawRole
    route: Route
    invited_on: dt.date | None
    reply: str
    note: str
    came: bool | None
    sends_report: bool
    advice_asked_on: dt.date | None
    advice_received_on: dt.date | None
    #: The request behind their link, if they were asked by one.
    ask_id: UUID | None
    is_chair: bool
    is_colleague: bool
    is_mailed: bool
    #: Invited less than two weeks before the meeting.
    is_short: bool

    @property
    def answer(self) -> tuple[str, str]:
        """A state of the page, and its words."""
        if self.came:
            return "on_track", "Came"
        if self.came is False:
            if self.advice_received_on and not self.is_colleague:
                return "closed", "Sent a report instead"
            return "closed", "Apologies" if self.has_apologised else "Was not there"
        if self.sends_report:
            return "closed", "Report instead"
        if self.reply == Reply.COMING:
            return "on_track", "Coming"
        if self.has_apologised:
            return "closed", "Apologies" if self.reply == Reply.APOLOGIES else "Not at that time"
        if self.invited_on is None:
            return "due_soon", "Tell them the day"
        return "waiting", "No answer yet"

    @property
    def has_apologised(self) -> bool:
        """Whether they said that they do not come."""
        return self.reply in (Reply.APOLOGIES, Reply.CANNOT)


@dataclass(frozen=True)
class Desk:
    """Everything on the page of a review."""

    review: AnnualReview
    row: ReviewMeeting | None
    tasks: tuple[TaskLine, ...]
    people: tuple[PersonLine, ...]
    missing: tuple[Missing, ...]
    may_edit: bool
    #: The last day for invitations and papers by law, and a day earlier to be safe.
    papers_by: dt.date
    safe_by: dt.date
    prepared: Prepared

    @property
    def next_task(self) -> TaskLine | None:
        """What the school does next."""
        return next(
            (t for t in self.tasks if t.is_ours and not t.is_done and t.state != "closed"), None
        )

    @property
    def by_letter(self) -> tuple[PersonLine, ...]:
        """Who is invited by letter alone."""
        return tuple(p for p in self.people if p.route == Route.LETTER and not p.is_mailed)

    @property
    def letters_to_go(self) -> int:
        """To how many of them no letter has gone."""
        return sum(p.invited_on is None for p in self.by_letter)

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(task.is_done for task in self.tasks)

    @property
    def misses_parent(self) -> bool:
        """Whether no parent, or not every parent, was told."""
        return any(each.role == LawRole.PARENT for each in self.missing)

    @property
    def is_to_hold(self) -> bool:
        """Whether nobody has said yet who came."""
        return self.row is not None and self.row.meeting.state == MeetingState.PLANNED


def review_desk(access: Access, review: AnnualReview) -> Desk:
    """The desk of a review that the asker may see; three statements."""
    prepared = prepared_of([review])[review.pk]
    row = prepared.meeting
    if row:
        row.review = review
    calendar = calendar_of(access.school)
    is_open = row is not None and not review.is_held
    return Desk(
        review=review,
        row=row,
        tasks=tuple(task_lines(review, prepared, calendar, access.today)),
        people=_people(review, prepared),
        missing=tuple(missing_among(row, prepared.invitees, access.today))
        if is_open and row
        else (),
        may_edit=access.can(Permission.EDIT_PLANS) and review.plan.ended_on is None,
        papers_by=days_before(review.meeting_on, 14),
        safe_by=days_before(review.meeting_on, 15),
        prepared=prepared,
    )


def proposed_time(review: AnnualReview) -> tuple[dt.time | None, int]:
    """When the review calendar proposes the meeting on its day, and how many minutes it takes."""
    own = {"school_id": review.school_id}
    row = ProposedReview.objects.filter(
        **own, plan=review.plan_id, meeting_on=review.meeting_on
    ).first()
    calendar = ReviewCalendar.objects.filter(**own).first()
    return row.starts_at if row else None, calendar.minutes if calendar else USUAL_LENGTH


def _people(review: AnnualReview, prepared: Prepared) -> tuple[PersonLine, ...]:
    order = list(LawRole)
    chair = prepared.meeting.meeting.chair_id if prepared.meeting else None
    lines = [_person(each, review, chair) for each in prepared.invitees]
    return tuple(sorted(lines, key=lambda line: order.index(line.role)))


def _person(row: ReviewInvitee, review: AnnualReview, chair: UUID | None) -> PersonLine:
    guest = row.guest
    return PersonLine(
        id=row.pk,
        name=guest.name,
        title=guest.role,
        role=LawRole(row.role),
        route=Route(row.route),
        invited_on=row.invited_on,
        reply=guest.reply,
        note=guest.note,
        came=guest.came,
        sends_report=row.sends_report,
        advice_asked_on=row.advice_asked_on,
        advice_received_on=received_on(row),
        ask_id=guest.ask_id,
        is_chair=guest.user_id is not None and guest.user_id == chair,
        is_colleague=guest.user_id is not None,
        is_mailed=bool(guest.email),
        is_short=row.invited_on is not None and row.invited_on > days_before(review.meeting_on, 14),
    )
