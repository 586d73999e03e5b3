"""200 random instances: each calendar keeps every rule, each conflict is real and smallest."""

from collections import Counter

import pytest

from ehcp.scheduling.codes import WEIGHTS
from ehcp.scheduling.instance import Instance
from ehcp.scheduling.recounting import recounted
from ehcp.scheduling.solving import make_calendar
from ehcp.scheduling.verifying import broken_rules
from ehcp.scheduling.writing import as_data
from tests.ehcp.scheduling.brute import is_possible
from tests.ehcp.scheduling.makers import random_instance

SEEDS = 200


@pytest.fixture(scope="module")
def planned():
    """Each instance with its answer."""
    data = [random_instance(seed) for seed in range(SEEDS)]
    return [
        (each, as_data(make_calendar(Instance.from_data(each), seconds=20, workers=1)))
        for each in data
    ]


@pytest.mark.slow
class TestTwoHundred:
    def test_every_calendar_keeps_every_rule(self, planned):
        wrong = {n: broken for n, each in enumerate(planned) if (broken := broken_rules(*each))}
        assert wrong == {}

    def test_they_are_of_all_kinds(self, planned):
        found = Counter(answer["status"] for _, answer in planned)
        assert found["optimal"] > 40 and found["incomplete"] > 40
        rules = {
            name.partition(":")[0]
            for _, answer in planned
            for conflict in answer["unplaced"]
            for name in conflict["rules"]
        }
        assert rules >= {"window", "notice", "school_day", "notice_in_term", "person_days"}
        assert rules >= {"a_day", "a_week"}

    def test_none_costs_less_than_the_bound_or_more_than_by_hand(self, planned):
        for _, answer in planned:
            assert answer["bound"] <= answer["objective"] <= answer["greedy"]["objective"]
            assert answer["figures"]["placed"] >= answer["greedy"]["placed"]

    def test_what_they_cost_is_counted_anew_and_every_wish_counts_somewhere(self, planned):
        assert all(recounted(data, answer) == answer["costs"] for data, answer in planned)
        assert {name for _, answer in planned for name in answer["costs"]} >= set(WEIGHTS)

    def test_what_is_explained_is_impossible_and_any_one_less_is_possible(self, planned):
        for number, (data, answer) in enumerate(planned):
            for each in answer["unplaced"]:
                key, others, rules = each["review"], each["with"], set(each["rules"])
                assert each["is_proved"] and rules, (number, each)
                assert not is_possible(data, key, others, rules), (number, each)
                for name in rules:
                    assert is_possible(data, key, others, rules - {name}), (number, each, name)
                for other in others:
                    fewer = [k for k in others if k != other]
                    assert is_possible(data, key, fewer, rules), (number, each, other)
