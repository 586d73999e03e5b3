"""The catalogue of services to refer to: the federation's and the school's own together."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from aylsham.together import Reads, read
from pupils.codes import AreaOfNeed
from pupils.models import FederationService, SchoolService
from pupils.models.services import OutsideService


@dataclass(frozen=True)
class OfferedService:
    """A line of the catalogue."""

    id: UUID
    name: str
    kind: str
    kind_words: str
    area: str
    owed_by: str
    owed_by_words: str
    usual_weeks: int | None
    how: str
    contact: str
    is_own: bool
    is_retired: bool


def offered_services(school: School, *, retired: bool = False) -> list[OfferedService]:
    """Every service that the school may refer to, by area and name; one statement."""
    return read(offered_read(school, retired=retired))


def offered_read(school: School, *, retired: bool = False) -> Reads[list[OfferedService]]:
    """The same, to go with other reads."""
    own, shared = yield [
        SchoolService.objects.filter(school=school),
        FederationService.objects.filter(federation_id=school.federation_id),
    ]
    lines = [
        *(_line(row, is_own=True) for row in own),
        *(_line(row, is_own=False) for row in shared),
    ]
    order = list(AreaOfNeed.values)
    return sorted(
        (line for line in lines if retired or not line.is_retired),
        key=lambda line: (order.index(line.area), line.name.casefold()),
    )


def listed_services(access: Access, *, retired: bool = False) -> list[OfferedService]:
    """The catalogue as a page shows it, for people whose role reaches children."""
    return read(listed_read(access, retired=retired))


def listed_read(access: Access, *, retired: bool = False) -> Reads[list[OfferedService]]:
    """The same, to go with other reads."""
    if not access.reaches_children:
        return []
    return (yield from offered_read(access.school, retired=retired))


def by_area(lines: list[OfferedService]) -> list[tuple[str, list[OfferedService]]]:
    """Lines under the words for their area of need; areas without any are left out."""
    return [
        (str(area.label), found)
        for area in AreaOfNeed
        if (found := [line for line in lines if line.area == area])
    ]


def service_of(access: Access, pk: UUID) -> OutsideService | None:
    """One service of the school's own or of its federation's, for the same people."""
    if not access.reaches_children:
        return None
    school = access.school
    return (
        SchoolService.objects.filter(school=school, pk=pk).first()
        or FederationService.objects.filter(federation_id=school.federation_id, pk=pk).first()
    )


def keeps_federation_services(access: Access) -> bool:
    """Whether the asker keeps the list at every school of the federation; one statement."""
    ours = {s.pk for s in access.schools_with(Permission.EDIT_REFERRALS)}
    federation_id = access.schools[0].federation_id
    return set(School.objects.filter(federation=federation_id).values_list("pk", flat=True)) <= ours


def _line(row: OutsideService, *, is_own: bool) -> OfferedService:
    return OfferedService(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        kind_words=row.get_kind_display(),
        area=row.area,
        owed_by=row.owed_by,
        owed_by_words=row.get_owed_by_display(),
        usual_weeks=row.usual_weeks,
        how=row.how,
        contact=row.contact,
        is_own=is_own,
        is_retired=row.is_retired,
    )
