"""Element 3 of a financial year: the letters, and what each child costs above element 2."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School
from provision.council_codes import FundingPart, Sure
from provision.models import FundingLetter, FundingLine, Provision
from provision.provision_codes import FROM_ELEMENT_3
from provision.rules.costs import Proof
from provision.rules.elements import (
    AgainstThreshold,
    Allocation,
    CohortSum,
    against_threshold,
    attributed,
    cohort_sums,
    financial_days,
    financial_year,
    line_pence,
)
from provision.rules.graduated_map import Element3, shapes_for
from provision.selectors.of_year import is_draft
from provision.selectors.rates import rate_book
from provision.selectors.shares import places_of, shares
from pupils.models import Pupil
from pupils.models.roll import tell_apart


@dataclass(frozen=True)
class LetterLine:
    """A letter with its lines, each with what it comes to in pence."""

    letter: FundingLetter
    lines: tuple[tuple[FundingLine, int], ...]

    @property
    def part_words(self) -> str:
        return FundingPart(self.letter.part).label

    @property
    def sure_words(self) -> str:
        return Sure(self.letter.sure).label

    @property
    def is_sure(self) -> bool:
        return self.letter.sure == Sure.COUNCIL

    @property
    def proof(self) -> Proof | None:
        """Whether the lines come to the sum of the letter; None without lines."""
        if not self.lines:
            return None
        return Proof(self.letter.total_pence, sum(pence for _, pence in self.lines))


@dataclass(frozen=True)
class ChildLine:
    """What a child costs in the financial year, above element 2, and its part of element 3."""

    pupil: Pupil
    against: AgainstThreshold
    part: int

    @property
    def left(self) -> int:
        """Above element 2 and not met by element 3, in pence."""
        return max(0, self.against.above - self.part)


@dataclass(frozen=True)
class Element3Year:
    """Element 3 of a financial year, proved."""

    year: int
    means: Element3 | None
    letters: tuple[LetterLine, ...]
    sum: CohortSum
    years: tuple[CohortSum, ...]
    children: tuple[ChildLine, ...]
    #: Pence of children whose record the asker cannot open: against no threshold here.
    hidden: int
    threshold: int
    below: int
    proof: Proof
    #: Planned pence of what nobody has begun; part of every sum.
    drafts: int

    @property
    def above(self) -> int:
        """What all children together cost above element 2."""
        return sum(line.against.above for line in self.children)

    @property
    def is_sure(self) -> bool:
        """Every sum stands in a letter of the council."""
        return all(line.is_sure for line in self.letters)


def element_3_year(access: Access, year: int) -> Element3Year:
    """Element 3 of the financial year that begins in `year`; eight statements."""
    school, first, last = access.school, *financial_days(year)
    letters = letters_of([school])
    rows = Provision.objects.filter(school=school).readable_by(access)
    every = list(rows)
    book = rate_book(school)
    places = places_of([school], every)
    known = Pupil.objects.visible_to(access).filter(school=school)
    seen = set(known.values_list("pk", flat=True))
    lines = [(share, each.planned) for share, each in shares(every, places, book, seen)]
    planned: dict[int, int] = defaultdict(int)
    for share, pence in lines:
        if share.provision.funding in FROM_ELEMENT_3:
            planned[financial_year(share.provision.starts_on)] += pence
    sums = cohort_sums([allocation_of(letter.letter) for letter in letters], planned)
    this = next((s for s in sums if s.financial_year == year), CohortSum(year, 0, 0, 0))
    threshold = book.threshold_on(first)
    of_year = [(s, p) for s, p in lines if first <= s.provision.starts_on <= last]
    return _year(
        year,
        shapes_for(school.la_code)[0].element_3_on(last),
        letters,
        this,
        sums,
        of_year,
        threshold,
    )


def _year(year, means, letters, this, sums, lines, threshold) -> Element3Year:
    pupils = {share.pupil.pk: share.pupil for share, _ in lines if share.pupil}
    tell_apart(pupils.values())
    spent = against_threshold(((s.pupil.pk, p) for s, p in lines if s.pupil), threshold)
    above = {pk: line.above for pk, line in spent.items()}
    parts = attributed(this.received, above)
    children = [
        ChildLine(pupils[pk], line, parts.get(pk, 0)) for pk, line in spent.items() if line.above
    ]
    return Element3Year(
        year=year,
        means=means,
        letters=tuple(line for line in letters if line.letter.financial_year == year),
        sum=this,
        years=sums,
        children=tuple(children),
        hidden=sum(pence for share, pence in lines if share.is_hidden),
        threshold=threshold,
        below=len(spent) - len(children),
        proof=Proof(this.received if children else 0, sum(c.part for c in children)),
        drafts=sum(pence for share, pence in lines if is_draft(share.provision)),
    )


def letter_of(access: Access, pk: UUID) -> FundingLetter | None:
    """One letter of the school."""
    row = FundingLetter.objects.filter(school=access.school, pk=pk).first()
    if row:
        row.school = access.school
    return row


def letters_of(schools: Iterable[School]) -> list[LetterLine]:
    """Every letter of these schools; two statements."""
    rows = FundingLetter.objects.filter(school__in=schools).prefetch_related("lines")
    return [
        LetterLine(row, tuple((x, line_pence(x.count, x.pence_each)) for x in row.lines.all()))
        for row in rows
    ]


def allocation_of(letter: FundingLetter) -> Allocation:
    """A letter as the rules count it."""
    is_formula = letter.part == FundingPart.FORMULA
    pence = letter.total_pence
    return Allocation(letter.financial_year, pence if is_formula else 0, 0 if is_formula else pence)
