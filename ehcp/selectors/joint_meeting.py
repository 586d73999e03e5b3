"""What a review's page says of another plan of the child that is due in the same weeks."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.dates import weeks_after
from ehcp.models import AnnualReview, ProposedReview
from pupils.joint_days import JointOffer, offers_to

#: Further from the review than this, nobody would move either meeting for the other.
NEAR = dt.timedelta(weeks=6)


@dataclass(frozen=True)
class JointLine:
    """Another plan, its days, and what would make one meeting of two."""

    words: str
    page: str
    set_page: str
    row_id: UUID | None
    first_on: dt.date
    last_on: dt.date
    due_on: dt.date
    #: Its meeting has a day: the first.
    is_set: bool
    #: One meeting does for both as it stands.
    is_one: bool
    #: The review is on a day that would do for both.
    fits: bool
    #: Whether the asker may set the other meeting to the review's day.
    may_set: bool
    #: Whether the review could still be moved without writing to everybody again.
    may_move: bool


def of_review(access: Access, review: AnnualReview) -> tuple[JointLine, ...]:
    """The other plan nearest to a planned meeting, for whoever may know of it; one statement."""
    if review.is_held or review.plan.ended_on:
        return ()
    may_move = review.invited_on is None
    return _lines(access, review.plan.pupil, review.meeting_on, may_move)


def of_proposal(access: Access, row: ProposedReview) -> tuple[JointLine, ...]:
    """The same for a proposal of the calendar, by its day or else its last one."""
    return _lines(access, row.plan.pupil, row.meeting_on or row.latest_on, True)


def _lines(access: Access, pupil, on: dt.date, may_move: bool) -> tuple[JointLine, ...]:
    found = [offer for offer in offers_to(access, pupil) if offer.days.gap(on) <= NEAR]
    nearest = min(found, key=lambda offer: offer.days.gap(on), default=None)
    return (_line(nearest, on, access.today, may_move),) if nearest else ()


def _line(offer: JointOffer, on: dt.date, today: dt.date, may_move: bool) -> JointLine:
    days, plan = offer.days, offer.plan
    is_one = days.is_set and days.first_on == on
    # The other meeting can follow the review as long as its plan is then in time.
    fits = not is_one and on <= days.due_on and weeks_after(on, 6) >= days.due_on
    return JointLine(
        words=plan.words,
        page=plan.page,
        set_page=plan.set_page,
        row_id=days.row_id,
        first_on=max(days.first_on, today),
        last_on=days.last_on,
        due_on=days.due_on,
        is_set=days.is_set,
        is_one=is_one,
        fits=fits,
        may_set=offer.may_set and fits and days.row_id is not None and on >= today,
        may_move=may_move and not is_one,
    )
