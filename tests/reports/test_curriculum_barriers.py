"""Barriers by class: no count of few children, and none that two others give away."""

from itertools import permutations

from pupils.codes import NEED_TYPES
from reports.curriculum_barriers import SCHOOL, barriers, barriers_of, looks, shown_by_class
from reports.subject_codes import Subject

#: Types that a school of usual size has in several children; the others a reader may take for none.
COMMON = frozenset({"SPLD", "MLD", "SLCN", "ASD", "SEMH"})
LANGUAGE = next(each for each in barriers() if each.code == "language")


def children(group: str, number: int, *needs: str):
    return [(group, frozenset(needs))] * number


def test_no_barrier_lies_within_another():
    """Otherwise one count less the other is a count that nobody protected."""
    for one, other in permutations(barriers(), 2):
        assert not one.needs <= other.needs, (one.code, other.code)
        common = one.needs & COMMON
        assert not common or not common <= other.needs, (one.code, other.code)


def test_every_subject_says_where_to_look():
    assert set(looks()) == set(Subject.values)
    codes = [each.code for each in barriers()]
    for subject in Subject:
        assert set(looks()[subject].barriers) <= set(codes)
        assert sorted(each.code for each in barriers_of(subject)) == sorted(codes)
        first = looks()[subject].barriers
        assert tuple(each.code for each in barriers_of(subject))[: len(first)] == first
    assert {code for each in barriers() for code in each.needs} <= set(NEED_TYPES)


def test_four_are_hidden_and_five_are_shown():
    known = children("Oak", 5, "SLCN") + children("Elm", 6, "ASD") + children("Ash", 7, "HI")
    shown = shown_by_class(known, ["Oak", "Elm", "Ash"], LANGUAGE)
    assert shown == {"Oak": 5, "Elm": 6, "Ash": 7, SCHOOL: 18}
    known = children("Oak", 4, "SLCN") + children("Elm", 6, "ASD") + children("Ash", 7, "HI")
    shown = shown_by_class(known, ["Oak", "Elm", "Ash"], LANGUAGE)
    assert shown["Oak"] is None


def test_a_hidden_class_is_not_the_total_less_the_others():
    known = children("Oak", 4, "SLCN") + children("Elm", 6, "ASD") + children("Ash", 7, "HI")
    shown = shown_by_class(known, ["Oak", "Elm", "Ash"], LANGUAGE)
    hidden = [name for name, count in shown.items() if count is None]
    assert len(hidden) >= 2


def test_a_child_counts_once_and_nobody_is_hidden_like_one():
    shown = shown_by_class(children("Oak", 9, "SLCN", "ASD"), ["Oak", "Elm"], LANGUAGE)
    assert shown["Elm"] is None
    shown = shown_by_class(children("Oak", 9, "SEMH"), ["Oak"], LANGUAGE)
    assert shown == {"Oak": None, SCHOOL: None}
