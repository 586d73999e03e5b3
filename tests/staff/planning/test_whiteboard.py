"""The sample week drawn up by hand stays valid, and is set beside the planner and the filler."""

import json
from pathlib import Path

import pytest

from staff.planning.absence import Out
from staff.planning.codes import RANKS
from staff.planning.costs import unmet_of
from staff.planning.instance import Instance
from staff.planning.reading import read_sessions
from staff.planning.verifying import broken_rules
from tests.benchmarks.staff_sample import absences, anew, by_swaps, by_the_list, whiteboard
from tests.staff.planning.makers import adult, demand, instance, session

DATA = Path(__file__).parents[2] / "data"
#: What rule 9 of the drawing says is left open.
LEFT_OPEN = {"section_f": 240, "statutory": 0, "plan": 0, "class_support": 120, "duty": 0}


@pytest.fixture(scope="module")
def week():
    return json.loads((DATA / "staff_week.json").read_text())


def test_the_week_drawn_up_by_hand_keeps_every_hard_rule_and_says_how_it_was_drawn(week):
    drawn = json.loads((DATA / "staff_week_whiteboard.json").read_text())
    assert broken_rules(week, drawn, is_by_hand=True) == []
    assert len(drawn["about"]) == 10 and drawn["about"][1].startswith("1. ")


def test_it_leaves_open_what_it_says(week):
    read = Instance.from_data(week)
    unmet = unmet_of(read, whiteboard(read))
    assert {str(rank): unmet[rank] for rank in RANKS} == LEFT_OPEN


ADULTS = [adult("ann"), adult("bob"), adult("cas", training={"elsa": None})]


@pytest.mark.parametrize("mend", [by_swaps, by_the_list])
def test_an_absence_changes_what_falls_and_nothing_else(mend):
    data = instance(demand("read", "ben", sessions=2), demand("draw", "dan"), adults=ADULTS)
    read = Instance.from_data(data)
    rows = [
        session("read", "ann", 0, "09:00"),
        session("read", "ann", 1, "09:00"),
        session("draw", "bob", 0, "09:00"),
    ]
    sessions = tuple(read_sessions(rows, read.demands))
    after = mend(read, sessions, Out("ann", 0))
    assert {s.adult for s in set(after) - set(sessions)} == {"cas"}
    # Ann's Monday, Ann's Tuesday, Bob's Monday: one session each, and somebody steps in.
    assert list(absences(read, sessions, mend)) == [(1, 0), (1, 0), (1, 0)]


def test_what_nobody_trained_can_take_over_is_lost():
    data = instance(demand("feel", "ben", training=["elsa"]), adults=ADULTS)
    read = Instance.from_data(data)
    sessions = tuple(read_sessions([session("feel", "cas", 0, "09:00")], read.demands))
    assert list(absences(read, sessions, by_the_list)) == [(1, 60)]


def test_filling_the_week_anew_moves_more_than_what_falls():
    rows = [demand("read", "ben"), demand("draw", "dan")]
    read = Instance.from_data(instance(*rows, adults=ADULTS[:2]))
    at_nine = [session("read", "ann", 0, "09:00"), session("draw", "bob", 0, "09:00")]
    sessions = tuple(read_sessions(at_nine, read.demands))
    after = anew(read, sessions, Out("ann", 0))
    assert len(set(sessions) - set(after)) == 2
