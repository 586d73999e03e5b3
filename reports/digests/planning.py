"""Which parts of a digest are due for whom at this moment: pure, so that a table can test it.

A school day brings the day's list to those who keep the dates and, on the first one of a week, the
week's to teachers. Five school days before a break comes what falls inside it. In the break only
the law is kept, by whoever covers. A part is due until it is noted as sent, so a late run catches
up; what was noted is never due again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from uuid import UUID

from aylsham.dates import DAY, is_working_day
from aylsham.school_calendar import SchoolCalendar

#: So many days in a row without a session are a break; a long weekend is none.
BREAK_DAYS = 7
#: School days before a break on which there is still time to act.
NOTICE = 5


class Rhythm(IntEnum):
    """How often somebody hears of what is due at a school."""

    NEVER = 0
    WEEKLY = 1
    DAILY = 2


@dataclass(frozen=True)
class Post:
    """A person at a school: how often, from which hour, and whether they cover its holidays."""

    person: UUID
    federation: UUID
    school: UUID
    rhythm: Rhythm
    hour: int = 7
    covers: bool = False


@dataclass(frozen=True, order=True)
class Part:
    """A part of a digest: about one school, for one day, week or break."""

    person: UUID
    federation: UUID
    school: UUID
    kind: str  # a code of PartKind
    for_on: date
    #: The last day that it speaks of.
    until: date

    @property
    def key(self) -> tuple[UUID, UUID, str, date]:
        """What makes it the same part."""
        return self.person, self.school, self.kind, self.for_on


@dataclass(frozen=True)
class Break:
    """A stretch without sessions, first and last day."""

    starts_on: date
    ends_on: date


def parts_due(
    now: datetime,
    posts: Iterable[Post],
    calendars: Mapping[UUID, SchoolCalendar],
    sent: Collection[tuple[UUID, UUID, str, date]] = (),
) -> list[Part]:
    """Every part that is due now and was not sent, in the order of persons."""
    due = (
        part
        for post in posts
        if now.hour >= post.hour
        for part in _parts(now.date(), post, calendars[post.school])
    )
    return sorted({part for part in due if part.key not in sent})


def is_open(calendar: SchoolCalendar, day: date) -> bool:
    """Whether a digest can go out: a school day, or a working day where no terms are known."""
    return calendar.is_school_day(day) if calendar.covers(day) else is_working_day(day)


def break_on(calendar: SchoolCalendar, day: date) -> Break | None:
    """The break that a day lies in."""
    return next((b for b in _breaks(calendar) if b.starts_on <= day <= b.ends_on), None)


def break_ahead(calendar: SchoolCalendar, day: date) -> Break | None:
    """The break that begins within the next five school days, this one counted."""
    ahead = min(
        (b for b in _breaks(calendar) if b.starts_on > day), key=lambda b: b.starts_on, default=None
    )
    if ahead is None:
        return None
    left = sum(calendar.is_school_day(day + n * DAY) for n in range((ahead.starts_on - day).days))
    return ahead if 0 < left <= NOTICE else None


def _parts(day: date, post: Post, calendar: SchoolCalendar) -> Iterator[Part]:
    def part(kind: str, for_on: date, until: date) -> Part:
        return Part(post.person, post.federation, post.school, kind, for_on, until)

    inside = break_on(calendar, day)
    if is_open(calendar, day):
        monday = day - day.weekday() * DAY
        if post.rhythm == Rhythm.DAILY:
            yield part("day", day, monday + 6 * DAY)
        if post.rhythm == Rhythm.WEEKLY:
            yield part("week", monday, monday + 6 * DAY)
        if post.rhythm and (ahead := break_ahead(calendar, day)):
            yield part("break", ahead.starts_on, ahead.ends_on)
    elif inside and is_working_day(day):
        if post.rhythm:  # only if the days before it were missed
            yield part("break", inside.starts_on, inside.ends_on)
        if post.covers:
            yield part("holiday", day, inside.ends_on)


def _breaks(calendar: SchoolCalendar) -> Iterator[Break]:
    for closure in calendar.closures(at_least=BREAK_DAYS):
        yield Break(closure.first_day_closed, closure.reopens - DAY)
    if calendar.known is None:
        return
    # After the last known term nobody knows when the school reopens: to the end of what is known.
    end = calendar.known[1]
    last = calendar.previous_school_day(end)
    if last and (end - last).days >= BREAK_DAYS:
        yield Break(last + DAY, end)
