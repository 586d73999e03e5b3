"""The provision map of several schools: what is given where, by tier, with hours and costs.

Whoever does not see the children of a school reads no count of them, and no provision that so few
have that one could be recognised.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from provision.access import sees_children
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from provision.selectors.of_year import counted
from provision.selectors.provisions import school_year
from provision.selectors.rates import RateBook, cost_of_provision, rate_books
from pupils.codes import Tier

#: A provision that fewer children have in all is not named to who does not see them.
FEW = 5
MINUTES_AN_HOUR = 60


@dataclass(frozen=True)
class SchoolColumn:
    """A school of the map, and what of it the asker sees."""

    school: School
    sees_children: bool
    sees_costs: bool
    #: (tier's letter, children or None, provisions) for each tier.
    tiers: tuple[tuple[str, int | None, int], ...]
    minutes_now: int
    pence: int | None

    @property
    def hours_now(self) -> str:
        """Adults' hours in this week: `12.5`."""
        return f"{self.minutes_now / MINUTES_AN_HOUR:.1f}"


@dataclass(frozen=True)
class FederationCell:
    """What a school gives of one provision; no count where the asker sees no children."""

    letter: str
    groups: int
    children: int | None

    @property
    def words(self) -> str:
        """For those who hear it."""
        tier = Tier(self.letter).label
        return tier if self.children is None else f"{tier}, {self.children} children"


@dataclass(frozen=True)
class FederationRow:
    """A provision by its name and tier, with a cell for each school."""

    name: str
    letter: str
    cells: tuple[FederationCell | None, ...]


@dataclass(frozen=True)
class FederationMap:
    """What the schools of the asker give in a school year."""

    schools: tuple[SchoolColumn, ...]
    rows: tuple[FederationRow, ...]
    #: Provisions that are counted, not named.
    unnamed: int

    @property
    def tiers(self) -> list[tuple[str, str]]:
        return list(Tier.choices)

    @property
    def pence(self) -> int | None:
        """Of every school whose costs the asker sees."""
        known = [column.pence for column in self.schools if column.pence is not None]
        return sum(known) if known else None

    @property
    def everywhere(self) -> int:
        """Provisions that every school gives: what can be shared and compared."""
        return sum(all(row.cells) for row in self.rows)


def federation_map(access: Access, year: int) -> FederationMap:
    """The map of the page's schools; four statements, whatever their number."""
    schools = sorted(access.schools, key=lambda school: school.name)
    rows = Provision.objects.filter(school__in=schools, is_confidential=False)
    rows = rows.exclude(state=ProvisionState.DRAFT).between(*school_year(year))
    provisions = list(rows.annotate(size=Count("places")))
    seen = {school.pk for school in schools if sees_children(access, school)}
    named, unnamed = _named(provisions, seen)
    children = _children(provisions)
    books = rate_books(schools)
    return FederationMap(
        schools=tuple(
            _column(access, school, provisions, children, books[school.pk], year)
            for school in schools
        ),
        rows=tuple(_row(key, found, schools, seen) for key, found in named),
        unnamed=unnamed,
    )


def _named(provisions: Iterable[Provision], seen: set[UUID]):
    """Provisions by tier and name that may be named, in order; and how many may not."""
    groups: dict[tuple[str, str], list[Provision]] = defaultdict(list)
    for row in provisions:
        groups[row.tier, row.name.strip()].append(row)
    named, unnamed = [], 0
    for key, found in groups.items():
        hidden = sum(row.size for row in found if row.school_id not in seen)
        if any(row.school_id in seen for row in found) or hidden >= FEW:
            named.append((key, found))
        else:
            unnamed += len(found)
    return sorted(named, key=lambda pair: ("UTE".index(pair[0][0]), pair[0][1].lower())), unnamed


def _row(key: tuple[str, str], found: list[Provision], schools, seen: set[UUID]) -> FederationRow:
    letter, name = key
    cells = []
    for school in schools:
        mine = [row for row in found if row.school_id == school.pk]
        is_seen = school.pk in seen
        # What so few have is not told of one school through the name of another's.
        if not mine or (not is_seen and sum(row.size for row in mine) < FEW):
            cells.append(None)
            continue
        size = sum(row.size for row in mine) if is_seen else None
        cells.append(FederationCell(letter, len(mine), size))
    return FederationRow(name, letter, tuple(cells))


def _children(provisions: Iterable[Provision]) -> dict[tuple[UUID, str], int]:
    """(school, tier) → different children; one statement."""
    places = Place.objects.filter(provision__in=[row.pk for row in provisions])
    counted = places.values("school", "provision__tier").annotate(n=Count("pupil", distinct=True))
    return {(each["school"], each["provision__tier"]): each["n"] for each in counted.order_by()}


def _column(
    access: Access, school: School, provisions, children, book: RateBook, year: int
) -> SchoolColumn:
    mine = [row for row in provisions if row.school_id == school.pk]
    sees = sees_children(access, school)
    sees_costs = Permission.VIEW_COSTS in access.permissions_at(school)
    costs = (cost_of_provision(row, book) for row in counted(mine, year))
    return SchoolColumn(
        school=school,
        sees_children=sees,
        sees_costs=sees_costs,
        tiers=tuple(
            (
                tier.value,
                children.get((school.pk, tier.value), 0) if sees else None,
                sum(row.tier == tier for row in mine),
            )
            for tier in Tier
        ),
        minutes_now=sum(
            row.sessions_a_week * row.minutes
            for row in mine
            if row.starts_on <= access.today <= row.ends_on
        ),
        pence=sum(filter(None, costs)) if sees_costs else None,
    )
