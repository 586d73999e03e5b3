"""What two reports on terms that follow each other tell together about a year group; pure.

Nobody prints it. Whoever holds both can follow a year group from the one to the other: who is on
the register now was on it then, or has come; who was on it then is on it still, or has gone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from aylsham.codes import YEAR_GROUP_AFTER
from aylsham.suppression.counts import Sum
from aylsham.suppression.differencing import Figure
from pupils.codes import SenStatus
from reports.governor.facts import SchoolFacts
from reports.governor.terms import TermKey

YEAR_GROUP_BEFORE = {after: code for code, after in YEAR_GROUP_AFTER.items()}
N = SenStatus.NONE.value
#: How the counts of year groups begin that a report prints.
YEAR = "year:"
#: What a report on the term after has printed of them.
AFTER = "year_after:"
#: On the register at the end of the term before, by the year group of that time.
BEFORE = "year_before:"
#: On it then and now, and come since: by the year group of now. Gone since: by that of then.
STILL, COME, GONE = "year_still:", "year_come:", "year_gone:"
#: How the names begin of what nobody prints.
FOLLOWED = (STILL, COME, GONE)


def count_year_changes(facts: SchoolFacts) -> Counter[str]:
    """Counts of each year group's register then and since; none where the term before is not known."""
    counts: Counter[str] = Counter()
    if len(facts.terms) < 2 or not facts.knows(facts.before_on):
        return counts
    is_new_year = _is_new_year(facts.terms[-2].key, facts.terms[-1].key)
    for child in facts.children:
        now, was_on = child.year_group, child.status(facts.before_on) != N
        then = _then(now, is_new_year and child.is_on_roll(facts.day))
        is_on = child.status(facts.day) != N
        counts[f"{STILL}{now}"] += was_on and is_on
        counts[f"{COME}{now}"] += is_on and not was_on
        counts[f"{BEFORE}{then}"] += was_on
        counts[f"{GONE}{then}"] += was_on and not is_on
    return counts


def sums_of_years(counts: Mapping[str, int], then: TermKey, now: TermKey) -> Iterator[Sum]:
    """How these counts hang together, and on what is printed."""
    for name in _names(counts, YEAR):
        year = name.removeprefix(YEAR)
        yield Sum(name, (f"{STILL}{year}", f"{COME}{year}"))
    gone, still = [], defaultdict(list)
    for name in _names(counts, STILL):
        still[_then(name.removeprefix(STILL), _is_new_year(then, now))].append(name)
    for name in _names(counts, BEFORE):
        year = name.removeprefix(BEFORE)
        if year in still:
            gone.append(f"{GONE}{year}")
            yield Sum(name, (*still[year], gone[-1]))
        else:
            gone.append(name)  # nobody is left of it, and everybody may see that
    yield Sum(f"at:{then.code}:register", _names(counts, BEFORE))
    yield Sum("stayed", _names(counts, STILL))
    yield Sum("come", ("on", "joined"))
    yield Sum("come", _names(counts, COME))
    yield Sum("gone", ("off", "left"))
    yield Sum("gone", tuple(gone))


def _names(counts: Mapping[str, int], prefix: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in counts if name.startswith(prefix)))


def totals(counts: Mapping[str, int]) -> dict[str, int]:
    """Everybody who came on the register, and everybody who went."""
    return {"come": counts["on"] + counts["joined"], "gone": counts["off"] + counts["left"]}


def followed_later(published: Iterable[Figure], ours: Iterable[str]) -> set[str]:
    """Year groups where the report on the next term is out: whoever has it could follow them."""
    known = (each.name.partition(f"/{AFTER}") for each in published)
    owners = {owner for owner, found, _ in known if found}
    return {
        name for name in ours if (parts := name.partition(f"/{YEAR}"))[1] and parts[0] in owners
    }


def is_guarded(name: str, count: int) -> bool:
    """Whether it is somebody who came or went: that nobody did tells of no child."""
    return name.startswith((COME, GONE)) and count > 0


def _then(now: str, is_new_year: bool) -> str:
    """The year group of the term before; the youngest and those in none have no other."""
    return YEAR_GROUP_BEFORE.get(now, now) if is_new_year else now


def _is_new_year(then: TermKey, now: TermKey) -> bool:
    """Whether everybody went up between two terms."""
    return then.academic_year != now.academic_year
