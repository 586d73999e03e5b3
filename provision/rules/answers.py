"""“What works for these children?”: the answer in sentences, without ranking what cannot be ranked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from provision.rules.impact import Impact, Scores, Spread

NOT_RANKED = (
    "These were measured with different tests or kinds of scores, so they cannot be ranked "
    "against each other."
)
MAYBE_CHANCE = "Their middle halves overlap, so chance may be the whole difference."
NOTHING_MEASURED = (
    "Nothing can be said yet: too few children have both an entry and an exit measure in one test."
)
NOBODY = "No child matches: nothing was given to such children in this time."


@dataclass(frozen=True)
class Standing:
    """What one intervention did in one series of scores."""

    name: str
    series: str
    scores: Scores
    impact: Impact
    lower_is_better: bool = False

    @property
    def spread(self) -> Spread | None:
        """The figure that its test allows: ratio gain before plain change."""
        return self.impact.ratio_gain or self.impact.change

    @property
    def words(self) -> str:
        """“median +6 points, middle half 3 to 9, n = 8”."""
        if self.spread is None:
            return self.impact.refusal
        if self.impact.ratio_gain:
            return self.spread.words("months of progress a month")
        return self.spread.words("marks" if self.scores is Scores.RAW else "points")

    @property
    def gain(self) -> float:
        """The median, turned so that more is better."""
        median = self.spread.median if self.spread else 0.0
        return -median if self.lower_is_better else median


def best_first(standings: Sequence[Standing]) -> list[Standing]:
    """By series, and in each the one with most gain first; those without a figure left out."""
    said = [each for each in standings if each.spread is not None]
    return sorted(said, key=lambda each: (each.series, -each.gain, each.name))


def answer(standings: Sequence[Standing], *, given: int) -> list[str]:
    """The sentences at the head of the page; `given` is how many children had something."""
    said = best_first(standings)
    if not said:
        return [NOTHING_MEASURED if given else NOBODY]
    groups = [list(same) for _, same in groupby(said, key=lambda each: each.series)]
    sentences = [_of_series(group) for group in groups]
    return [*sentences, NOT_RANKED] if len(groups) > 1 else sentences


def _of_series(group: list[Standing]) -> str:
    first, *others = group
    turned = " (lower is better)" if first.lower_is_better else ""
    if not others:
        return f"{first.name}: {first.words}. By {first.series}{turned}."
    then = "; ".join(f"{each.name}: {each.words}" for each in others)
    told = (
        f"Most gain with {first.name}: {first.words}. Then {then}. All by {first.series}{turned}."
    )
    return f"{told} {MAYBE_CHANCE}" if _overlap(first, others[0]) else told


def _overlap(one: Standing, other: Standing) -> bool:
    a, b = one.spread, other.spread
    return a is not None and b is not None and a.lower <= b.upper and b.lower <= a.upper
