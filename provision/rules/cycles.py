"""The clocks of cycles: pure, no Django."""

from dataclasses import dataclass
from datetime import date, timedelta

from aylsham.school_calendar import SchoolCalendar

CODE, VERSION = "ours.cycle", "1"
CITATION = "SEND Code of Practice 2015, 6.53 to 6.56 and 6.65"
CHECK_CODE, CHECK_CITATION = "ours.cycle_check", "Agreed by us"
#: A checker has two weeks, so that nobody teaches by an unchecked plan for half a term.
CHECK_WITHIN = timedelta(days=14)
HALF_TERM, TERM, WEEKS = "half_term", "term", "weeks"
#: A break of so many days ends a half-term.
BREAK_DAYS = 7


@dataclass(frozen=True)
class Length:
    """For how long cycles last at a school."""

    span: str = TERM
    #: Only where the span is so many weeks.
    weeks: int | None = None

    @property
    def before_end(self) -> timedelta:
        """How long before the end of the term, or half-term, a cycle is reviewed."""
        return timedelta(weeks=1 if self.span == HALF_TERM else 2)

    @property
    def at_least(self) -> timedelta:
        """The shortest time from the beginning to the review."""
        return timedelta(weeks=3 if self.span == HALF_TERM else 6)

    @property
    def words(self) -> str:
        """`a half-term: reviewed a week before it ends`."""
        if self.weeks:
            return f"{self.weeks} weeks"
        if self.span == HALF_TERM:
            return "a half-term: reviewed a week before it ends"
        return "a term: reviewed two weeks before it ends"


A_TERM = Length()


def check_by(sent_on: date) -> date:
    """The last day for checking a cycle that was sent."""
    return sent_on + CHECK_WITHIN


def usual_review(starts_on: date, ends: list[date], length: Length = A_TERM) -> date:
    """When a cycle that begins on a day is usually reviewed, by how long cycles last at a school.

    `ends` are last days of terms, or of half-terms where that is the length: some days before the
    first that leaves time enough, twelve or six weeks on when none is known; or after so many
    weeks.
    """
    if length.weeks:
        return starts_on + timedelta(weeks=length.weeks)
    for ends_on in sorted(ends):
        review_on = ends_on - length.before_end
        if review_on - starts_on >= length.at_least:
            return review_on
    return starts_on + 2 * length.at_least


def ends_of(calendar: SchoolCalendar, length: Length) -> list[date]:
    """Last days of the terms of a calendar, of its half-terms too where cycles last so long."""
    ends = [last for _, last in calendar.terms]
    if length.span == HALF_TERM:
        breaks = calendar.closures(at_least=BREAK_DAYS)
        ends += [closure.first_day_closed - timedelta(days=1) for closure in breaks]
    return sorted(set(ends))
