"""Standardised scores: which are possible, and which percentile fits. Pure, no Django.

A percentile fits a score when it is the rounded share below some value that rounds to the score:
tables of publishers round, and their scores are whole numbers.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist


@dataclass(frozen=True)
class ScaleRule:
    """A scale of standardised scores."""

    mean: int
    deviation: int
    lowest: int
    highest: int

    def percent_below(self, score: float) -> float:
        """The share of children of that age who score less, in per cent."""
        return 100 * NormalDist(self.mean, self.deviation).cdf(score)


SCALES: dict[str, ScaleRule] = {
    "standard": ScaleRule(100, 15, 40, 160),
    "scaled": ScaleRule(10, 3, 1, 19),
    "t": ScaleRule(50, 10, 10, 90),
}


def percentiles_of(scale: str, score: int) -> range:
    """The percentiles, 1 to 99, that fit a score within rounding."""
    rule = SCALES[scale]
    lowest = math.floor(rule.percent_below(score - 0.5))
    highest = math.ceil(rule.percent_below(score + 0.5))
    return range(min(max(lowest, 1), 99), min(max(highest, 1), 99) + 1)


@dataclass(frozen=True)
class Scores:
    """What was scored; None where a report does not say."""

    score: int | None = None
    low: int | None = None
    high: int | None = None
    interval: int | None = None
    percentile: int | None = None


def faults(scale: str, given: Scores) -> dict[str, str]:
    """What cannot be right, by field, in a sentence that says what to do."""
    rule, found = SCALES[scale], {}
    for name in ("score", "low", "high"):
        value = getattr(given, name)
        if value is not None and not rule.lowest <= value <= rule.highest:
            found[name] = f"Scores of this test run from {rule.lowest} to {rule.highest}."
    if given.percentile is not None and not 1 <= given.percentile <= 99:
        found["percentile"] = "A percentile is between 1 and 99."
    found |= _interval(given, found)
    if given.score is not None and given.percentile is not None and not found:
        fitting = percentiles_of(scale, given.score)
        if given.percentile not in fitting:
            found["percentile"] = (
                f"A score of {given.score} goes with percentile {_words(fitting)}. Check both."
            )
    return found


def _interval(given: Scores, found: dict[str, str]) -> dict[str, str]:
    low, high = given.low, given.high
    if low is None and high is None:
        return {"interval": "Give both ends of the interval."} if given.interval else {}
    if low is None or high is None:
        return {"high" if high is None else "low": "Give both ends of the interval."}
    if given.interval is None:
        return {"interval": "Say how sure the interval is."}
    if given.score is None:
        return {"score": "An interval needs its score."}
    if "low" not in found and "high" not in found and not low <= given.score <= high:
        return {"low": f"The interval does not contain the score, {given.score}."}
    return {}


def _words(fitting: range) -> str:
    first, last = fitting[0], fitting[-1]
    return str(first) if first == last else f"{first} to {last}"
