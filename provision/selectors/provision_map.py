"""The provision map: children down, provision across, tiers lettered, hours and costs beside."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import YEAR_GROUP_ORDER
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState, StaffRole
from provision.rules.costs import parts_of
from provision.selectors.provisions import provisions_of_year
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
    #: What the asker can choose to see instead.
    places: MapPlaces

    @property
    def pupil_ids(self) -> list[UUID]:
        return [line.pupil.pk for line in self.lines]


def provision_map(
    access: Access, year: int, *, group: str = "", year_group: str = ""
) -> ProvisionMap:
    """What is given in a school year to the children in reach, of one class or year group, or all.

    Six statements.
    """
    roll = _roll(access)
    pupils = _children(roll, group, year_group)
    by_id = {pupil.pk: pupil for pupil in pupils}
    rows = list(provisions_of_year(access, year).order_by("tier", "name", "starts_on", "pk"))
    places: dict[UUID, list[Place]] = defaultdict(list)
    found = Place.objects.filter(school=access.school, provision__in=[row.pk for row in rows])
    for place in found:
        places[place.provision_id].append(place)
    shown = [row for row in rows if any(p.pupil_id in by_id for p in places[row.pk])]
    pence = _pence(access, shown, places, set(by_id))
    lines = _lines(access, shown, places, pupils, pence)
    return ProvisionMap(
        columns=_columns(shown, places, by_id, pence),
        lines=tuple(lines),
        others=len(pupils) - len(lines),
        place=_place_words(pupils, group, year_group),
        shows_costs=pence is not None,
        total=sum(pence.values()) if pence is not None else None,
        places=_map_places(roll),
    )


def _map_places(roll: list[Pupil]) -> MapPlaces:
    """The classes and year groups of the children in reach."""
    classes, years = {}, set()
    for pupil in roll:
        years.add(pupil.year_group)
        if pupil.class_group:
            classes[pupil.class_group_id] = pupil.class_group
    ordered = sorted(years, key=lambda code: YEAR_GROUP_ORDER.get(code, 99))
    return MapPlaces(
        tuple(sorted(classes.values(), key=lambda each: (each.year_groups, each.name))),
        tuple((code, year_words(code)) for code in ordered),
    )


def _roll(access: Access) -> list[Pupil]:
    """The children in reach in the order of a register; a class is made once, not for each child."""
    school = access.school
    rows = Pupil.objects.visible_to(access).filter(school=school).on_roll(access.today)
    groups = {group.pk: group for group in ClassGroup.objects.filter(school=school)}
    pupils = list(rows.in_register_order())
    for pupil in pupils:
        if pupil.class_group_id:
            pupil.class_group = groups[pupil.class_group_id]
    return pupils


def _children(roll: list[Pupil], group: str, year_group: str) -> list[Pupil]:
    found = [
        pupil
        for pupil in roll
        if (not group or str(pupil.class_group_id) == group)
        and (not year_group or pupil.year_group == year_group)
    ]
    return tell_apart(found)


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


def _columns(rows, places, by_id, pence) -> tuple[MapColumn, ...]:
    costs: dict[UUID, int] = defaultdict(int)
    for (provision_id, _), part in (pence or {}).items():
        costs[provision_id] += part
    return tuple(
        MapColumn(
            number=number,
            provision=row,
            children=sum(place.pupil_id in by_id for place in places[row.pk]),
            pence=None if pence is None else costs[row.pk],
        )
        for number, row in enumerate(rows, start=1)
    )


def _lines(access, rows, places, pupils, pence) -> list[MapLine]:
    """The children who have something, each with a cell for every column."""
    mine: dict[UUID, dict[int, tuple[Provision, Place]]] = defaultdict(dict)
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
            cells[number] = MapCell(row.tier, row.state == ProvisionState.DRAFT)
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


def _place_words(pupils: list[Pupil], group: str, year_group: str) -> str:
    """Whose map it is: the class, the year group, or the school."""
    if group and pupils and pupils[0].class_group:
        return pupils[0].class_group.name
    return year_words(year_group) if year_group else "Whole school"
