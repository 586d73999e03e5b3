"""Weeks of what was planned, given and missed: of a child in a provision, and of its group."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, OuterRef, QuerySet

from aylsham.calendars import calendars_read
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.statements import Statement, among
from aylsham.together import Reads, at_once, read
from provision.models import EarlierShape, Place, Provision, SessionLog, SessionMark
from provision.rules.delivery import (
    Came,
    Delivery,
    Mark,
    Plan,
    Reason,
    Shape,
    Week,
    summed,
    weeks_of,
)
from provision.rules.open_weeks import IsOpen
from provision.rules.standing_marks import Said, standing

#: A child's part in a provision: (provision, child).
Part = tuple[UUID, UUID]
#: Which session of a provision: its day, which of the day, whether it makes up for another.
SessionKey = tuple[dt.date, int, bool]


class Told(NamedTuple):
    """Days on which a child's sessions of a provision were told alike, each by one log."""

    provision: UUID
    pupil: UUID
    number: int
    slot: int
    is_make_up: bool
    came: str
    minutes: int
    reason: str
    days: list[dt.date]

    @property
    def marks(self) -> Iterator[tuple[SessionKey, Mark]]:
        """Each session as the rules count it."""
        came, minutes, slot, is_make_up = self.came, self.minutes, self.slot, self.is_make_up
        how, why = Came(came), Reason(self.reason) if self.reason else None
        for on in self.days:
            yield (on, slot, is_make_up), Mark(on, how, minutes, why, is_make_up)


@dataclass(frozen=True)
class Marks:
    """What counts of a child's sessions of one provision, by session."""

    by_session: dict[SessionKey, Mark] = field(default_factory=dict)
    #: How many logs tell of them: more than sessions where somebody told one again.
    logs: int = 0

    @property
    def is_retold(self) -> bool:
        """Whether logs may differ."""
        return self.logs > len(self.by_session)


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
    #: Days on which two logs differ; only where they were asked for.
    conflicts: dict[Part, tuple[dt.date, ...]] = field(default_factory=dict)

    def ledger(self, provision: Provision, place: Place) -> Ledger:
        """Of one child."""
        part = (provision.pk, place.pupil_id)
        plan = self._plan(provision, place.starts_on, place.ends_on)
        told = self.marks[part].by_session.values() if part in self.marks else ()
        return Ledger(plan, tuple(self._weeks(plan, told)), self.conflicts.get(part, ()))

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
    """Everything logged of these provisions since a day, with the days on which logs differ.

    Two statements, and a third where a session was told more than once.
    """
    ids = list(provisions)
    books = books_of_schools({school: since}, ids, today=today, pupil=pupil)[school.pk]
    retold = {part for part, marks in books.marks.items() if marks.is_retold}
    if not retold:
        return books
    return replace(books, conflicts=_conflicts(school, retold, since))


def books_of_schools(
    since: Mapping[School, dt.date],
    provisions: Iterable[UUID],
    *,
    today: dt.date,
    pupil: UUID | None = None,
) -> dict[UUID, Books]:
    """What counts of several schools, each since a day of its own; two statements.

    Whether logs differ is not asked: the latest of each session counts.
    """
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
    """The latest log of each session counts, whoever differs from it."""
    if not ids:
        return {}
    asked = {"schools": [school.pk for school in schools], "ids": ids, "since": since}
    rows = _TOLD_OF_CHILD.rows(**asked, pupil=pupil) if pupil else _TOLD.rows(**asked)
    counted: dict[Part, dict[SessionKey, Mark]] = defaultdict(dict)
    logs: dict[Part, int] = defaultdict(int)
    for told in map(Told._make, rows):  # in the order of their numbers: a later one replaces
        part = (told.provision, told.pupil)
        counted[part].update(told.marks)
        logs[part] += len(told.days)
    return {part: Marks(each, logs[part]) for part, each in counted.items()}


def _logged(schools: list[UUID], ids: list[UUID], since: dt.date) -> QuerySet:
    return SessionMark.objects.filter(
        among("school_id", schools),
        among("log__session__provision_id", ids),
        log__session__on__gte=since,
    ).order_by("log__number")


def _told(**asked: Any) -> QuerySet:
    """A row for all sessions that were told alike: far fewer than marks, and read far sooner."""
    return _logged(**asked).values_list(*_COLUMNS).annotate(days=ArrayAgg("log__session__on"))


def _told_of_child(pupil: UUID, **asked: Any) -> QuerySet:
    return _told(**asked).filter(pupil=pupil)


_COLUMNS = (
    "log__session__provision_id", "pupil_id", "log__number", "log__session__slot",
    "log__session__is_make_up", "came", "minutes", "reason",
)  # fmt: skip
_ASKED = {"schools": list, "ids": list, "since": dt.date}
_TOLD = Statement(_told, **_ASKED)
_TOLD_OF_CHILD = Statement(_told_of_child, **_ASKED, pupil=UUID)


def _conflicts(
    school: School, retold: Iterable[Part], since: dt.date
) -> dict[Part, tuple[dt.date, ...]]:
    """Days on which two logs of a session differ, of parts in which one was told again."""
    parts = set(retold)
    asked = {"schools": [school.pk], "ids": list({pk for pk, _ in parts}), "since": since}
    said: dict[tuple[Part, SessionKey], list[Said]] = defaultdict(list)
    for pk, child, on, slot, made_up, number, seen, *facts in _SAID.rows(
        **asked, pupils=list({child for _, child in parts})
    ):
        said[(pk, child), (on, slot, made_up)].append(Said(number, seen, tuple(facts)))
    found: dict[Part, list[dt.date]] = defaultdict(list)
    for (part, (on, *_)), each in said.items():
        if len(standing(each)) > 1:
            found[part].append(on)
    return {part: tuple(days) for part, days in found.items()}


def _said(pupils: list[UUID], **asked: Any) -> QuerySet:
    """Every log of the sessions that have several."""
    again = SessionLog.objects.filter(
        school_id=OuterRef("school_id"), session_id=OuterRef("log__session_id"), number__gt=1
    )
    rows = _logged(**asked).filter(among("pupil_id", pupils), Exists(again))
    return rows.values_list(*_SAID_COLUMNS)


_SAID_COLUMNS = (
    "log__session__provision_id", "pupil_id", "log__session__on", "log__session__slot",
    "log__session__is_make_up", "log__number", "log__seen", "came", "minutes", "reason",
    "measure", "word",
)  # fmt: skip
_SAID = Statement(_said, **_ASKED, pupils=list)
