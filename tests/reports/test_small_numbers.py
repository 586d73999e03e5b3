"""Pages with counts of few people, attacked: what a reader can tell of one to four of them.

Numbers that stand by themselves can only be attacked through what is printed in their place: one
to four must look like none.
"""

import datetime as dt
from itertools import product

import pytest

from aylsham.suppression.protecting import NOTHING
from reports.selectors import coaching, delivered
from staff.planning.codes import RANKS, Rank
from staff.rules.deployed import Held
from staff.selectors.coaching import CoachingFigures

DAY = dt.date(2026, 11, 2)
FEW = range(1, 5)


def of_coaching(coached, closed):
    return coaching.shown_lines(CoachingFigures(2026, (("Observation", 7),), coached, closed))


def worked_out(shown):
    """The numbers of coached teachers that would print the same; each closed cycle has one."""
    return {
        coached
        for coached, closed in product(range(8), range(8))
        if bool(coached) >= bool(closed) and of_coaching(coached, closed) == shown
    }


@pytest.mark.parametrize("coached", FEW)
@pytest.mark.parametrize("closed", range(8))
def test_one_to_four_coached_teachers_could_be_nobody(coached, closed):
    assert 0 in worked_out(of_coaching(coached, closed))


def test_the_attack_finds_closed_cycles_beside_too_few_teachers(monkeypatch):
    monkeypatch.setattr(coaching, "Known", lambda hidden: NOTHING)
    assert worked_out(of_coaching(3, 6)) == set(FEW)


def test_five_are_shown():
    assert dict(of_coaching(5, 6)) == {
        "Observation": "7", coaching.COACHED: "5", coaching.CLOSED: "6",
    }  # fmt: skip


def held(rank, children=(), adult="a"):
    return Held(on=DAY, rank=rank, minutes=30, usual=adult, by=adult, given=20, children=children)


def printed(sessions):
    shown = delivered.shown_ranks(sessions)
    return shown, delivered._total(sessions, shown)


def differs(rank, number):
    """Whether governors can tell a weight of so many children from one of none."""
    many = [held(Rank.PLAN, tuple(range(10, 16)))]
    few = [held(rank, (n,)) for n in range(number)]
    return printed([*many, *few]) != printed(many)


@pytest.mark.parametrize("number", FEW)
@pytest.mark.parametrize("rank", [each for each in RANKS if each != Rank.PLAN])
def test_one_to_four_children_of_a_weight_look_like_none(rank, number):
    assert not differs(rank, number)


def test_one_to_four_adults_look_like_none_and_five_do_not():
    duties = [held(Rank.DUTY, adult=n) for n in range(5)]
    assert printed(duties[:4]) == printed([])
    assert printed(duties)[0][Rank.DUTY].planned == 150
    assert differs(Rank.SECTION_F, 5)


def test_the_attack_finds_a_line_that_stands_only_where_somebody_is(monkeypatch):
    """As it was: a weight without anybody was left out."""
    right = delivered.shown_ranks
    monkeypatch.setattr(
        delivered,
        "shown_ranks",
        lambda rows: {k: v for k, v in right(rows).items() if any(r.rank == k for r in rows)},
    )
    assert differs(Rank.SECTION_F, 3)


def test_the_attack_finds_a_total_of_everything(monkeypatch):
    right = delivered._total
    monkeypatch.setattr(
        delivered, "_total", lambda rows, shown: right(rows, dict.fromkeys(shown, "all"))
    )
    assert differs(Rank.SECTION_F, 3)
