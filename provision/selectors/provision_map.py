"""The provision map: children down, provision across, tiers lettered, hours and costs beside."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import read_as
from aylsham.codes import YEAR_GROUP_ORDER
from aylsham.statements import Statement, among, columns_of, made_from
from provision.models import Place, Provision
from provision.provision_codes import StaffRole
from provision.rules.costs import parts_of
from provision.selectors.of_year import counted, counted_elsewhere, is_draft
from provision.selectors.provisions import in_reach, school_year
from provision.selectors.rates import cost_of_provision, rate_book
from pupils.codes import Tier
from pupils.models import ClassGroup, Pupil
from pupils.models.roll import tell_apart
from pupils.words import year_words

MINUTES_AN_HOUR = 60


@dataclass(frozen=True)
class MapColumn:
    """One provision: a column with its number, for which a key says more."""

    number: int
    provision: Provision
    children: int
    pence: int | None
    #: The school year in which its cost counts, where that is another: `2025/26`.
    counted_in: str = ""

    @property
    def tier_words(self) -> str:
        """Universal, targeted, enhanced."""
        return Tier(self.provision.tier).label

    @property
    def shape(self) -> str:
        """`3 × 30 min, 10 weeks`."""
        row = self.provision
        return f"{row.sessions_a_week} × {row.minutes} min, {row.weeks} weeks"

    @property
    def given_by(self) -> str:
        """The role that gives it."""
        return StaffRole(self.provision.staff_role).label


@dataclass(frozen=True)
class MapCell:
    """What a child has of one provision: the tier's letter, or nothing."""

    letter: str
    is_draft: bool

    @property
    def words(self) -> str:
        """For those who hear it."""
        return f"{Tier(self.letter).label}{', draft' if self.is_draft else ''}"


@dataclass(frozen=True)
class MapLine:
    """One child: a cell for each column, minutes of a week with all of it, planned pence."""

    pupil: Pupil
    cells: tuple[MapCell | None, ...]
    minutes_now: int
    pence: int | None

    @property
    def hours_words(self) -> str:
        """`2 h 30`; empty for nothing this week."""
        hours, minutes = divmod(self.minutes_now, MINUTES_AN_HOUR)
        return f"{hours} h {minutes:02d}" if self.minutes_now else ""


@dataclass(frozen=True)
class MapPlaces:
    """Classes and year groups that the asker can choose."""

    classes: tuple[ClassGroup, ...]
    years: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ProvisionMap:
    """The map of a class, a year group or the school."""

    columns: tuple[MapColumn, ...]
    lines: tuple[MapLine, ...]
    #: Children of the place with nothing on the map.
    others: int
    place: str
    shows_costs: bool
    total: int | None
    #: Planned pence of what nobody has begun; part of `total`.
    drafts: int
    #: What the asker can choose to see instead.
    places: MapPlaces
    #: Confidential provision of these children: shown on screen, left out of what goes out.
    confidential: int

    @property
    def pupil_ids(self) -> list[UUID]:
        return [line.pupil.pk for line in self.lines]


def provision_map(
    access: Access, year: int, *, group: str = "", year_group: str = "", goes_out: bool = False
) -> ProvisionMap:
    """What is given in a school year to the children in reach, of one class or year group, or all.

    `goes_out` leaves out what is confidential. Six statements.
    """
    first, last = school_year(year)
    rows = [made_from(Provision, each) for each in read_as(_given, access, first=first, last=last)]
    groups = _groups(access)
    here = [x for x in groups if x.is_asked(group, year_group)]
    places: dict[UUID, list[MapPlace]] = defaultdict(list)
    for place in _PLACES.rows(school=access.school.pk, ids=[row.pk for row in rows]):
        places[place[0]].append(MapPlace(*place))
    had = {place.pupil_id for found in places.values() for place in found}
    pupils = _children(access, had, here)
    by_id = {pupil.pk: pupil for pupil in pupils}
    of_these = [row for row in rows if any(p.pupil_id in by_id for p in places[row.pk])]
    shown = [row for row in of_these if not (goes_out and row.is_confidential)]
    pence = _pence(access, counted(shown, year), places, set(by_id))
    lines = _lines(access, shown, places, pupils, pence)
    return ProvisionMap(
        columns=_columns(shown, places, by_id, pence, year),
        lines=tuple(lines),
        others=sum(each.children for each in here) - len(pupils),
        place=_place_words(here, group, year_group),
        shows_costs=pence is not None,
        total=sum(pence.values()) if pence is not None else None,
        drafts=_of_drafts(shown, pence or {}),
        places=_map_places(groups),
        confidential=sum(row.is_confidential for row in of_these),
    )


@dataclass(frozen=True)
class Group:
    """The children in reach of one class and year group: how many there are."""

    class_group: ClassGroup | None
    year_group: str
    children: int

    def is_asked(self, group: str, year_group: str) -> bool:
        """Whether they belong to the class and the year group asked for; empty: to any."""
        key = str(self.class_group.pk) if self.class_group else ""
        return group in ("", key) and year_group in ("", self.year_group)


def _groups(access: Access) -> list[Group]:
    return [
        Group(made_from(ClassGroup, each, "class_group__"), each["year_group"], each["children"])
        for each in read_as(_counted, access)
    ]


