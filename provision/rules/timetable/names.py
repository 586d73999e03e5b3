"""Lists of children's names, however they are set apart."""

import re

from provision.rules.timetable.people import People, fold

ATOMS = re.compile(r"\s*(?:,|/|&|\+|\band\b)\s*", re.I)
EDGES = " \t,.;:-–—·•*&+/|"
#: Longer lists of names without a comma are not searched.
MOST_WORDS = 40
#: Words that one child's name takes at most: `Mary Ann B`.
NAME_WORDS = 3


def children_of(text: str, children: People) -> list[str]:
    """The children of a cell or a list, name by name; `Burton, Zoë; Pike, Lewis` too."""
    strong = [part.strip(EDGES) for part in re.split(r"[;\r\n|•]+", text) if fold(part)]
    if len(strong) > 1:
        return [name for part in strong for name in children_of(part, children)]
    if not strong:
        return []
    (whole,) = strong
    if children.fits(whole):
        return [whole]
    atoms = [atom.strip(EDGES) for atom in ATOMS.split(whole) if fold(atom)]
    if len(atoms) > 1:
        return [name for atom in atoms for name in children_of(atom, children)]
    name, run = split_run(whole, children)
    return run if run and not name else atoms


def split_run(text: str, children: People) -> tuple[str, list[str]]:
    """Names one after the other without a comma, and what stands before them."""
    words = text.split()
    if not 2 < len(words) <= MOST_WORDS:
        return text, []
    for start in range(len(words) - 1):
        if found := _cover(tuple(words[start:]), children):
            return " ".join(words[:start]).strip(EDGES), found
    return text, []


def _cover(words: tuple[str, ...], children: People) -> list[str]:
    """The words as names of children, each of two or three words; empty when they are not."""
    if not words:
        return []
    for size in range(NAME_WORDS, 1, -1):
        name = " ".join(words[:size])
        if len(words) < size or not children.fits(name):
            continue
        rest = _cover(words[size:], children)
        if rest or len(words) == size:
            return [name.strip(EDGES), *rest]
    return []
