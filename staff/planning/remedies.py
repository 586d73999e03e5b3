"""Demands that stay uncovered, and what would cover them: the cheapest first, each proved.

A remedy changes one thing: an adult's hours, an adult's training, a handover, a window, or the
group. The plan stays as it is and the missing sessions are added to it under the changed
instance; only what the independent verifier then accepts is named.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .codes import RANKS, Hard, Shape
from .costs import uncovered_of
from .diary import Diary
from .instance import Demand, Handover, Instance, Session
from .solution import Plan, Remedy, Uncovered
from .times import Times
from .verifying import broken_rules
from .writing import instance_data, session_data

#: So many ways out are named, and so many of one kind.
MOST, MOST_OF_KIND = 4, 2
#: For each kind what it would change, of the rules that bar a session.
KINDS = {
    "window": {Hard.WINDOW},
    "handover": {Hard.HANDOVER},
    "training": {Hard.TRAINING},
    "hours": {Hard.AT_WORK, Hard.CONTRACT},
}
ORDER = ("window", "regroup", "handover", "training", "hours")


@dataclass(frozen=True)
class _Try:
    """A remedy with the instance that it makes and the plan for that."""

    remedy: Remedy
    instance: Instance

    @property
    def is_sound(self) -> bool:
        rows = [session_data(session) for session in self.remedy.sessions]
        return not broken_rules(instance_data(self.instance), {"sessions": rows}, is_by_hand=True)


def explain(plan: Plan, times: Times, *, until: float) -> tuple[Uncovered, ...]:
    """Everything that is not covered, what is owed most first; remedies as the time allows."""
    instance = plan.instance
    missing = uncovered_of(instance, plan.sessions)
    diary = Diary(instance, plan.sessions)
    found = []
    for key in sorted(missing, key=lambda k: (RANKS.index(instance.demands[k].rank), k)):
        demand = instance.demands[key]
        has_time = time.monotonic() < until
        found.append(
            Uncovered(
                demand=key,
                rank=demand.rank,
                sessions=missing[key],
                minutes=missing[key] * demand.minutes,
                is_proved=plan.unmet[demand.rank] <= plan.bounds[demand.rank],
                remedies=_remedies(plan, times, diary, demand) if has_time else (),
            )
        )
    return tuple(found)


def _remedies(plan: Plan, times: Times, diary: Diary, demand: Demand) -> tuple[Remedy, ...]:
    missing = demand.sessions - diary.given[demand.key]
    tries = [
        *_changes(plan, _barred(plan.instance, times, diary, demand), diary, missing),
        *_regroupings(plan, demand, missing),
    ]
    tries.sort(key=lambda each: _price(each.remedy))
    found: list[Remedy] = []
    for each in tries:
        kinds = [remedy.kind for remedy in found]
        if len(found) == MOST:
            break
        if kinds.count(each.remedy.kind) < MOST_OF_KIND and each.is_sound:
            found.append(each.remedy)
    return tuple(found)


def _price(remedy: Remedy) -> tuple:
    """What covers most first, then what costs least; unknown costs after known ones."""
    unknown = remedy.pence is None
    return -remedy.covers, unknown, remedy.pence or 0, ORDER.index(remedy.kind), remedy.minutes


def _barred(
    instance: Instance, times: Times, diary: Diary, demand: Demand
) -> dict[Session, frozenset[Hard]]:
    """Every session of the demand that can be thought of, with the kinds of rules against it."""
    found = {}
    for span in times.of(demand):
        for adult in instance.adults:
            session = Session(demand.key, adult, span)
            names = times.bars(session) | set(diary.bars(session))
            found[session] = frozenset(Hard(name.partition(":")[0]) for name in names)
    return found


def _changes(
    plan: Plan, barred: dict[Session, frozenset[Hard]], diary: Diary, missing: int
) -> Iterator[_Try]:
    for kind, changes in KINDS.items():
        fitting = [s for s, bars in barred.items() if bars and bars <= changes]
        if kind == "window":
            groups = [fitting]
        else:
            groups = [[s for s in fitting if s.adult == a] for a in plan.instance.adults]
        for group in filter(None, groups):
            # The fewest changes first; of hours those that the contract leaves already.
            group.sort(key=lambda s: (Hard.AT_WORK in barred[s], s.span))
            added = _together(diary, group, changes, missing)
            if added:
                yield _changed(plan, kind, added)


def _together(
    diary: Diary, sessions: list[Session], changes: set[Hard], missing: int
) -> list[Session]:
    """As many of these sessions as fit beside the plan and each other."""
    added: list[Session] = []
    for session in sessions:
        bars = {Hard(name.partition(":")[0]) for name in diary.bars(session)}
        if len(added) < missing and bars <= changes - {Hard.SESSIONS}:
            diary.add(session)
            added.append(session)
    for session in added:
        diary.remove(session)
    return added


def _changed(plan: Plan, kind: str, added: list[Session]) -> _Try:
    make = {"window": _window, "handover": _handover, "training": _training, "hours": _hours}
    remedy, instance = make[kind](plan, added)
    sessions = tuple(sorted([*plan.sessions, *added]))
    return _Try(replace(remedy, covers=len(added), sessions=sessions), instance)


def _window(plan: Plan, added: list[Session]) -> tuple[Remedy, Instance]:
    demand = plan.instance.demands[added[0].demand]
    spans = tuple(sorted(session.span for session in added))
    wider = replace(demand, windows=(*demand.windows, *spans))
    remedy = Remedy("window", adult=added[0].adult)
    return remedy, _with_demands(plan.instance, [wider])


def _handover(plan: Plan, added: list[Session]) -> tuple[Remedy, Instance]:
    instance, adult = plan.instance, added[0].adult
    children = instance.demands[added[0].demand].children
    planned = tuple(Handover(key, adult, instance.week_of) for key in children)
    changed = replace(instance, handovers=(*instance.handovers, *planned))
    return Remedy("handover", adult=adult), changed


def _training(plan: Plan, added: list[Session]) -> tuple[Remedy, Instance]:
    instance = plan.instance
    adult = instance.adults[added[0].adult]
    days = [instance.day(session.span.weekday) for session in added]
    needed = instance.demands[added[0].demand].training
    names = [n for n in needed if not all(adult.is_trained(n, day) for day in days)]
    trained = replace(adult, training={**adult.training, **dict.fromkeys(names)})
    costs = [instance.training_costs.get(name) for name in names]
    pence = None if None in costs else sum(cost or 0 for cost in costs)
    remedy = Remedy("training", adult=adult.key, name=", ".join(names), pence=pence)
    return remedy, _with_adult(instance, trained)


def _hours(plan: Plan, added: list[Session]) -> tuple[Remedy, Instance]:
    instance = plan.instance
    adult = instance.adults[added[0].adult]
    used = sum(s.span.minutes for s in (*plan.sessions, *added) if s.adult == adult.key)
    more = max(0, used - adult.minutes_left)
    outside = [s.span for s in added if not any(w.holds(s.span) for w in adult.at_work)]
    longer = replace(
        adult, minutes=adult.minutes + more, at_work=(*adult.at_work, *sorted(outside))
    )
    pence = None if adult.rate is None else -(-more * adult.rate // 60)
    remedy = Remedy("hours", adult=adult.key, minutes=more, pence=pence)
    return remedy, _with_adult(instance, longer)


def _regroupings(plan: Plan, demand: Demand, missing: int) -> Iterator[_Try]:
    """The children join another group of the same programme that has room for them."""
    instance = plan.instance
    for other in instance.demands.values():
        together = tuple(dict.fromkeys((*other.children, *demand.children)))
        if not _are_alike(demand, other) or len(together) > other.most_children:
            continue
        at = [session for session in plan.sessions if session.demand == other.key]
        joined = replace(
            other,
            children=together,
            training=tuple(dict.fromkeys((*other.training, *demand.training))),
        )
        changed = _with_demands(instance, [joined], without=demand.key)
        sessions = tuple(s for s in plan.sessions if s.demand != demand.key)
        covers = min(missing, len(at))
        if covers and len(sessions) == len(plan.sessions):
            remedy = Remedy("regroup", name=other.key, covers=covers, sessions=sessions)
            yield _Try(remedy, changed)


def _are_alike(demand: Demand, other: Demand) -> bool:
    return (
        demand.key != other.key
        and bool(demand.programme)
        and demand.programme == other.programme
        and demand.shape == other.shape == Shape.GROUP
        and other.minutes >= demand.minutes
    )


def _with_adult(instance: Instance, adult) -> Instance:
    return replace(instance, adults={**instance.adults, adult.key: adult})


def _with_demands(instance: Instance, changed: Iterable[Demand], *, without: str = "") -> Instance:
    demands = {**instance.demands, **{demand.key: demand for demand in changed}}
    demands.pop(without, None)
    return replace(
        instance,
        demands=demands,
        overrides=tuple(o for o in instance.overrides if o.demand in demands),
        locks=tuple(lock for lock in instance.locks if lock.demand in demands),
        former=tuple(s for s in instance.former if s.demand in demands),
    )
