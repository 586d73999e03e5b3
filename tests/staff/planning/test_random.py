"""300 random weeks: each plan keeps every rule, each conflict of locks is real and smallest."""

from collections import Counter

import pytest

from staff.planning.costs import cost_of
from staff.planning.greedy import plan_greedily
from staff.planning.instance import Instance
from staff.planning.solving import make_plan
from staff.planning.times import Times
from staff.planning.verifying import broken_rules
from staff.planning.writing import by_hand, instance_data, plan_data
from tests.staff.planning.brute import can_be
from tests.staff.planning.makers import random_instance

SEEDS = 300


@pytest.fixture(scope="module")
def planned():
    """Each instance with its plan, the answer, and the greedy plan."""
    found = []
    for seed in range(SEEDS):
        data = random_instance(seed)
        read = Instance.from_data(data)
        plan = make_plan(read, seconds=20, workers=1)
        greedy = plan_greedily(read, Times(read))
        found.append((data, plan, plan_data(plan, greedy), greedy))
    return found


@pytest.mark.slow
class TestThreeHundred:
    def test_every_plan_keeps_every_rule(self, planned):
        wrong = {
            seed: broken
            for seed, (data, plan, answer, _) in enumerate(planned)
            if not plan.conflicts and (broken := broken_rules(data, answer))
        }
        assert wrong == {}

    def test_so_does_every_greedy_one_beside_locks(self, planned):
        for data, plan, _, greedy in planned:
            rows = by_hand(plan.instance, greedy)
            assert broken_rules({**data, "locks": []}, rows, is_by_hand=True) == []

    def test_they_are_of_all_kinds(self, planned):
        found = Counter(answer["status"] for _, _, answer, _ in planned)
        assert found["optimal"] > 200 and found["impossible"] > 20
        kinds = Counter(
            remedy["kind"]
            for _, _, answer, _ in planned
            for row in answer["uncovered"]
            for remedy in row["remedies"]
        )
        assert kinds.keys() == {"hours", "training", "handover", "window", "regroup"}

    def test_greedy_is_never_better_than_the_optimum(self, planned):
        better = 0
        for _, plan, answer, _ in planned:
            if plan.status != "optimal" or plan.instance.locks:
                continue
            ours, theirs = answer["unmet"], answer["greedy"]["unmet"]
            assert list(ours.values()) <= list(theirs.values())
            if ours == theirs:
                assert answer["cost"] <= answer["greedy"]["wishes_cost"]
            better += ours != theirs or answer["cost"] < answer["greedy"]["wishes_cost"]
        assert better > 50

    def test_the_cost_is_what_the_model_minimised(self, planned):
        for _, plan, answer, _ in planned:
            if plan.status == "optimal":
                assert (
                    answer["cost"]
                    == answer["bound"]
                    == cost_of(plan.instance, plan.sessions).total()
                )

    def test_json_there_and_back_loses_nothing(self, planned):
        for _, plan, _, _ in planned:
            assert Instance.from_data(instance_data(plan.instance)) == plan.instance

    def test_locks_that_exclude_each_other_do_and_any_one_less_can_be(self, planned):
        seen = 0
        for seed, (data, plan, _, _) in enumerate(planned):
            for each in plan.conflicts:
                assert each.is_proved and each.rules, seed
                locks, rules = set(each.locks), set(each.rules)
                assert not can_be(data, locks, rules), seed
                for lock in locks:
                    assert can_be(data, locks - {lock}, rules), (seed, lock)
                for name in rules:
                    assert can_be(data, locks, rules - {name}), (seed, name)
                seen += 1
        assert seen > 20
