"""What reviews say of a group's targets, in a sentence for a map that goes out."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

#: On fewer children nothing is said, and no number about fewer: it would be said of one of them.
FEWEST = 5
#: Shares of targets met from which "most" and "about half" are said.
MOST, HALF = 0.6, 0.4


def reviewed_words(scores: Iterable[tuple[Hashable, int]]) -> str:
    """(child, score from −2 to +2) of each reviewed target; empty on fewer than five children.

    Numbers where five children stand behind each (`12 of 20 targets of 11 children`), else words
    that fit one child more or less: nobody's own result can be worked out.
    """
    found = list(scores)
    children = {child for child, _ in found}
    if len(children) < FEWEST:
        return ""
    met = sum(1 for _, score in found if score >= 0)
    about = f"of {len(children)} children in its area of need, reviewed while they had it, were met"
    if all(_behind(found, is_met=is_met) >= FEWEST for is_met in (True, False)):
        return f"{met} of {len(found)} targets {about}{_spread(found)}."
    return f"{_share_words(met / len(found))} of the targets {about}."


def _behind(found: list[tuple[Hashable, int]], *, is_met: bool) -> int:
    return len({child for child, score in found if (score >= 0) == is_met})


def _share_words(share: float) -> str:
    if share >= MOST:
        return "Most or all"
    return "About half" if share >= HALF else "Few or none"


def _spread(found: list[tuple[Hashable, int]]) -> str:
    """Targets by score in brackets; empty where a score is that of fewer than five children."""
    by_score: dict[int, list[Hashable]] = defaultdict(list)
    for child, score in found:
        by_score[score].append(child)
    if any(len(set(children)) < FEWEST for children in by_score.values()):
        return ""
    said = ", ".join(f"{_sign(score)}: {len(by_score[score])}" for score in sorted(by_score))
    return f" (scores {said})"


def _sign(score: int) -> str:
    return f"{score:+d}".replace("-", "−").replace("+0", "0")
