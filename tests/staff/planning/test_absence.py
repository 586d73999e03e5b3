"""Somebody is out: what falls, who steps in, and that nothing else moves."""

import json
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from staff.planning.absence import Out, gaps_for, gaps_of, other_times, replan, replan_for
from staff.planning.greedy import plan_greedily
from staff.planning.instance import Instance
from staff.planning.reading import read_clock, read_sessions
from staff.planning.times import Times
from staff.planning.verifying import broken_rules
from staff.planning.writing import by_hand, instance_data
from tests.staff.planning.makers import adult, child, demand, instance, random_instance, session

DATA = Path(__file__).parents[2] / "data"


def made(data: dict, *rows: dict):
    """The instance and the sessions of a plan by hand."""
    read = Instance.from_data(data)
    assert broken_rules(data, {"sessions": rows}, is_by_hand=True) == []
    return read, read_sessions(rows, read.demands)


BOTH = (demand("a", "ben", rank="plan"), demand("b", "cat"))
PLAN = (session("a", "ann", 0, "09:00"), session("b", "ann", 0, "10:00"))


def test_what_falls_is_named_by_what_is_owed_most():
    read, plan = made(instance(*BOTH), *PLAN)
    assert [gap.session.demand for gap in gaps_of(read, plan, "ann", 0)] == ["b", "a"]


@pytest.mark.parametrize(("starts", "fallen"), [("09:59", 2), ("10:00", 1), ("11:00", 0)])
def test_only_what_is_not_over_yet_falls(starts, fallen):
    read, plan = made(instance(*BOTH), *PLAN)
    assert len(gaps_of(read, plan, "ann", 0, read_clock(starts))) == fallen


def test_another_day_stays():
    read, plan = made(instance(*BOTH), *PLAN)
    assert gaps_of(read, plan, "ann", 1) == ()


class TestSwaps:
    def ranked(self, *adults: dict, rows=(), facts=None, extra=(), **more) -> list[str]:
        """Who could step in for Ann's hour with Ben, the best first."""
        own = demand("a", "ben", **(facts or {}))
        who = [adult("ann", training={"elsa": None}), *adults]
        data = instance(own, *extra, adults=who, **more)
        read, plan = made(data, session("a", "ann", 0, "09:00"), *rows)
        (gap,) = gaps_of(read, plan, "ann", 0)
        return [swap.session.adult for swap in gap.swaps]

    def test_three_at_most_and_nobody_without_the_training(self):
        trained = [adult(key, training={"elsa": None}) for key in ("bob", "cas", "dee", "eve")]
        need = {"training": ["elsa"]}
        assert self.ranked(*trained, facts=need) == ["bob", "cas", "dee"]
        assert self.ranked(adult("bob"), facts=need) == []

    def test_the_trained_come_before_a_noted_exception(self):
        found = self.ranked(
            adult("bob"),
            adult("cas", training={"elsa": None}),
            facts={"training": ["elsa"]},
            overrides=[{"demand": "a", "adult": "bob", "note": "Has watched it for a term"}],
        )
        assert found == ["cas", "bob"]

    def test_who_works_with_the_child_then_who_is_known_then_others(self):
        found = self.ranked(
            adult("bob"),
            adult("cas"),
            adult("dee"),
            extra=[demand("b", "ben")],
            rows=[session("b", "dee", 1, "09:00")],
            children=[child("ben", known=["cas"])],
        )
        assert found == ["dee", "cas", "bob"]

    def test_who_is_free_comes_before_who_leaves_what_is_owed_less(self):
        lower = demand("b", rank="duty", shape="duty")
        found = self.ranked(
            adult("bob"), adult("cas"), extra=[lower], rows=[session("b", "bob", 0, "09:00")]
        )
        assert found == ["cas", "bob"]

    def test_nobody_leaves_what_is_owed_as_much(self):
        same = demand("b", "cat")
        assert self.ranked(adult("bob"), extra=[same], rows=[session("b", "bob", 0, "09:00")]) == []

    def test_no_new_adult_without_a_handover_not_even_today(self):
        alone = [child("ben", needs_handover=True, known=["ann"])]
        assert self.ranked(adult("bob"), children=alone) == []

    def test_nobody_over_their_contract(self):
        assert self.ranked(adult("bob", minutes=59)) == []
        assert self.ranked(adult("bob", minutes=60)) == ["bob"]


def test_one_adult_steps_in_once_at_a_time():
    rows = [demand("a", "ben"), demand("b", "cat")]
    data = instance(*rows, adults=[adult("ann"), adult("bob")])
    read, plan = made(data, session("a", "ann", 0, "09:00"), session("b", "bob", 0, "09:00"))
    found = replan(read, plan, "ann", 0)
    assert found.accepted == () and [s.demand for s in found.lost] == ["a"]


def cells(sessions, absent: str) -> set:
    """What everybody who is in does at each time."""
    return {(s.adult, s.span, s.demand) for s in sessions if s.adult != absent}


