"""What may be shown of counts of children, and to whom: pure, no Django.

A count under five is hidden, and so is whatever would give it away. Counts are linked by sums: a
whole and its parts, in one table or in several, in one report or in two. A hidden count is safe
when another set of counts can be written down that agrees with everything shown and in which that
count is not small; as long as none can be found, further counts are hidden.

None is fewer than five: a zero in a breakdown is hidden like a one, because “nobody” about a group
says something about each child outside it, and a reader who sees zeros knows that every hidden
count is at least one. A zero total that the audience may see is shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from aylsham.labelled import Labelled

#: Counts below this are hidden.
SMALL = 5
#: No percentage on fewer children than this.
SMALLEST_BASE = 10
#: Attempts after which a count is taken for unsafe.
_MOST_STEPS = 4_000


class Audience(Labelled):
    """Who reads a report."""

    GOVERNORS = "governors", "Governors, confidential"
    PUBLIC = "public", "Anybody"

    @property
    def reads(self) -> tuple["Audience", ...]:
        """Whose reports these readers have in their hands."""
        return tuple(Audience) if self is Audience.GOVERNORS else (Audience.PUBLIC,)


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

    def __getitem__(self, name: str) -> int | None:
        """The count; None if it is hidden."""
        return None if name in self.hidden else self.values[name]

    def percent(self, name: str, base: str) -> float | None:
        """The count as a percentage of another, if both are shown and the base is not small."""
        count, of = self[name], self[base]
        return None if count is None or of is None else percent(count, of)


def percent(count: int, base: int) -> float | None:
    """To one decimal, halves up; None on a base under ten."""
    if base < SMALLEST_BASE:
        return None
    exact = Decimal(count * 100) / Decimal(base)
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def protect(counts: Counts, known: Known = Known()) -> Protected:
    """Hide what is small, and as little more as keeps it hidden."""
    ours = counts.values.keys() - counts.never_shown - known.shown - known.hidden
    small = {name for name in ours - counts.open if counts.values[name] < SMALL}
    guarded = sorted(n for n in small | known.hidden if counts.values[n] < SMALL)
    always = frozenset(small | counts.never_shown | known.hidden)
    hidden, exposed = set(always), set()
    witnesses: dict[str, dict[str, int]] = {}
    for name in guarded:
        while (witness := _Puzzle(counts, frozenset(hidden)).witness(name)) is None:
            spare = _Puzzle(counts, frozenset(hidden)).next_to_hide(
                name, ours - counts.open - hidden
            )
            if spare is None:
                exposed.add(name)
                break
            hidden.add(spare)
        else:
            witnesses[name] = witness
    _give_back(counts, hidden, hidden - always, witnesses)
    return Protected(counts.values, frozenset(hidden), frozenset(exposed))


def _give_back(
    counts: Counts, hidden: set[str], spares: set[str], witnesses: dict[str, dict[str, int]]
) -> None:
    """Show again what turned out to be hidden in vain, the largest first."""
    for name in sorted(spares, key=lambda n: (-counts.values[n], n)):
        puzzle = _Puzzle(counts, frozenset(hidden - {name}))
        # Who is safe without any change of this count is as safe when it is shown.
        found = {}
        for guarded in [each for each, changes in witnesses.items() if changes.get(name)]:
            if (witness := puzzle.witness(guarded)) is None:
                break
            found[guarded] = witness
        else:
            hidden.discard(name)
            witnesses.update(found)


@dataclass(frozen=True)
class _Puzzle:
    """The counts as a reader meets them, who wants to know what is hidden."""

    counts: Counts
    hidden: frozenset[str]
    steps: list[int] = field(default_factory=lambda: [0])

    @property
    def sums_of(self) -> Mapping[str, Sequence[Sum]]:
        return self.counts.sums_of

    def witness(self, name: str) -> dict[str, int] | None:
        """Changes after which the count is five or more, or as much as its whole allows.

        They agree with everything shown, so nobody can tell that the count is small; None if none
        can be found.
        """
        values: dict[str, int] = dict(self.counts.values)
        total: dict[str, int] = defaultdict(int)
        ceiling = self._ceiling(name, frozenset())
        if ceiling == 0:
            return {}  # nobody is in it, and everybody may see that
        if values[name] >= ceiling:
            return self._move(values, name, -1)
        while values[name] < ceiling:
            changes = self._move(values, name, 1)
            if changes is None:
                return None
            for other, by in changes.items():
                values[other] += by
                total[other] += by
        return dict(total)

    def next_to_hide(self, name: str, candidates: set[str]) -> str | None:
        """The nearest count that may be hidden as well, parts before wholes, small before large."""
        seen, ring = {name}, [name]
        while ring:
            beside = [
                (other == each.whole, self.counts.values[other], other)
                for cell in ring
                for each in self.sums_of.get(cell, ())
                for other in each.cells
                if other not in seen
            ]
            if found := [option for option in beside if option[2] in candidates]:
                return min(found)[2]
            ring = sorted({other for _, _, other in beside})
            seen.update(ring)
        return None

    def _ceiling(self, name: str, below: frozenset[str]) -> int:
        """Five, or less where a shown whole is smaller: then nothing in it can be more."""
        wholes = {e.whole for e in self.sums_of.get(name, ()) if name in e.parts} - below
        limits = [
            self._ceiling(whole, below | {name})
            if whole in self.hidden
            else self.counts.values[whole]
            for whole in wholes
        ]
        return min([SMALL, *limits])

    def _move(self, values: dict[str, int], name: str, by: int) -> dict[str, int] | None:
        """Changes of hidden counts, this one among them, that no shown count would betray."""
        self.steps[0] = 0
        return self._settle(values, {name: by}, list(self.sums_of.get(name, ())))

    def _settle(self, values, changes: dict[str, int], open_sums: list[Sum]):
        """Balance every sum that the changes so far have upset, by changes of other counts."""
        self.steps[0] += 1
        if self.steps[0] > _MOST_STEPS:
            return None
        place = next((i for i, each in enumerate(open_sums) if _excess(each, changes)), None)
        if place is None:
            return changes
        # A sum that is even now is looked at again only if a further change touches it.
        rest = open_sums[place:]
        for other, by in self._remedies(values, changes, open_sums[place]):
            found = self._settle(values, {**changes, other: by}, [*rest, *self.sums_of[other]])
            if found is not None:
                return found
        return None

    def _remedies(self, values, changes, upset: Sum) -> Iterator[tuple[str, int]]:
        excess = _excess(upset, changes)
        free = [name for name in upset.cells if name in self.hidden and name not in changes]
        # Counts in few sums upset little else; the largest can give most.
        for name in sorted(free, key=lambda n: (len(self.sums_of[n]), -values[n], n)):
            by = -excess if name == upset.whole else excess
            if values[name] + by >= 0:
                yield name, by


def _excess(each: Sum, changes: Mapping[str, int]) -> int:
    """By how much the whole has grown more than its parts."""
    return changes.get(each.whole, 0) - sum(changes.get(part, 0) for part in each.parts)


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
    )
