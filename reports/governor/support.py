"""How children are supported, counted without names: plans, meetings, passports, time out; pure."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from aylsham.codes import TermName
from aylsham.suppression.counts import Sum
from pupils.codes import SenStatus
from reports.governor.facts import Child, SchoolFacts, Support, TermDays
from reports.governor.groups import KIND as GROUP
from reports.governor.terms import TermKey

#: The Code of Practice asks to meet parents three times in a school year (6.65): once a term.
_TERMS = tuple(TermName)
#: Who came within so many days of a term's start has had the whole term.
NEW = dt.timedelta(days=14)
#: Each whole with its parts, as their counts are named.
WHOLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (SenStatus.SUPPORT.value, ("plan:in_date", "plan:late", "plan:none")),
    ("register", ("met:enough", "met:fewer", "met:new")),
    ("register", ("passport:read", "passport:unread", "passport:none")),
    ("out:all", ("out:sen", "out:other")),
    ("part:all", ("part:sen", "part:other")),
)
#: What the school does for all of them: totals that governors see, as they see legal dates kept.
OF_THE_SCHOOL = frozenset(part for whole, parts in WHOLES[:3] for part in parts)
#: How the names begin.
KINDS = ("plan:", "met:", "passport:", "out:", "part:")
#: Children tested before and after an intervention: by the key of its line.
TESTED = "tested:"


def count_support(facts: SchoolFacts) -> Counter[str]:
    """Counts by name; none where the record does not know how children were supported."""
    counts: Counter[str] = Counter()
    known = [(c, c.support) for c in facts.children if c.support and c.is_on_roll(facts.day)]
    if not known:
        return counts
    knows_reading = any(support.passport for _, support in known)
    for _, parts in WHOLES:
        if knows_reading or not parts[0].startswith("passport:"):
            counts.update(dict.fromkeys(parts, 0))  # nobody is a count too
    counts.update({"out:all": 0, "part:all": 0})
    for child, support in known:
        counts.update(_names(child, support, facts.day, facts.terms[-1]))
    if facts.record:
        counts.update(facts.record.tested)
    return counts


def _names(child: Child, support: Support, day: dt.date, term: TermDays) -> Iterable[str]:
    status = child.status(day)
    group = "other" if status == SenStatus.NONE else "sen"
    if support.is_suspended:
        yield from ("out:all", f"out:{group}")
    if support.is_part_time:
        yield from ("part:all", f"part:{group}")
    if status == SenStatus.NONE:
        return
    if status == SenStatus.SUPPORT:
        yield f"plan:{support.plan}"
    yield f"met:{_met(child, support, day, term)}"
    if support.passport:
        yield f"passport:{support.passport}"


def terms_begun(key: TermKey) -> int:
    """How many terms of a school year have begun with this one."""
    return _TERMS.index(key.name) + 1


def _met(child: Child, support: Support, day: dt.date, term: TermDays) -> str:
    """`enough`: as often as terms have begun; `fewer`; or `new`: on the register here since the last."""
    if support.meetings >= terms_begun(term.key):
        return "enough"
    since = child.on_register_since(day) or day
    return "new" if max(since, child.came_on_roll(day)) > term.starts_on + NEW else "fewer"


def sums_of_support() -> Iterable[Sum]:
    """What of these counts adds up to what."""
    for whole, parts in WHOLES:
        yield Sum(whole, parts)


def shared_kinds(counts: Counter[str], parts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Of several schools together only what is known at each; and no sum of children tested."""
    unknown = {
        kind
        for each in parts
        for kind in (*KINDS, GROUP)
        if each and not any(name.startswith(kind) for name in each)
    }
    left_out = (*unknown, TESTED)
    return Counter({name: n for name, n in counts.items() if not name.startswith(left_out)})
