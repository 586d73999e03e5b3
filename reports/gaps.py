"""How children with SEND stand against the others, with how sure one can be: pure, no Django.

Shares: Wilson's band and Newcombe's of the difference, from `provision.rules.equity`. Means: Welch's
interval of a difference at 95 % (B. L. Welch, Biometrika 34, 1947), with the quantile of Student's t
by its expansion (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, variance

from provision.rules.equity import Rate, difference, rate

#: Fewer children than this on either side say nothing.
FEWEST = 5
_Z = NormalDist().inv_cdf(0.975)
HIDDEN = "too few to show"
TOO_FEW = f"Too few to say: fewer than {FEWEST} children on one side."


@dataclass(frozen=True)
class Side:
    """Children with SEND, or the others: how many, and their figure in per cent; None if few."""

    n: int
    figure: float | None
    #: It would tell the asker of fewer than five children.
    is_hidden: bool = False

    @property
    def words(self) -> str:
        """`24 % of 50`; that there are too few."""
        if self.is_hidden:
            return HIDDEN
        return f"fewer than {FEWEST}" if self.figure is None else f"{self.figure:.0f} % of {self.n}"


@dataclass(frozen=True)
class Gap:
    """Two sides and the band of their difference in points, SEND less others."""

    send: Side
    others: Side
    low: float | None = None
    high: float | None = None

    @property
    def apart(self) -> float | None:
        """Points by which SEND lies above the others; negative: below."""
        if self.send.figure is None or self.others.figure is None:
            return None
        return self.send.figure - self.others.figure

    @property
    def words(self) -> str:
        """“31 points below, between 12 and 47”; where the band holds none: that chance could."""
        if self.send.is_hidden or self.others.is_hidden:
            return HIDDEN.capitalize() + "."
        if self.apart is None or self.low is None or self.high is None:
            return TOO_FEW
        where = "above" if self.apart > 0 else "below"
        if self.low <= 0 <= self.high:
            band = f"(band {_signed(self.low)} to {_signed(self.high)})"
            if not round(self.apart):
                return f"level {band}"
            return f"{abs(self.apart):.0f} points {where}, which chance could have made {band}"
        near, far = sorted((abs(self.low), abs(self.high)))
        return f"{abs(self.apart):.0f} points {where}, between {near:.0f} and {far:.0f}"


def gap_of_shares(send: Sequence[bool], others: Sequence[bool]) -> Gap:
    """The gap between two shares, in per cent."""
    ours, theirs = rate(sum(send), len(send)), rate(sum(others), len(others))
    sides = _side(ours), _side(theirs)
    if ours.band is None or theirs.band is None:
        return Gap(*sides)
    return Gap(*sides, *difference(ours.band, theirs.band))


def gap_of_means(send: Sequence[float], others: Sequence[float]) -> Gap:
    """The gap between two means of figures that are per cent already."""
    sides = _mean(send), _mean(others)
    if len(send) < FEWEST or len(others) < FEWEST:
        return Gap(*sides)
    apart = fmean(send) - fmean(others)
    parts = [variance(each) / len(each) for each in (send, others)]
    if not any(parts):
        return Gap(*sides, apart, apart)
    freedom = sum(parts) ** 2 / sum(
        part**2 / (len(each) - 1) for part, each in zip(parts, (send, others), strict=True)
    )
    half = student(freedom) * sqrt(sum(parts))
    return Gap(*sides, apart - half, apart + half)


def without_sides(gap: Gap, is_send_shown: bool, are_others_shown: bool) -> Gap:
    """The gap with one side or both hidden, number and figure: without a band."""
    hidden = Side(0, None, is_hidden=True)
    return Gap(gap.send if is_send_shown else hidden, gap.others if are_others_shown else hidden)


def student(freedom: float) -> float:
    """The 97.5 % quantile of Student's t, to two digits from four degrees of freedom on."""
    z = _Z
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )


def _side(share: Rate) -> Side:
    return Side(share.of, share.band.percent if share.band else None)


def _mean(values: Sequence[float]) -> Side:
    return Side(len(values), fmean(values) if len(values) >= FEWEST else None)


def _signed(points: float) -> str:
    return f"{'−' if round(points) < 0 else '+'}{abs(points):.0f}"
