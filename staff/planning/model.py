"""The CP-SAT model of a week: who gives which session when. OR-tools is loaded here and in locks.py.

A session that any rule about itself bars has no variable. The sessions of a demand are alike and
have none of their own: what counts is which adult gives it at which time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from .codes import Rank
from .instance import Demand, Instance, Session, Span
from .rooms import capacity
from .times import Times

MEGABYTES = 1200


@dataclass(frozen=True)
class Answer:
    """What the solver found, and a value below which the objective cannot be."""

    sessions: tuple[Session, ...]
    value: int
    bound: int


def at_instants(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Those of one day that are on together, at each instant when one more has begun."""
    every = sorted(set(spans))
    before: list[Span] = []
    for at in sorted({span.starts for span in every}):
        now = [span for span in every if span.starts <= at < span.ends]
        if before and not set(before) <= set(now):
            yield before
        before = now
    if before:
        yield before


class Model:
    """The hard rules for some demands that share no adult, child or room with any other.

    With `only` no other sessions can be chosen than these, of each demand.
    """

    def __init__(
        self,
        instance: Instance,
        times: Times,
        demands: Collection[Demand],
        only: Mapping[str, Sequence[Session]] | None = None,
    ) -> None:
        self.instance, self.demands = instance, demands
        self.choice = only or {demand.key: times.free(demand) for demand in demands}
        self.model = cp_model.CpModel()
        self.given: dict[Session, Any] = {}
        #: Whether a demand has a session at a time, whoever gives it.
        self.at: dict[tuple[str, Span], Any] = {}
        self.missing: dict[str, Any] = {}
        for demand in demands:
            self._add_demand(demand)
        self._keep_adults()
        self._keep_children()
        self._keep_rooms()
        self._keep_locks()

    def unmet(self, rank: Rank) -> Any:
        """Minutes of a rank that are not covered."""
        return sum(d.minutes * self.missing[d.key] for d in self.demands if d.rank == rank)

    def start_from(self, sessions: Iterable[Session]) -> None:
        """Hint these sessions."""
        chosen = set(sessions)
        times = {(session.demand, session.span) for session in chosen}
        self.model.clear_hints()
        hinted = set()
        for session, literal in self.given.items():
            self.model.add_hint(literal, session in chosen)
            hinted.add(literal.index)
        for key, literal in self.at.items():
            if literal.index not in hinted:
                self.model.add_hint(literal, key in times)
        for demand in self.demands:
            number = sum(session.demand == demand.key for session in chosen)
            self.model.add_hint(self.missing[demand.key], demand.sessions - number)

    def minimize(self, objective: Any) -> None:
        self.model.minimize(objective)

    def keep_at_most(self, expression: Any, most: int) -> None:
        """From now on no worse than this."""
        if not isinstance(expression, int):
            self.model.add(expression <= most)

    def solve(
        self,
        *,
        seconds: float,
        workers: int,
        seed: int,
        effort: float | None = None,
        watch: cp_model.CpSolverSolutionCallback | None = None,
    ) -> Answer | None:
        """The best found in time, or in so much deterministic `effort`; None if there was none."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        if effort is not None:
            solver.parameters.max_deterministic_time = effort
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = seed
        solver.parameters.max_memory_in_mb = MEGABYTES
        # Adults and times are alike by the hundred: looking for that takes longer than the answer.
        solver.parameters.symmetry_level = 0
        solver.parameters.cp_model_probing_level = 0
        status = solver.solve(self.model, watch)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        chosen = [s for s, literal in self.given.items() if solver.boolean_value(literal)]
        # The bound is a number between whole values: the next whole one is proved as well.
        bound = int(-(-(solver.best_objective_bound - 1e-6) // 1))
        return Answer(tuple(sorted(chosen)), round(solver.objective_value), bound)

    def _add_demand(self, demand: Demand) -> None:
        by_time: dict[Span, list[Any]] = defaultdict(list)
        for session in self.choice[demand.key]:
            literal = self.given[session] = self.model.new_bool_var("")
            by_time[session.span].append(literal)
        for span, literals in by_time.items():
            here = literals[0] if len(literals) == 1 else self.model.new_bool_var("")
            if len(literals) > 1:
                self.model.add(sum(literals) == here)
            self.at[demand.key, span] = here
        missing = self.missing[demand.key] = self.model.new_int_var(0, demand.sessions, "")
        self.model.add(sum(self.at[demand.key, s] for s in by_time) + missing == demand.sessions)
        for spans in self.by_day(by_time).values():
            literals = [self.at[demand.key, span] for span in spans]
            self._at_most(literals, demand.most_a_day)
            if not demand.children:
                self._at_once(list(zip(spans, literals, strict=True)), 1)

    def by_day(self, spans: Iterable[Span]) -> dict[int, list[Span]]:
        found = defaultdict(list)
        for span in spans:
            found[span.weekday].append(span)
        return found

    def _at_most(self, literals: list[Any], most: int) -> None:
        if len(literals) <= most:
            return
        if most == 1:
            self.model.add_at_most_one(literals)
        else:
            self.model.add(sum(literals) <= most)

    def _at_once(self, taken: list[tuple[Span, Any]], most: int) -> None:
        """Of what stands on one day at most so many are on together."""
        at: dict[Span, list[Any]] = defaultdict(list)
        for span, literal in taken:
            at[span].append(literal)
        for together in at_instants(at):
            self._at_most([literal for span in together for literal in at[span]], most)

    def _keep_adults(self) -> None:
        days: dict[tuple[str, int], list[Session]] = defaultdict(list)
        for session in self.given:
            days[session.adult, session.span.weekday].append(session)
        minutes: dict[str, list[Any]] = defaultdict(list)
        for session, literal in self.given.items():
            minutes[session.adult].append(session.span.minutes * literal)
        for key, each in minutes.items():
            self.model.add(sum(each) <= self.instance.adults[key].minutes_left)
        for sessions in days.values():
            self._at_once([(session.span, self.given[session]) for session in sessions], 1)
            self._keep_ways(sessions)

    def _keep_ways(self, sessions: list[Session]) -> None:
        """Nobody arrives at another site before they can have walked there."""
        of_site = defaultdict(list)
        for session in sessions:
            of_site[self.instance.site_of(session.demand)].append(session)
        if len(of_site) < 2:
            return
        for site, here in of_site.items():
            for one in here:
                near = [
                    self.given[other]
                    for elsewhere, others in of_site.items()
                    if elsewhere != site
                    for other in others
                    if other.span.overlaps(one.span, self.instance.walk_minutes)
                ]
                for literal in near:
                    self.model.add_at_most_one([self.given[one], literal])

    def _keep_children(self) -> None:
        of_child: dict[tuple[str, int], list[tuple[str, Span]]] = defaultdict(list)
        for key, span in self.at:
            for child in self.instance.demands[key].children:
                of_child[child, span.weekday].append((key, span))
        for taken in of_child.values():
            self._at_once([(each[1], self.at[each]) for each in taken], 1)

    def _keep_rooms(self) -> None:
        of_kind: dict[tuple[str, str, int], list[tuple[str, Span]]] = defaultdict(list)
        for key, span in self.at:
            if kind := self.instance.demands[key].room_kind:
                of_kind[self.instance.site_of(key), kind, span.weekday].append((key, span))
        for (site, kind, _), taken in of_kind.items():
            holds = capacity(self.instance, site, kind)
            self._at_once([(each[1], self.at[each]) for each in taken], holds)

    def _keep_locks(self) -> None:
        of_session: dict[Session, list[Any]] = defaultdict(list)
        for lock in self.instance.locks:
            if lock.demand not in self.choice:
                continue
            allowed = [s for s in self.choice[lock.demand] if lock.allows(s)]
            literals = [self.model.new_bool_var("") for _ in allowed]
            self.model.add_exactly_one(literals)
            for session, literal in zip(allowed, literals, strict=True):
                of_session[session].append(literal)
        for session, literals in of_session.items():
            self.model.add(sum(literals) <= self.given[session])
