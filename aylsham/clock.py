"""What day it is: London's, or the demonstration's.

Rules never call this: `today` is an argument of theirs. Nothing but the demonstration can shift it.
"""

import contextlib
import datetime as dt
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

from django.conf import settings
from django.utils import timezone

DEMO_START = dt.date(2026, 11, 23)
#: The days on which the demonstration may play: its academic year and the two after it.
DEMO_FIRST, DEMO_LAST = dt.date(2026, 9, 1), dt.date(2029, 8, 31)
DEMO_MORNING = dt.time(9)


def _demo_file() -> Path:
    return Path(settings.VAR_DIR) / "demo-date"


_this_day: ContextVar[dt.date | None] = ContextVar("this_day", default=None)


@contextlib.contextmanager
def one_day() -> Iterator[dt.date]:
    """One date for everything inside: a page asks a hundred times, and midnight waits for it."""
    token = _this_day.set(today())
    try:
        yield today()
    finally:
        _this_day.reset(token)


def today() -> dt.date:
    """Today's date in England; in the demonstration the date its banner shows."""
    return _this_day.get() or _read_today()


def _read_today() -> dt.date:
    if settings.DEMO:
        try:
            chosen = dt.date.fromisoformat(_demo_file().read_text().strip())
        except (OSError, ValueError):
            return DEMO_START
        return chosen if DEMO_FIRST <= chosen <= DEMO_LAST else DEMO_START
    return timezone.localdate()


def log_day() -> dt.date:
    """Today's date by the clock that stamps the audit log, which nothing shifts."""
    return timezone.localdate()


def now() -> dt.datetime:
    """The date of `today()` and the time of London's clocks, without a zone.

    In the demonstration the morning is over, so that its reminders are out whenever it is started.
    """
    time = timezone.localtime().time()
    return dt.datetime.combine(today(), max(time, DEMO_MORNING) if settings.DEMO else time)


def moment() -> dt.datetime:
    """This moment, with its zone, for a row that says when something was done."""
    return timezone.make_aware(now())


def shown(at: dt.datetime) -> dt.datetime:
    """When something was done, by the clock that the pages show.

    Some rows (the sealed log, mails, one-time codes) are stamped by the real clock. To the
    demonstration that is often a day that has not come: they were done on the day it shows.
    """
    local = timezone.localtime(at)
    if not settings.DEMO or local <= moment():
        return local
    return timezone.make_aware(dt.datetime.combine(today(), max(local.time(), DEMO_MORNING)))


def set_demo_date(day: dt.date) -> None:
    """Shift the demonstration to another day; RuntimeError anywhere else, ValueError too far off."""
    if not settings.DEMO:
        raise RuntimeError("Only the demonstration can shift the date.")
    if not DEMO_FIRST <= day <= DEMO_LAST:
        raise ValueError("The demonstration has no data for that day.")
    path = _demo_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(day.isoformat())


def academic_year(day: dt.date) -> int:
    """The year in which the academic year of `day` began (1 September to 31 August)."""
    return day.year if day.month >= 9 else day.year - 1
