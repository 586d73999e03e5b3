"""Sums of pupil premium plus: to the penny over random years, against another way of counting."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lac.rules.premium import (
    Balance,
    Use,
    balance_of,
    published_rate,
    together,
)
from provision.rules.elements import financial_days, financial_year

PENCE = st.integers(1, 500_000)
USES = st.builds(
    Use,
    planned=PENCE,
    spent=st.integers(0, 600_000),
    is_agreed=st.booleans(),
    is_closed=st.booleans(),
)
YEAR = st.tuples(
    st.lists(PENCE, max_size=6), st.lists(PENCE, max_size=2), st.lists(USES, max_size=8)
)


@settings(max_examples=1000)
@given(st.lists(YEAR, max_size=6))
def test_every_pound_of_a_year_is_in_one_place(years):
    """Given = given back + spent + agreed and not spent + free, child by child and together."""
    pots = [balance_of(*year) for year in years]
    for pot, (given_sums, returned, uses) in zip(pots, years, strict=True):
        assert pot.given == pot.returned + pot.spent + pot.committed + pot.free
        assert pot.over == max(0, pot.spent + sum(returned) - sum(given_sums))
        unspent = [u.planned - u.spent for u in uses if u.is_agreed and not u.is_closed]
        assert pot.committed == sum(rest for rest in unspent if rest > 0)
    total = together(pots)
    assert total.given == sum(sum(year[0]) for year in years)
    assert total.spent == sum(use.spent for year in years for use in year[2])
    assert total.free == sum(pot.free for pot in pots)
    every = [[each for year in years for each in year[part]] for part in range(3)]
    assert total == balance_of(*every)


def test_nothing_is_a_balance_too():
    assert together([]) == Balance() == balance_of([], [], [])


def test_what_is_closed_commits_nothing_and_more_than_planned_commits_nothing():
    assert Use(60_000, 45_000, is_agreed=True).committed == 15_000
    assert Use(60_000, 45_000, is_agreed=True, is_closed=True).committed == 0
    assert Use(60_000, 61_000, is_agreed=True).committed == 0
    assert Use(60_000, 0, is_agreed=False).committed == 0


@pytest.mark.parametrize(
    ("day", "year"),
    [("2026-03-31", 2025), ("2026-04-01", 2026), ("2026-12-31", 2026), ("2027-01-01", 2026)],
)
def test_a_financial_year_turns_on_the_first_of_april(day, year):
    day = dt.date.fromisoformat(day)
    assert financial_year(day) == year
    first, last = financial_days(year)
    assert first <= day <= last


def test_rates_are_those_that_were_published_and_none_is_made_up():
    assert published_rate(2024).pence == 257_000
    assert published_rate(2025).pence == 263_000
    assert published_rate(2026).pence is None
