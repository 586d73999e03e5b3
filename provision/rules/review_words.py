"""What reviews say of a group's targets, in a sentence for a map that goes out."""

from collections import Counter
from collections.abc import Hashable, Iterable

#: On fewer children nothing is said: it would be said of one of them.
FEWEST = 5


def reviewed_words(scores: Iterable[tuple[Hashable, int]]) -> str:
    """(child, score from −2 to +2) of each reviewed target; empty on fewer than five children.

    `5 of 7 targets of 6 children met (−1: 2, 0: 4, +1: 1).`
    """
    found = list(scores)
    children = len({child for child, _ in found})
    if children < FEWEST:
        return ""
    counts = Counter(score for _, score in found)
    met = sum(number for score, number in counts.items() if score >= 0)
    spread = ", ".join(f"{_sign(score)}: {counts[score]}" for score in sorted(counts))
    return (
        f"{met} of {len(found)} targets of {children} children in its area of need, reviewed "
        f"while they had it, were met (scores {spread})."
    )


def _sign(score: int) -> str:
    return f"{score:+d}".replace("-", "−").replace("+0", "0")
