"""From an instance to a plan: in parts that share nothing, what is owed most first, then wishes.

For each rank in turn the uncovered minutes are made as few as can be and held there; then as few
wishes as can be are missed. Each step starts from the plan of the step before.
"""

import time
from collections.abc import Callable, Collection

from ortools.sat.python import cp_model

from .allotting import unmet_of_part
from .codes import RANK_WORDS, RANKS, Rank
from .costs import cost_of
from .greedy import plan_greedily
from .instance import Demand, Instance, Session
from .large import solve_large
from .locks import LockedOut, meet_locks
from .model import Answer, Model
from .rebuilding import Rebuilder
from .remedies import explain
from .solution import Found, Limits, Plan, Progress, Steps
from .times import Times
from .wishes import cost_in

#: Shares: of the time for planning at all; of what is left, for one rank.
PLANNING, OF_RANK = 0.92, 0.4
#: A part with no more possible sessions than this is solved as one model.
AT_ONCE = 25_000
#: A small part is rebuilt for fewer rounds before the solver takes it up.
SMALL, FEW_ROUNDS, ROUNDS = 1_000, 10, 2_000
REBUILDING, MENDING = 0.5, 0.3
#: Of the time, for what is owed.
OWED = 0.5


Say = Callable[[Progress], None]
#: A model whose uncovered minutes are held, its best plan, and the bounds of those minutes.
Covered = tuple[Model, tuple[Session, ...], dict[Rank, int]]


def make_plan(
    instance: Instance,
    *,
    seconds: float = 60,
    workers: int = 2,
    seed: int = 1,
    effort: float | None = None,
    say: Say = lambda progress: None,
) -> Plan:
    """The best plan found in time. One worker and a seed give the same plan every time, if the
    time is enough or `effort` ends each step first."""
    began = time.monotonic()
    times = Times(instance)
    try:
        locked = meet_locks(instance, times, until=began + seconds)
    except LockedOut as out:
        none = dict.fromkeys(RANKS, 0)
        took = time.monotonic() - began
        return Plan(instance, (), none, 0, took, conflicts=out.conflicts)
    work = _Work(instance, times, Limits(seconds, workers, seed, effort), locked)
    work.run(plan_greedily(instance, times, locked), began, say)
    plan = Plan(instance, tuple(sorted(work.sessions)), work.bounds, work.bound)
    uncovered = explain(plan, times, until=began + seconds)
    took = time.monotonic() - began
    return Plan(instance, plan.sessions, plan.bounds, plan.bound, took, uncovered)


def parts_of(instance: Instance, times: Times) -> list[list[Demand]]:
    """Demands that share adults, children or rooms, the smallest part first."""
    together: dict[str, str] = {key: key for key in instance.demands}

    def root(key: str) -> str:
        while together[key] != key:
            together[key] = together[together[key]]
            key = together[key]
        return key

    first: dict[tuple[str, ...], str] = {}
    for demand in instance.demands.values():
        shared = {("adult", session.adult) for session in times.free(demand)}
        shared |= {("child", key) for key in demand.children}
        if demand.room_kind:
            shared.add(("room", instance.site_of(demand.key), demand.room_kind))
        for each in shared:
            together[root(demand.key)] = root(first.setdefault(each, demand.key))
    found: dict[str, list[Demand]] = {}
    for key, demand in instance.demands.items():
        found.setdefault(root(key), []).append(demand)
    return sorted(found.values(), key=len)


