"""The catalogue as a school sees it: its own versions instead of the federation's."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from provision.models import FederationIntervention, SchoolIntervention
from provision.provision_codes import StaffRole
from pupils.codes import NEED_TYPES, AreaOfNeed, Tier

Item = SchoolIntervention | FederationIntervention


@dataclass(frozen=True)
class CatalogueLine:
    """An intervention as pages show it."""

    item: Item
    is_own: bool
    #: The federation's name of what this is the school's own version of.
    version_of: str = ""

    @property
    def id(self) -> UUID:
        return self.item.pk

    @property
    def tier_words(self) -> str:
        """Universal, targeted, enhanced."""
        return Tier(self.item.tier).label

    @property
    def given_by(self) -> str:
        """The role that gives it."""
        return StaffRole(self.item.staff_role).label

    @property
    def needs(self) -> str:
        """Need types in words."""
        return ", ".join(NEED_TYPES[code].label for code in self.item.need_types)

    @property
    def codes(self) -> str:
        """Need types as the census has them."""
        return ", ".join(self.item.need_types)

    @property
    def ages(self) -> str:
        """`5 to 7`, `from 5`, `up to 7`; empty when nobody said."""
        first, last = self.item.from_age, self.item.to_age
        if first and last:
            return f"{first} to {last}"
        return f"from {first}" if first else f"up to {last}" if last else ""

    @property
    def shape(self) -> str:
        """How it is given: `3 × 30 min for 10 weeks`."""
        item = self.item
        return f"{item.sessions_a_week} × {item.minutes} min a week, {item.weeks} weeks"

    @property
    def group(self) -> str:
        """One child alone, or how many together."""
        size = self.item.group_size
        return "One child" if size == 1 else f"Group of up to {size}"


@dataclass(frozen=True)
class CatalogueArea:
    """The interventions for an area of need."""

    name: str
    lines: tuple[CatalogueLine, ...]


def catalogue(access: Access, *, retired: bool = False, need: str = "") -> list[CatalogueArea]:
    """What can be given, by the area of the first need it serves; two statements."""
    found = [
        line
        for line in catalogue_lines(access)
        if (retired or not line.item.is_retired) and (not need or need in line.item.need_types)
    ]
    areas = {area: [line for line in found if _area(line) == area] for area in AreaOfNeed}
    return [CatalogueArea(area.label, tuple(lines)) for area, lines in areas.items() if lines]


def catalogue_lines(access: Access) -> list[CatalogueLine]:
    """Every intervention by name, the school's version first; for roles that reach children."""
    if not access.reaches_children:
        return []
    own = list(SchoolIntervention.objects.filter(school=access.school).select_related("stands_for"))
    shared = FederationIntervention.objects.filter(federation_id=access.school.federation_id)
    replaced = {row.stands_for_id for row in own}
    lines = [
        *(CatalogueLine(row, True, row.stands_for.name if row.stands_for else "") for row in own),
        *(CatalogueLine(row, False) for row in shared if row.pk not in replaced),
    ]
    return sorted(lines, key=lambda line: line.item.name.casefold())


def intervention_of(access: Access, pk: UUID) -> Item | None:
    """One intervention of the school's own catalogue or of its federation's."""
    if not access.reaches_children:
        return None
    school = access.school
    own = SchoolIntervention.objects.filter(school=school, pk=pk).select_related("stands_for")
    shared = FederationIntervention.objects.filter(federation_id=school.federation_id, pk=pk)
    return own.first() or shared.first()


def line_of(item: Item) -> CatalogueLine:
    """One intervention with its words."""
    if isinstance(item, FederationIntervention):
        return CatalogueLine(item, False)
    return CatalogueLine(item, True, item.stands_for.name if item.stands_for else "")


def keeps_shared_catalogue(access: Access) -> bool:
    """Whether the asker plans provision at every school of the federation; one statement."""
    ours = {school.pk for school in access.schools_with(Permission.EDIT_PROVISION)}
    schools: Iterable[UUID] = School.objects.filter(
        federation=access.schools[0].federation_id
    ).values_list("pk", flat=True)
    return set(schools) <= ours


def _area(line: CatalogueLine) -> AreaOfNeed:
    codes = line.item.need_types
    return NEED_TYPES[codes[0]].area if codes else AreaOfNeed.OTHER
