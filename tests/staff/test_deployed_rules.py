"""What counts as planned, delivered, diverted; and when there are too few to say."""

import datetime as dt

import pytest

from staff.rules.deployed import FEWEST, Held, Sums, of_adults, quality, summed

DAY = dt.date(2026, 11, 23)


def held(**facts) -> Held:
    facts = {
        "on": DAY, "rank": "section_f", "minutes": 30, "usual": "ann", "by": "ann", "given": 30,
        "provision": "p", "children": ("ben",),
    } | facts  # fmt: skip
    return Held(**facts)


def sums(*rows: Held) -> Sums:
    return summed(rows, lambda each: "")[""]


@pytest.mark.parametrize(
    ("facts", "delivered", "lost", "unlogged", "owed"),
    [
        ({}, 30, 0, 0, 0),
        ({"given": 45}, 30, 0, 0, 0),
        ({"given": 10}, 10, 0, 0, 0),
        ({"given": None}, 0, 0, 30, 0),
        ({"given": None, "by": None, "is_out": True}, 0, 30, 0, 30),
        ({"given": 0, "by": None, "is_out": True, "children": ("ben", "cat")}, 0, 30, 0, 60),
        ({"given": 30, "by": None, "is_out": True}, 30, 0, 0, 0),
        ({"given": None, "by": None, "is_out": True, "is_open": True}, 0, 0, 30, 0),
        ({"given": None, "by": None, "is_left": True, "provision": None}, 0, 30, 0, 0),
    ],
)
def test_one_session(facts, delivered, lost, unlogged, owed):
    found = sums(held(**facts))
    assert (found.delivered, found.lost, found.unlogged, found.owed) == (
        delivered, lost, unlogged, owed,
    )  # fmt: skip


def test_more_in_one_session_hides_no_gap_in_another():
    assert sums(held(given=60), held(given=0)).gap == 30


def test_adults():
    rows = [
        held(by="bob", is_out=True),
        held(usual="bob", by=None, is_left=True, given=None),
        held(usual="bob", by="bob"),
    ]
    found = of_adults(rows)
    assert (found["ann"].planned, found["ann"].out, found["ann"].delivered) == (30, 30, 0)
    bob = found["bob"]
    assert (bob.planned, bob.delivered, bob.stood_in, bob.diverted) == (60, 60, 30, 30)


@pytest.mark.parametrize(("number", "is_said"), [(FEWEST - 1, False), (FEWEST, True)])
def test_too_few_to_say(number, is_said):
    found = quality([held(children=(f"child {n}",), is_trained=True) for n in range(number)])
    assert (found.trained is not None) is is_said
    assert (found.adults_a_child is not None) is is_said


def test_what_asks_for_no_training_says_nothing_about_training():
    assert quality([held() for _ in range(9)]).trained is None


def test_quality_of_what_was_delivered_alone():
    given = [
        held(children=(f"c{n}",), by="ann" if n else "bob", is_trained=n > 1) for n in range(5)
    ]
    found = quality([*given, held(given=None, is_trained=False), held(by=None, given=0)])
    assert (found.sessions, found.trained, found.usual) == (5, 0.6, 0.8)
    assert found.apart == 1 and found.adults_a_child == 1
