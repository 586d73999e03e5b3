"""Hours planned and delivered by legal weight, as governors may read them: nobody can be told."""

from collections.abc import Sequence
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from aylsham.suppression.counts import Counts
from aylsham.suppression.protecting import protect
from staff.planning.codes import RANK_WORDS, RANKS, Rank
from staff.rules.deployed import Held, Sums, summed
from staff.selectors.deployed import Asked, asked_days
from staff.selectors.held import held_of, stands_between


@dataclass(frozen=True)
class WeightLine:
    """A legal weight; `sums` is None where too few children or adults stand behind it, or nobody."""

    weight: str
    sums: Sums | None


@dataclass(frozen=True)
class ForGovernors:
    """The term until today, without names."""

    asked: Asked
    #: Every legal weight; none at all where no plan of the week was in force.
    lines: tuple[WeightLine, ...]
    #: Of the lines that are shown, so that it tells no more than they do; None without any.
    total: Sums | None

    @property
    def is_hidden(self) -> bool:
        return any(line.sums is None for line in self.lines)


def delivered_for_governors(access: Access) -> ForGovernors:
    """By legal weight over the term, with the total of what is shown."""
    asked = asked_days(access, "")
    calendar = calendar_of(access.school)
    stands = stands_between(access.school, asked.first, asked.last, calendar)
    held = held_of(access.school, stands)
    shown = shown_ranks(held)
    lines = tuple(WeightLine(RANK_WORDS[rank], sums) for rank, sums in shown.items())
    return ForGovernors(asked, lines if held else (), _total(held, shown))


def shown_ranks(held: Sequence[Held]) -> dict[Rank, Sums | None]:
    """Minutes of each legal weight; None where fewer than five people, or none, stand behind it.

    A weight that nobody has is hidden like one of a single child: a line that is there only when
    somebody is behind it would say so. Children stand in several lines, and how many they are is
    not printed; so nothing can be subtracted.
    """
    by_rank = summed(held, lambda each: each.rank)
    people = protect(Counts({rank: _people(held, rank) for rank in RANKS}))
    return {rank: None if people[rank] is None else by_rank.get(rank, Sums()) for rank in RANKS}


def _people(held: Sequence[Held], rank: Rank) -> int:
    """Children could be told; where there are none, adults could."""
    same = [each for each in held if each.rank == rank]
    children = {child for each in same for child in each.children}
    return len(children or {each.usual for each in same})


def _total(held: Sequence[Held], shown: dict[Rank, Sums | None]) -> Sums | None:
    told = [each for each in held if shown[Rank(each.rank)] is not None]
    return summed(told, lambda each: "").get("")
