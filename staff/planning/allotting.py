"""How many sessions of each demand each adult gives, without regard to the time of day.

What this leaves uncovered, or misses of the wishes, every plan with times does as well: so it
proves bounds. And it says between which few adults the sessions of a large part are best shared.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from .codes import RANKS, Rank, Soft
from .costs import adult_cost, teacher_cost
from .instance import Demand, Instance, Session, Span
from .model import MEGABYTES
from .times import Times
from .wishes import circle_in, circles_of, duties_in

Pair = tuple[str, str]


@dataclass(frozen=True)
class Allotment:
    """Sessions by demand and adult, and what no plan can be below."""

    shares: Mapping[Pair, int]
    bound: int


def whole(bound: float) -> int:
    """The next whole number above a proved bound is proved as well."""
    return int(-(-(bound - 1e-6) // 1))


class Allotting:
    """The model of a part without times."""

    def __init__(self, instance: Instance, times: Times, demands: Collection[Demand]) -> None:
        self.instance, self.demands = instance, demands
        self.model = cp_model.CpModel()
        self.given: dict[Pair, Any] = {}
        self.missing: dict[str, Any] = {}
        #: For each demand the numbers of its adults, and all of its times.
        self.shares: dict[str, tuple[list[Any], set[Span]]] = {}
        for demand in demands:
            self._add(demand, times.free(demand))
        minutes = defaultdict(list)
        for (key, adult), number in self.given.items():
            minutes[adult].append(instance.demands[key].minutes * number)
        for adult, each in minutes.items():
            self.model.add(sum(each) <= instance.adults[adult].minutes_left)

    def _add(self, demand: Demand, sessions: Collection[Session]) -> None:
        spans: dict[str, set[Span]] = defaultdict(set)
        for session in sessions:
            spans[session.adult].add(session.span)
        missing = self.missing[demand.key] = self.model.new_int_var(0, demand.sessions, "")
        for adult, at in spans.items():
            most = min(demand.sessions, most_of(at, demand.most_a_day))
            self.given[demand.key, adult] = self.model.new_int_var(0, most, "")
        shares = [self.given[demand.key, adult] for adult in spans]
        self.shares[demand.key] = shares, {session.span for session in sessions}
        # All adults together have no more times than the week.
        most = most_of({s for at in spans.values() for s in at}, demand.most_a_day)
        self.model.add(sum(shares) <= most)
        self.model.add(sum(shares) + missing == demand.sessions)

    def unmet_bound(self, rank: Rank, seconds: float, limits: Any) -> int:
        """No plan leaves fewer minutes of this rank uncovered, with those before kept."""
        self.model.minimize(self._unmet(rank))
        solver = self._solve(seconds, limits)
        return max(0, whole(solver.best_objective_bound))

    def keep(self, rank: Rank, most: int) -> None:
        """No more minutes of a rank are left uncovered than this."""
        if any(demand.rank == rank for demand in self.demands):
            self.model.add(self._unmet(rank) <= most)

    def _unmet(self, rank: Rank) -> Any:
        return sum(d.minutes * self.missing[d.key] for d in self.demands if d.rank == rank)

    def share_out(self, start: Collection[Session], seconds: float, limits: Any) -> Allotment:
        """Who gives what, so that as few wishes as can be are missed."""
        self.model.minimize(sum(cost * each for each, cost in self._costs()))
        given = Counter((session.demand, session.adult) for session in start)
        for pair, number in self.given.items():
            self.model.add_hint(number, given[pair])
        solver = self._solve(seconds, limits)
        if solver.status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Allotment(given, max(0, whole(solver.best_objective_bound)))
        shares = {pair: solver.value(number) for pair, number in self.given.items()}
        bound = max(0, whole(solver.best_objective_bound))
        return Allotment({pair: n for pair, n in shares.items() if n}, bound)

    def _costs(self) -> list[tuple[Any, int]]:
        found = []
        for (key, adult), number in self.given.items():
            demand = self.instance.demands[key]
            if cost := adult_cost(self.instance, demand, self.instance.adults[adult]):
                found.append((number, cost))
        weight = self.instance.weight(Soft.CONTINUITY)
        for demands, children, few in circles_of(self.instance, self.demands):
            adults: dict[str, list[Any]] = defaultdict(list)
            for demand in demands:
                for (key, adult), number in self.given.items():
                    if key == demand.key:
                        adults[adult].append((number, demand.sessions))
            knows = {adult: self._knows(numbers) for adult, numbers in adults.items()}
            found += [(v, weight * children) for v in circle_in(self.model, knows, few)]
        duties = defaultdict(list)
        for (key, adult), number in self.given.items():
            if self.instance.demands[key].rank == Rank.DUTY:
                duties[adult].append(number)
        found += self._forced()
        return found + duties_in(self.model, self.instance, self.demands, duties)

    def _forced(self) -> Iterator[tuple[Any, int]]:
        """Sessions for which the demand's own times leave no other day, or none that is wished."""
        for demand in self.demands:
            shares, spans = self.shares[demand.key]
            wished = {s for s in spans if not teacher_cost(self.instance, demand, s)}
            rooms = (
                (most_of(spans, demand.usual_a_day), Soft.SPREAD),
                (most_of(wished, demand.most_a_day), Soft.TEACHER),
            )
            for room, soft in rooms:
                if demand.sessions > room and self.instance.weight(soft):
                    beyond = self.model.new_int_var(0, demand.sessions - room, "")
                    self.model.add(beyond >= sum(shares) - room)
                    yield beyond, self.instance.weight(soft)

    def _knows(self, numbers: list[tuple[Any, int]]) -> Any:
        one = self.model.new_bool_var("")
        for number, most in numbers:
            self.model.add(number <= most * one)
        self.model.add(sum(number for number, _ in numbers) >= one)
        return one

    def _solve(self, seconds: float, limits: Any) -> Any:
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(0.3, seconds)
        if limits.effort is not None:
            solver.parameters.max_deterministic_time = limits.effort
        solver.parameters.num_workers = limits.workers
        solver.parameters.random_seed = limits.seed
        solver.parameters.max_memory_in_mb = MEGABYTES
        solver.parameters.symmetry_level = 0
        solver.status = solver.solve(self.model)
        return solver


def most_of(spans: Collection[Span], most_a_day: int) -> int:
    """So many of these times can be used at once, or a few more."""
    days = Counter(span.weekday for span in spans)
    return sum(min(number, most_a_day) for number in days.values())


def unmet_of_part(demands: Collection[Demand], sessions: Collection[Session]) -> dict[Rank, int]:
    """Minutes not covered of these demands, by rank."""
    given = Counter(session.demand for session in sessions)
    found = dict.fromkeys(RANKS, 0)
    for demand in demands:
        found[demand.rank] += demand.minutes * (demand.sessions - given[demand.key])
    return found
