"""A sample that can be drawn again, and how far two ratings agree: pure, no Django.

Agreement is said as exact, within one, and Cohen's weighted kappa with linear weights (J. Cohen,
"Weighted kappa", Psychological Bulletin 70, 1968): 1 minus the disagreement seen over the
disagreement that chance would make, a step of two counting twice a step of one.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

CODE, VERSION = "ours.moderation", "1"
CITATION = "Our own round of moderation (no law asks for it)"
#: Fewer pairs say nothing, and could point to a child.
FEWEST = 10
#: From so many levels apart somebody looks a second time.
FAR_APART = 2

Pair = tuple[int, int]


@dataclass(frozen=True)
class Candidate[K: Hashable]:
    """A rated need that can be drawn: its key, the child, the area."""

    key: K
    child: Hashable
    area: str


@dataclass(frozen=True)
class Agreement:
    """How far the own rating and the blind one agree over n pairs, n being 10 or more."""

    n: int
    exact: int
    within_one: int
    #: None: everybody gave the same level, so that chance would agree as well.
    kappa: Fraction | None
    #: Pairs in which the own school rated higher, and lower.
    higher: int
    lower: int

    @property
    def exact_percent(self) -> int:
        """Of 100 pairs, to the nearest."""
        return round(100 * self.exact / self.n)

    @property
    def within_one_percent(self) -> int:
        """Of 100 pairs, to the nearest."""
        return round(100 * self.within_one / self.n)

    @property
    def kappa_words(self) -> str:
        """To two places, or why there is none."""
        return "not defined" if self.kappa is None else f"{float(self.kappa):.2f}"

    @property
    def direction(self) -> str:
        """Which way the own ratings lean; empty when they lean neither way."""
        if self.higher == self.lower:
            return ""
        return "higher" if self.higher > self.lower else "lower"


def draw[K: Hashable](candidates: Iterable[Candidate[K]], number: int, seed: int) -> list[K]:
    """So many needs of one school, one a child, area after area so that each has its share.

    The same candidates, number and seed draw the same, in whatever order they come.
    """
    by_area: dict[str, list[Candidate[K]]] = defaultdict(list)
    for each in sorted(candidates, key=lambda c: _lot(seed, c.key)):
        by_area[each.area].append(each)
    areas = sorted(by_area, key=lambda area: _lot(seed, area))
    drawn: list[K] = []
    children: set[Hashable] = set()
    while len(drawn) < number and any(by_area.values()):
        for area in areas:
            rest = by_area[area]
            while rest and rest[0].child in children:
                rest.pop(0)
            if rest and len(drawn) < number:
                each = rest.pop(0)
                children.add(each.child)
                drawn.append(each.key)
    return drawn


def needs_second_look(own: int, blind: int) -> bool:
    """Whether two ratings lie so far apart that somebody else looks too."""
    return abs(own - blind) >= FAR_APART


def agreement(pairs: Sequence[Pair]) -> Agreement | None:
    """How far (own, blind) pairs agree; None when there are too few to say."""
    if len(pairs) < FEWEST:
        return None
    apart = [own - blind for own, blind in pairs]
    return Agreement(
        n=len(pairs),
        exact=sum(a == 0 for a in apart),
        within_one=sum(abs(a) <= 1 for a in apart),
        kappa=weighted_kappa(pairs),
        higher=sum(a > 0 for a in apart),
        lower=sum(a < 0 for a in apart),
    )


def weighted_kappa(pairs: Sequence[Pair]) -> Fraction | None:
    """Cohen's kappa with linear weights, exactly; None where chance alone would always agree."""
    n = len(pairs)
    own, blind = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = Fraction(sum(abs(a - b) for a, b in pairs), n or 1)
    by_chance = Fraction(
        sum(abs(a - b) * own[a] * blind[b] for a in own for b in blind), (n * n) or 1
    )
    return 1 - seen / by_chance if by_chance else None


def _lot(seed: int, key: Hashable) -> str:
    return hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()
