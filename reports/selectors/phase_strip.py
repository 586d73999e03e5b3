"""The countdown to 14 February: how the phase transfers of this year stand."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.dates import academic_year
from aylsham.models import Owes, Standing
from ehcp.rules.phase_transfer import limits
from reports.selectors.due_counts import DueCounts, Tally


@dataclass(frozen=True)
class PhaseStrip:
    """Children who change school next September and whose plan is not amended yet.

    On 1 September the strip goes on to those who change school a year later.
    """

    amended_by: dt.date
    meeting_latest: dt.date
    today: dt.date
    total: int
    not_reviewed: int
    to_confirm: int
    reviewed: int

    @property
    def standings(self) -> list[tuple[str, str]]:
        """How many stand how: state and words."""
        unmet = "overdue" if self.is_meeting_day_past else "due_soon"
        found = [
            (unmet, self.not_reviewed, "not reviewed"),
            ("due_soon", self.to_confirm, "for the council to confirm"),
            ("on_track", self.reviewed, "reviewed since September"),
        ]
        return [(state, f"{number} {words}") for state, number, words in found if number]

    @property
    def days_left(self) -> int:
        """Days to the last compliant day; negative when it has passed."""
        return (self.amended_by - self.today).days

    @property
    def is_meeting_day_past(self) -> bool:
        """Whether a meeting from now on relies on a quick council."""
        return self.today > self.meeting_latest

    @property
    def starts_on(self) -> dt.date:
        """The first day on which a review counts."""
        return dt.date(self.amended_by.year - 1, 9, 1)

    def place_of(self, day: dt.date) -> int:
        """Where a day lies between the start and the end, in thousandths."""
        span = (self.amended_by - self.starts_on).days
        return max(0, min(1000, round((day - self.starts_on).days * 1000 / span)))

    @property
    def today_at(self) -> int:
        """Where today lies."""
        return self.place_of(self.today)

    @property
    def meeting_at(self) -> int:
        """Where the last meeting day lies."""
        return self.place_of(self.meeting_latest)


def phase_strip(access: Access, counts: DueCounts) -> PhaseStrip | None:
    """The strip out of what was counted for the page; None when no child changes school."""
    transfers = [each for each in counts.tallies if each.kind == "phase_transfer"]
    theirs = [each for each in transfers if each.who != Owes.SCHOOL]
    if not theirs:
        return None
    ours = [each for each in transfers if each.who == Owes.SCHOOL]
    amended_by = max(each.latest for each in theirs)
    return PhaseStrip(
        amended_by=amended_by,
        meeting_latest=limits(academic_year(amended_by) + 1).meeting_latest,
        today=access.today,
        total=_number(theirs),
        not_reviewed=_number(each for each in ours if not each.standing),
        to_confirm=_number(each for each in ours if each.standing == Standing.DUE_SOON),
        reviewed=_number(each for each in transfers if each.standing == Standing.ON_TRACK),
    )


def _number(tallies: Iterable[Tally]) -> int:
    return sum(each.number for each in tallies)
