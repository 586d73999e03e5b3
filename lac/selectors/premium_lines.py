"""Pupil premium plus as pages show it: requests with their costs, pots, children, a year."""

import datetime as dt
from dataclasses import dataclass

from lac.codes import CareKind
from lac.models import PremiumCost, PremiumFunding, PremiumRequest
from lac.premium_codes import FundingKind, Impact, Payer, RequestState
from lac.rules.premium import Balance, Use, balance_of, together
from provision.selectors.targets import TargetLine
from pupils.models import Pupil

_STATES = {
    RequestState.DRAFT: "advised",
    RequestState.ASKED: "due_soon",
    RequestState.AGREED: "on_track",
    RequestState.REFUSED: "closed",
    RequestState.WITHDRAWN: "closed",
}


@dataclass(frozen=True)
class UseLine:
    """A request with what was paid for it, and the target that it serves."""

    request: PremiumRequest
    costs: tuple[PremiumCost, ...]
    #: None: the asker may not read the target.
    target: TargetLine | None
    today: dt.date

    @property
    def use(self) -> Use:
        """As the sums count it."""
        row = self.request
        return Use(row.planned_pence, self.spent, row.is_agreed, row.is_over)

    @property
    def spent(self) -> int:
        """Paid less what came back, in pence."""
        return sum(cost.pence for cost in self.costs)

    @property
    def over(self) -> int:
        """Spent beyond what was planned, in pence."""
        return max(0, self.spent - self.request.planned_pence)

    @property
    def state_words(self) -> str:
        return RequestState(self.request.state).label

    @property
    def state(self) -> str:
        """How the words are coloured."""
        return _STATES[RequestState(self.request.state)]

    @property
    def without_receipt(self) -> int:
        """How many costs have neither a receipt's number nor its paper."""
        return sum(1 for c in self.costs if not c.receipt and not c.document_id and c.pence > 0)

    @property
    def early(self) -> tuple[PremiumCost, ...]:
        """What was paid before it was agreed."""
        return tuple(cost for cost in self.costs if cost.early_why)

    @property
    def impact_words(self) -> str:
        """What somebody judged; empty while nobody has."""
        return Impact(self.request.impact).label if self.request.impact else ""

    @property
    def waits_for_impact(self) -> bool:
        """Whether the day has come on which somebody says what it changed."""
        row = self.request
        return row.is_agreed and not row.is_over and row.review_on <= self.today


@dataclass(frozen=True)
class Pot:
    """The money of one child, year and payer."""

    payer: str
    sums: tuple[PremiumFunding, ...]
    uses: tuple[UseLine, ...]

    @property
    def words(self) -> str:
        return Payer(self.payer).label

    @property
    def balance(self) -> Balance:
        return balance_of(
            (row.pence for row in self.sums if row.kind != FundingKind.RETURNED),
            (row.pence for row in self.sums if row.kind == FundingKind.RETURNED),
            (line.use for line in self.uses),
        )


@dataclass(frozen=True)
class ChildMoney:
    """A child with its pots; without any where nothing was given or asked for."""

    pupil: Pupil
    #: How the child comes by it: `looked_after`, `previously`; empty when neither holds now.
    kind: str
    council: str
    pots: tuple[Pot, ...]

    @property
    def kind_words(self) -> str:
        return CareKind(self.kind).label if self.kind else "Not in care now"

    @property
    def balance(self) -> Balance:
        return together(pot.balance for pot in self.pots)

    @property
    def uses(self) -> list[UseLine]:
        return [line for pot in self.pots for line in pot.uses]

    @property
    def is_told_to_the_virtual_school(self) -> bool:
        """Whether any of the money is the virtual school's."""
        return any(pot.payer == Payer.VIRTUAL_SCHOOL for pot in self.pots)


@dataclass(frozen=True)
class PremiumYear:
    """A financial year of one school or several: children, payers, and the proof."""

    year: int
    children: tuple[ChildMoney, ...]
    #: Everything counted once more by payer, straight from the rows.
    payers: tuple[tuple[str, Balance], ...] = ()

    @property
    def balance(self) -> Balance:
        return together(child.balance for child in self.children)

    @property
    def is_sound(self) -> bool:
        """Whether child by child and payer by payer come to the same."""
        return together(balance for _, balance in self.payers) == self.balance

    @property
    def uses(self) -> list[tuple[ChildMoney, UseLine]]:
        return [(child, line) for child in self.children for line in child.uses]

    @property
    def without_money(self) -> list[ChildMoney]:
        """Children who are or were in care, for whom nothing is written down."""
        return [child for child in self.children if not child.pots]

    @property
    def to_judge(self) -> list[tuple[ChildMoney, UseLine]]:
        """Where somebody has to say what the money changed."""
        return [(child, line) for child, line in self.uses if line.waits_for_impact]

    @property
    def without_receipt(self) -> int:
        return sum(line.without_receipt for _, line in self.uses)
