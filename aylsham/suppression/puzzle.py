"""What a reader meets who wants to know a hidden count, and the proof that they cannot; pure.

The proof is another set of whole, non-negative counts that agrees with everything shown and in
which the guarded count is something else. It is looked for by small steps, each of which keeps
every sum right; so whatever is found is a proof, however it was found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aylsham.suppression.counts import Counts, Sum
from aylsham.suppression.settings import USUAL, Settings

#: Attempts after which a count is taken for unsafe.
_MOST_STEPS = 4_000


@dataclass(frozen=True)
class Puzzle:
    """The counts as a reader meets them: some hidden, each within bounds that everybody knows."""

    counts: Counts
    hidden: frozenset[str]
    settings: Settings = USUAL
    #: The least and the most that readers know a hidden count to be; none for 0 and no limit.
    least: Mapping[str, int] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)
    #: Shown counts that cannot be hidden any more: readers take them off a whole.
    fixed: frozenset[str] = frozenset()
    steps: list[int] = field(default_factory=lambda: [0])

    @property
    def sums_of(self) -> Mapping[str, Sequence[Sum]]:
        return self.counts.sums_of

    def witness(self, name: str) -> frozenset[str] | None:
        """The counts that change in proofs that this one cannot be told; None if there are none.

        It must be able to be as much as the threshold, so that nobody knows it to be small. Where
        a smaller whole is shown, or the count is called few, it must be able to be nobody instead;
        in a smaller whole also everybody.
        """
        aims = self._aims(name)
        if aims is None:
            return None
        touched: set[str] = set()
        for aim in aims:
            changes = self._reach(name, aim)
            if changes is None:
                return None
            touched |= {other for other, by in changes.items() if by}
        return frozenset(touched)

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

    def _aims(self, name: str) -> set[int] | None:
        """What the count has to be able to be; None where nothing would keep it from the reader."""
        value, small = self.counts.values[name], self.settings.threshold
        nobody = None if self.settings.shows_zero else 0
        if self.most.get(name, small) < small:
            return None if nobody is None else {nobody} - {value}
        ceiling = self._ceiling(name, frozenset())
        if ceiling == 0:
            return set()  # nobody is in it, and everybody may see that
        if ceiling >= small:
            return {small}
        return None if nobody is None else {nobody, ceiling} - {value}

    def _ceiling(self, name: str, below: frozenset[str]) -> int:
        """The threshold, or less where a shown whole is smaller: nothing in it can be more."""
        limits = [
            self._ceiling(each.whole, below | {name})
            if each.whole in self.hidden
            else self._left_over(each, name)
            for each in self.sums_of.get(name, ())
            if name in each.parts and each.whole not in below
        ]
        return min([self.settings.threshold, *limits])

    def _left_over(self, each: Sum, name: str) -> int:
        """What a shown whole leaves for this part of it beside those that stay shown.

        A whole that can still be hidden takes nothing off: sooner than tell what is left, it goes.
        """
        whole = self.counts.values[each.whole]
        if each.whole not in self.fixed:
            return whole
        return whole - sum(self.counts.values[p] for p in each.parts if p in self.fixed - {name})

    def _reach(self, name: str, aim: int) -> dict[str, int] | None:
        """Changes of hidden counts after which this one is what is aimed at."""
        values, total = dict(self.counts.values), dict[str, int]()
        while values[name] != aim:
            changes = self._move(values, name, 1 if aim > values[name] else -1)
            if changes is None:
                return None
            for other, by in changes.items():
                values[other] += by
                total[other] = total.get(other, 0) + by
        return total

    def _move(self, values: dict[str, int], name: str, by: int) -> dict[str, int] | None:
        """Changes of hidden counts, this one among them, that no shown count would betray."""
        self.steps[0] = 0
        if not self._may_be(name, values[name] + by):
            return None
        return self._settle(values, {name: by}, list(self.sums_of.get(name, ())))

    def _settle(self, values, changes: dict[str, int], open_sums: list[Sum]):
        """Balance every sum that the changes so far have upset, by changes of other counts."""
        self.steps[0] += 1
        if self.steps[0] > _MOST_STEPS:
            return None
        # A sum that is even now is looked at again only if a further change touches it.
        upset = [each for each in open_sums if _excess(each, changes)]
        if not upset:
            return changes
        # The hardest first: a dead end shows at once.
        ways = min((list(self._remedies(values, changes, each)) for each in upset), key=len)
        for other, by in ways:
            found = self._settle(values, {**changes, other: by}, [*upset, *self.sums_of[other]])
            if found is not None:
                return found
        return None

    def _remedies(self, values, changes, upset: Sum) -> Iterator[tuple[str, int]]:
        excess = _excess(upset, changes)
        free = [name for name in upset.cells if name in self.hidden and name not in changes]
        # Counts in few sums upset little else; the largest can give most.
        for name in sorted(free, key=lambda n: (len(self.sums_of[n]), -values[n], n)):
            by = -excess if name == upset.whole else excess
            if self._may_be(name, values[name] + by):
                yield name, by

    def _may_be(self, name: str, value: int) -> bool:
        most = self.most.get(name)
        return self.least.get(name, 0) <= value and (most is None or value <= most)


def _excess(each: Sum, changes: Mapping[str, int]) -> int:
    """By how much the whole has grown more than its parts."""
    return changes.get(each.whole, 0) - sum(changes.get(part, 0) for part in each.parts)
