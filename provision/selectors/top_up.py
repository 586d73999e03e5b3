"""What one child's provision costs in a school year, planned and delivered: the case for a top-up."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from provision.models import Cycle, Place, Provision
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Delivery, summed
from provision.selectors.cycles import Part, parts_of
from provision.selectors.provisions import ProvisionLine, school_year
from provision.selectors.rates import rate_book
from provision.selectors.shares import Amount, gap_lines, shares
from provision.selectors.spending import spending
from pupils.handed_texts import SEALED
from pupils.models import Pupil


@dataclass(frozen=True)
class CostLine:
    """A provision of the child: its minutes until today, and the child's part of its cost."""

    line: ProvisionLine
    delivery: Delivery
    amount: Amount

    @property
    def gap(self) -> list[tuple[str, int]]:
        """Why less was given than planned: words and pence."""
        return gap_lines(self.amount.spent)


@dataclass(frozen=True)
class ChildCosts:
    """Everything that begins in a school year, against what the school pays itself."""

    year: int
    lines: tuple[CostLine, ...]
    without_rate: tuple[Provision, ...]
    threshold: int
    #: Reviewed targets: what came of it.
    reviewed: tuple[Part, ...]

    @property
    def total(self) -> Amount:
        return sum((line.amount for line in self.lines), Amount())

    @property
    def minutes_given(self) -> int:
        """Minutes the child really had until today, made-up ones too."""
        return sum(line.delivery.given for line in self.lines)

    @property
    def gap(self) -> list[tuple[str, int]]:
        """Why less was given than planned: words and pence."""
        return gap_lines(self.total.spent)

    @property
    def above(self) -> int:
        """Planned pence above the threshold; below zero: so much is left of it."""
        return self.total.planned - self.threshold

    @property
    def is_above(self) -> bool:
        return self.above > 0

    @property
    def distance(self) -> int:
        """Pence from the threshold."""
        return abs(self.above)


def child_costs(access: Access, pupil: Pupil, year: int, *, goes_out: bool = False) -> ChildCosts:
    """A child's costs of a school year; what goes out leaves out drafts and what is confidential.

    Nine statements, whatever the number of provisions.
    """
    rows = Provision.objects.filter(
        school=access.school, places__pupil=pupil, starts_on__range=school_year(year)
    )
    if goes_out:
        rows = rows.filter(is_confidential=False).exclude(state=ProvisionState.DRAFT)
    provisions = list(rows.readable_by(access).select_related("staff").distinct())
    places = _places(access, provisions)
    school, book = access.school, rate_book(access.school)
    spent = spending([school], provisions, places, {school.pk: book}, access.today)
    amounts = {
        share.provision.pk: amount
        for share, amount in shares(provisions, places, book, {pupil.pk}, spent.parts)
        if share.pupil
    }
    mine = {p.provision_id: p for group in places.values() for p in group if p.pupil_id == pupil.pk}
    lines = [
        CostLine(
            ProvisionLine(row, (mine[row.pk],), 0),
            summed(spent.weeks.get((row.pk, pupil.pk), ())),
            amounts[row.pk],
        )
        for row in provisions
        if row.pk in amounts
    ]
    return ChildCosts(
        year=year,
        lines=tuple(lines),
        without_rate=tuple(row for row in provisions if row.pk not in amounts),
        threshold=book.threshold_on(school_year(year)[0]),
        reviewed=_reviewed(access, pupil, year),
    )


def _places(access: Access, provisions: list[Provision]) -> dict[UUID, list[Place]]:
    found: dict[UUID, list[Place]] = defaultdict(list)
    rows = Place.objects.filter(school=access.school, provision__in=[row.pk for row in provisions])
    for place in rows.select_related("pupil"):
        found[place.provision_id].append(place)
    return found


def _reviewed(access: Access, pupil: Pupil, year: int) -> tuple[Part, ...]:
    """Scored targets of the year's cycles that everybody may read."""
    first, last = school_year(year)
    cycles = Cycle.objects.filter(
        school=access.school, pupil=pupil, starts_on__lte=last, review_on__gte=first
    )
    parts = [part for each in parts_of(access, cycles).values() for part in each]
    return tuple(
        part
        for part in parts
        if part.part.score is not None
        and part.line.target.sensitivity == Sensitivity.EVERYONE
        and SEALED not in part.line.target.text
    )
