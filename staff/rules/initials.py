"""Children on a wall copy: initials, and yet no two of them alike. A way of writing, no law."""

from collections import Counter
from collections.abc import Hashable, Iterable


def initials_of[K: Hashable](children: Iterable[tuple[K, str, str]]) -> dict[K, str]:
    """`MS` by child, from key, first and family name; `MaS`, then `MS2`, where two are alike."""
    rows = list(children)
    short = {key: _first(first) + _first(last) for key, first, last in rows}
    often = Counter(short.values())
    longer = {
        key: first[:2] + _first(last) if often[short[key]] > 1 else short[key]
        for key, first, last in rows
    }
    seen: Counter[str] = Counter()
    found = {}
    for key, words in longer.items():
        seen[words] += 1
        found[key] = words if seen[words] == 1 else f"{words}{seen[words]}"
    return found


def _first(name: str) -> str:
    return name[:1].upper()
