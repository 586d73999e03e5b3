"""Shares of groups with their bands, and the careful words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.rules.equity import TOO_FEW, compared, rate, wilson

CLAIMS = ("because", "cause", "over-identified", "under-identified", "should", "due to")


@pytest.mark.parametrize(
    ("counted", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals(counted, of, low, high):
    assert wilson(counted, of) == pytest.approx((low, high), abs=5e-5)


def test_published_interval_of_a_difference():
    """Newcombe 1998, table II, method 10: 56/70 − 48/80 is 0.0524 to 0.3339."""
    words = compared(rate(56, 70), rate(48, 80))
    assert words == "Higher than among the others, by 5 to 33 points."
    assert compared(rate(48, 80), rate(56, 70)) == "Lower than among the others, by 5 to 33 points."


def test_words_of_a_share():
    assert rate(12, 50).words == "24 %, between 14 % and 37 % (12 of 50 children)"


def test_few_children_say_nothing():
    assert rate(2, 4).words == TOO_FEW
    assert compared(rate(2, 4), rate(20, 100)) == TOO_FEW
    assert compared(rate(20, 100), rate(0, 4)) == TOO_FEW
    assert rate(2, 5).band is not None


def test_a_difference_that_chance_could_make():
    assert compared(rate(3, 10), rate(20, 100)).startswith("No difference")


@pytest.mark.parametrize(("counted", "of"), [(-1, 5), (6, 5)])
def test_impossible_shares(counted, of):
    with pytest.raises(ValueError, match="between nobody"):
        rate(counted, of)


@given(st.integers(0, 400), st.integers(5, 400), st.integers(0, 400), st.integers(5, 400))
def test_bands_hold_their_share_and_words_claim_no_reason(a, n, b, m):
    first, second = rate(min(a, n), n), rate(min(b, m), m)
    for band in (first.band, second.band):
        assert -1e-9 <= band.low <= band.percent + 1e-9
        assert band.percent - 1e-9 <= band.high <= 100 + 1e-9
    said = compared(first, second)
    assert not any(claim in said for claim in CLAIMS)
    swapped = compared(second, first)
    assert said.split()[0] == {"Higher": "Lower", "Lower": "Higher"}.get(
        swapped.split()[0], swapped.split()[0]
    )
