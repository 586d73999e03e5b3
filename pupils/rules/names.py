"""Names short or whole, and yet no two children of a group or a list alike."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import NamedTuple


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


class Named[K: Hashable](NamedTuple):
    """A child in a list for staff: the name shown, the legal first names, the date of birth."""

    key: K
    name: str
    legal: str
    born_on: dt.date


def told_apart[K: Hashable](children: Iterable[Named[K]]) -> dict[K, str]:
    """What stands behind the name of each child who shares it: `(R)`, `(Robert)`, `(born 3 May)`.

    Initials of middle names or another first name where they differ, else the birthday, with the
    year for two of one day. Nothing for a name that one child alone has.
    """
    children = list(children)
    often = Counter(child.name for child in children)
    if len(often) == len(children):
        return {}
    alike: dict[str, list[Named[K]]] = defaultdict(list)
    for child in children:
        if often[child.name] > 1:
            alike[child.name].append(child)
    return {key: f" ({more})" for group in alike.values() for key, more in _told(group) if more}


def _told[K: Hashable](group: list[Named[K]]) -> list[tuple[K, str]]:
    for say in (_other_names, _birthday, _birth_date):
        said = [say(child) for child in group]
        if len(set(said)) == len(group):
            break
    return [(child.key, more) for child, more in zip(group, said, strict=True)]


def _other_names(child: Named) -> str:
    """`R` for Amelia Rose who goes by Amelia, `Robert` for one who goes by Bob."""
    shown = {word.strip(",").casefold() for word in child.name.split()}
    legal = child.legal.split()
    others = [word for word in legal if word.casefold() not in shown]
    is_first = bool(legal) and legal[0] in others
    return child.legal if is_first else " ".join(word[0] for word in others)


def _birthday(child: Named) -> str:
    return f"born {child.born_on.day} {child.born_on:%b}"


def _birth_date(child: Named) -> str:
    return f"{_birthday(child)} {child.born_on.year}"


def _letters(last: str, others: list[str]) -> int:
    """How many letters of a family name no other begins with; all where there is no such number."""
    taken = [other.casefold() for other in others]
    for length in range(1, len(last)):
        start = last[:length].casefold()
        # No mark of a name stands alone at the end: "O'" tells nothing.
        if last[length - 1].isalpha() and not any(name.startswith(start) for name in taken):
            return length
    return len(last)
