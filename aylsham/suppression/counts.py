"""Counts, the sums between them, and counts as they may be published; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from aylsham.suppression.settings import USUAL, Settings
from aylsham.suppression.shares import percent


@dataclass(frozen=True)
class Sum:
    """A whole that is the sum of its parts, whether they stand in one table or not."""

    whole: str
    parts: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.whole, *self.parts)


@dataclass(frozen=True)
class Counts:
    """Counts by name, and the sums that hold between them."""

    values: Mapping[str, int]
    sums: tuple[Sum, ...] = ()
    #: Totals that this audience may see however small they are.
    open: frozenset[str] = frozenset()
    #: Counts that nobody is shown and nobody has to guess: they only tie sums together.
    never_shown: frozenset[str] = frozenset()
    #: Counts that are printed nowhere and follow from what is: hidden, and guarded like any other.
    derived: frozenset[str] = frozenset()

    @cached_property
    def sums_of(self) -> dict[str, list[Sum]]:
        """The sums that each count stands in."""
        found: dict[str, list[Sum]] = {}
        for each in self.sums:
            for name in each.cells:
                found.setdefault(name, []).append(each)
        return found


@dataclass(frozen=True)
class Known:
    """What readers hold already: counts of other reports and of earlier ones."""

    shown: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Protected:
    """Counts as they may be published."""

    values: Mapping[str, int]
    hidden: frozenset[str]
    #: Hidden counts that what was published before gives away, whatever is hidden now.
    exposed: frozenset[str] = frozenset()
    #: Hidden counts that may be called “fewer than 5”; empty where that would give one away.
    few: frozenset[str] = frozenset()
    settings: Settings = USUAL

    def __getitem__(self, name: str) -> int | None:
        """The count, rounded as the settings say; None if it is hidden."""
        return None if name in self.hidden else self.settings.rounded(self.values[name])

    def percent(self, name: str, base: str) -> float | None:
        """The count as a percentage of another, if both are shown and the base is not small.

        It is worked out from what is printed, so that it tells nothing more.
        """
        count, of = self[name], self[base]
        return None if count is None or of is None else percent(count, of, self.settings)

    def words(self, name: str) -> str:
        """The count as it is printed."""
        if (count := self[name]) is not None:
            return f"{count:,}"
        return f"fewer than {self.settings.threshold}" if name in self.few else "not shown"


def holds(counts: Counts) -> bool:
    """Whether every sum is right; a wrong one would make nonsense of the protection."""
    return all(
        counts.values[each.whole] == sum(counts.values[part] for part in each.parts)
        for each in counts.sums
    )


def joined(several: Iterable[Counts]) -> Counts:
    """Several sets of counts as one."""
    all_of = list(several)
    return Counts(
        {name: value for each in all_of for name, value in each.values.items()},
        tuple(s for each in all_of for s in each.sums),
        frozenset().union(*(each.open for each in all_of)),
        frozenset().union(*(each.never_shown for each in all_of)),
        frozenset().union(*(each.derived for each in all_of)),
    )
