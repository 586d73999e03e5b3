"""From children to counts: one school at a time, then added up; pure.

Every count has a name: `K`, `year:4`, `need:SLCN`, `at:2026-spring:E`, `due:decision:late`. The
counts of a federation are the sums of its schools' under the same names.
"""

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ehcp.rules.timeliness import OF_FEW, Duty, Obligation
from pupils.codes import NEED_TYPES, AreaOfNeed, SenStatus, StatusReason
from reports.governor.facts import Child, SchoolFacts
from reports.governor.groups import count_groups
from reports.governor.support import count_support, shared_kinds
from reports.governor.terms import TermKey
from reports.governor.two_terms import count_year_changes

K, E, N = SenStatus.SUPPORT.value, SenStatus.PLAN.value, SenStatus.NONE.value
#: Groups whose attendance is compared.
GROUPS = ("sen", "other", "K", "E", "all")


@dataclass(frozen=True)
class Mean:
    """An average that can be added up."""

    count: int = 0
    total: Decimal = Decimal(0)

    def __add__(self, other: "Mean") -> "Mean":
        return Mean(self.count + other.count, self.total + other.total)

    @property
    def value(self) -> float | None:
        """To one decimal."""
        return round(float(self.total / self.count), 1) if self.count else None


@dataclass(frozen=True)
class Counted:
    """The counts of a school or of several, before anything is hidden."""

    counts: Mapping[str, int]
    attendance: Mapping[str, Mean] = field(default_factory=dict)
    #: Days late of the councils' decisions and plans, for an average.
    days_late: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    #: The term whose report printed groups of children last; empty for none.
    groups_before: str = ""
    #: Terms for which everybody is known, oldest first.
    whole_terms: tuple[TermKey, ...] = ()
    all_terms: tuple[TermKey, ...] = ()
    knows_before: bool = True
    known_from: dt.date | None = None

    def __getitem__(self, name: str) -> int:
        return self.counts.get(name, 0)

    def names(self, prefix: str) -> list[str]:
        """The names that begin with a prefix, in order."""
        return sorted(name for name in self.counts if name.startswith(prefix))


def count_school(facts: SchoolFacts) -> Counted:
    """Everything that a report says of one school."""
    counts: Counter[str] = Counter()
    _count_register(facts, counts)
    _count_trend(facts, counts)
    _count_changes(facts, counts)
    counts.update(count_year_changes(facts))
    counts.update(count_support(facts))
    counts.update(count_groups(facts))
    late = _count_plans(facts, counts)
    return Counted(
        counts=dict(counts),
        attendance=_attendance(facts),
        days_late=late,
        whole_terms=tuple(t.key for t in facts.terms if facts.knows(t.counted_on)),
        all_terms=tuple(t.key for t in facts.terms),
        knows_before=facts.knows(facts.before_on),
        known_from=facts.records_begin_on,
        groups_before=facts.groups.before.code if facts.groups.before else "",
    )


def add_up(several: Iterable[Counted]) -> Counted:
    """The counts of several schools together; a term is whole if it is whole at each."""
    parts = list(several)
    counts: Counter[str] = Counter()
    attendance: dict[str, Mean] = {}
    late: dict[str, tuple[int, ...]] = {}
    for part in parts:
        counts.update(part.counts)
        for group, mean in part.attendance.items():
            attendance[group] = attendance.get(group, Mean()) + mean
        for duty, days in part.days_late.items():
            late[duty] = late.get(duty, ()) + days
    return Counted(
        counts=dict(shared_kinds(counts, [part.counts for part in parts])),
        attendance=attendance,
        days_late=late,
        whole_terms=_shared(part.whole_terms for part in parts),
        all_terms=_shared(part.all_terms for part in parts),
        knows_before=all(part.knows_before for part in parts),
        known_from=max((p.known_from for p in parts if p.known_from), default=None),
        groups_before=max((part.groups_before for part in parts), default=""),
    )


def _shared(several: Iterable[tuple[TermKey, ...]]) -> tuple[TermKey, ...]:
    sets = [set(terms) for terms in several]
    return tuple(sorted(set.intersection(*sets))) if sets else ()


def _count_register(facts: SchoolFacts, counts: Counter[str]) -> None:
    for child, status in facts.with_status(facts.day):
        counts["roll"] += 1
        counts[f"year_roll:{child.year_group}"] += 1
        counts[f"year:{child.year_group}"] += status != N
        counts["none" if status == N else status] += 1
        if status != N:
            counts["register"] += 1
            counts[f"need:{child.need or 'none'}"] += 1
            counts[f"area:{area_of(child.need)}"] += 1
    names = ["roll", "none", "register", K, E, *(f"need:{code}" for code in NEED_TYPES)]
    for name in (*names, *(f"area:{area.value}" for area in AreaOfNeed)):
        counts[name] += 0  # nobody is a count too


def area_of(need: str) -> str:
    """The area of a need type; `none` when no need is recorded."""
    return NEED_TYPES[need].area.value if need in NEED_TYPES else "none"


def _count_trend(facts: SchoolFacts, counts: Counter[str]) -> None:
    _count_since_when(facts, counts)
    for term in facts.terms:
        code = f"at:{term.key.code}"
        for name in ("roll", "register", "none", K, E):
            counts[f"{code}:{name}"] += 0
        for _, status in facts.with_status(term.counted_on):
            counts[f"{code}:roll"] += 1
            counts[f"{code}:{'none' if status == N else status}"] += 1
            counts[f"{code}:register"] += status != N


