"""What provision costs, in whole pence: planned now, delivered by the same sums.

Cost = hours × rate of the role with on-costs + resources, rounded once, half a penny up. What a
group costs is shared so that the children's shares add up to it exactly.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any
from uuid import UUID

MINUTES_AN_HOUR = 60


@dataclass(frozen=True)
class Rate:
    """What an hour of a role costs: pence, and on-costs in per cent of them."""

    pence_an_hour: int
    on_cost_percent: Decimal = Decimal(0)

    @cached_property
    def exact(self) -> Fraction:
        """Pence an hour with on-costs, not rounded."""
        return self.pence_an_hour * (1 + Fraction(self.on_cost_percent) / 100)


def planned_minutes(sessions_a_week: int, minutes: int, weeks: int) -> int:
    """Minutes of a provision from its first week to its last."""
    return sessions_a_week * minutes * weeks


def cost_of(minutes: int, rate: Rate, resources_pence: int = 0) -> int:
    """Pence that so many minutes of an adult cost, planned or delivered."""
    return _rounded(Fraction(minutes, MINUTES_AN_HOUR) * rate.exact + resources_pence)


def shares_of(total: int, weights: Sequence[int]) -> list[int]:
    """`total` pence shared by weight, to the penny: the largest remainders get what is left over.

    Without any weight everybody gets the same; raises ValueError where there is nobody.
    """
    if not weights:
        raise ValueError("nobody to share among")
    if not any(weights):
        weights = [1] * len(weights)
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    largest_first = sorted(range(len(weights)), key=lambda n: (-remainders[n], n))
    for place in largest_first[: total - sum(shares)]:
        shares[place] += 1
    return shares


@dataclass(frozen=True)
class Part:
    """A child's share of one provision in pence; `pupil_id` None where no child is in it yet."""

    provision_id: UUID
    pupil_id: UUID | None
    pence: int


def parts_of(provision_id: UUID, total: int, weights: dict[UUID, int]) -> list[Part]:
    """The shares of a group; weights are days in it, by child."""
    if not weights:
        return [Part(provision_id, None, total)]
    shares = shares_of(total, list(weights.values()))
    return [
        Part(provision_id, pupil_id, pence) for pupil_id, pence in zip(weights, shares, strict=True)
    ]


def broken_down[Line](
    lines: Iterable[tuple[Line, Any]],
    *keys: Callable[[Line], Hashable],
    nothing: Any = 0,
    total: Callable[[Iterable[Any]], Any] | None = None,
) -> dict[tuple[Hashable, ...], Any]:
    """Pence by what each key says of a line, in the order in which they are met.

    Anything that adds up will do, if `nothing` says where its sums begin, or `total` makes them.
    """
    found: dict[tuple[Hashable, ...], list[Any]] = defaultdict(list)
    for line, pence in lines:
        found[tuple([key(line) for key in keys])].append(pence)
    return {name: total(each) if total else sum(each, nothing) for name, each in found.items()}


@dataclass(frozen=True)
class Proof:
    """Whether a breakdown adds up to the sum of the provisions, in pence."""

    whole: int
    broken_down: int

    @property
    def difference(self) -> int:
        """Pence that are missing or too many."""
        return abs(self.whole - self.broken_down)

    @property
    def is_sound(self) -> bool:
        """To the penny."""
        return not self.difference


def _rounded(pence: Fraction) -> int:
    return int(pence + Fraction(1, 2))
