"""Elements 2 and 3 of a school's money for SEN; sums in pence.

Element 2 guides spending on additional support up to a threshold a year for a child with high
needs; it is "not intended to provide £6,000 for every pupil with SEN" (Norfolk, notional SEN
allocations 2025). Element 3 is what the council pays above it.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from provision.rules.costs import shares_of


@dataclass(frozen=True)
class AgainstThreshold:
    """What a child's provision costs in a year beside the element 2 threshold, in pence."""

    spent: int
    threshold: int

    @property
    def above(self) -> int:
        """Pence above the threshold; 0 up to it."""
        return max(0, self.spent - self.threshold)

    @property
    def words(self) -> str:
        """How it stands to the threshold, in a sentence."""
        line = f"£{self.threshold / 100:,.2f}"
        if self.above:
            return f"£{self.above / 100:,.2f} above the {line} that element 2 guides."
        if self.spent == self.threshold:
            return f"Exactly the {line} of element 2."
        return f"£{(self.threshold - self.spent) / 100:,.2f} below the {line} of element 2."


def against_threshold[Child: Hashable](
    parts: Iterable[tuple[Child, int]], threshold: int
) -> dict[Child, AgainstThreshold]:
    """Each child's shares of a year (child, pence) added up beside the threshold, dearest first."""
    spent: Counter[Child] = Counter()
    for child, pence in parts:
        spent[child] += pence
    return {child: AgainstThreshold(pence, threshold) for child, pence in spent.most_common()}


@dataclass(frozen=True)
class Allocation:
    """Element 3 as a letter of the council gives it, in pence; the year is April to March."""

    financial_year: int
    formula: int
    cohort: int


@dataclass(frozen=True)
class CohortSum:
    """Element 3 of a financial year beside what is planned from it, in pence."""

    financial_year: int
    formula: int
    cohort: int
    planned: int

    @property
    def received(self) -> int:
        """Both parts."""
        return self.formula + self.cohort

    @property
    def left(self) -> int:
        """Not yet planned; below zero where more is planned than was given."""
        return self.received - self.planned


def cohort_sums(
    allocations: Iterable[Allocation], planned: Mapping[int, int]
) -> tuple[CohortSum, ...]:
    """A sum for each financial year that has a letter or a plan, earliest first."""
    by_year: dict[int, list[Allocation]] = defaultdict(list)
    for each in allocations:
        by_year[each.financial_year].append(each)
    return tuple(
        CohortSum(
            financial_year=year,
            formula=sum(each.formula for each in by_year[year]),
            cohort=sum(each.cohort for each in by_year[year]),
            planned=planned.get(year, 0),
        )
        for year in sorted({*by_year, *planned})
    )


def financial_year(day: dt.date) -> int:
    """The year in which the financial year of a day began, on 1 April."""
    return day.year if day.month >= 4 else day.year - 1


def financial_days(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of the financial year that begins in `year`."""
    return dt.date(year, 4, 1), dt.date(year + 1, 3, 31)


def line_pence(count: Fraction | Decimal, pence_each: int) -> int:
    """What a line of a letter comes to: rounded once, half a penny up."""
    return int(Fraction(count) * pence_each + Fraction(1, 2))


def attributed[Child: Hashable](received: int, above: Mapping[Child, int]) -> dict[Child, int]:
    """Element 3 put down to children by what each costs above element 2; the shares add up to it.

    For the school's own use: the council gives nothing for one child. Nobody above: nobody's.
    """
    weights = {child: pence for child, pence in above.items() if pence > 0}
    if not weights or received <= 0:
        return {}
    return dict(zip(weights, shares_of(received, list(weights.values())), strict=True))
