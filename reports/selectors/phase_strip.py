"""The countdown to 14 February: how the phase transfers of this year stand."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from aylsham.access.current import Access
from aylsham.dates import academic_year
from aylsham.models import Owes, Standing
from ehcp.rules.phase_transfer import limits
from reports.selectors.due import DueFilter, due_rows


@dataclass(frozen=True)
class PhaseStrip:
    """Children who change school next September and whose plan is not amended yet."""

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


def phase_strip(access: Access, school: str = "") -> PhaseStrip | None:
    """The strip for the schools of the page; None when no child changes school. One statement."""
    rows = due_rows(access, DueFilter(school=school, kind="phase_transfer")).order_by()
    ours = Q(owed_by=Owes.SCHOOL)
    found = rows.aggregate(
        total=Count("pk", filter=~ours),
        amended_by=Max("due_on", filter=~ours),
        not_reviewed=Count("pk", filter=ours & Q(standing="")),
        to_confirm=Count("pk", filter=ours & Q(standing=Standing.DUE_SOON)),
        reviewed=Count("pk", filter=Q(standing=Standing.ON_TRACK)),
    )
    if not found["total"]:
        return None
    days = limits(academic_year(found["amended_by"]) + 1)
    return PhaseStrip(
        amended_by=days.amended_by,
        meeting_latest=days.meeting_latest,
        today=access.today,
        total=found["total"],
        not_reviewed=found["not_reviewed"],
        to_confirm=found["to_confirm"],
        reviewed=found["reviewed"],
    )
