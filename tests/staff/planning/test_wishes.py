"""Wishes, one by one, and that the same instance gives the same plan."""

import pytest

from staff.planning.costs import cost_of
from staff.planning.instance import Instance
from staff.planning.solving import make_plan
from staff.planning.writing import plan_data
from tests.staff.planning.makers import (
    adult,
    child,
    demand,
    instance,
    large_instance,
    span,
    week,
)

TWO = [adult("ann"), adult("bob")]


def sessions(data: dict) -> list[dict]:
    plan = make_plan(Instance.from_data(data), seconds=10, workers=1)
    assert plan.status == "optimal"
    return plan_data(plan)["sessions"]


def who(data: dict) -> set[str]:
    return {row["adult"] for row in sessions(data)}


@pytest.mark.parametrize(("number", "adults"), [(2, 1), (3, 1), (4, 2), (5, 2)])
def test_a_child_has_few_adults_and_with_many_sessions_not_only_one(number, adults):
    three = [*TWO, adult("cas")]
    assert len(who(instance(demand("read", "ben", sessions=number), adults=three))) == adults


def test_children_keep_to_one_adult_though_many_could():
    rows = [demand(key, child, sessions=3) for key, child in (("a", "ben"), ("b", "cat"))]
    found = sessions(instance(*rows, adults=TWO))
    assert len({(row["demand"], row["adult"]) for row in found}) == 2


def test_sessions_are_spread_over_the_week():
    found = sessions(instance(demand("read", "ben", sessions=5)))
    assert {row["weekday"] for row in found} == set(range(5))


def test_the_teacher_is_heard():
    (row,) = sessions(instance(demand("read", "ben", wishes=[span(3, "13:00", "14:00")])))
    assert (row["weekday"], row["at"]) == (3, "13:00")


def test_an_adult_is_heard_about_kinds_and_children():
    picky = [adult("ann", prefers=["group"]), adult("bob")]
    assert who(instance(demand("read", "ben"), adults=picky)) == {"bob"}
    asked = [{"adult": "ann", "child": "cat", "is_possible": True}]
    pupils = [child("ben"), child("cat")]
    data = instance(demand("read", "ben"), adults=TWO, children=pupils, pairings=asked)
    assert who(data) == {"bob"}


def test_duties_go_round():
    rows = [demand(f"lunch-{n}", rank="duty", shape="duty", continuity=False) for n in range(4)]
    found = sessions(instance(*rows, adults=TWO))
    assert sorted(row["adult"] for row in found) == ["ann", "ann", "bob", "bob"]


def test_nobody_walks_without_need():
    both = {"sites": ["oak", "elm"]}
    data = instance(
        demand("a", "ben"),
        demand("b", "cat", bells="elm"),
        adults=[adult("ann", **both)],
        sites=[{"key": "oak"}, {"key": "elm"}],
        bells=[
            {"key": "day", "site": "oak", "periods": week("09:00", "10:00", [0, 1])},
            {"key": "elm", "site": "elm", "periods": week("11:00", "12:00", [0, 1])},
        ],
    )
    assert len({row["weekday"] for row in sessions(data)}) == 2


def test_a_plan_made_anew_stays_as_it_was():
    rows = [demand(key, child, sessions=3) for key, child in (("a", "ben"), ("b", "cat"))]
    data = instance(*rows, adults=TWO)
    before = sessions(data)
    data = instance(*rows, demand("c", "dan"), adults=TWO, former=before)
    after = sessions(data)
    assert [row for row in after if row["demand"] != "c"] == before


def test_a_weight_of_nought_is_no_wish():
    data = instance(demand("read", "ben", sessions=2), adults=TWO, weights={"continuity": 0})
    plan = make_plan(Instance.from_data(data), seconds=10, workers=1)
    assert plan.costs["continuity"] == 0


@pytest.mark.parametrize(
    "size",
    [{"adults": 4, "demands": 12, "children": 8}, {"adults": 30, "demands": 60, "children": 40}],
)
def test_one_worker_and_a_seed_give_the_same_plan(size):
    """Small ones to the optimum; large ones by a deterministic effort."""
    read = Instance.from_data(large_instance(3, **size))
    plans = [make_plan(read, seconds=300, workers=1, seed=5, effort=0.2) for _ in range(2)]
    assert plans[0].sessions == plans[1].sessions
    assert (plans[0].bound, plans[0].bounds) == (plans[1].bound, plans[1].bounds)
    assert plans[0].cost == cost_of(read, plans[1].sessions).total()


def test_progress_is_said_step_by_step():
    said = []
    make_plan(
        Instance.from_data(instance(demand("read", "ben"))), seconds=5, workers=1, say=said.append
    )
    assert [each.done for each in said] == sorted(each.done for each in said)
    assert said[0].words == "Section F of an EHC plan"
    assert {each.total for each in said} == {6}
