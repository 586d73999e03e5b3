"""Small changes by the thousand: what is counted as they are made is what the plan costs."""

import time

import pytest

from staff.planning.annealing import Annealer
from staff.planning.costs import cost_of, unmet_of
from staff.planning.greedy import plan_greedily
from staff.planning.instance import Instance
from staff.planning.times import Times
from staff.planning.verifying import broken_rules
from staff.planning.writing import by_hand
from tests.staff.planning.makers import (
    adult,
    demand,
    instance,
    large_instance,
    random_instance,
    session,
    week,
)


def annealer_of(data: dict, *, keep=lambda session: False) -> tuple[Annealer, list]:
    read = Instance.from_data({**data, "locks": []})
    times = Times(read)
    start = plan_greedily(read, times)
    kept = [each for each in start if keep(each)]
    return Annealer(read, times, list(read.demands.values()), start, kept, 1), start


def improve(annealer: Annealer, rounds: int) -> None:
    annealer.improve(until=time.monotonic() + 600, rounds=rounds)


@pytest.mark.parametrize("seed", range(0, 300, 6))
def test_every_rule_is_kept_nothing_is_lost_and_the_cost_is_counted_right(seed):
    data = random_instance(seed)
    annealer, start = annealer_of(data)
    read = annealer.desk.instance
    assert annealer.least == cost_of(read, start).total() - stable_of(read)
    improve(annealer, 256)
    found = annealer.best
    assert broken_rules({**data, "locks": []}, by_hand(read, found), is_by_hand=True) == []
    assert unmet_of(read, found) == unmet_of(read, start)
    assert annealer.least == cost_of(read, found).total() - stable_of(read)
    now = [*annealer._kept, *annealer.desk.sessions()]
    assert annealer.desk.cost == cost_of(read, now).total() - stable_of(read)


def stable_of(read: Instance) -> int:
    """On the desk a session that stays as it was is worth something; in the cost its loss is dear."""
    return read.weight("stable") * len(set(read.former))


def test_what_is_kept_stays():
    data = large_instance(2, adults=12, demands=30, children=20)
    annealer, start = annealer_of(data, keep=lambda each: each.span.weekday == 0)
    improve(annealer, 2_000)
    kept = {each for each in start if each.span.weekday == 0}
    assert kept and kept <= set(annealer.best)
    assert annealer.least < cost_of(annealer.desk.instance, start).total()


def test_others_give_way_where_something_does_not_fit():
    """Ann alone may give both; the greedy filler puts the free one where the bound one must be."""
    early = week("09:00", "10:00", [0])
    data = instance(
        demand("free", "ben", wishes=week("13:00", "14:00", [0])),
        demand("bound", "cat", windows=early),
        adults=[adult("ann", at_work=week(days=[0]))],
    )
    read = Instance.from_data(data)
    times = Times(read)
    demands = list(read.demands.values())
    start = [next(s for s in times.free(read.demands["free"]) if s.span.starts == 540)]
    annealer = Annealer(read, times, demands, start, (), 1)
    job, free = annealer.desk.jobs["bound"], annealer.desk.jobs["free"]
    place = "ann", 0, job.can["ann"][0][0]
    assert annealer.desk.in_the_way(job, place) == [(free, free.held[0])]
    improve(annealer, 64)
    assert annealer.least == 0


def test_the_same_seed_gives_the_same_plan():
    data = large_instance(4, adults=12, demands=30, children=20)
    plans = []
    for _ in range(2):
        annealer, _start = annealer_of(data)
        improve(annealer, 1_000)
        plans.append(annealer.best)
    assert plans[0] == plans[1]


def test_a_session_of_the_plan_before_is_worth_keeping():
    data = instance(
        demand("read", "ben"),
        adults=[adult("ann"), adult("bob")],
        former=[session("read", "bob", 3, "13:00")],
    )
    annealer, _ = annealer_of(data)
    improve(annealer, 640)
    (only,) = annealer.best
    assert (only.adult, only.span.weekday, only.span.starts) == ("bob", 3, 780)