class _Work:
    """What has been found so far."""

    def __init__(
        self, instance: Instance, times: Times, limits: Limits, locked: tuple[Session, ...]
    ) -> None:
        self.instance, self.times, self.limits = instance, times, limits
        self.locked = locked
        self.sessions: list[Session] = []
        self.bounds = dict.fromkeys(RANKS, 0)
        self.bound = 0

    def run(self, start: Collection[Session], began: float, say: Say) -> None:
        """First what is owed in every part, then the wishes; what one part does not need of its
        share of the time the next ones have."""
        parts = parts_of(self.instance, self.times)
        self.steps = Steps(len(parts) * (len(RANKS) + 1), say)
        ends = began + self.limits.seconds * PLANNING
        half = time.monotonic() + (ends - time.monotonic()) * OWED
        small, left = [], sum(map(len, parts))
        for part in parts:
            rebuilder = self._rebuilder(part, start)
            if self._size(part) > AT_ONCE:
                until = _share(ends, len(part) / left)
                self._add(solve_large(rebuilder, self.limits, self.steps, until))
            else:
                until = _share(half, REBUILDING * len(part) / left)
                small.append(self._cover_part(part, rebuilder, until, half))
            left -= len(part)
        left = sum(len(model.demands) for model, _, _ in small)
        for model, sessions, bounds in small:
            until = _share(ends, len(model.demands) / left)
            self._add(self._grant(model, sessions, bounds, until))
            left -= len(model.demands)

    def _rebuilder(self, part: list[Demand], start: Collection[Session]) -> Rebuilder:
        keys = {demand.key for demand in part}
        own, locked = ([s for s in each if s.demand in keys] for each in (start, self.locked))
        return Rebuilder(self.instance, self.times, part, own, locked, self.limits.seed)

    def _size(self, part: list[Demand]) -> int:
        return sum(len(self.times.free(demand)) for demand in part)

    def _add(self, found: Found) -> None:
        self.sessions += found.sessions
        self.bound += found.bound
        for rank in RANKS:
            self.bounds[rank] += found.bounds[rank]

    def _cover_part(
        self, part: list[Demand], rebuilder: Rebuilder, until: float, ends: float
    ) -> Covered:
        """As much as can be of what is owed, the most strongly owed first.

        Most parts need little more than the rebuilding; one that needs more may have it.
        """
        rebuilder.start_anew()
        rebuilder.improve(until=until, rounds=ROUNDS if self._size(part) > SMALL else FEW_ROUNDS)
        model, sessions, bounds = Model(self.instance, self.times, part), rebuilder.best, {}
        model.start_from(sessions)
        for rank in RANKS:
            self.steps.next(RANK_WORDS[rank])
            sessions, bounds[rank] = self._cover(model, rank, sessions, ends)
        return model, sessions, bounds

    def _grant(
        self, model: Model, sessions: tuple[Session, ...], bounds: dict[Rank, int], ends: float
    ) -> Found:
        """As many wishes as can be."""
        self.steps.next("wishes")
        if self._size(list(model.demands)) > SMALL:
            sessions = self._mended(model, sessions, ends)
        model.start_from(sessions)
        model.minimize(cost_in(model))
        answer = self._solve(model, ends, 1.0)
        if answer is None:
            return Found(sessions, bounds, 0)
        both = sessions, answer.sessions
        sessions = min(both, key=lambda each: cost_of(self.instance, each).total())
        return Found(sessions, bounds, max(0, answer.bound))

    def _cover(
        self, model: Model, rank: Rank, sessions: tuple[Session, ...], ends: float
    ) -> tuple[tuple[Session, ...], int]:
        """As few uncovered minutes of a rank as can be, and no more from now on."""
        before = unmet_of_part(model.demands, sessions)[rank]
        hopeless = [d for d in model.demands if d.key in self.times.hopeless and d.rank == rank]
        bound = sum(demand.minutes * demand.sessions for demand in hopeless)
        if before > bound:
            model.minimize(model.unmet(rank))
            answer = self._solve(model, ends, OF_RANK)
            if answer is not None:
                bound = max(bound, answer.bound)
                if answer.value < before:
                    sessions, before = self._mended(model, answer.sessions, ends), answer.value
                    model.start_from(sessions)
        model.keep_at_most(model.unmet(rank), before)
        return sessions, bound

    def _mended(
        self, model: Model, sessions: tuple[Session, ...], ends: float
    ) -> tuple[Session, ...]:
        """Rebuilt in places: the solver looked at one rank alone and spoiled the lower ones."""
        rebuilder = self._rebuilder(list(model.demands), sessions)
        until = time.monotonic() + (ends - time.monotonic()) * MENDING
        rebuilder.improve(until=until, rounds=ROUNDS)
        return rebuilder.best

    def _solve(self, model: Model, ends: float, share: float) -> Answer | None:
        return model.solve(
            seconds=max(0.3, (ends - time.monotonic()) * share),
            workers=self.limits.workers,
            seed=self.limits.seed,
            effort=self.limits.effort,
            watch=_Watch(self.steps),
        )


def _share(ends: float, share: float) -> float:
    """The moment at which a share of the time that is left is over."""
    return time.monotonic() + max(0.5, ends - time.monotonic()) * share


class _Watch(cp_model.CpSolverSolutionCallback):
    """Says each better plan."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps

    def on_solution_callback(self) -> None:
        self._steps.better(self.objective_value)
