"""What an intervention changed: entry against exit on one test, always with n and spread.

Ratio gain (months of progress for each month of an intervention) needs a test with age equivalents;
its words are those of G. Brooks, "What works for children and young people with literacy
difficulties?" (5th edition, 2016): useful, substantial, remarkable. The limits 2, 3 and 4 are [M]:
not yet checked against the book. Standardised change needs standard scores. The effect size is the
mean change over the deviation of the test's scale; without a comparison group it is no effect of
the intervention alone (Education Endowment Foundation, "The DIY evaluation guide").
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import fmean, median, quantiles

from pupils.rules.scores import SCALES

#: Fewer children than this say nothing, and could point to one of them.
FEWEST = 5
DAYS_A_MONTH = 365.25 / 12
#: Between tests that lie nearer together, months of progress a month mean nothing.
LEAST_DAYS = 28
#: Ratio gain from which the words are used; below the last: less than useful.
_BANDS = ((4, "remarkable"), (3, "substantial"), (2, "useful"))
TOO_FEW = f"Too few to say: fewer than {FEWEST} children have both measures."
NO_COMPARISON = (
    "No children without the intervention are compared, so other reasons may lie behind the change."
)
CHOSEN_LOW = (
    "Children get an intervention because their scores are worrying. Such scores move a little "
    "towards the middle at the next test whatever is done (regression to the mean), so part of "
    "the change is not from the intervention."
)


class Scores(StrEnum):
    """What the numbers of a test are; the last three are those of `pupils.rules.scores.SCALES`."""

    AGE_MONTHS = "age"
    RAW = "raw"
    STANDARD = "standard"
    SCALED = "scaled"
    T_SCORE = "t"


@dataclass(frozen=True)
class Measure:
    """A score in a test on a day; an age equivalent is in months."""

    test: str
    scores: Scores
    value: float
    on: dt.date


@dataclass(frozen=True)
class Pair:
    """Entry and exit of one child."""

    entry: Measure
    exit: Measure

    @property
    def change(self) -> float:
        """Exit less entry, in the test's own units."""
        return self.exit.value - self.entry.value

    @property
    def months(self) -> float:
        """Months from entry to exit."""
        return (self.exit.on - self.entry.on).days / DAYS_A_MONTH

    @property
    def ratio_gain(self) -> float:
        """Months of progress for each month between the two tests."""
        return self.change / self.months


@dataclass(frozen=True)
class Spread:
    """The middle and where the middle half lies."""

    n: int
    lower: float
    median: float
    upper: float

    def words(self, unit: str = "") -> str:
        """“median 2.1 months, middle half 1.4 to 3, n = 12”."""
        after = f" {unit}" if unit else ""
        middle = f"median {_short(self.median)}{after}"
        return f"{middle}, middle half {_short(self.lower)} to {_short(self.upper)}, n = {self.n}"


@dataclass(frozen=True)
class Impact:
    """What may be said of an intervention; a figure is None where the test does not allow it."""

    n: int
    change: Spread | None = None
    ratio_gain: Spread | None = None
    #: Mean change in deviations of the scale.
    effect: float | None = None
    #: Why there is no figure; empty when there is one.
    refusal: str = ""
    cautions: tuple[str, ...] = ()

    @property
    def band(self) -> str:
        """The word for the median ratio gain (Brooks, 2016); empty without one."""
        if self.ratio_gain is None:
            return ""
        found = (word for least, word in _BANDS if self.ratio_gain.median >= least)
        return next(found, "less than useful")


def spread_of(values: Sequence[float]) -> Spread | None:
    """Median and quartiles (both ends counted); None below five values."""
    if len(values) < FEWEST:
        return None
    lower, _, upper = quantiles(values, n=4, method="inclusive")
    return Spread(len(values), lower, median(values), upper)


def impact_of(pairs: Sequence[Pair], *, chosen_low: bool = False) -> Impact:
    """What entry and exit say, or why they cannot be compared.

    `chosen_low`: children got the intervention for a low entry score on this test.
    """
    n = len(pairs)
    if problem := why_not_compared(pairs):
        return Impact(n, refusal=problem)
    if n < FEWEST:
        return Impact(n, refusal=TOO_FEW)
    scores = pairs[0].entry.scores
    return Impact(
        n,
        change=spread_of([pair.change for pair in pairs]),
        ratio_gain=_ratio_gain(pairs) if scores is Scores.AGE_MONTHS else None,
        effect=_effect(pairs, scores),
        cautions=_cautions(pairs, scores, chosen_low),
    )


