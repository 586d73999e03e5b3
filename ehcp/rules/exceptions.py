"""Whether an exception that a council claims holds on the dates (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aylsham.dates import days_before
from aylsham.school_calendar import Closure

from .assessment import CLOSURE_DAYS

#: Said where the dates allow the exception.
_IF = (
    "It excuses the council only if it made the limit impractical. It adds no weeks: the duty is "
    "then as soon as practicable."
)
_CITED = "SEND Regs 2014 regs 5(4), 10(4), 13(3)"


@dataclass(frozen=True)
class Verdict:
    """What the dates say of a claim: it holds, it does not, or dates cannot tell (None)."""

    holds: bool | None
    why: str
    citation: str = _CITED
    window: tuple[date, date] | None = None

    @property
    def words(self) -> str:
        """The verdict in a few words."""
        return {True: "Can hold", False: "Does not hold", None: "Dates cannot tell"}[self.holds]


def closure_verdict(
    asked_on: date | None, closures: Iterable[Closure], *, open_in_holidays: bool = False
) -> Verdict:
    """Whether advice was asked for in the window around a closure of four weeks or more."""
    if open_in_holidays:
        return Verdict(False, "The setting stays open in the holidays: nothing was closed.")
    if asked_on is None:
        return Verdict(None, "Record the day on which the council asked for advice.")
    # Where two lie equally near, the longer: a half-term must not hide the summer.
    known = sorted(closures, key=lambda each: (_distance(asked_on, each), -each.days))
    near = next((each for each in known if each.days >= CLOSURE_DAYS), None)
    if near and (near is known[0] or _distance(asked_on, near) == 0):
        return _in_window(asked_on, near)
    return _too_short(known[0] if known else None)


def absence_verdict(away_from: date | None, back_on: date | None) -> Verdict:
    """Whether child or parent were away for four weeks in a row."""
    if away_from is None or back_on is None:
        return Verdict(None, "Ask the council from when until when they were away.")
    days = (back_on - away_from).days
    said = f"Away from {_words(away_from)} until {_words(back_on)}: {days} days"
    if days < CLOSURE_DAYS:
        return Verdict(False, f"{said}, and four weeks are {CLOSURE_DAYS}.")
    return Verdict(True, f"{said}, so four weeks or more. {_IF}")


def circumstances_verdict() -> Verdict:
    """Personal circumstances: no date decides it."""
    return Verdict(
        None,
        "Ask the council which circumstances, and how they made the limit impractical. Busy staff "
        "are none: they must be the child’s or the parent’s.",
    )


def _in_window(asked_on: date, near: Closure) -> Verdict:
    window = (days_before(near.first_day_closed, 7), days_before(near.reopens, 7))
    closed = (
        f"{_closed(near)}: the exception covers advice asked for from {_words(window[0])} to "
        f"{_words(window[1])}. The council asked on {_words(asked_on)}"
    )
    if window[0] <= asked_on <= window[1]:
        return Verdict(True, f"{closed}. {_IF}", window=window)
    side = "before" if asked_on < window[0] else "after"
    return Verdict(False, f"{closed}, {side} that.", window=window)


def _too_short(near: Closure | None) -> Verdict:
    if near is None:
        return Verdict(
            None, "The school’s calendar names no closure near that day. Put in its terms first."
        )
    return Verdict(False, f"{_closed(near)}: four weeks are {CLOSURE_DAYS} days.")


def _closed(near: Closure) -> str:
    return (
        f"Closed {near.days} days, from {_words(near.first_day_closed)} until "
        f"{_words(near.reopens)}"
    )


def _distance(asked_on: date, each: Closure) -> int:
    """Days from a day to the window around a closure; none inside it."""
    first, last = days_before(each.first_day_closed, 7), days_before(each.reopens, 7)
    return max(0, (first - asked_on).days, (asked_on - last).days)


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
