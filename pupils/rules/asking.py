"""The clocks of a request for views or advice: pure, no Django."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aylsham.dates import DAY

#: A link works so many days after the day on which the answer is due.
STAYS_OPEN_DAYS = 14
#: School days before (negative) and after the due day on which somebody is reminded.
REMINDED = (-5, 0, 5)
#: A one-time code.
CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=15)
CODE_WAIT = timedelta(seconds=60)
MOST_CODES = 10
#: The same e-mail to the same address within this time is one press of a button sent twice.
SAME_PRESS = timedelta(seconds=60)
MOST_WRONG_CODES = 5
#: Files with one answer: how many, how large all together, how many tries, how many a minute.
MOST_FILES, MOST_FILE_BYTES, MOST_FILES_TRIED, FILES_A_MINUTE = 10, 50_000_000, 40, 10
#: No more papers are fetched by one link within ten minutes: nobody reads faster.
MOST_FETCHED, FETCHED_WITHIN = 30, timedelta(minutes=10)
#: How long a browser that gave the right code may write.
OPEN_FOR = timedelta(hours=2)

#: What a professional calls themselves → the type of their report.
_REPORTS = {
    "ep": r"psycholog",
    "slt": r"speech|language",
    "ot": r"occupational|physio",
    "mental": r"mental|camhs|psychiatr|counsel",
    "medical": r"p(a)?ediatric|doctor|\bgp\b|nurse|consultant|health visitor",
    "sensory": r"hearing|vision|deaf|visual",
    "social": r"social|early help|family support",
    "teacher": r"teacher",
}

SchoolDay = Callable[[date], bool]


def expires_on(due_on: date) -> date:
    """The last day on which the link works."""
    return due_on + STAYS_OPEN_DAYS * DAY


def reminder_days(asked_on: date, due_on: date, is_school_day: SchoolDay) -> list[date]:
    """The school days on which somebody who has not answered is reminded, in order.

    Not in the first three days after asking, nor after the link has ended.
    """
    days = (_school_day_at(due_on, count, is_school_day) for count in REMINDED)
    return sorted({d for d in days if d and asked_on + 2 * DAY < d <= expires_on(due_on)})


def is_reminder_due(
    today: date, asked_on: date, due_on: date, last_on: date | None, is_school_day: SchoolDay
) -> bool:
    """Whether a reminder is due today: a day of the list has come, and none went out since."""
    if not is_school_day(today) or today > expires_on(due_on):
        return False
    passed = [day for day in reminder_days(asked_on, due_on, is_school_day) if day <= today]
    return bool(passed) and (last_on is None or last_on < passed[-1])


def may_send_code(now: datetime, last_at: datetime | None, sent: int) -> bool:
    """Whether another code may be sent: one a minute, ten in all."""
    return sent < MOST_CODES and (last_at is None or now - last_at >= CODE_WAIT)


def may_fetch(now: datetime, fetched_at: Iterable[datetime]) -> bool:
    """Whether one more paper may be fetched by the same link."""
    return sum(now - at < FETCHED_WITHIN for at in fetched_at) < MOST_FETCHED


@dataclass(frozen=True)
class CodeState:
    """How it stands with the numbers in somebody's e-mail."""

    #: How long the newest still work; 0 when they are used, too old, or never were sent.
    minutes_left: int
    #: Seconds until others may be asked for.
    wait: int
    #: Whether others may be asked for at all, now or soon.
    has_more: bool


def code_state(now: datetime, last_at: datetime | None, sent: int, *, is_unused: bool) -> CodeState:
    """How it stands with the last code that was sent, if one was."""
    passed = now - last_at if last_at else CODE_LASTS
    left = max(CODE_LASTS - passed, timedelta()) if is_unused else timedelta()
    wait = max(CODE_WAIT - passed, timedelta())
    return CodeState(_up(left, 60), _up(wait, 1), sent < MOST_CODES)


def _up(time: timedelta, seconds: int) -> int:
    return -(-time // timedelta(seconds=seconds))


def document_kind(kind: str, role: str) -> str:
    """The type of document that an answer's file is, by who was asked for what."""
    if kind in ("parent_views", "pupil_views"):
        return "parents" if kind == "parent_views" else "child"
    found = (code for code, words in _REPORTS.items() if re.search(words, role, re.I))
    return next(found, "other")


def _school_day_at(day: date, count: int, is_school_day: SchoolDay) -> date | None:
    """The school day `count` school days from a day; for 0 the day itself or the one before."""
    step = DAY if count > 0 else -DAY
    left = abs(count)
    for _ in range(60):
        if left == 0 and is_school_day(day):
            return day
        day += step if left or count else -DAY
        if left and is_school_day(day):
            left -= 1
    return None
