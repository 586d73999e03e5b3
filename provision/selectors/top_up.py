"""What one child's provision costs in a school year, planned and delivered: the case for a top-up."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from provision.models import Cycle, Provision
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Delivery, summed
from provision.rules.money import in_pounds
from provision.selectors.cycles import Part, parts_of
from provision.selectors.provisions import ProvisionLine, school_year
from provision.selectors.rates import rate_book
from provision.selectors.shares import Amount, gap_lines, places_of, shares
from provision.selectors.spending import spending
from pupils.handed_texts import SEALED
from pupils.models import Pupil
from pupils.selectors.identity import Child


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

    @property
    def how(self) -> str:
        """`3 × 30 min a week, 10 weeks, by LSA`."""
        return f"{self.line.shape}, by {self.line.provision.get_staff_role_display()}"

    @property
    def words(self) -> str:
        """What became of it until today, and what was not delivered."""
        return f"{self.delivery.words}{_not_delivered(self.gap)}"


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
    def year_words(self) -> str:
        """`2026/27`."""
        return f"{self.year}/{(self.year + 1) % 100:02d}"

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

    def in_short(self, today: dt.date) -> tuple[str, str]:
        """What is planned against what the school pays itself; what came of it until today.

        Why less was given stands with each provision, and here too where there are several.
        """
        gap = self.gap if len(self.lines) > 1 else []
        spent, side = self.total.spent, "above" if self.is_above else "below"
        stands = f"{in_pounds(self.distance)} {side}" if self.above else "exactly"
        planned = (
            f"{in_pounds(self.total.planned)} of provision is planned for the year: {stands} the "
            f"{in_pounds(self.threshold)} that the school pays itself."
        )
        delivered = (
            f"Until {full_day_words(today)}, {in_pounds(spent.so_far)} was planned and "
            f"{in_pounds(spent.delivered)} delivered; the child had {self.minutes_given} minutes "
            f"of it.{_not_delivered(gap)}"
        )
        return planned, delivered


def _not_delivered(gap: list[tuple[str, int]]) -> str:
    """A sentence of its own, after others; empty where everything was delivered."""
    reasons = ", ".join(f"{in_pounds(pence)} {words}" for words, pence in gap)
    return f" Not delivered: {reasons}." if reasons else ""


def case_facts(access: Access, child: Child, year: int) -> dict[str, Any]:
    """What the costed case on paper or in Word is made of, without what only a few may read."""
    page = child_costs(access, child.pupil, year, goes_out=True)
    return {
        "page": page,
        "in_short": page.in_short(access.today),
        "name": child.pupil.full_name,
        "school": child.school.name,
        "today": access.today,
    }


def child_costs(
    access: Access,
    pupil: Pupil,
    year: int,
    *,
    goes_out: bool = False,
    with_reviewed: bool = True,
) -> ChildCosts:
    """A child's costs of a school year; what goes out leaves out drafts and what is confidential.

    Eight statements, whatever the number of provisions; five without what was reviewed.
    """
    provisions = _begun(access, pupil, year, goes_out=goes_out)
    places = places_of([access.school], provisions)
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
        reviewed=_reviewed(access, pupil, year) if with_reviewed else (),
    )


def _begun(access: Access, pupil: Pupil, year: int, *, goes_out: bool) -> list[Provision]:
    """What begins in a school year and is the child's too."""
    rows = Provision.objects.filter(
        school=access.school, places__pupil=pupil, starts_on__range=school_year(year)
    )
    if goes_out:
        rows = rows.filter(is_confidential=False).exclude(state=ProvisionState.DRAFT)
    return list(rows.readable_by(access).select_related("staff").distinct())


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
