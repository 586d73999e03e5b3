"""The sample federation: 31 adults, its provisions; compared with greedy and with a wall chart.

`staff_week.json` has the adults and provisions of the sample workbooks, with support of Section F
added; `staff_week_by_hand.json` is a wall chart: one adult for a demand all week where that goes.
"""

import json
import time
from pathlib import Path

import pytest

from staff.planning.comparing import compare
from staff.planning.greedy import plan_greedily
from staff.planning.instance import Instance
from staff.planning.reading import read_sessions
from staff.planning.solving import make_plan
from staff.planning.times import Times
from staff.planning.verifying import broken_rules
from staff.planning.writing import plan_data

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def week():
    return json.loads((DATA / "staff_week.json").read_text())


@pytest.fixture(scope="module")
def planned(week):
    """The plan and how long it took."""
    began = time.monotonic()
    plan = make_plan(Instance.from_data(week), seconds=16, workers=1)
    return plan, time.monotonic() - began


@pytest.mark.slow
class TestTheSampleFederation:
    def test_it_is_planned_in_under_twenty_seconds_with_every_rule_kept(self, week, planned):
        plan, took = planned
        assert took < 20
        assert len(plan.instance.adults) == 31
        assert broken_rules(week, plan_data(plan)) == []
        assert plan.is_least_unmet

    def test_a_wall_chart_is_read_and_keeps_the_hard_rules(self, week):
        rows = json.loads((DATA / "staff_week_by_hand.json").read_text())
        assert broken_rules(week, rows, is_by_hand=True) == []

    def test_it_is_better_than_greedy_and_than_the_wall_chart(self, week, planned):
        plan, _ = planned
        read = plan.instance
        rows = json.loads((DATA / "staff_week_by_hand.json").read_text())["sessions"]
        by_hand = read_sessions(rows, read.demands)
        greedy = plan_greedily(read, Times(read))
        found = {
            row.key: row.values
            for row in compare(
                {"ours": (read, plan.sessions), "greedy": (read, greedy), "hand": (read, by_hand)}
            )
        }
        legal = ("unmet_section_f", "unmet_statutory")
        ours, *others = zip(*(found[key] for key in legal), strict=True)
        assert all(ours <= other for other in others)
        assert found["unmet_plan"][0] < min(found["unmet_plan"][1:])
        assert found["adults_per_child"][0] < found["adults_per_child"][1]
        assert found["one_adult"][0] < found["one_adult"][2]
        assert found["wishes_cost"][0] < min(found["wishes_cost"][1:])
