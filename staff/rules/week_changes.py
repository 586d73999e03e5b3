"""What is different between two weeks (pure, no Django)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

DAY = dt.timedelta(days=1)
#: From a day to a day; None: it goes on.
Days = tuple[dt.date, dt.date | None]


@dataclass(frozen=True)
class Given:
    """A session: by whom, for what and with which children, when."""

    adult: UUID
    children: frozenset[UUID]
    what: UUID
    when: tuple[int, int, int]


@dataclass(frozen=True)
class Changes:
    """Whose week is no longer as it was."""

    #: Adults with another session, time or child than before.
    adults: frozenset[UUID]
    #: For each child with other adults than before: who comes, who goes.
    children: Mapping[UUID, tuple[frozenset[UUID], frozenset[UUID]]]


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


def _adults_of(week: Iterable[Given]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for each in week:
        for child in each.children:
            found[child].add(each.adult)
    return found


def gaps_in(whole: Days, taken: Iterable[Days]) -> list[Days]:
    """The days of a time that others leave free; without a last day it goes on."""
    first, last = whole
    found: list[Days] = []
    for starts, ends in sorted(taken, key=lambda each: each[0]):
        if last is not None and starts > last:
            break
        if starts > first:
            found.append((first, starts - DAY))
        if ends is None:
            return found
        first = max(first, ends + DAY)
    if last is None or first <= last:
        found.append((first, last))
    return found
