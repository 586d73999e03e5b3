"""How much of an adult's time something asks for in a week, and how strongly (pure, no Django)."""

from collections.abc import Collection
from dataclasses import dataclass

#: The longest session that is planned in one piece where a school has no bells.
USUAL_PIECE = 60
#: A piece is rounded up to so many minutes.
GRID = 5
#: Of the ranks of `staff.planning.codes.Rank`, by how a promise binds (`LegalWeight`):
#: Children and Families Act 2014 s.42 binds the council, s.66 the school; a PEP is owed under the
#: statutory guidance on looked-after children.
RANK_OF_WEIGHT = {"council": "section_f", "care": "statutory", "best": "plan", "none": "plan"}
STRONGEST_FIRST = ("section_f", "statutory", "plan", "class_support", "duty")


@dataclass(frozen=True)
class Amount:
    """So many sessions a week of so many minutes each."""

    sessions: int
    minutes: int

    @property
    def in_all(self) -> int:
        return self.sessions * self.minutes


def rank_of(weights: Collection[str], *, is_in_class: bool) -> str:
    """The strongest of what a provision keeps; without a promise it supports a class or a plan."""
    ranks = {RANK_OF_WEIGHT[weight] for weight in weights}
    if ranks:
        return min(ranks, key=STRONGEST_FIRST.index)
    return "class_support" if is_in_class else "plan"


def in_pieces(amount: Amount, longest: int) -> Amount:
    """The same time in sessions that fit between two pauses: 300 minutes a day as 5 × 60.

    A piece is rounded up to a grid, never down: no less time than is owed is planned.
    """
    longest = max(GRID, longest - longest % GRID)
    if amount.minutes <= longest:
        return amount
    pieces = -(-amount.minutes // longest)
    each = -(-amount.minutes // pieces)
    return Amount(amount.sessions * pieces, min(longest, -(-each // GRID) * GRID))


def of_hours(minutes_a_week: int, longest: int) -> Amount:
    """Sessions for hours a week that nobody divided: as few as fit between two pauses."""
    return in_pieces(Amount(1, minutes_a_week), min(longest, USUAL_PIECE))


def rest_of(owed: Amount | int, kept_minutes: int, longest: int) -> Amount | None:
    """What provision leaves of a promise, `owed` as sessions or as minutes; None if nothing."""
    in_all = owed if isinstance(owed, int) else owed.in_all
    missing = in_all - kept_minutes
    if missing <= 0:
        return None
    if isinstance(owed, int):
        return of_hours(missing, longest)
    whole = Amount(-(-missing // owed.minutes), owed.minutes)
    return in_pieces(whole, longest)


def longest_run(periods: Collection[tuple[int, int]]) -> int:
    """Minutes of the longest time without a pause between periods (from, until)."""
    best = length = 0
    ends = None
    for starts, until in sorted(periods):
        length = length + until - starts if starts == ends else until - starts
        ends, best = until, max(best, length)
    return best
