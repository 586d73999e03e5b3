"""How soon a thing is due: pure, so that lists, counts, digests and papers agree."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from aylsham.dates import DAY

SUNDAY = 6
FOUR_WEEKS = 28


class Band(IntEnum):
    """When a thing has to be done, seen from today; in the order of a list."""

    OVERDUE = 0
    WEEK = 1
    MONTH = 2
    #: Guidance advises it for about now: never overdue, and never counted with what the law asks.
    ADVISED = 3
    LATER = 4

    @property
    def code(self) -> str:
        """As an address has it."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """As a heading has it."""
        return _LABELS[self]

    @property
    def state(self) -> str:
        """The state whose word, shape and colour go with it."""
        return _STATES[self]


_LABELS = {
    Band.OVERDUE: "Overdue",
    Band.WEEK: "This week",
    Band.MONTH: "Next four weeks",
    Band.ADVISED: "Advised, not required",
    Band.LATER: "Later",
}
_STATES = {
    Band.OVERDUE: "overdue",
    Band.WEEK: "due_soon",
    Band.MONTH: "on_track",
    Band.ADVISED: "advised",
    Band.LATER: "closed",
}


@dataclass(frozen=True)
class Horizon:
    """The days between which the bands change, seen from today."""

    today: date

    @property
    def week_ends(self) -> date:
        """The Sunday of this week."""
        return self.today + (SUNDAY - self.today.weekday()) * DAY

    @property
    def month_ends(self) -> date:
        """Four weeks after that Sunday."""
        return self.week_ends + FOUR_WEEKS * DAY


def band_of(
    *,
    due_on: date,
    do_by: date,
    is_due_soon: bool = False,
    is_advice: bool = False,
    today: date,
) -> Band:
    """Late by the legal day, soon by the day to do it by.

    `is_due_soon`: a rule says that it cannot wait, though its last day may be far off.
    `is_advice`: guidance only, so that no day can be missed.
    """
    horizon = Horizon(today)
    if is_advice:
        return Band.ADVISED if do_by <= horizon.month_ends else Band.LATER
    if due_on < today:
        return Band.OVERDUE
    if is_due_soon or do_by <= horizon.week_ends:
        return Band.WEEK
    return Band.MONTH if do_by <= horizon.month_ends else Band.LATER
