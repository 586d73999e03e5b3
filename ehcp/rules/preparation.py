"""What has to be ready before the papers of a review go out: days that we set ourselves."""

from datetime import date

from aylsham.dates import weeks_before
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    day,
    last_day,
)

from .annual_review import NOTICE_WEEKS
from .assessment import REFORMS_OF_2014

BOOK = RuleBook(subject=Subject.REVIEW)

#: One week to put the papers together before they go out.
GATHER_WEEKS = NOTICE_WEEKS + 1


@BOOK.rule(
    "annual_review.preparation",
    title="Annual review: what has to be ready before the papers go out",
    citation="SEND Regs 2014 reg 20(4); CFA 2014 s.19",
    effective_from=REFORMS_OF_2014,
    dated_by="meeting",
    facts=(day("meeting", "Day of the review meeting"),),
    outputs=(
        last_day(
            "set_up_by",
            "Set time and place, and who leads the meeting",
            "6 weeks before the meeting, as everybody is asked then",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "child_views_by",
            "Hear what the child thinks",
            "3 weeks before the meeting: a week before the papers go out",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
            citation="CFA 2014 s.19(a)",
        ),
        last_day(
            "advice_in_by",
            "Have everybody’s advice in",
            "3 weeks before the meeting: a week before the papers go out",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
    ),
    note="The law names no day for these: they leave a week to put the papers together.",
)
def preparation(*, meeting: date) -> Values:
    """Six and three weeks before the meeting."""
    return {
        "set_up_by": weeks_before(meeting, 6),
        "child_views_by": weeks_before(meeting, GATHER_WEEKS),
        "advice_in_by": weeks_before(meeting, GATHER_WEEKS),
    }
