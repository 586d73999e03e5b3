"""Somebody who reads the reports and works out how many children are meant."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product

from lac.rules.year_report import ChildYear, Group, SchoolYear, sections_of

#: The largest group that is tried: two bands above the smallest that is told of.
MOST = 14
Said = tuple[str, ...]
#: How many there are, of how many it is known, for how many it holds.
Counts = tuple[int, int, int]

#: What is asked of each child, by name: the child's year where it holds, does not, is not known.
MEASURES: dict[str, Callable[[bool | None], dict]] = {
    "reviewed": lambda flag: {"reviewed": flag},
    "progress": lambda flag: {"progress": flag},
    "expected": lambda flag: {"expected": flag},
    "plan": lambda flag: {"plans": {} if flag is None else {"Autumn": flag}},
    "attendance": lambda flag: {"attendance": {None: None, True: 97, False: 71}[flag]},
    "suspended": lambda flag: {"suspended": bool(flag)},
    "sen": lambda flag: {"has_sen": bool(flag)},
    "supported": lambda flag: {"supported": flag},
    "spent": lambda flag: {"money_spent": flag},
    "worked": lambda flag: {"money_worked": flag},
    "given": lambda flag: {"given": flag},
    "in time": lambda flag: {"in_time": flag},
    "passed on": lambda flag: {"passed_on": flag},
    "joined": lambda flag: {"joined": bool(flag)},
    "left": lambda flag: {"left": bool(flag)},
}


def printed(children: Iterable[ChildYear], training: int = 0) -> Said:
    """Everything that a report on these children says."""
    year = SchoolYear(tuple(children), (("Attachment", training),), ("Autumn", "Spring"))
    return tuple(text for each in sections_of(year) for text in (each.title, *each.said, each.ask))


def group_of(group: Group, measure: str, counts: Counts) -> list[ChildYear]:
    """Children of whom so many, known of so many, for so many of them it holds."""
    size, known, holds = counts
    flags = [True] * holds + [False] * (known - holds) + [None] * (size - known)
    return [replace(ChildYear(group), **MEASURES[measure](flag)) for flag in flags]


def worked_out(measure: str, group: Group) -> dict[Said, set[Counts]]:
    """By what the report says, every count that would make it say so."""
    found: dict[Said, set[Counts]] = defaultdict(set)
    for size in range(MOST + 1):
        for known in range(size + 1):
            for holds in range(known + 1):
                counts = size, known, holds
                found[printed(group_of(group, measure, counts))].add(counts)
    return found


#: The same, worked out once for all who only read it; not for who plants a fault in the rules.
possible = cache(worked_out)


def told(counts: set[Counts]) -> Iterator[str]:
    """What the reader knows for sure to be one to four."""
    views = {
        "size": {size for size, _, _ in counts},
        "not known": {size - known for size, known, _ in counts},
        "holds": {holds for _, _, holds in counts},
        "does not": {known - holds for _, known, holds in counts},
    }
    for name, values in views.items():
        if all(1 <= value <= 4 for value in values):
            yield name


def told_by_two(first: set[Counts], second: set[Counts]) -> Iterator[str]:
    """What two reports together tell: by how many a number rose or fell."""
    for place, name in ((0, "size"), (2, "holds")):
        here, there = {c[place] for c in first}, {c[place] for c in second}
        if all(1 <= abs(a - b) <= 4 for a, b in product(here, there)):
            yield name


def told_beside_register(counts: set[Counts], *, register: int, others: int) -> Iterator[str]:
    """What a governor report of the term adds: so many children on the register, so many not."""
    fitting = {c for c in counts if c[2] <= register and c[1] - c[2] <= others}
    if fitting:
        yield from told(fitting)
