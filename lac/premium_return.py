"""What a virtual school is told of its money: a row for each request, then each child's sums."""

from collections.abc import Iterator
from typing import Any

from lac.premium_codes import Payer
from lac.selectors.premium_lines import ChildMoney, Pot, PremiumYear, UseLine
from provision.rules.money import pounds_of

HEADINGS = (
    "Council", "Child", "Target", "What it bought", "What it was to change", "Begins",
    "Planned £", "Spent £", "Receipts", "How it stands", "Did it work?", "What it changed",
    "Given £", "Left £",
)  # fmt: skip


def return_rows(page: PremiumYear) -> Iterator[tuple[Any, ...]]:
    """The rows of every child with money of a virtual school, council by council."""
    children = sorted(page.children, key=lambda child: (child.council, child.pupil.full_name))
    for child in children:
        for pot in child.pots:
            if pot.payer == Payer.VIRTUAL_SCHOOL:
                yield from _pot(child, pot)


def _pot(child: ChildMoney, pot: Pot) -> Iterator[tuple[Any, ...]]:
    who = (child.council, child.pupil.full_name)
    for line in pot.uses:
        yield (*who, *_use(line), "", "")
    balance = pot.balance
    sums = (
        pounds_of(balance.spent),
        "",
        "",
        "",
        "",
        pounds_of(balance.held),
        pounds_of(balance.left),
    )
    yield (*who, "Together", "", "", "", "", *sums)


def _use(line: UseLine) -> tuple[Any, ...]:
    row = line.request
    return (
        line.target.target.text if line.target else "",
        row.what,
        row.intended,
        row.starts_on.isoformat(),
        pounds_of(row.planned_pence),
        pounds_of(line.spent),
        ", ".join(cost.receipt for cost in line.costs if cost.receipt),
        line.state_words,
        line.impact_words,
        row.impact_words,
    )
