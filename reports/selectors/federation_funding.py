"""The money for SEN of several schools in a financial year, each stream of each school."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.datewords import full_day_words
from aylsham.models import School
from provision.rules.costs import Proof
from provision.rules.elements import financial_days
from provision.rules.funding import Flow, flowing
from provision.rules.money import pounds_of
from reports.selectors.funding import fundings
from reports.selectors.funding_lines import Funding


@dataclass(frozen=True)
class SchoolFunding:
    """One school's year."""

    school: School
    page: Funding


@dataclass(frozen=True)
class FederationFunding:
    """Every school of the page, and what they come to together."""

    year: int
    schools: tuple[SchoolFunding, ...]

    @property
    def received(self) -> int:
        """Of the streams for which a sum is known."""
        return sum(each.page.received for each in self.schools)

    @property
    def flow(self) -> Flow:
        return flowing(each.page.flow for each in self.schools)

    @property
    def left(self) -> int:
        return sum(each.page.left for each in self.schools)

    @property
    def proof(self) -> Proof:
        """The schools' provision one by one against what the streams plan."""
        proofs = [each.page.proof for each in self.schools]
        return Proof(sum(each.whole for each in proofs), sum(each.broken_down for each in proofs))


def federation_funding(access: Access, year: int, *, goes_out: bool = False) -> FederationFunding:
    """Each school of the page at which the asker sees costs; as few statements for many."""
    schools = [s for s in access.schools if access.can(Permission.VIEW_COSTS, s)]
    found = fundings(access, schools, year, goes_out=goes_out)
    return FederationFunding(year, tuple(SchoolFunding(s, found[s.pk]) for s in schools))


def federation_funding_sheet(
    page: FederationFunding,
) -> list[tuple[str, Sequence[str], Iterator[Sequence[Any]]]]:
    """A workbook of one sheet: each stream of each school, each school, and all of them."""
    end = full_day_words(financial_days(page.year)[1])
    sums = ("Received", "Planned", "Planned until now", "Given until now", f"Forecast to {end}")
    heads = [f"{words}, pounds" for words in (*sums, "Planned in later years", "Left")]
    return [("Funding", ["School", "Stream", *heads], _rows(page))]


def _rows(page: FederationFunding) -> Iterator[Sequence[Any]]:
    for each in page.schools:
        for line in each.page.streams:
            pence = (line.sum.received, *_flow(line.sum.flow), line.sum.left)
            yield [each.school.name, line.words, *map(_pounds, pence)]
        pence = (each.page.received, *_flow(each.page.flow), each.page.left)
        yield [each.school.name, "Together", *map(_pounds, pence)]
    pence = (page.received, *_flow(page.flow), page.left)
    yield ["All schools", "Together", *map(_pounds, pence)]
    yield [
        "Of provision that runs over 31 March each year has its part; confidential ones do not count."
    ]


def _flow(flow: Flow) -> tuple[int, ...]:
    return (flow.planned, flow.so_far, flow.delivered, flow.to_year_end, flow.after)


def _pounds(pence: int | None) -> Decimal | None:
    return None if pence is None else pounds_of(pence)
