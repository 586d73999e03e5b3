"""The clocks of cycles: pure, no Django."""

from datetime import date, timedelta

CODE, VERSION = "ours.cycle", "1"
CITATION = "SEND Code of Practice 2015, 6.53 to 6.56 and 6.65"
CHECK_CODE, CHECK_CITATION = "ours.cycle_check", "Agreed by us"
#: A checker has two weeks, so that nobody teaches by an unchecked plan for half a term.
CHECK_WITHIN = timedelta(days=14)


def check_by(sent_on: date) -> date:
    """The last day for checking a cycle that was sent."""
    return sent_on + CHECK_WITHIN


def usual_review(starts_on: date, term_ends: list[date]) -> date:
    """When a cycle that begins on a day is usually reviewed: two weeks before a term ends.

    The first end of term that leaves at least six weeks; twelve weeks on when no term is known.
    """
    for ends_on in sorted(term_ends):
        review_on = ends_on - timedelta(days=14)
        if review_on - starts_on >= timedelta(weeks=6):
            return review_on
    return starts_on + timedelta(weeks=12)
