"""From when to when a review meeting can be held: the law's last day, the papers, the school days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from aylsham.dates import DAY, WORKING_WEEK, days_after, days_before, weeks_after, weeks_before
from aylsham.school_calendar import SchoolCalendar

#: Fifteen days before the meeting: two clear weeks (SEND Regs 2014 reg 20(3)-(4)).
NOTICE_DAYS = 15
#: Weekdays without a session in a row that make a half-term or a holiday.
BREAK_WEEKDAYS = 5
#: How long after its legal day a review is still looked for a day, and from its first day on.
SEARCH_WEEKS, LATE_WEEKS = 26, 8


@dataclass(frozen=True)
class Window:
    """The days between which a meeting is planned."""

    papers_from: date
    earliest: date
    latest: date
    legal_on: date

    @property
    def is_late(self) -> bool:
        """Whether the law can no longer be kept, whatever is done."""
        return self.latest > self.legal_on


def review_window(
    *,
    legal_on: date,
    today: date,
    weeks_ahead: int,
    weeks_to_prepare: int,
    calendar: SchoolCalendar,
    papers_in_term: bool = False,
    not_before: date = date.min,
) -> Window | None:
    """The window up to the legal day; papers in a hurry, and then a late day, where that is over.

    None where the school has given no term dates for the time.
    """
    usual = max(not_before, weeks_before(legal_on, weeks_ahead))
    asked = weeks_after(today, weeks_to_prepare)
    tries = [(asked, True), (today, True)] if papers_in_term else []
    for papers_from, in_term in (*tries, (asked, False), (today, False)):
        earliest = max(usual, days_after(papers_from, NOTICE_DAYS))
        if any(_meeting_days(earliest, legal_on, papers_from, calendar, in_term)):
            return Window(papers_from, earliest, legal_on, legal_on)
    soonest = max(not_before, days_after(today, NOTICE_DAYS))
    until = weeks_after(soonest, SEARCH_WEEKS)
    first = next(_meeting_days(soonest, until, today, calendar, papers_in_term), None)
    if first is None:
        return None
    latest = max(weeks_after(first, LATE_WEEKS), legal_on)
    return Window(today, first, latest, legal_on)


def _meeting_days(
    first: date, last: date, papers_from: date, calendar: SchoolCalendar, in_term: bool
) -> Iterator[date]:
    """School days on which papers can have been out for two clear weeks."""
    day = first
    while day <= last:
        if calendar.is_school_day(day):
            sent = calendar.previous_school_day(days_before(day, NOTICE_DAYS))
            if sent and sent >= papers_from and not (in_term and has_break(sent, day, calendar)):
                yield day
        day += DAY


def has_break(sent: date, meeting: date, calendar: SchoolCalendar) -> bool:
    """Whether a half-term or a holiday lies between two days; INSET days and long weekends do not."""
    closed = 0
    for number in range(1, (meeting - sent).days):
        day = days_after(sent, number)
        if calendar.is_school_day(day):
            closed = 0
        elif day.weekday() in WORKING_WEEK:
            closed += 1
        if closed >= BREAK_WEEKDAYS:
            return True
    return False
