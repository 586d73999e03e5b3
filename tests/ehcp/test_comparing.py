"""Comparing two versions of a plan: every planted reduction is found, layout alone is nothing."""

import random

import pytest

from ehcp.rules.amounts import Quantity, quantity_of
from ehcp.rules.comparing import CompareLine, Kind, alignment, compare
from ehcp.rules.reductions import reductions
from ehcp.rules.wording import keys_of, pieces_of
from tests.ehcp.plan_texts import KINDS, SECTIONS, re_set, reduced, sheet


def less(old, new) -> list:
    return [change for change in compare(old, new) if change.is_less]


def one(text: str, section: str = "F") -> list[CompareLine]:
    return [CompareLine(section, "F1", text)]


@pytest.mark.parametrize("seed", range(50))
def test_a_planted_reduction_is_found(seed):
    rng = random.Random(seed)
    kind = KINDS[seed % len(KINDS)]
    new, number = reduced(sheet(), kind, rng)
    found = less(sheet(), new)
    assert [change.old_number for change in found] == [number], kind
    assert all(flag.title for flag in found[0].flags)


@pytest.mark.parametrize("seed", range(50))
def test_it_is_found_in_another_layout_too(seed):
    rng = random.Random(1000 + seed)
    kind = KINDS[seed % len(KINDS)]
    new, number = reduced(sheet(), kind, rng)
    found = less(sheet(), re_set(new, rng))
    assert number in [change.old_number for change in found], kind


@pytest.mark.parametrize("seed", range(50))
def test_layout_alone_is_no_change(seed):
    assert compare(sheet(), re_set(sheet(), random.Random(2000 + seed))) == []


@pytest.mark.parametrize("seed", range(50))
def test_every_one_of_several_reductions_is_found(seed):
    rng = random.Random(3000 + seed)
    new, numbers = sheet(), set()
    for kind in rng.sample(KINDS, 4):
        before = new
        new, number = reduced(new, kind, rng)
        numbers |= {number} if new != before else set()
    assert numbers <= {change.old_number for change in less(sheet(), new)}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("He will have 15 hours a week.", "He will have 14.5 hours a week.", "time"),
        ("Three sessions of 30 minutes a week.", "Three sessions of 20 minutes a week.", "time"),
        ("20 minutes each day.", "An hour a week.", "time"),
        ("Speech work daily.", "Speech work weekly.", "often"),
        ("An adult will help.", "An adult may help.", "weak"),
        ("An adult will help.", "An adult will help as appropriate.", "weak"),
        ("An adult will help.", "An adult helps.", "duty"),
        ("Taught by a qualified teacher.", "Taught by a teacher.", "skilled"),
        ("Taught by a teacher.", "Taught by a teaching assistant.", "people"),
        ("1:1 teaching.", "Teaching in a small group.", "group"),
        ("In a group of 3.", "In a group of 8.", "group"),
        ("At least 3 hours a week.", "3 hours a week.", "floor"),
        ("Help in all lessons.", "Help in lessons.", "whole"),
        ("Physio and hydrotherapy each week.", "Physio or hydrotherapy each week.", "choice"),
        ("Therapy for 30 weeks.", "Therapy for 12 weeks.", "number"),
        ("Delivered by a therapist.", "Overseen by a therapist.", "oversight"),
    ],
)
def test_each_kind_is_named(old, new, code):
    assert code in {flag.code for flag in reductions(old, new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He will have 15 hours a week.", "He will have 16 hours a week."),
        ("3 sessions of 30 minutes a week.", "5 sessions of 20 minutes a week."),
        ("An adult may help.", "An adult will help."),
        ("Speech work weekly.", "Speech work daily."),
        ("Taught in a group of 6.", "Taught in a group of 3."),
        ("An hour of reading a week.", "60 minutes of reading a week."),
        ("Taught by a teaching assistant.", "Taught by a specialist teacher."),
        ("He will read daily.", "He will read daily with an adult."),
    ],
)
def test_more_or_as_much_is_no_reduction(old, new):
    assert reductions(old, new) == []


def test_words_that_changed_are_marked():
    (change,) = compare(
        one("Zoe will have 15 hours a week."), one("Zoe will have 12 hours a week.")
    )
    assert change.kind == Kind.CHANGED
    assert [piece.text for piece in change.old if piece.is_changed] == ["15 "]
    assert [piece.text for piece in change.new if piece.is_changed] == ["12 "]


def test_what_leaves_section_f_for_health_is_named():
    text = "A therapist will see Zoe each week for 45 minutes."
    (change,) = compare(one(text), one(text, "G"))
    assert (change.kind, change.to_section) == (Kind.MOVED, "G")
    assert change.is_less


def test_a_need_that_is_gone_is_named_but_is_no_provision():
    old = [CompareLine("B", "B1", SECTIONS["B"][0]), CompareLine("B", "B2", SECTIONS["B"][2])]
    (change,) = compare(old, old[:1])
    assert change.flags
    assert not change.is_less


def test_the_same_words_with_a_lower_amount_beside_them():
    old = [CompareLine("F", "F1", "A therapist sees Zoe.", 60)]
    new = [CompareLine("F", "F1", "A therapist sees Zoe.", 45)]
    assert [flag.old for flag in less(old, new)[0].flags] == ["60 min a week"]


def test_a_version_beside_itself_and_nothing():
    assert compare(sheet(), sheet()) == []
    assert compare([], []) == []
    assert {change.kind for change in compare([], sheet())} == {Kind.ADDED}


def test_lines_find_their_successors():
    old = [*one("Zoe will have 15 hours a week."), *one("A therapist sees Zoe each week.")]
    new = [*one("A therapist sees Zoe each week."), *one("Zoe will have 12 hours a week.")]
    assert alignment(old, new, "F") == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3 sessions of 30 minutes a week", Quantity(3, 30)),
        ("Five 20-minute sessions per week", Quantity(5, 20)),
        ("daily for 20 minutes", Quantity(5, 20)),
        ("half an hour twice a week", Quantity(2, 30)),
        ("15 hours of 1:1 support per week", Quantity(hours_a_week=15)),
        ("15 hours a week delivered in 5 sessions", Quantity(hours_a_week=15)),
        ("one hour each week, in two sessions of 30 minutes", None),
        ("6 sessions of 30 minutes a term", None),
        ("regular speech therapy", None),
        ("", None),
    ],
)
def test_the_amount_of_a_line(text, amount):
    assert quantity_of(text) == amount


def test_numbers_that_are_no_numbering_stay():
    assert pieces_of("15 hours a week\n1:1 support") == ["15 hours a week 1:1 support"]
    assert pieces_of("1. Zoe reads.\n(b) F2: Zoe writes.") == ["Zoe reads.", "Zoe writes."]
    assert keys_of("½ hr × two, one-to-one") == ("0.5", "hours", "x", "2", "1:1")
