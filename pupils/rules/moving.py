"""When the steps of a move are to be done: pure, days as arguments."""

import datetime as dt
from collections.abc import Callable

#: How long a question of the next teacher may wait.
ANSWER_WITHIN = dt.timedelta(weeks=2)
#: From when on, and by when, the next teacher is asked what nobody had told them.
ASK_BACK_FROM, ASK_BACK_AFTER = dt.timedelta(weeks=2), dt.timedelta(weeks=4)
#: How long an answer may wait until the checklist learns from it.
LEARN_WITHIN = dt.timedelta(weeks=6)


def step_due_on(
    moves_on: dt.date, weeks: int, *, today: dt.date, do_by: Callable[[dt.date], dt.date]
) -> dt.date:
    """The day of a step `weeks` from the move, on a school day; today for what is past already."""
    return max(do_by(moves_on + dt.timedelta(weeks=weeks)), today)


def next_september(today: dt.date) -> dt.date:
    """The first of the next September, on which children change classes and schools."""
    return dt.date(today.year + (today.month >= 9), 9, 1)


def ask_back_by(moves_on: dt.date) -> dt.date:
    """The day by which the receiving teacher has been asked what we did not know."""
    return moves_on + ASK_BACK_AFTER


def can_tell(moves_on: dt.date, today: dt.date) -> bool:
    """Whether the receiving teacher has had the child long enough to know."""
    return today >= moves_on + ASK_BACK_FROM


def learn_by(not_known_on: dt.date) -> dt.date:
    """The day by which somebody has decided what the checklist learns from an answer."""
    return not_known_on + LEARN_WITHIN


def answer_by(asked_on: dt.date) -> dt.date:
    """The day by which a question of the next teacher is answered."""
    return asked_on + ANSWER_WITHIN
