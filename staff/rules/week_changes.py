"""What is different between two weeks (pure, no Django)."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Given:
    """A session: by whom, for what and with which children, when."""

    adult: Hashable
    children: frozenset[Hashable]
    what: Hashable
    when: tuple[int, int, int]


@dataclass(frozen=True)
class Changes:
    """Whose week is no longer as it was."""

    #: Adults with another session, time or child than before.
    adults: frozenset[Hashable]
    #: For each child with other adults than before: who comes, who goes.
    children: Mapping[Hashable, tuple[frozenset[Hashable], frozenset[Hashable]]]


def changes_between(before: Iterable[Given], after: Iterable[Given]) -> Changes:
    """From one week to another."""
    before, after = set(before), set(after)
    adults = frozenset(each.adult for each in before ^ after)
    old, new = _adults_of(before), _adults_of(after)
    children = {
        child: (frozenset(new[child] - old[child]), frozenset(old[child] - new[child]))
        for child in old.keys() | new.keys()
        if new[child] != old[child]
    }
    return Changes(adults, children)


def _adults_of(week: Iterable[Given]) -> dict[Hashable, set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for each in week:
        for child in each.children:
            found[child].add(each.adult)
    return found