def _counted(access: Access) -> QuerySet:
    columns = columns_of(ClassGroup, "class_group__")
    counted = _roll(access).values(*columns, "year_group").annotate(children=Count("pk"))
    return counted.order_by("class_group__name", "year_group")


def _map_places(groups: list[Group]) -> MapPlaces:
    """The classes and year groups of the children in reach."""
    classes = {each.class_group.pk: each.class_group for each in groups if each.class_group}
    years = {each.year_group for each in groups}
    ordered = sorted(years, key=lambda code: YEAR_GROUP_ORDER.get(code, 99))
    return MapPlaces(
        tuple(sorted(classes.values(), key=lambda each: (each.year_groups, each.name))),
        tuple((code, year_words(code)) for code in ordered),
    )


def _roll(access: Access) -> QuerySet:
    return Pupil.objects.visible_to(access).filter(school=access.school).on_roll(access.today)


def _given(access: Access, first: dt.date, last: dt.date) -> QuerySet:
    rows = in_reach(access).between(first, last).order_by("tier", "name", "starts_on", "pk")
    return rows.values(*columns_of(Provision))


class MapPlace(NamedTuple):
    """A child's part in a provision."""

    provision_id: UUID
    pupil_id: UUID
    starts_on: dt.date
    ends_on: dt.date


def _places(school: UUID, ids: list[UUID]) -> QuerySet:
    rows = Place.objects.filter(among("provision_id", ids), school=school)
    return rows.values_list(*MapPlace._fields)


_PLACES = Statement(_places, school=UUID, ids=list)


def _supported(access: Access, ids: list[UUID]) -> QuerySet:
    return _roll(access).filter(among("id", ids)).in_register_order().values(*columns_of(Pupil))


def _children(access: Access, had: set[UUID], here: list[Group]) -> list[Pupil]:
    """Those of these groups who have something, as a register is read."""
    groups = {each.class_group.pk: each.class_group for each in here if each.class_group}
    wanted = {(each.class_group and each.class_group.pk, each.year_group) for each in here}
    found = read_as(_supported, access, ids=sorted(had))
    rows = [made_from(Pupil, each) for each in found]
    pupils = [row for row in rows if (row.class_group_id, row.year_group) in wanted]
    for pupil in pupils:
        pupil.school = access.school
        pupil.class_group = groups.get(pupil.class_group_id)
    return tell_apart(pupils)


def _pence(access, rows, places, seen: set[UUID]) -> dict[tuple[UUID, UUID], int] | None:
    """(provision, child) → planned pence; None for who sees no costs."""
    if not access.can(Permission.VIEW_COSTS):
        return None
    book, found = rate_book(access.school), {}
    for row in rows:
        total = cost_of_provision(row, book)
        if total is None:
            continue
        days = {p.pupil_id: (p.ends_on - p.starts_on).days + 1 for p in places[row.pk]}
        for part in parts_of(row.pk, total, days):
            if part.pupil_id in seen:
                found[row.pk, part.pupil_id] = part.pence
    return found


def _of_drafts(rows, pence: dict[tuple[UUID, UUID], int]) -> int:
    drafts = {row.pk for row in rows if is_draft(row)}
    return sum(part for (provision_id, _), part in pence.items() if provision_id in drafts)


def _columns(rows, places, by_id, pence, year: int) -> tuple[MapColumn, ...]:
    costs: dict[UUID, int] = defaultdict(int)
    for (provision_id, _), part in (pence or {}).items():
        costs[provision_id] += part
    return tuple(
        MapColumn(
            number=number,
            provision=row,
            children=sum(place.pupil_id in by_id for place in places[row.pk]),
            pence=None if pence is None or counted_elsewhere(row, year) else costs[row.pk],
            counted_in=counted_elsewhere(row, year),
        )
        for number, row in enumerate(rows, start=1)
    )


def _lines(access, rows, places, pupils, pence) -> list[MapLine]:
    """The children who have something, each with a cell for every column."""
    mine: dict[UUID, dict[int, tuple[Provision, MapPlace]]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for place in places[row.pk]:
            mine[place.pupil_id][number] = (row, place)
    empty, today = [None] * len(rows), access.today
    lines = []
    for pupil in pupils:
        if not (had := mine.get(pupil.pk)):
            continue
        cells: list[MapCell | None] = list(empty)
        for number, (row, _) in had.items():
            cells[number] = MapCell(row.tier, is_draft(row))
        now = (r for r, p in had.values() if p.starts_on <= today <= p.ends_on)
        lines.append(
            MapLine(
                pupil=pupil,
                cells=tuple(cells),
                minutes_now=sum(row.sessions_a_week * row.minutes for row in now),
                pence=None
                if pence is None
                else sum(pence.get((row.pk, pupil.pk), 0) for row, _ in had.values()),
            )
        )
    return lines


def _place_words(here: list[Group], group: str, year_group: str) -> str:
    """Whose map it is: the class, the year group, or the school."""
    if group and here and here[0].class_group:
        return here[0].class_group.name
    return year_words(year_group) if year_group else "Whole school"
