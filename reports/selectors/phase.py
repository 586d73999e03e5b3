"""The phase leader's page: plans and passports in date, support given, who waits for whom."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, F, QuerySet

from aylsham.access.current import Access
from aylsham.asks.reading import read_asks
from aylsham.asks.registry import Ask, Whose
from aylsham.calendars import calendar_of
from aylsham.codes import YEAR_GROUP_ORDER
from aylsham.together import read_rows
from provision.selectors.cycles import CycleLine, CycleList, cycle_list
from pupils.codes import PassportState
from pupils.models import BlindLook, ClassAdult, Passport, Pupil
from pupils.rules.passports import Freshness, freshness
from pupils.selectors.moderation.pages import open_looks
from pupils.selectors.passports.clocks import with_oldest
from reports.selectors.phase_support import Support, phase_support, running_rows, served_by_law
from reports.selectors.who_owes import WhoOwes, owed_of, people_rows, scope_of_school

#: Asks that are answered in the sample of papers.
_SAMPLE = ("sample", "look_again")


class ClassRow(NamedTuple):
    """Children of a year group in a class, in reach, on roll."""

    group_id: UUID | None
    name: str | None
    year: str
    size: int


class PassportRow(NamedTuple):
    """A passport of a child in reach."""

    pupil_id: UUID
    state: str
    published_on: dt.date | None
    oldest_on: dt.date | None


@dataclass(frozen=True)
class ClassLine:
    """A class of the leader's year groups."""

    group_id: UUID | None
    name: str
    size: int
    #: Children with support or a plan, and how their cycles stand.
    registered: int
    plans: int
    plans_late: int
    published: int
    #: Published passports that somebody has still to read.
    unread: int
    support: Support

    @property
    def passports_read(self) -> int:
        return self.published - self.unread


@dataclass(frozen=True)
class PassportCounts:
    """How the passports of the leader's children stand, as the lists of passports have it."""

    to_check: int = 0
    stale: int = 0
    missing: int = 0


@dataclass(frozen=True)
class PhasePage:
    """The page: counts alone, each with the list behind it; no child by name."""

    classes: tuple[ClassLine, ...]
    plans_late: int
    plans_to_check: int
    passports: PassportCounts
    #: Papers of the half-term's sample that wait for a look of this leader.
    sample: int
    support: Support
    since: dt.date
    owed_by_law: int
    who: WhoOwes
    #: What the leader is asked for by name or as a checker.
    asks: int
    asks_late: int
    to_rate: int
    has_class: bool


@dataclass
class _Facts:
    """What the page's statements found."""

    cycles: CycleList
    classes: list[ClassRow]
    passports: list[PassportRow]
    asks: list[Ask]
    group_of: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def registered(self) -> list[CycleLine]:
        return [line for line in self.cycles.lines if line.status]


def phase_page(access: Access) -> PhasePage:
    """Everything of the year groups that the asker leads; seven statements, however many children."""
    school = access.school
    calendar = calendar_of(school)
    cycles = cycle_list(access)
    asks = read_asks(scope_of_school(school, calendar, access.today))
    groups, places, passports, members, own, looks, running, served = read_rows(
        _classes(access),
        _places(access),
        _passports(access),
        people_rows(school, access.today),
        _own_classes(access),
        _looks(access),
        running_rows(access),
        served_by_law(access),
    )
    led = access.by_school[school.pk].year_groups
    mine = [ask for ask in asks if _is_mine(ask, access, led)]
    facts = _Facts(
        cycles, [ClassRow(*r) for r in groups], [PassportRow(*r) for r in passports], asks
    )
    facts.group_of = {pk: name or "" for pk, name in places}
    support = phase_support(access, running, served, facts.group_of)
    return PhasePage(
        classes=_class_lines(facts, support.by_class),
        plans_late=cycles.count("late"),
        plans_to_check=cycles.count("checking"),
        passports=_passport_counts(facts, access),
        sample=sum(ask.kind.code in _SAMPLE for ask in mine),
        support=support.all,
        since=support.since,
        owed_by_law=support.owed_by_law,
        who=owed_of(access, school, calendar, asks, members),
        asks=len({ask.key for ask in mine}),
        asks_late=len({ask.key for ask in mine if ask.due_on < access.today}),
        to_rate=len(looks),
        has_class=bool(own),
    )


