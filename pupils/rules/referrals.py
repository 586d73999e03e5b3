"""The school's own clocks of a referral and of advice: pure, no Django."""

import datetime as dt
from statistics import median

CODE = "ours.referral"
ADVICE_CODE = "ours.advice"
VERSION = "1"
CITATION = "The school's own day (SEND Code of Practice 2015, 6.58-6.62 on specialists)"
#: A draft is sent, or dropped, within a week.
DRAFT_DAYS = 7
#: Asked again so many days after it was sent or chased, until the service has accepted it.
UNANSWERED_DAYS = 14
#: Asked again so many days later while the child waits for an accepted referral.
ACCEPTED_DAYS = 28
#: Whoever decides on advice has so many days from the day it was written down.
ADVICE_DAYS = 21


def next_nudge(state: str, today: dt.date) -> dt.date | None:
    """The day on which the service is asked again; None when nothing is waited for."""
    days = {
        "draft": DRAFT_DAYS,
        "sent": UNANSWERED_DAYS,
        "acknowledged": UNANSWERED_DAYS,
        "accepted": ACCEPTED_DAYS,
    }.get(state)
    return None if days is None else today + dt.timedelta(days=days)


def weeks_waited(sent_on: dt.date | None, ended_on: dt.date | None, today: dt.date) -> int | None:
    """Full weeks from sending to the first appointment, or the end, or today."""
    if sent_on is None:
        return None
    return max(((ended_on or today) - sent_on).days // 7, 0)


def wait_ended_on(
    seen_on: dt.date | None,
    declined_on: dt.date | None,
    closed_on: dt.date | None,
    left_on: dt.date | None = None,
) -> dt.date | None:
    """The day from which the child no longer waits: seen first, turned away, closed, or gone.

    Whoever has left waits elsewhere, by the record there.
    """
    days = (seen_on, declined_on, closed_on, left_on)
    return min((day for day in days if day), default=None)


def left_on(here_until: dt.date | None, today: dt.date) -> dt.date | None:
    """The last day on roll of a child who is gone; None for one who is still here."""
    return here_until if here_until and here_until < today else None


def middle(weeks: list[int]) -> float | None:
    """The median of waits in weeks."""
    return median(weeks) if weeks else None


def may_show_wait(others: int, *, sees_everybody: bool, smallest: int = 5) -> bool:
    """Whether a figure may be shown to somebody who may not see `others` of its children.

    None of them counts as few: a hidden figure must not say that somebody waits.
    """
    return sees_everybody or others >= smallest


def decide_advice_by(added_on: dt.date, live_from: dt.date | None) -> dt.date | None:
    """The day by which a recommendation is decided; None while the school is not live."""
    if live_from is None:
        return None
    return max(added_on, live_from) + dt.timedelta(days=ADVICE_DAYS)
