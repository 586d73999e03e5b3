"""Like with like: against which figure a school's register may be read, and where against none; pure."""

import statistics
from collections.abc import Iterable, Mapping

from aylsham.codes import Phase
from reports.governor.national import NationalFigure
from reports.summaries.counts import SMALLEST_ROLL, SchoolCounts

#: Counted by the national figure of state-funded primary schools.
PRIMARY = frozenset({Phase.INFANT, Phase.JUNIOR, Phase.PRIMARY, Phase.FIRST})
#: A middle of fewer schools than this says nothing.
FEWEST_SCHOOLS = 3
TOO_FEW = "Too few to compare"


def middles(schools: Iterable[tuple[Phase, SchoolCounts]]) -> dict[Phase, float]:
    """By phase, the middle share of children on the register of schools that can be compared."""
    shares: dict[Phase, list[float]] = {}
    for phase, counts in schools:
        share = counts.share("register")
        if share is not None and (counts.roll or 0) >= SMALLEST_ROLL:
            shares.setdefault(phase, []).append(share)
    return {
        phase: round(statistics.median(each), 1)
        for phase, each in shares.items()
        if len(each) >= FEWEST_SCHOOLS
    }


def note_of(
    phase: Phase, counts: SchoolCounts, national: NationalFigure, middle: Mapping[Phase, float]
) -> str:
    """How the register of a school stands against schools like it, in a few words."""
    share = counts.share("register")
    if share is None:
        return ""
    if (counts.roll or 0) < SMALLEST_ROLL:
        return TOO_FEW
    known = {}
    if phase in PRIMARY and national.percent is not None:
        known["England"] = national.percent
    if phase in middle:
        known[f"{phase.label.lower()} schools here"] = middle[phase]
    told = "; ".join(f"{_difference(share, of)} {name}" for name, of in known.items())
    return told or f"No figure for {phase.label.lower()} schools"


def _difference(share: float, of: float) -> str:
    """`1.2 points above`, `the same as`."""
    points = round(share - of, 1)
    if not points:
        return "the same as"
    return f"{abs(points):.1f} points {'above' if points > 0 else 'below'}"
