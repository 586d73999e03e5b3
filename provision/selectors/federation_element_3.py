"""Element 3 of several schools, as each holds it: by financial year and school, with the proof."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from provision.access import sees_children
from provision.models import Provision
from provision.provision_codes import FROM_ELEMENT_3
from provision.rules.costs import Proof
from provision.rules.elements import (
    AgainstThreshold,
    CohortSum,
    against_threshold,
    cohort_sums,
    financial_year,
)
from provision.selectors.element_3 import (
    LetterLine,
    allocation_of,
    financial_days,
    letters_of,
)
from provision.selectors.rates import RateBook, cost_of_provision, rate_books
from provision.selectors.shares import places_of, shares
from pupils.models import Pupil


@dataclass(frozen=True)
class SchoolElement3:
    """A school's part of a financial year: what its letters give, and what it considers."""

    school: School
    sum: CohortSum
    letters: tuple[LetterLine, ...]
    #: Children whose provision costs more than element 2, and pence above it; None where the
    #: asker does not see the school's children.
    children: int | None
    above: int | None

    @property
    def is_sure(self) -> bool:
        """Every sum stands in a letter of the council."""
        return all(line.is_sure for line in self.letters)

    @property
    def apart(self) -> int:
        """Pence between the letters' sums and their lines."""
        return sum(line.proof.difference for line in self.letters if line.proof)


@dataclass(frozen=True)
class YearOfAll:
    """A financial year: each school's sum (None: nothing given and nothing planned), and all."""

    sum: CohortSum
    schools: tuple[tuple[School, CohortSum], ...]


@dataclass(frozen=True)
class FederationElement3:
    """Element 3 of the asker's schools in a financial year, and of every year that they hold."""

    year: int
    schools: tuple[SchoolElement3, ...]
    sum: CohortSum
    years: tuple[YearOfAll, ...]
    proofs: tuple[tuple[str, Proof], ...]

    @property
    def children(self) -> int:
        """Of the schools whose children the asker sees."""
        return sum(line.children or 0 for line in self.schools)

    @property
    def above(self) -> int:
        return sum(line.above or 0 for line in self.schools)

    @property
    def closed(self) -> int:
        """Schools of which no count is told."""
        return sum(line.children is None for line in self.schools)

    @property
    def is_sound(self) -> bool:
        return all(proof.is_sound for _, proof in self.proofs)


def federation_element_3(access: Access, year: int) -> FederationElement3:
    """Of the schools whose costs the asker sees; seven statements, whatever their number."""
    schools = [s for s in access.schools if Permission.VIEW_COSTS in access.permissions_at(s)]
    letters = letters_of(schools)
    rows = Provision.objects.filter(school__in=schools).filter(
        Q(starts_on__range=financial_days(year)) | Q(funding__in=FROM_ELEMENT_3)
    )
    provisions = list(rows.readable_by(access))
    books = rate_books(schools)
    sums = {school: _sums(school, letters, provisions, books) for school in schools}
    considered = _considered(access, schools, provisions, books, year)
    nothing = CohortSum(year, 0, 0, 0)
    lines = tuple(
        SchoolElement3(
            school=school,
            sum=sums[school].get(year, nothing),
            letters=tuple(
                line
                for line in letters
                if line.letter.school_id == school.pk and line.letter.financial_year == year
            ),
            children=_count(considered.get(school.pk)),
            above=_above(considered.get(school.pk)),
        )
        for school in schools
    )
    years = tuple(_years(sums))
    whole = next((each.sum for each in years if each.sum.financial_year == year), nothing)
    proofs = tuple(_proofs(year, lines, letters, provisions, books))
    return FederationElement3(year, lines, whole, years, proofs)


def _sums(
    school: School,
    letters: Iterable[LetterLine],
    provisions: Iterable[Provision],
    books: Mapping[UUID, RateBook],
) -> dict[int, CohortSum]:
    """A school's sums by financial year."""
    planned: dict[int, int] = defaultdict(int)
    for row in provisions:
        if row.school_id == school.pk and row.funding in FROM_ELEMENT_3:
            pence = cost_of_provision(row, books[school.pk])
            planned[financial_year(row.starts_on)] += pence or 0
    mine = [allocation_of(each.letter) for each in letters if each.letter.school_id == school.pk]
    return {each.financial_year: each for each in cohort_sums(mine, planned)}


def _years(sums: Mapping[School, Mapping[int, CohortSum]]) -> Iterable[YearOfAll]:
    """The newest first."""
    for year in sorted({year for each in sums.values() for year in each}, reverse=True):
        of_year = tuple((school, each[year]) for school, each in sums.items() if year in each)
        yield YearOfAll(_together(year, [each for _, each in of_year]), of_year)


def _together(year: int, sums: Iterable[CohortSum]) -> CohortSum:
    each = list(sums)
    return CohortSum(
        financial_year=year,
        formula=sum(one.formula for one in each),
        cohort=sum(one.cohort for one in each),
        planned=sum(one.planned for one in each),
    )


def _considered(
    access: Access,
    schools: Iterable[School],
    provisions: Iterable[Provision],
    books: Mapping[UUID, RateBook],
    year: int,
) -> dict[UUID, list[AgainstThreshold]]:
    """Each seen child of a school against element 2; two statements."""
    first, last = financial_days(year)
    rows = [row for row in provisions if first <= row.starts_on <= last]
    places = places_of(schools, rows)
    known = Pupil.objects.visible_to(access).filter(school__in=schools)
    seen = set(known.values_list("pk", flat=True))
    found = {}
    for school in schools:
        if sees_children(access, school):
            book = books[school.pk]
            mine = shares([r for r in rows if r.school_id == school.pk], places, book, seen)
            parts = [(share.pupil.pk, each.planned) for share, each in mine if share.pupil]
            found[school.pk] = [*against_threshold(parts, book.threshold_on(first)).values()]
    return found


def _count(lines: list[AgainstThreshold] | None) -> int | None:
    return None if lines is None else sum(bool(line.above) for line in lines)


def _above(lines: list[AgainstThreshold] | None) -> int | None:
    return None if lines is None else sum(line.above for line in lines)


def _proofs(year: int, lines, letters, provisions, books) -> Iterable[tuple[str, Proof]]:
    """What schools hold against the letters and the provisions one by one."""
    allocations = [allocation_of(line.letter) for line in letters]
    of_year = [each for each in allocations if each.financial_year == year]
    planned = [
        cost_of_provision(row, books[row.school_id]) or 0
        for row in provisions
        if row.funding in FROM_ELEMENT_3 and financial_year(row.starts_on) == year
    ]
    formula, cohort = sum(x.formula for x in of_year), sum(x.cohort for x in of_year)
    yield "By formula", Proof(formula, sum(line.sum.formula for line in lines))
    yield "For the cohort", Proof(cohort, sum(line.sum.cohort for line in lines))
    yield "Planned from it", Proof(sum(planned), sum(line.sum.planned for line in lines))
