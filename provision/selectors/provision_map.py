"""The provision map: children down, provision across, tiers lettered, hours and costs beside."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import YEAR_GROUP_ORDER
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState, StaffRole
from provision.selectors.costs import shares
from provision.selectors.provisions import provisions_of_year
from provision.selectors.rates import rate_book
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
class ProvisionMap:
    """The map of a class, a year group or the school."""

    columns: tuple[MapColumn, ...]
    lines: tuple[MapLine, ...]
    #: Children of the place with nothing on the map.
    others: int
    place: str
    shows_costs: bool
    total: int | None

    @property
    def pupil_ids(self) -> list[UUID]:
        return [line.pupil.pk for line in self.lines]


@dataclass(frozen=True)
class MapPlaces:
    """Classes and year groups that the asker can choose."""

    classes: tuple[ClassGroup, ...]
    years: tuple[tuple[str, str], ...]


def provision_map(
    access: Access, year: int, *, group: str = "", year_group: str = ""
) -> ProvisionMap:
    """What is given in a school year to the children in reach, of one class or year group, or all."""
    pupils = _children(access, group, year_group)
    by_id = {pupil.pk: pupil for pupil in pupils}
    rows = list(provisions_of_year(access, year).order_by("tier", "name", "starts_on", "pk"))
    places: dict[UUID, list[Place]] = defaultdict(list)
    found = Place.objects.filter(school=access.school, provision__in=[row.pk for row in rows])
    for place in found.select_related("pupil", "pupil__class_group"):
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
    )


def map_places(access: Access) -> MapPlaces:
    """The classes and year groups of the children in reach; one statement."""
    rows = _on_roll(access).select_related("class_group")
    classes, years = {}, set()
    for pupil in rows.only("year_group", "class_group"):
        years.add(pupil.year_group)
        if pupil.class_group:
            classes[pupil.class_group_id] = pupil.class_group
    ordered = sorted(years, key=lambda code: YEAR_GROUP_ORDER.get(code, 99))
    return MapPlaces(
        tuple(sorted(classes.values(), key=lambda each: (each.year_groups, each.name))),
        tuple((code, year_words(code)) for code in ordered),
    )


def _on_roll(access: Access):
    return Pupil.objects.visible_to(access).filter(school=access.school).on_roll(access.today)


def _children(access: Access, group: str, year_group: str) -> list[Pupil]:
    rows = _on_roll(access).select_related("class_group").in_register_order()
    found = [
        pupil
        for pupil in rows
        if (not group or str(pupil.class_group_id) == group)
        and (not year_group or pupil.year_group == year_group)
    ]
    return tell_apart(found)


def _pence(access, rows, places, seen: set[UUID]) -> dict[tuple[UUID, UUID], int] | None:
    """(provision, child) → planned pence; None for who sees no costs."""
    if not access.can(Permission.VIEW_COSTS):
        return None
    lines = shares(rows, places, rate_book(access.school), seen)
    return {(s.provision.pk, s.pupil.pk): a.planned for s, a in lines if s.pupil}


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
    at = {(place.provision_id, place.pupil_id): place for row in rows for place in places[row.pk]}
    lines = []
    for pupil in pupils:
        mine = [(row, at.get((row.pk, pupil.pk))) for row in rows]
        if not any(place for _, place in mine):
            continue
        lines.append(
            MapLine(
                pupil=pupil,
                cells=tuple(
                    MapCell(row.tier, row.state == ProvisionState.DRAFT) if place else None
                    for row, place in mine
                ),
                minutes_now=sum(
                    row.sessions_a_week * row.minutes
                    for row, place in mine
                    if place and place.starts_on <= access.today <= place.ends_on
                ),
                pence=None
                if pence is None
                else sum(pence.get((row.pk, pupil.pk), 0) for row, _ in mine),
            )
        )
    return lines


def _place_words(pupils: list[Pupil], group: str, year_group: str) -> str:
    """Whose map it is: the class, the year group, or the school."""
    if group and pupils and pupils[0].class_group:
        return pupils[0].class_group.name
    return year_words(year_group) if year_group else "Whole school"
