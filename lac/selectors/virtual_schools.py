"""Virtual schools as pages and plans need them."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.codes import TermName
from aylsham.dates import academic_year
from aylsham.models import School
from aylsham.together import Together
from lac.models import CutOff, Pep, VirtualSchool
from lac.pep_parts import BY_KEY, CRITERIA, ORDER


@dataclass(frozen=True)
class VirtualSchoolLine:
    """One virtual school with its last days from this school year on."""

    row: VirtualSchool
    cut_offs: tuple[CutOff, ...]

    @property
    def has_own_criteria(self) -> bool:
        """Whether its own criteria were typed in."""
        return bool(self.row.criteria)


def virtual_schools(access: Access) -> list[VirtualSchoolLine]:
    """Of the federation of the page; one statement."""
    year = academic_year(access.today)
    rows, days = _OF_FEDERATION.rows(federation=access.schools[0].federation_id, year=year)
    return [
        VirtualSchoolLine(row, tuple(each for each in days if each.virtual_school_id == row.pk))
        for row in rows
    ]


def _of_federation(federation: UUID, year: int) -> list[QuerySet]:
    """With the last days of the school year and of those after it."""
    later = CutOff.objects.filter(federation_id=federation, academic_year__gte=year)
    return [VirtualSchool.objects.filter(federation_id=federation), later]


_OF_FEDERATION = Together(_of_federation, federation=UUID, year=int)


def virtual_school_of(school: School, pk: UUID) -> VirtualSchool | None:
    """One virtual school of the school's federation."""
    return VirtualSchool.objects.filter(federation_id=school.federation_id, pk=pk).first()


def virtual_school_for(pep: Pep) -> VirtualSchool | None:
    """The one that looks at a plan, by its council; None where none is kept."""
    if not pep.council:
        return None
    rows = VirtualSchool.objects.filter(federation_id=pep.school.federation_id)
    return rows.filter(council__iexact=pep.council).first()


def criteria_of(pep: Pep) -> list[str]:
    """What makes a good plan, in the virtual school's words or ours."""
    return criteria_from(virtual_school_for(pep))


def criteria_from(row: VirtualSchool | None) -> list[str]:
    """The criteria of a virtual school; ours for none."""
    return list(row.criteria) if row and row.criteria else list(CRITERIA)


def order_from(row: VirtualSchool | None) -> list[tuple[str, str]]:
    """(part, heading) in the order of the ePEP; ours for none. No part is left out."""
    if row is None or not row.order:
        return list(ORDER)
    said = [(key, heading) for key, heading in row.order if key in BY_KEY]
    named = {key for key, _ in said}
    return said + [(key, heading) for key, heading in ORDER if key not in named]


def cut_off_days(
    row: VirtualSchool | None, today: dt.date
) -> list[tuple[int, TermName, dt.date | None]]:
    """The terms of this and the next school year, with the last day where it is known."""
    known = {}
    if row is not None:
        rows = CutOff.objects.filter(federation_id=row.federation_id, virtual_school=row)
        known = {(each.academic_year, each.term): each.on for each in rows}
    this = academic_year(today)
    years = (this, this + 1)
    return [(year, term, known.get((year, term))) for year in years for term in TermName]
