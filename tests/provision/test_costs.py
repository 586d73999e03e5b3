"""Costs in pence: rounded once, shared to the penny, every breakdown sums to the whole."""

import random
from collections import Counter
from decimal import Decimal
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provision.rules.costs import (
    Part,
    Proof,
    Rate,
    broken_down,
    cost_of,
    parts_of,
    planned_minutes,
    shares_of,
)

LSA = Rate(1412)


@pytest.mark.parametrize(
    ("shape", "rate", "resources", "pence"),
    [
        ((3, 30, 10), LSA, 0, 21_180),
        ((1, 45, 8), Rate(1580), 2_500, 11_980),
        ((5, 10, 12), LSA, 0, 14_120),
        ((4, 120, 30), Rate(3850), 6_000, 930_000),
        ((5, 10, 38), Rate(0), 2_500, 2_500),
        ((1, 1, 30), Rate(1), 0, 1),  # half a penny goes up
        ((1, 1, 29), Rate(1), 0, 0),
        ((1, 60, 1), Rate(1000, Decimal("25.5")), 0, 1_255),
    ],
)
def test_a_cost_is_rounded_once_at_the_end(shape, rate, resources, pence):
    assert cost_of(planned_minutes(*shape), rate, resources) == pence


def test_delivered_is_the_same_sum_over_fewer_minutes():
    assert cost_of(450, LSA) == 10_590
    assert cost_of(0, LSA, 2_500) == 2_500


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (2, [1, 1, 1], [1, 1, 0]),
        (0, [1, 1], [0, 0]),
        (100, [70, 35], [67, 33]),
        (10, [0, 5], [0, 10]),
        (3, [0, 0], [2, 1]),
    ],
)
def test_shares_add_up_to_the_penny(total, weights, shares):
    assert shares_of(total, weights) == shares


def test_nobody_to_share_among():
    with pytest.raises(ValueError, match="nobody"):
        shares_of(100, [])
    assert parts_of(UUID(int=1), 100, {}) == [Part(UUID(int=1), None, 100)]


@given(
    st.integers(0, 10**9),
    st.lists(st.integers(0, 400), min_size=1, max_size=60),
)
def test_no_share_is_more_than_a_penny_from_its_due(total, weights):
    shares = shares_of(total, weights)
    whole = sum(weights) or len(weights)
    due = [total * (w if sum(weights) else 1) / whole for w in weights]
    assert sum(shares) == total
    assert all(abs(s - d) <= 1 for s, d in zip(shares, due, strict=True))


def _random_provision(number, chance):
    """A provision, its children and what pages break costs down by."""
    children = {
        UUID(int=chance.randrange(1, 90)): chance.randrange(0, 190)
        for _ in range(chance.randrange(0, 9))
    }
    minutes = planned_minutes(
        chance.randrange(1, 11), chance.randrange(1, 121), chance.randrange(1, 40)
    )
    rate = Rate(chance.randrange(0, 6000), Decimal(chance.randrange(0, 400)) / 10)
    about = {
        "group": number,
        "need": chance.choice(["SLCN", "ASD", "SEMH", ""]),
        "tier": chance.choice("UTE"),
        "stream": chance.choice(["core", "notional", "premium"]),
    }
    return about, parts_of(
        UUID(int=number), cost_of(minutes, rate, chance.randrange(0, 30_000)), children
    )


@settings(max_examples=20, derandomize=True)
@given(st.integers(0, 2**32))
def test_ten_thousand_random_provisions_reconcile_by_every_breakdown(seed):
    """Twenty schools of five hundred provisions each."""
    chance = random.Random(seed)
    whole, lines = 0, []
    for number in range(1, 501):
        about, parts = _random_provision(number, chance)
        whole += sum(part.pence for part in parts)
        assert all(part.pence >= 0 for part in parts)
        for part in parts:
            child = part.pupil_id.int if part.pupil_id else 0
            facts = about | {"child": child, "class": child % 14, "year": child % 7}
            lines.append((facts, part.pence))
    names = ("child", "group", "class", "year", "need", "tier", "stream")
    by_hand = {name: Counter() for name in names}
    for facts, pence in lines:
        for name in names:
            by_hand[name][facts[name]] += pence
    for count in (1, 2, 3):
        for chosen in combinations(names, count):
            found = broken_down(lines, *(lambda f, name=name: f[name] for name in chosen))
            assert Proof(whole, sum(found.values())).is_sound
            if count == 1:
                assert {k[0]: v for k, v in found.items()} == dict(by_hand[chosen[0]])


def test_a_proof_fails_by_one_penny():
    assert not Proof(100, 99).is_sound