def _count_since_when(facts: SchoolFacts, counts: Counter[str]) -> None:
    """Of the children on the register today: how many were by each term's end, and the steps."""
    now = [child for child, status in facts.with_status(facts.day) if status != N]
    since = [child.on_register_since(facts.day) for child in now]
    before = 0
    for term in facts.terms:
        count = sum(day is not None and day <= term.counted_on for day in since)
        counts[f"present:{term.key.code}"] += count
        counts[f"new:{term.key.code}"] += count - before
        before = count


def _count_changes(facts: SchoolFacts, counts: Counter[str]) -> None:
    reasons = (f"{way}:{reason.value}" for way in ("on", "off") for reason in StatusReason)
    for name in ("on", "off", "joined", "left", "up", "down", "stayed", *reasons):
        counts[name] += 0
    for child in facts.children:
        for name in _changes(child, facts):
            counts[name] += 1


def _changes(child: Child, facts: SchoolFacts) -> Iterable[str]:
    """What happened between the end of the last term and the day of the report."""
    then = (
        child.status(facts.before_on) if facts.knows(facts.before_on) else _inferred(child, facts)
    )
    now = child.status(facts.day)
    if now == N and then != N:
        return _gone(child, facts)
    if then == N and now != N:
        return _come(child, facts)
    changes = ["stayed"] if now != N else []
    if (then, now) in ((K, E), (E, K)):
        changes.append("up" if now == E else "down")
    return changes


def _inferred(child: Child, facts: SchoolFacts) -> str:
    """The status before the records began, as far as today's record tells."""
    held = [s for s in child.stretches if s.starts_on <= facts.before_on]
    held = [s for s in held if s.ends_on is None or s.ends_on >= facts.records_begin_on]
    return held[0].status if held else N


def _come(child: Child, facts: SchoolFacts) -> list[str]:
    since = child.on_register_since(facts.day) or facts.day
    joined_on = child.came_on_roll(facts.day)
    if since <= joined_on and joined_on > max(facts.before_on, facts.records_begin_on):
        return ["joined"]
    first = next(s for s in child.stretches if s.starts_on == since)
    return ["on", f"on:{first.reason}"]


def _gone(child: Child, facts: SchoolFacts) -> list[str]:
    if not child.is_on_roll(facts.day):
        return ["left"]
    ended = [s for s in child.stretches if s.ends_on and s.ends_on < facts.day]
    last = max(ended, key=lambda s: s.ends_on or dt.date.min)
    return ["off", f"off:{last.end_reason}"]


def _count_plans(facts: SchoolFacts, counts: Counter[str]) -> dict[str, tuple[int, ...]]:
    late: dict[str, list[int]] = {}
    owed = [(plan.council, plan.obligations) for plan in facts.plans]
    owed += [(request.council, request.obligations) for request in facts.assessments]
    owed += [(order.council, order.obligations) for order in facts.orders]
    for council, obligations in owed:
        for each in obligations:
            _count_obligation(each, council, facts.day, counts, late)
    for plan in facts.plans:
        if plan.is_in_force and plan.september == facts.terms[-1].key.academic_year + 1:
            counts["phase:all"] += 1
            counts["phase:held" if plan.transfer_met_on else "phase:waiting"] += 1
            counts["phase:named"] += plan.transfer_named_on is not None
    for duty in Duty:
        for outcome in ("all", "in_time", "late", "open", "unknown"):
            counts[f"due:{duty.value}:{outcome}"] += 0
    for name in ("phase:all", "phase:held", "phase:waiting", "phase:named"):
        counts[name] += 0
    return {name: tuple(sorted(days)) for name, days in late.items()}


def _count_obligation(
    each: Obligation, council: str, on: dt.date, counts: Counter[str], late: dict[str, list[int]]
) -> None:
    """One thing that was due, for itself and for its council."""
    outcome = _outcome(each, on)
    if outcome is None:
        return
    plain = council.replace(":", " ")
    names = [f"due:{each.duty.value}"]
    if each.duty is Duty.DECISION:
        names.append(f"council:{plain}")
    elif each.duty in OF_FEW:
        names.append(f"stage:{each.duty.value}:{plain}")
    for name in names:
        for other in ("all", "in_time", "late", "open", "unknown"):
            counts[f"{name}:{other}"] += 0  # nobody is a count too
        counts[f"{name}:{outcome}"] += 1
        counts[f"{name}:all"] += outcome != "unknown"
        if days := each.days_late(on):
            late.setdefault(name, []).append(days)


def _outcome(each: Obligation, on: dt.date) -> str | None:
    """in_time, late, open or unknown; None for what is not done and not yet late."""
    if not each.is_known:
        return "unknown"
    if each.is_in_time():
        return "in_time"
    if each.is_late():
        return "late"
    return "open" if each.is_open_and_late(on) else None


def _attendance(facts: SchoolFacts) -> dict[str, Mean]:
    means = {group: Mean() for group in GROUPS}
    for child, status in facts.with_status(facts.day):
        if child.attendance is None:
            continue
        one = Mean(1, child.attendance)
        for group in ("all", "other" if status == N else "sen", *({status} - {N})):
            means[group] = means[group] + one
    return means


def middle(days: tuple[int, ...]) -> int | None:
    """The middle value, in whole weeks begun."""
    return -(-int(statistics.median(days)) // 7) if days else None
