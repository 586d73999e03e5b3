"""Groups of children on the register against all others: counted, tied to the other counts; pure.

A child is in one group of each way of looking. How many of a group are on the register is printed
once a school year: two terms side by side would tell of the few who came and went between them.
Against the report in which groups were printed last, the counts are guarded like any other. That
somebody of a group came to the school, or left it, is no secret of the register.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from aylsham.suppression.counts import Counts, Sum
from pupils.codes import SenStatus
from reports.governor.facts import Child, SchoolFacts

N = SenStatus.NONE.value
#: How all these names begin, and those of each kind: on the register, of how many, and the others.
KIND = "group"
ON, ROLL, OTHERS = "group:", "group_roll:", "group_none:"
#: On the register when groups were printed last; then and now, come since, gone since.
BEFORE, STILL, COME, GONE = "group_before:", "group_still:", "group_come:", "group_gone:"
#: The same of everybody.
STAYED, ALL_COME, ALL_GONE = "group_stayed", "group_all_come", "group_all_gone"


def count_groups(facts: SchoolFacts) -> Counter[str]:
    """Counts of each group; none where the report does not print them, or cannot guard them."""
    counts: Counter[str] = Counter()
    before = facts.groups.before
    day = next((t.counted_on for t in facts.terms if t.key == before), None)
    if not facts.groups.is_printed or (before and (day is None or not facts.knows(day))):
        return counts
    for child in facts.children:
        is_on = child.status(facts.day) != N
        for group in child.groups:
            if child.is_on_roll(facts.day):
                counts[f"{ROLL}{group}"] += 1
                counts[f"{ON}{group}"] += is_on
        if day is not None and child.groups:
            _follow(counts, child, is_on=is_on, was_on=child.status(day) != N)
    return counts


def _follow(counts: Counter[str], child: Child, *, is_on: bool, was_on: bool) -> None:
    counts[STAYED] += is_on and was_on
    counts[ALL_COME] += is_on and not was_on
    counts[ALL_GONE] += was_on and not is_on
    for group in child.groups:
        counts[f"{BEFORE}{group}"] += was_on
        counts[f"{STILL}{group}"] += is_on and was_on
        counts[f"{COME}{group}"] += is_on and not was_on
        counts[f"{GONE}{group}"] += was_on and not is_on


def link_groups(counts: Mapping[str, int], before: str) -> Counts:
    """The groups with the sums that tie them; `before` is the register when they were printed last.

    Who came and went since then is taken as known, whoever reads it: reports on the terms between
    tell most of it.
    """
    rolls = _by_way(counts, ROLL)
    others = {
        f"{OTHERS}{group}": counts[f"{ROLL}{group}"] - counts[f"{ON}{group}"]
        for groups in rolls.values()
        for group in groups
    }
    moved = {name for name in counts if name.startswith((COME, GONE)) and counts[name]}
    followed = {name for name in counts if name.startswith((STILL, COME, GONE, STAYED))}
    return Counts(
        others,
        (*_sums_now(rolls), *_sums_since(counts, before)),
        frozenset({ALL_COME, ALL_GONE} & counts.keys()),
        frozenset(followed - moved),
        frozenset(others) | moved,
    )


def _sums_now(rolls: Mapping[str, list[str]]) -> Iterator[Sum]:
    for groups in rolls.values():
        yield Sum("roll", tuple(f"{ROLL}{group}" for group in groups))
        yield Sum("register", tuple(f"{ON}{group}" for group in groups))
        for group in groups:
            yield Sum(f"{ROLL}{group}", (f"{ON}{group}", f"{OTHERS}{group}"))


def _sums_since(counts: Mapping[str, int], before: str) -> Iterator[Sum]:
    """Each group's register then and now, and everybody's."""
    if STAYED not in counts:
        return
    yield Sum("register", (STAYED, ALL_COME))
    yield Sum(before, (STAYED, ALL_GONE))
    for groups in _by_way(counts, BEFORE).values():
        for whole, prefix in (
            (before, BEFORE),
            (STAYED, STILL),
            (ALL_COME, COME),
            (ALL_GONE, GONE),
        ):
            yield Sum(whole, tuple(f"{prefix}{group}" for group in groups))
        for group in groups:
            yield Sum(f"{BEFORE}{group}", (f"{STILL}{group}", f"{GONE}{group}"))
            now = f"{ON}{group}"
            if now in counts:  # else nobody of it is left
                yield Sum(now, (f"{STILL}{group}", f"{COME}{group}"))


def _by_way(counts: Iterable[str], prefix: str) -> dict[str, list[str]]:
    """The groups of each way of looking."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts):
        if name.startswith(prefix):
            group = name.removeprefix(prefix)
            found[group.partition(":")[0]].append(group)
    return found
