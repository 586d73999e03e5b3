"""Lines of a breakdown of costs: what each is of, pence, and the sums that they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from aylsham.models import School
from provision.rules.costs import broken_down
from provision.rules.spending import Spent
from provision.selectors.cost_ways import Way, sortable
from provision.selectors.shares import Amount, Share, gap_lines, together


@dataclass(frozen=True)
class CostRow:
    """A line of a breakdown: what it is of, by each way asked, and pence."""

    names: tuple[str, ...]
    labels: tuple[str, ...]
    pence: int
    #: Until today: what was planned, what was spent on what was given, and the rest by reason.
    spent: Spent
    #: Of the planned pence: so much has begun, and nothing is known of it yet.
    unknown: int = 0
    pupil_id: UUID | None = None
    #: The sum of the rows of the first way; on the first of them only.
    subtotal: int | None = None

    @property
    def gap(self) -> list[tuple[str, int]]:
        """Why less was given than planned until today: words and pence."""
        return gap_lines(self.spent)

    @property
    def longer(self) -> int:
        """Pence planned until today above what was costed: it runs longer than its weeks."""
        return max(0, self.spent.so_far - self.pence)

    @property
    def others(self) -> list[tuple[str, str]]:
        """What the further ways say: label and name."""
        return list(zip(self.labels, self.names, strict=True))[1:]


@dataclass(frozen=True)
class ThresholdLine:
    """A child's planned pence against what its school pays itself."""

    row: CostRow
    school: School
    threshold: int

    @property
    def is_over(self) -> bool:
        return self.row.pence > self.threshold

    @property
    def gap(self) -> int:
        """Pence above or below."""
        return abs(self.row.pence - self.threshold)


def broken(lines: Iterable[tuple[Share, Amount]], *ways: Way) -> dict[tuple, Amount]:
    """The sum of each combination of the ways."""
    return broken_down(lines, *(way.name_of for way in ways), total=together)


def summed(lines: Iterable[tuple[Share, Amount]]) -> Amount:
    """All of it."""
    return together(amount for _, amount in lines)


def rows_of(found: dict[tuple, Amount], ways: tuple[Way, ...]) -> list[CostRow]:
    """Lines in the order of each way, with the sum of the first way on its first line."""
    ordered = sorted(found.items(), key=lambda pair: [sortable(key) for key in pair[0]])
    rows = []
    for _, same in groupby(ordered, key=lambda pair: pair[0][0]):
        group = list(same)
        for place, (keys, amount) in enumerate(group):
            rows.append(
                CostRow(
                    names=tuple(key[-1] for key in keys),
                    labels=tuple(way.label for way in ways),
                    pence=amount.planned,
                    spent=amount.spent,
                    unknown=amount.unknown,
                    pupil_id=_pupil_in(keys, ways),
                    subtotal=sum(a.planned for _, a in group) if place == 0 else None,
                )
            )
    return rows


def _pupil_in(keys: tuple, ways: tuple[Way, ...]) -> UUID | None:
    return next((key[3] for key, way in zip(keys, ways, strict=True) if way.key == "child"), None)
