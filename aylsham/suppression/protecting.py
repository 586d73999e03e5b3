"""What may be shown of counts of children: pure, no Django.

A count under five is hidden, and so is whatever would give it away. Counts are linked by sums: a
whole and its parts, in one table or in several, in one report or in two. A hidden count is safe
when another set of counts can be written down that agrees with everything shown and in which that
count is not small; as long as none can be found, further counts are hidden.

None is fewer than five: a zero in a breakdown is hidden like a one, because “nobody” about a group
says something about each child outside it, and a reader who sees zeros knows that every hidden
count is at least one. A zero total that the audience may see is shown. `Settings` can choose
otherwise.
"""

from dataclasses import dataclass, field

from aylsham.suppression.counts import Counts, Known, Protected
from aylsham.suppression.puzzle import Puzzle
from aylsham.suppression.settings import USUAL, Settings

#: To readers who hold no other report.
NOTHING = Known()


def protect(counts: Counts, known: Known = NOTHING, settings: Settings = USUAL) -> Protected:
    """Hide what is small, and as little more as keeps it hidden.

    What is shown is protected as if it were shown exactly, and only then rounded: who knows less
    can work out less.
    """
    return _Protection(counts, known, settings).result()


@dataclass
class _Protection:
    """One set of counts on its way to being safe."""

    counts: Counts
    known: Known
    settings: Settings
    hidden: set[str] = field(default_factory=set)
    exposed: set[str] = field(default_factory=set)
    #: By guarded count: the counts that change in its proofs.
    witnesses: dict[str, frozenset[str]] = field(default_factory=dict)

    def result(self) -> Protected:
        values, known = self.counts.values, self.known
        ours = values.keys() - self.counts.never_shown - known.shown - known.hidden
        closed = ours - self.counts.open
        small = {name for name in closed if self.settings.is_small(values[name])}
        always = small | self.counts.derived | self.counts.never_shown | known.hidden
        guarded = {n for n in small | known.hidden if self.settings.is_small(values[n])}
        self.hidden |= always
        for name in sorted(guarded):
            self._guard(name, closed)
        self._give_back(self.hidden - always)
        return Protected(
            values,
            frozenset(self.hidden),
            frozenset(self.exposed),
            self._few(guarded) if self.settings.tells_few else frozenset(),
            self.settings,
        )

    def _guard(self, name: str, closed: set[str]) -> None:
        """Hide further counts until this one is safe, or until there is nothing left to hide."""
        while (found := self._puzzle().witness(name)) is None:
            spare = self._puzzle().next_to_hide(name, closed - self.hidden)
            if spare is None:
                self.exposed.add(name)
                return
            self.hidden.add(spare)
        self.witnesses[name] = found

    def _give_back(self, spares: set[str]) -> None:
        """Show again what turned out to be hidden in vain, the largest first."""
        for name in sorted(spares, key=lambda n: (-self.counts.values[n], n)):
            puzzle = self._puzzle(without=name)
            # Who is safe without any change of this count is as safe when it is shown.
            found = {}
            for guarded in [each for each, touched in self.witnesses.items() if name in touched]:
                if (witness := puzzle.witness(guarded)) is None:
                    break
                found[guarded] = witness
            else:
                self.hidden.discard(name)
                self.witnesses.update(found)

    def _puzzle(self, without: str = "") -> Puzzle:
        hidden = frozenset(self.hidden - {without})
        return Puzzle(
            self.counts, hidden, self.settings, self._least(hidden), fixed=self._fixed(hidden)
        )

    def _fixed(self, hidden: frozenset[str]) -> frozenset[str]:
        return (self.counts.open | self.known.shown) - hidden

    def _least(self, hidden: frozenset[str]) -> dict[str, int]:
        """Where zeros are shown, what is hidden is somebody."""
        if not self.settings.shows_zero:
            return {}
        printed = hidden - self.counts.never_shown - self.counts.derived
        return {name: 1 for name in printed if self.counts.values[name]}

    def _few(self, guarded: set[str]) -> frozenset[str]:
        """What may be called few: all that is hidden for being small, or nothing.

        The others are then known to be as much as the threshold.
        """
        small, hidden = self.settings.threshold, frozenset(self.hidden)
        printed = hidden - self.counts.never_shown - self.counts.derived
        few = {name for name in printed if self.counts.values[name] < small}
        least = {**self._least(hidden), **dict.fromkeys(printed - few, small)}
        most = dict.fromkeys(few, small - 1)
        fixed = self._fixed(hidden)
        puzzle = Puzzle(self.counts, hidden, self.settings, least, most, fixed=fixed)
        is_safe = all(puzzle.witness(name) is not None for name in guarded - self.exposed)
        return frozenset(few) if is_safe else frozenset()
