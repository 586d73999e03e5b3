"""The school's own clocks of a concern: two weeks to decide, one to answer, two reviews."""

import datetime as dt

CODE = "ours.concern"
VERSION = "1"
CITATION = "The school's own day (SEND Code of Practice 2015, 6.14-6.20 on acting early)"
TWO_WEEKS = dt.timedelta(days=14)
ONE_WEEK = dt.timedelta(days=7)
#: Monitoring ends after so many reviews, unless somebody begins it again with a reason.
MOST_REVIEWS = 2
#: What somebody began to write is offered to them again for so long after the last word.
DRAFT_DAYS = dt.timedelta(days=14)


def answer_by(asked_on: dt.date) -> dt.date:
    """The day by which a colleague answers: one week."""
    return asked_on + ONE_WEEK


def decide_by(raised_on: dt.date, live_from: dt.date | None) -> dt.date | None:
    """The day by which the SENDCo decides: two weeks, counted at the earliest from going live.

    None for a school that is not live: its own clocks have not started.
    """
    return max(raised_on, live_from) + TWO_WEEKS if live_from else None


def draft_until(saved_on: dt.date) -> dt.date:
    """The last day on which a concern that was begun can be gone on with."""
    return saved_on + DRAFT_DAYS


def is_last_review(reviews_before: int) -> bool:
    """Whether the review after so many others is the one with which monitoring runs out."""
    return reviews_before + 1 >= MOST_REVIEWS
