"""Parts with too many adults and times for one model: bounds and plan are found apart.

How few minutes stay uncovered, and how few wishes are missed, is bounded by a plan without times;
meanwhile, once as much as can be is covered, a plan is changed in places until the time is over.
"""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from .allotting import Allotting
from .annealing import Annealer
from .codes import RANK_WORDS, RANKS, Rank
from .model import Model
from .rebuilding import Rebuilder
from .solution import Found, Limits, Steps

#: Of a part's time: for bounding one rank, for covering more.
OF_RANK, COVERING = 0.08, 0.15
#: Of what is left of it: for rebuilding, before small changes.
REBUILDING = 0.2
#: Of a part's time, with a single worker: for the bound.
BOUNDING = 0.35
#: With a deterministic effort so many rounds are made: of rebuilding, of small changes.
ROUNDS, CHANGES = 200, 2_000


def solve_large(rebuilder: Rebuilder, limits: Limits, steps: Steps, ends: float) -> Found:
    """The best plan found by then, and what is proved."""
    length = ends - time.monotonic()
    rebuilder.start_anew()
    allotting = Allotting(rebuilder.instance, rebuilder.times, rebuilder.demands)
    bounds = {}
    for rank in RANKS:
        steps.next(RANK_WORDS[rank])
        unmet = rebuilder.worth[0][RANKS.index(rank)]
        bound = allotting.unmet_bound(rank, length * OF_RANK, limits) if unmet else 0
        if unmet > bound:
            _improve(rebuilder, time.monotonic() + length * COVERING, limits)
            unmet = rebuilder.worth[0][RANKS.index(rank)]
        if unmet > bound:
            bound = max(bound, _bound_of_lacking(rebuilder, rank, length * OF_RANK, limits))
        bounds[rank] = min(bound, unmet)
        allotting.keep(rank, unmet)
    steps.next("wishes")
    left = ends - time.monotonic()
    _improve(rebuilder, time.monotonic() + left * REBUILDING, limits)
    annealer = _annealer(rebuilder, limits)
    bound = _bound_beside(allotting, annealer, limits, ends)
    return Found(annealer.best, bounds, bound)


def _annealer(rebuilder: Rebuilder, limits: Limits) -> Annealer:
    return Annealer(
        rebuilder.instance,
        rebuilder.times,
        rebuilder.demands,
        rebuilder.best,
        rebuilder.kept,
        limits.seed,
    )


def _bound_of_lacking(rebuilder: Rebuilder, rank: Rank, seconds: float, limits: Limits) -> int:
    """What the demands that lack sessions lack even if there were few others."""
    given = Counter(session.demand for session in rebuilder.best)
    lacking = [d for d in rebuilder.demands if d.rank == rank and given[d.key] < d.sessions]
    children = {child for demand in lacking for child in demand.children}
    higher = RANKS[: RANKS.index(rank)]
    beside = [d for d in rebuilder.demands if d.rank in higher and children & set(d.children)]
    model = Model(rebuilder.instance, rebuilder.times, [*lacking, *beside])
    for other in higher:
        model.keep_at_most(model.unmet(other), rebuilder.worth[0][RANKS.index(other)])
    model.minimize(model.unmet(rank))
    answer = model.solve(
        seconds=seconds, workers=limits.workers, seed=limits.seed, effort=limits.effort
    )
    return max(0, answer.bound) if answer else 0


def _bound_beside(allotting: Allotting, annealer: Annealer, limits: Limits, ends: float) -> int:
    """Miss fewer wishes while the bound is looked for, on two cores where there are two workers."""
    start, left = annealer.best, ends - time.monotonic()
    rounds = None if limits.effort is None else CHANGES
    if limits.workers < 2:
        bound = allotting.share_out(start, left * BOUNDING, limits).bound
        annealer.improve(until=ends, rounds=rounds)
        return bound
    fewer = replace(limits, workers=limits.workers - 1)
    with ThreadPoolExecutor(1) as beside:
        waiting = beside.submit(allotting.share_out, start, left, fewer)
        annealer.improve(until=ends, rounds=rounds)
        return waiting.result().bound


def _improve(rebuilder: Rebuilder, until: float, limits: Limits) -> None:
    rebuilder.improve(until=until, rounds=None if limits.effort is None else ROUNDS)