def changed_slots(before, after, absent: str) -> int:
    """At how many places of the timetables of those who are in something else stands."""
    changes = cells(before, absent) ^ cells(after, absent)
    return len({(who, span.weekday, span.starts) for who, span, _ in changes})


@pytest.mark.parametrize("seed", range(60))
def test_no_more_slots_change_than_fall_and_every_rule_is_kept(seed):
    data = {**random_instance(seed), "locks": []}
    read = Instance.from_data(data)
    plan = plan_greedily(read, Times(read))
    for (who, weekday), number in Counter((s.adult, s.span.weekday) for s in plan).items():
        found = replan(read, plan, who, weekday)
        assert len(found.fallen) == number
        moved = [s for s in plan if s.adult != who and s not in found.sessions]
        assert len(moved) <= len(found.accepted) <= number
        assert len(set(found.sessions) - set(plan)) == len(found.accepted)
        rows = by_hand(found.instance, found.sessions)
        assert broken_rules(instance_data(found.instance), rows, is_by_hand=True) == []
        assert len(found.sessions) + len(found.lost) == len(plan)


def test_the_sample_federation_is_planned_anew_in_under_a_second():
    data = json.loads((DATA / "staff_week.json").read_text())
    read = Instance.from_data(data)
    rows = json.loads((DATA / "staff_week_by_hand.json").read_text())["sessions"]
    plan = read_sessions(rows, read.demands)
    (busiest, weekday), fallen = Counter((s.adult, s.span.weekday) for s in plan).most_common(1)[0]
    began = time.process_time()
    found = replan(read, plan, busiest, weekday)
    assert time.process_time() - began < 1
    assert len(found.fallen) == fallen
    assert 0 < changed_slots(plan, found.sessions, busiest) <= fallen
    assert all(len(gap.swaps) <= 3 for gap in found.fallen)


class TestSeveralOut:
    def plan(self):
        rows = [demand("a", "ben"), demand("b", "cat", rank="plan")]
        who = [adult("ann"), adult("bob"), adult("cas")]
        plan = session("a", "ann", 0, "09:00"), session("b", "bob", 0, "09:00")
        return made(instance(*rows, adults=who), *plan)

    def test_one_adult_is_left_for_what_is_owed_most(self):
        read, plan = self.plan()
        found = replan_for(read, plan, [Out("ann", 0), Out("bob", 0)])
        assert [(s.session.demand, s.session.adult) for s in found.accepted] == [("a", "cas")]
        assert [s.demand for s in found.lost] == ["b"]

    def test_neither_steps_in_for_the_other(self):
        read, plan = self.plan()
        gaps = gaps_for(read, plan, [Out("ann", 0), Out("bob", 0)])
        assert [[s.session.adult for s in gap.swaps] for gap in gaps] == [["cas"], ["cas"]]

    def test_whoever_stepped_in_is_not_taken_away_again(self):
        read, plan = self.plan()
        swapped = [s if s.demand != "b" else replace(s, adult="cas") for s in plan]
        outs, taken = [Out("ann", 0)], [s for s in swapped if s.demand == "b"]
        (gap,) = gaps_for(read, swapped, outs, taken)
        assert [s.session.adult for s in gap.swaps] == ["bob"]

    @pytest.mark.parametrize(
        ("starts", "ends", "fallen"),
        [(0, 540, 0), (0, 541, 1), (599, 1440, 1), (600, 1440, 0)],
    )
    def test_a_part_of_the_day(self, starts, ends, fallen):
        read, plan = self.plan()
        assert len(gaps_for(read, plan, [Out("ann", 0, starts, ends)])) == fallen

    def test_later_times_are_free_and_on_the_same_day_first(self):
        read, plan = self.plan()
        outs = [Out(who, 0, 0, 600) for who in ("ann", "bob", "cas")]
        swaps = other_times(read, plan, outs, plan[0], 540)
        assert swaps and swaps[0].session.span.weekday == 0
        assert all(s.session.span.starts >= 600 or s.session.span.weekday for s in swaps)
        assert all(s.leaves is None for s in swaps) and len(swaps) <= 3


@pytest.mark.parametrize("seed", range(100))
def test_two_out_change_no_more_than_falls(seed):
    data = {**random_instance(seed), "locks": []}
    read = Instance.from_data(data)
    plan = plan_greedily(read, Times(read))
    who = sorted({s.adult for s in plan})[:2]
    outs = [Out(key, 0, 0, 12 * 60) for key in who]
    found = replan_for(read, plan, outs)
    assert len(found.fallen) == sum(any(out.hits(s) for out in outs) for s in plan)
    assert len(set(found.sessions) - set(plan)) == len(found.accepted) <= len(found.fallen)
    assert not any(out.hits(s) for out in outs for s in found.sessions)
    rows = by_hand(found.instance, found.sessions)
    assert broken_rules(instance_data(found.instance), rows, is_by_hand=True) == []
    assert len(found.sessions) + len(found.lost) == len(plan)
