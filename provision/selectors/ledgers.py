"""Weeks of what was planned, given and missed: of a child in a provision, and of its group."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from aylsham.calendars import calendars_read
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.statements import Statement, among
from aylsham.together import Reads, at_once, read
from provision.models import EarlierShape, Place, Provision, SessionMark
from provision.rules.delivery import (
    Came,
    Delivery,
    IsOpen,
    Mark,
    Plan,
    Reason,
    Shape,
    Week,
    summed,
    weeks_of,
)
from provision.rules.standing_marks import Said, standing

#: A child's part in a provision: (provision, child).
Part = tuple[UUID, UUID]


class Told(NamedTuple):
    """What one log says of one child."""

    provision: UUID
    pupil: UUID
    session: UUID
    on: dt.date
    is_make_up: bool
    number: int
    seen: int
    came: str
    minutes: int
    reason: str
    measure: str
    word: str

    @property
    def said(self) -> Said:
        """To be compared with what others say."""
        facts = (self.came, self.minutes, self.reason, self.measure, self.word)
        return Said(self.number, self.seen, facts)

    @property
    def mark(self) -> Mark:
        """As the rules count it."""
        reason = Reason(self.reason) if self.reason else None
        return Mark(self.on, Came(self.came), self.minutes, reason, self.is_make_up)


_COLUMNS = (
    "log__session__provision_id", "pupil_id", "log__session_id", "log__session__on",
    "log__session__is_make_up", "log__number", "log__seen", "came", "minutes", "reason",
    "measure", "word",
)  # fmt: skip


@dataclass(frozen=True)
class Marks:
    """What counts of a child's sessions of one provision, by session, and days in dispute."""

    by_session: dict[UUID, Mark] = field(default_factory=dict)
    conflicts: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """A child's part in a provision, week by week until today."""

    plan: Plan
    weeks: tuple[Week, ...]
    conflicts: tuple[dt.date, ...]

    def between(self, first: dt.date, last: dt.date) -> Delivery:
        """The weeks of some days, with the debt that the weeks before left."""
        begins = first - dt.timedelta(days=first.weekday())
        before = [week for week in self.weeks if week.monday < begins]
        return summed([w for w in self.weeks if begins <= w.monday <= last], before)

    def has_any(self, first: dt.date, last: dt.date) -> bool:
        """Whether something was planned, given or owed in these days."""
        found = self.between(first, last)
        return bool(found.planned or found.given or found.owed or found.brought)


@dataclass(frozen=True)
class Books:
    """What the ledgers of some provisions are made from, with the calendar of their school."""

    calendar: SchoolCalendar
    since: dt.date
    today: dt.date
    earlier: dict[UUID, tuple[Shape, ...]]
    marks: dict[Part, Marks]

    def ledger(self, provision: Provision, place: Place) -> Ledger:
        """Of one child."""
        marks = self.marks.get((provision.pk, place.pupil_id), Marks())
        plan = self._plan(provision, place.starts_on, place.ends_on)
        weeks = self._weeks(plan, list(marks.by_session.values()))
        return Ledger(plan, tuple(weeks), marks.conflicts)

    def group_weeks(self, provision: Provision, told: Sequence[Mark]) -> list[Week]:
        """Of the adult who gives it, from one mark for each session."""
        plan = self._plan(provision, provision.starts_on, provision.ends_on)
        return self._weeks(plan, told)

    def _plan(self, provision: Provision, first: dt.date, last: dt.date) -> Plan:
        row, earlier = provision, self.earlier.get(provision.pk, ())
        return Plan(
            row.sessions_a_week,
            row.minutes,
            first,
            last,
            is_in_class=row.is_in_class,
            earlier=earlier,
            weekdays=tuple(row.weekdays),
        )

    def _weeks(self, plan: Plan, marks: Iterable[Mark]) -> list[Week]:
        return weeks_of(plan, marks, self.since, self.today, self._is_open)

    @cached_property
    def _is_open(self) -> IsOpen:
        """Whether the school is open on a day; each day is looked up once."""
        return cache(self.calendar.is_open_day)


def books_of(
    school: School,
    provisions: Iterable[UUID],
    *,
    today: dt.date,
    since: dt.date,
    pupil: UUID | None = None,
) -> Books:
    """Everything logged of these provisions since a day; two statements."""
    books = books_of_schools({school: since}, provisions, today=today, pupil=pupil)
    return books[school.pk]


def books_of_schools(
    since: Mapping[School, dt.date],
    provisions: Iterable[UUID],
    *,
    today: dt.date,
    pupil: UUID | None = None,
) -> dict[UUID, Books]:
    """The same of several schools, each since a day of its own; two statements."""
    ids, schools = list(provisions), list(since)
    calendars, earlier = read(at_once(calendars_read(schools), _earlier(schools, ids)))
    marks = _marks(schools, ids, min(since.values(), default=today), pupil)
    return {
        school.pk: Books(calendars[school.pk], first, today, earlier, marks)
        for school, first in since.items()
    }


def _earlier(schools: list[School], ids: list[UUID]) -> Reads[dict[UUID, tuple[Shape, ...]]]:
    """The shapes of before, by provision."""
    (rows,) = yield [EarlierShape.objects.filter(school__in=schools, provision__in=ids)]
    found: dict[UUID, list[Shape]] = defaultdict(list)
    for row in rows:
        found[row.provision_id].append(Shape(row.sessions_a_week, row.minutes, row.until))
    return {pk: tuple(shapes) for pk, shapes in found.items()}


def _marks(
    schools: list[School], ids: list[UUID], since: dt.date, pupil: UUID | None
) -> dict[Part, Marks]:
    if not ids:
        return {}
    asked = {"schools": [school.pk for school in schools], "ids": ids, "since": since}
    rows = _TOLD_OF_CHILD.rows(**asked, pupil=pupil) if pupil else _TOLD.rows(**asked)
    told: dict[Part, dict[UUID, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        each = Told._make(row)
        told[each.provision, each.pupil][each.session].append(each)
    return {part: _standing(sessions) for part, sessions in told.items()}


def _told(schools: list[UUID], ids: list[UUID], since: dt.date) -> QuerySet:
    rows = SessionMark.objects.filter(
        among("school_id", schools),
        among("log__session__provision_id", ids),
        log__session__on__gte=since,
    )
    return rows.order_by().values_list(*_COLUMNS)


def _told_of_child(pupil: UUID, **asked: Any) -> QuerySet:
    return _told(**asked).filter(pupil=pupil)


_TOLD = Statement(_told, schools=list, ids=list, since=dt.date)
_TOLD_OF_CHILD = Statement(_told_of_child, schools=list, ids=list, since=dt.date, pupil=UUID)


def _standing(sessions: dict[UUID, list[Told]]) -> Marks:
    """The latest log of each session counts, whoever differs from it."""
    counted, conflicts = {}, []
    for session, told in sessions.items():
        latest = max(told, key=lambda each: each.number)
        counted[session] = latest.mark
        if len(told) > 1 and len(standing([each.said for each in told])) > 1:
            conflicts.append(latest.on)
    return Marks(counted, tuple(conflicts))