def why_not_compared(pairs: Sequence[Pair]) -> str:
    """Why these cannot be put together, in words; empty when they can."""
    tests = {measure.test for pair in pairs for measure in (pair.entry, pair.exit)}
    if len(tests) > 1:
        named = ", ".join(sorted(tests))
        return f"Different tests cannot be compared: {named}. Look at one test at a time."
    if len({measure.scores for pair in pairs for measure in (pair.entry, pair.exit)}) > 1:
        return (
            "Different kinds of scores of a test cannot be compared, as raw with standard scores. "
            "Use the same kind at entry and exit."
        )
    if any(pair.exit.on <= pair.entry.on for pair in pairs):
        return "An exit measure is not later than its entry measure. Check the dates."
    return ""


def _ratio_gain(pairs: Sequence[Pair]) -> Spread | None:
    """None where two tests lie within four weeks: a mark or two would look like a miracle."""
    if _is_hasty(pairs):
        return None
    return spread_of([pair.ratio_gain for pair in pairs])


def _is_hasty(pairs: Sequence[Pair]) -> bool:
    return any((pair.exit.on - pair.entry.on).days < LEAST_DAYS for pair in pairs)


def _effect(pairs: Sequence[Pair], scores: Scores) -> float | None:
    """None where no spread of the scores is known: a group's own is too small to stand for it."""
    if scores not in SCALES:
        return None
    return fmean(pair.change for pair in pairs) / SCALES[scores].deviation


def _cautions(pairs: Sequence[Pair], scores: Scores, chosen_low: bool) -> tuple[str, ...]:
    told = [NO_COMPARISON]
    if chosen_low:
        told.append(CHOSEN_LOW)
    if scores is Scores.RAW:
        told.append(
            "Raw scores rise as children grow older: this change is not against children of "
            "the same age."
        )
    if _is_hasty(pairs):
        told.append(
            "Some were tested twice within four weeks: a child remembers the test, and progress a "
            "month is not given."
        )
    if scores is Scores.AGE_MONTHS:
        told.append(
            "Age equivalents are rough: a few marks can be many months. Prefer standard scores "
            "where the test gives them."
        )
    return tuple(told)


@dataclass(frozen=True)
class TargetCost:
    """What each met target cost, in pence; the range is the middle half of the provisions."""

    provisions: int
    targets: int
    met: int
    pence_a_met_target: int | None = None
    lowest: int | None = None
    highest: int | None = None
    refusal: str = ""
    #: Targets that somebody named for the provision; the others lie in its area of need.
    named: int = 0

    @property
    def rests_on(self) -> str:
        """What says that these targets belong to the provision."""
        if self.named == self.targets:
            return "as the plan names them"
        if not self.named:
            return "by area of need"
        return f"{self.named} as the plan names them, {self.targets - self.named} by area of need"


@dataclass(frozen=True)
class Spent:
    """One provision: pence that it cost, targets that it served, how many were met or named."""

    pence: int
    targets: int
    met: int
    named: int = 0


def cost_of_met_targets(spent: Sequence[Spent]) -> TargetCost:
    """All pence over all met targets, those of unmet targets too; refused below five targets.

    The range comes from the provisions that met a target, five or more; without them there is none.
    """
    targets, met = sum(s.targets for s in spent), sum(s.met for s in spent)
    named = sum(s.named for s in spent)
    if targets < FEWEST:
        why = f"Too few to say: fewer than {FEWEST} targets."
        return TargetCost(len(spent), targets, met, refusal=why, named=named)
    if not met:
        why = "No target has been met so far."
        return TargetCost(len(spent), targets, met, refusal=why, named=named)
    each = [s.pence / s.met for s in spent if s.met]
    found = spread_of(each)
    return TargetCost(
        provisions=len(spent),
        targets=targets,
        met=met,
        pence_a_met_target=_whole(Fraction(sum(s.pence for s in spent), met)),
        lowest=round(found.lower) if found else None,
        highest=round(found.upper) if found else None,
        named=named,
    )


def _whole(pence: Fraction) -> int:
    return int(pence + Fraction(1, 2))


def _short(number: float) -> str:
    """One decimal, none when it is zero, and a real minus sign."""
    return f"{number:.1f}".removesuffix(".0").replace("-", "−")
