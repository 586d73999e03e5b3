"""Names on paper and for people from outside: short, and yet no two children of a group alike."""

from collections import defaultdict
from collections.abc import Hashable, Iterable


def short_names[K: Hashable](children: Iterable[tuple[K, str, str]]) -> dict[K, str]:
    """`Mary S`, or as much of the family name as tells the children of one group apart.

    Takes key, the name the child goes by, family name. `Mary Sm` and `Mary Si`; the whole family
    name where one begins like the other or both are the same.
    """
    alike: dict[str, list[tuple[K, str, str]]] = defaultdict(list)
    for child in children:
        alike[child[1].casefold()].append(child)
    return {
        key: f"{known_as} {last[: _letters(last, [c[2] for c in group if c[0] != key])]}".strip()
        for group in alike.values()
        for key, known_as, last in group
    }


def _letters(last: str, others: list[str]) -> int:
    """How many letters of a family name no other begins with; all where there is no such number."""
    taken = [other.casefold() for other in others]
    for length in range(1, len(last)):
        start = last[:length].casefold()
        # No mark of a name stands alone at the end: "O'" tells nothing.
        if last[length - 1].isalpha() and not any(name.startswith(start) for name in taken):
            return length
    return len(last)
