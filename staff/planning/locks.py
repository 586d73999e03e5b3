"""Locks that exclude each other: a smallest set of locks and rules, by a deletion filter.

Locks are all that must be met; whatever else is owed may stay uncovered. So a plan is impossible
only if the locks are, each for itself or together.
"""

import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Literal

from ortools.sat.python import cp_model

from .codes import Hard
from .instance import Instance, Lock, Session
from .model import at_instants
from .rooms import capacity
from .solution import Conflict
from .times import Times, rule

#: No more conflicts than this are named at once.
MOST = 5
SECONDS_OF_ONE = 5.0
#: The order in which rules are tried without: what a school changes most easily comes first.
EASIEST_FIRST = (
    Hard.A_DAY,
    Hard.WINDOW,
    Hard.DEMAND_ONCE,
    Hard.ROOM,
    Hard.TASK,
    Hard.BREAK,
    Hard.CONTRACT,
    Hard.AT_WORK,
    Hard.HANDOVER,
    Hard.TRAINING,
    Hard.SITE,
    Hard.PROTECTED,
    Hard.ADULT_ONCE,
    Hard.PAIRING,
    Hard.CHILD_ONCE,
    Hard.ABSENT,
    Hard.PERIOD,
)


class LockedOut(Exception):
    """The locks exclude each other."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__("The locks exclude each other.")
        self.conflicts = conflicts


def meet_locks(instance: Instance, times: Times, *, until: float) -> tuple[Session, ...]:
    """A session for each lock, all rules kept; LockedOut with the conflicts if there is none."""
    numbers = range(len(instance.locks))
    rules = _rules_about(instance, times)
    left, conflicts = list(numbers), []
    while True:
        found = _ask(instance, times, left, rules, until)
        if found is None or len(conflicts) == MOST:
            break
        if found is not False:
            if conflicts:
                break
            return found
        conflicts.append(_filtered(instance, times, left, rules, until))
        left = [number for number in left if number not in conflicts[-1].locks]
    raise LockedOut(tuple(conflicts) or (Conflict(tuple(left), (), is_proved=False),))


def _filtered(
    instance: Instance, times: Times, locks: list[int], rules: frozenset[str], until: float
) -> Conflict:
    """Without whatever can go while it stays impossible."""
    is_proved = True
    for number in list(locks):
        fewer = [each for each in locks if each != number]
        answer = _ask(instance, times, fewer, rules, until)
        is_proved &= answer is not None
        if answer is False:
            locks = fewer
    for name in _in_order(rules):
        answer = _ask(instance, times, locks, rules - {name}, until)
        is_proved &= answer is not None
        if answer is False:
            rules -= {name}
    return Conflict(tuple(locks), tuple(_in_order(rules)), is_proved)


def _in_order(rules: Iterable[str]) -> list[str]:
    return sorted(rules, key=lambda n: (EASIEST_FIRST.index(Hard(n.partition(":")[0])), n))


def _rules_about(instance: Instance, times: Times) -> frozenset[str]:
    """Every rule that bars a locked session, or that stands between locked sessions."""
    names: set[str] = set()
    for lock in instance.locks:
        if next(times.matching(lock), None) is None:
            names.add(rule(Hard.PERIOD, lock.demand))
        for session in times.matching(lock):
            names |= times.bars(session)
            names.add(rule(Hard.CONTRACT, session.adult))
            names.add(rule(Hard.ADULT_ONCE, session.adult))
        demand = instance.demands[lock.demand]
        names |= {rule(Hard.CHILD_ONCE, child) for child in demand.children}
        names |= {rule(Hard.A_DAY, demand.key), rule(Hard.DEMAND_ONCE, demand.key)}
        if demand.room_kind:
            names.add(rule(Hard.ROOM, instance.site_of(demand.key), demand.room_kind))
    return frozenset(names)


def _ask(
    instance: Instance, times: Times, locks: Collection[int], rules: frozenset[str], until: float
) -> tuple[Session, ...] | Literal[False] | None:
    """Sessions that meet the locks ; False if none do; None unknown."""
    if not locks:
        return ()
    question = _Question(instance, times, [instance.locks[number] for number in locks], rules)
    return question.answer(max(0.2, min(SECONDS_OF_ONE, until - time.monotonic())))


class _Question:
    """Whether some locks can be met together under some rules."""

    def __init__(
        self, instance: Instance, times: Times, locks: list[Lock], rules: frozenset[str]
    ) -> None:
        self.instance, self.rules = instance, rules
        self.model = cp_model.CpModel()
        self.given: dict[Session, Any] = {}
        meets = defaultdict(list)
        for lock in locks:
            literals = []
            matching = list(times.matching(lock))
            if not matching and rule(Hard.PERIOD, lock.demand) not in rules:
                continue
            for session in matching:
                if not times.bars(session) & rules:
                    literals.append(self.model.new_bool_var(""))
                    meets[session].append(literals[-1])
            self.model.add_exactly_one(literals)
        for session, literals in meets.items():
            self.given[session] = self.model.new_bool_var("")
            self.model.add(sum(literals) == self.given[session])
        for name, spans, most in self._limits():
            if name in rules and len(spans) > most:
                self.model.add(sum(self.given[session] for session in spans) <= most)
        self._keep_contracts()

    def answer(self, seconds: float) -> tuple[Session, ...] | Literal[False] | None:
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        status = solver.solve(self.model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return tuple(s for s, each in self.given.items() if solver.boolean_value(each))
        return False if status == cp_model.INFEASIBLE else None

    def _limits(self) -> Iterator[tuple[str, list[Session], int]]:
        """Of which sessions at most so many can stand, by what rule."""
        groups: dict[tuple[str, int, int], list[Session]] = defaultdict(list)
        for session in self.given:
            demand, day = self.instance.demands[session.demand], session.span.weekday
            yield from self._ways(session)
            groups[rule(Hard.ADULT_ONCE, session.adult), day, 1].append(session)
            groups[rule(Hard.DEMAND_ONCE, demand.key), day, 1].append(session)
            for child in demand.children:
                groups[rule(Hard.CHILD_ONCE, child), day, 1].append(session)
            if kind := demand.room_kind:
                site = self.instance.site_of(demand.key)
                holds = capacity(self.instance, site, kind)
                groups[rule(Hard.ROOM, site, kind), day, holds].append(session)
            groups[rule(Hard.A_DAY, demand.key), day, demand.most_a_day].append(session)
        for (name, _, most), sessions in groups.items():
            if name.startswith(f"{Hard.A_DAY}:"):
                yield name, sessions, most
                continue
            for together in at_instants(session.span for session in sessions):
                yield name, [s for s in sessions if s.span in together], most

    def _ways(self, one: Session) -> Iterator[tuple[str, list[Session], int]]:
        site = self.instance.site_of(one.demand)
        for other in self.given:
            if other.adult != one.adult or self.instance.site_of(other.demand) == site:
                continue
            if other.span.overlaps(one.span, self.instance.walk_minutes):
                yield rule(Hard.ADULT_ONCE, one.adult), [one, other], 1

    def _keep_contracts(self) -> None:
        minutes = defaultdict(list)
        for session, literal in self.given.items():
            minutes[session.adult].append(session.span.minutes * literal)
        for key, each in minutes.items():
            if rule(Hard.CONTRACT, key) in self.rules:
                self.model.add(sum(each) <= self.instance.adults[key].minutes_left)