def _is_mine(ask: Ask, access: Access, led: frozenset[str]) -> bool:
    """Asked of the leader by name, or as whoever checks these year groups."""
    if ask.whose is Whose.PERSON:
        return ask.person == access.user.pk
    return ask.whose is Whose.LEADER and (not led or ask.year_group in led)


def _in_reach(access: Access) -> QuerySet[Pupil]:
    return Pupil.objects.visible_to(access).filter(school=access.school).on_roll(access.today)


def _classes(access: Access) -> QuerySet:
    rows = _in_reach(access).order_by()
    columns = ("class_group_id", "class_group__name", "year_group")
    return rows.values_list(*columns).annotate(size=Count("pk"))


def _places(access: Access) -> QuerySet:
    """The class of each child."""
    return _in_reach(access).order_by().values_list("pk", "class_group__name")


def _passports(access: Access) -> QuerySet:
    rows = with_oldest(Passport.objects.filter(pupil__in=_in_reach(access)))
    return rows.values_list("pupil_id", "state", "published_on", "oldest_on")


def _own_classes(access: Access) -> QuerySet:
    today = access.today
    rows = ClassAdult.objects.filter(
        school=access.school, user=access.user, starts_on__lte=today
    ).exclude(ends_on__lt=today)
    return rows.values_list("pk", flat=True)


def _looks(access: Access) -> QuerySet[BlindLook]:
    return open_looks(access).annotate(by=F("round__rate_by")).values_list("pk", flat=True)


def _passport_counts(facts: _Facts, access: Access) -> PassportCounts:
    begun = {row.pupil_id for row in facts.passports if row.state != PassportState.DRAFT}
    return PassportCounts(
        to_check=sum(row.state == PassportState.CHECKING for row in facts.passports),
        stale=sum(_is_stale(row, access) for row in facts.passports),
        missing=sum(line.pupil_id not in begun for line in facts.registered),
    )


def _is_stale(row: PassportRow, access: Access) -> bool:
    if row.published_on is None or row.oldest_on is None:
        return False
    return freshness(row.oldest_on, access.school.live_from, access.today) is Freshness.RED


def _class_lines(facts: _Facts, support: Mapping[str, Support]) -> tuple[ClassLine, ...]:
    """Class by class, the youngest first; children without one stand together, last."""
    by_class: dict[str, list[CycleLine]] = defaultdict(list)
    for line in facts.cycles.lines:
        by_class[line.class_name].append(line)
    published = Counter(
        facts.group_of.get(row.pupil_id, "") for row in facts.passports if row.published_on
    )
    unread = _unread(facts)
    found = []
    for name, rows in _by_name(facts.classes):
        lines = by_class[name]
        found.append(
            ClassLine(
                group_id=rows[0].group_id,
                name=name or "No class",
                size=sum(row.size for row in rows),
                registered=sum(bool(line.status) for line in lines),
                plans=sum(line.stands("running") and not line.is_late for line in lines),
                plans_late=sum(line.is_late for line in lines),
                published=published[name],
                unread=unread[name],
                support=support.get(name, Support()),
            )
        )
    return tuple(found)


def _by_name(rows: Iterable[ClassRow]) -> list[tuple[str, list[ClassRow]]]:
    found: dict[str, list[ClassRow]] = defaultdict(list)
    for row in rows:
        found[row.name or ""].append(row)

    def place(item: tuple[str, list[ClassRow]]) -> tuple[bool, int, str]:
        name, same = item
        return not name, min(YEAR_GROUP_ORDER.get(row.year, 99) for row in same), name

    return sorted(found.items(), key=place)


def _unread(facts: _Facts) -> Counter[str]:
    """By class, how many children have a passport that somebody is asked to read."""
    children = {ask.pupil for ask in facts.asks if ask.kind.code == "read_passport" and ask.pupil}
    return Counter(facts.group_of[pk] for pk in children if pk in facts.group_of)
