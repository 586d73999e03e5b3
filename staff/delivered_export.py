"""Planned, delivered and lost by provision as rows of a workbook; no name of a child or an adult."""

from staff.selectors.deployed import Deployed

HEADINGS = [
    "Provision", "Legal weight", "Planned minutes", "Delivered minutes", "Gap in minutes",
    "Not logged", "Fell: somebody out", "Covered", "Left to step in elsewhere", "Not given",
    "Not decided", "Owed to children",
]  # fmt: skip


def rows_of(page: Deployed) -> list[list]:
    """A row for each provision, the strongest owed first."""
    return [
        [
            line.name,
            line.weight,
            line.sums.planned,
            line.sums.delivered,
            line.sums.gap,
            line.sums.unlogged,
            line.sums.fallen,
            line.sums.covered,
            line.sums.diverted,
            line.sums.lost,
            line.sums.undecided,
            line.sums.owed,
        ]
        for line in page.provisions
    ]
