"""Whether a group is found in a list more or less often than others, with how sure one can be.

The band is Wilson's score interval at 95 % (E. B. Wilson, "Probable inference, the law of
succession, and statistical inference", Journal of the American Statistical Association 22, 1927),
which holds for few children and for shares near 0 and 100 %.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

#: Fewer children in a group than this are not shown.
FEWEST = 5
_Z = NormalDist().inv_cdf(0.975)
TOO_FEW = f"Too few to say: fewer than {FEWEST} children in the group."
#: What always stands under the figures.
CAUTION = (
    "A difference shows where to look. It does not show why, and it is no reason to add a child "
    "to a list or to take one off."
)
SEVERAL = (
    "With many groups side by side, about one in twenty seems to differ by chance alone. "
    "Look at several years before you act."
)


@dataclass(frozen=True)
class Band:
    """A share and the ends of its 95 % band, in per cent."""

    percent: float
    low: float
    high: float


@dataclass(frozen=True)
class Rate:
    """How many of a group are counted; no band below five children."""

    counted: int
    of: int
    band: Band | None

    @property
    def words(self) -> str:
        """“24 %, between 14 % and 37 % (12 of 50 children)”."""
        if self.band is None:
            return TOO_FEW
        low, high = f"{self.band.low:.0f} %", f"{self.band.high:.0f} %"
        counted = f"({self.counted} of {self.of} children)"
        return f"{self.band.percent:.0f} %, between {low} and {high} {counted}"


def rate(counted: int, of: int) -> Rate:
    """The share of a group with its band; raises ValueError for more than all, or below none."""
    if not 0 <= counted <= of:
        raise ValueError("a share is between nobody and everybody")
    if of < FEWEST:
        return Rate(counted, of, None)
    low, high = wilson(counted, of)
    return Rate(counted, of, Band(100 * counted / of, 100 * low, 100 * high))


def wilson(counted: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, each end from 0 to 1; `of` is at least one."""
    share, square = counted / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def compared(group: Rate, others: Rate) -> str:
    """What may be said of a group beside all others, in words that claim no reason.

    By Newcombe's interval of a difference, built from the two bands (R. G. Newcombe, Statistics in
    Medicine 17, 1998, method 10).
    """
    if group.band is None or others.band is None:
        return TOO_FEW
    low, high = difference(group.band, others.band)
    if low > 0:
        return f"Higher than among the others, by {low:.0f} to {high:.0f} points."
    if high < 0:
        return f"Lower than among the others, by {-high:.0f} to {-low:.0f} points."
    return "No difference that chance could not have made."


def difference(a: Band, b: Band) -> tuple[float, float]:
    """The band of a − b, in points of per cent."""
    apart = a.percent - b.percent
    below = sqrt((a.percent - a.low) ** 2 + (b.high - b.percent) ** 2)
    above = sqrt((a.high - a.percent) ** 2 + (b.percent - b.low) ** 2)
    return apart - below, apart + above
