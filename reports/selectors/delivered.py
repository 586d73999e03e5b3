"""Hours planned and delivered by legal weight, as governors may read them: nobody can be told."""

from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from aylsham.suppression.settings import SMALL
from staff.planning.codes import RANK_WORDS, RANKS, Rank
from staff.rules.deployed import FEWEST, Held, Sums, summed
from staff.selectors.deployed import Asked, asked_days
from staff.selectors.held import held_of, stands_between


@dataclass(frozen=True)
class WeightLine:
    """A legal weight; `sums` is None where too few children or adults stand behind it."""

    weight: str
    sums: Sums | None


@dataclass(frozen=True)
class ForGovernors:
    """The term until today, without names."""

    asked: Asked
    lines: tuple[WeightLine, ...]
    #: None where it would give a hidden line away.
    total: Sums | None

    @property
    def is_hidden(self) -> bool:
        return any(line.sums is None for line in self.lines)


def delivered_for_governors(access: Access) -> ForGovernors:
    """By legal weight over the term; the total only where nothing is hidden."""
    asked = asked_days(access, "")
    calendar = calendar_of(access.school)
    stands = stands_between(access.school, asked.first, asked.last, calendar)
    held = held_of(access.school, stands)
    by_rank = summed(held, lambda each: each.rank)
    adults = {rank: {h.usual for h in held if h.rank == rank} for rank in by_rank}
    lines = tuple(
        WeightLine(RANK_WORDS[Rank(rank)], _shown(by_rank[rank], len(adults[rank])))
        for rank in RANKS
        if rank in by_rank
    )
    is_hidden = any(line.sums is None for line in lines)
    return ForGovernors(asked, lines, None if is_hidden else _total(held))


def _shown(sums: Sums, adults: int) -> Sums | None:
    """Fewer than five children could be told; without any, fewer than five adults could."""
    people = len(sums.children) if sums.children else adults
    return sums if people >= max(SMALL, FEWEST) else None


def _total(held: list[Held]) -> Sums:
    return summed(held, lambda each: "").get("", Sums())
