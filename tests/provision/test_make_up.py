"""Cheapest make-up times: who comes first, who comes along, what stays owed."""

import datetime as dt
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.rules.make_up import BY_WEIGHT, Debt, FreeTime, propose

FRIDAY = dt.date(2026, 11, 20)
MONDAY = dt.date(2026, 11, 23)
TUESDAY = dt.date(2026, 11, 24)


def owed(child="a", minutes=30, weight="best", provision="talk", since=FRIDAY, together=1):
    return Debt(child, provision, minutes, weight, since, together)


def free(key="t1", minutes=30, pence=1400, on=MONDAY, gives=None):
    return FreeTime(key, f"adult of {key}", on, minutes, pence, gives)


def test_the_heaviest_duty_comes_first_whatever_it_costs():
    debts = [owed(child, weight=weight) for child, weight in zip("abcd", BY_WEIGHT, strict=True)]
    found = propose(debts[::-1], [free("dear", pence=4000), free("cheap")])
    assert [(s.children, s.time) for s in found.sessions] == [
        ((("a", 30),), "cheap"),
        ((("b", 30),), "dear"),
    ]
    assert [debt.child for debt in found.left] == ["c", "d"]
    assert found.pence == 700 + 2000
    assert "The council must secure it" in found.sessions[0].because
    assert found.words == (
        "60 min made up in 2 sessions for £27.00; 60 min stay owed: no free time suits."
    )


def test_of_the_same_weight_the_oldest_comes_first():
    older = owed("z", since=FRIDAY - dt.timedelta(days=7))
    assert propose([owed("a"), older], [free()]).sessions[0].children == (("z", 30),)


def test_those_who_missed_the_same_come_along_as_far_as_there_is_room():
    debts = [owed(child, together=3) for child in "abcd"] + [owed("e", provision="other")]
    found = propose(debts, [free()])
    assert found.sessions[0].children == (("a", 30), ("b", 30), ("c", 30))
    assert found.pence == 700
    assert [debt.child for debt in found.left] == ["d", "e"]
    assert "; 3 children." in found.sessions[0].because


def test_a_long_time_serves_several_and_a_long_debt_needs_several_days():
    assert len(propose([owed("a"), owed("b")], [free(minutes=60)]).sessions) == 2
    found = propose([owed(minutes=50)], [free("m1"), free("m2"), free("t1", on=TUESDAY)])
    assert [(s.time, s.minutes) for s in found.sessions] == [("m1", 30), ("t1", 20)]
    assert found.left == ()


@pytest.mark.parametrize(
    "time",
    [
        free(on=FRIDAY),  # the day itself is not later
        free(minutes=9),
        free(gives=frozenset({"reading"})),
    ],
    ids=["same day", "too short", "another provision"],
)
def test_times_that_do_not_suit(time):
    found = propose([owed()], [time])
    assert (found.sessions, found.left) == ((), (owed(),))


def test_a_short_debt_needs_no_long_time():
    assert propose([owed(minutes=5)], [free(minutes=5)]).left == ()


def test_two_debts_of_a_child_are_never_paid_by_the_same_minutes():
    debts = [owed(together=4), owed(since=FRIDAY - dt.timedelta(days=1), together=4)]
    found = propose(debts, [free("m"), free("t", on=TUESDAY)])
    assert [s.children for s in found.sessions] == [(("a", 30),), (("a", 30),)]


def test_of_two_debts_the_one_that_fits_the_group_is_paid():
    alone, in_group = owed("b", minutes=40, together=1), owed("b", minutes=30, together=2)
    older = owed("a", since=FRIDAY - dt.timedelta(days=1), together=2)
    found = propose([older, alone, in_group], [free()])
    assert found.sessions[0].children == (("a", 30), ("b", 30))
    assert found.left == (alone,)


def test_nothing_owed_costs_nothing():
    assert propose([owed(minutes=0)], [free()]).words == "0 min made up in 0 sessions for £0.00."


DEBTS = st.lists(
    st.builds(
        owed,
        child=st.sampled_from("abcdef"),
        minutes=st.integers(0, 90),
        weight=st.sampled_from(BY_WEIGHT),
        provision=st.sampled_from(["talk", "reading"]),
        together=st.integers(1, 4),
    ),
    max_size=12,
)
TIMES = st.lists(
    st.builds(
        free,
        key=st.integers(0, 99).map(str),
        minutes=st.integers(1, 60),
        pence=st.integers(0, 5000),
        on=st.dates(MONDAY, MONDAY + dt.timedelta(days=4)),
    ),
    max_size=12,
    unique_by=lambda time: time.key,
)


@given(DEBTS, TIMES, st.randoms(use_true_random=False))
def test_minutes_are_kept_and_the_order_of_what_comes_in_does_not_matter(
    debts, times, chance: random.Random
):
    found = propose(debts, times)
    given_minutes = sum(minutes for each in found.sessions for _, minutes in each.children)
    assert given_minutes + sum(d.minutes for d in found.left) == sum(d.minutes for d in debts)
    used = Counter()
    for session in found.sessions:
        used[session.time] += session.minutes
        assert all(0 < minutes <= session.minutes for _, minutes in session.children)
    assert all(used[time.key] <= time.minutes for time in times)
    a_day = Counter((who, each.on) for each in found.sessions for who, _ in each.children)
    assert max(a_day.values(), default=1) == 1
    mixed = list(times)
    chance.shuffle(mixed)
    assert propose(debts[::-1], mixed) == found
