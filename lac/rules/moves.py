"""Whether what helps a child in care was passed on in time when the child moved; pure.

A move is a new home, or the last day at the school. Source: designated teacher guidance (DfE,
2018): information goes with the child without delay; the days are those of the new PEP
(`lac.new_pep_after_move`), since the plan is what is passed on.
"""

import datetime as dt
from collections.abc import Iterable

from lac.rules.clocks import new_pep_after_move

#: So long before a move, what was passed on was passed on for it.
BEFORE = dt.timedelta(weeks=6)


def pass_on_by(moved: dt.date) -> dt.date:
    """The last day on which it is in time: ten working days after the move."""
    by = new_pep_after_move(moved=moved)["new_pep_by"]
    assert isinstance(by, dt.date)
    return by


def was_passed_on(moved: dt.date, told: Iterable[dt.date]) -> bool:
    """Whether something was passed on for a move, and in time."""
    return any(moved - BEFORE <= day <= pass_on_by(moved) for day in told)


def passed_on_in_time(
    moves: Iterable[dt.date],
    told: Iterable[dt.date],
    files: Iterable[tuple[dt.date, dt.date | None]],
    *,
    today: dt.date,
) -> bool | None:
    """Whether every move was told of in time, and every safeguarding file went by its last day.

    `files`: last day and the day it was sent. None where nothing was to be passed on yet: a day
    that has not run out counts only once the thing is done.
    """
    days = list(told)
    answers = [(was_passed_on(moved, days), pass_on_by(moved)) for moved in moves]
    answers += [(sent is not None and sent <= last, last) for last, sent in files]
    judged = [is_good for is_good, last in answers if is_good or last < today]
    return all(judged) if judged else None
