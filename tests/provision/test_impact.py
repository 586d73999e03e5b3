"""Entry against exit: what a test allows to be said, and what is refused."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.rules.impact import (
    CHOSEN_LOW,
    FEWEST,
    NO_COMPARISON,
    TOO_FEW,
    Measure,
    Pair,
    Scores,
    Spent,
    cost_of_met_targets,
    impact_of,
    spread_of,
    why_not_compared,
)

SEPTEMBER = dt.date(2026, 9, 7)
#: Three months, to the day of an average month.
DECEMBER = SEPTEMBER + dt.timedelta(days=91)


def pair(before, after, scores=Scores.STANDARD, test="York", to=None, ended=DECEMBER):
    entry = Measure(test, scores, before, SEPTEMBER)
    return Pair(entry, Measure(to or test, scores, after, ended))


def group(*changes, scores=Scores.STANDARD, start=80):
    return [pair(start, start + change, scores) for change in changes]


def test_months_of_progress_for_each_month():
    found = impact_of(group(3, 6, 6, 9, 12, scores=Scores.AGE_MONTHS))
    assert found.ratio_gain.median == pytest.approx(2.0, abs=0.01)
    assert found.band == "useful"
    assert found.ratio_gain.words() == "median 2, middle half 2 to 3, n = 5"
    assert found.effect is None
    assert any("Age equivalents are rough" in each for each in found.cautions)


@pytest.mark.parametrize(
    ("months", "band"),
    [(5, "less than useful"), (6, "useful"), (10, "substantial"), (13, "remarkable")],
)
def test_words_for_a_ratio_gain(months, band):
    assert impact_of(group(*[months] * 5, scores=Scores.AGE_MONTHS)).band == band


def test_standard_scores_have_a_change_and_an_effect_but_no_ratio():
    found = impact_of(group(0, 3, 6, 9, 12))
    assert (found.change.lower, found.change.median, found.change.upper) == (3, 6, 9)
    assert found.effect == pytest.approx(6 / 15)
    assert (found.ratio_gain, found.band, found.refusal) == (None, "", "")
    assert found.cautions == (NO_COMPARISON,)


def test_each_scale_has_its_own_deviation():
    assert impact_of(group(*[3] * 5, scores=Scores.SCALED, start=7)).effect == 1
    assert impact_of(group(*[5] * 5, scores=Scores.T_SCORE, start=40)).effect == 0.5


def test_raw_scores_have_neither_and_say_why_to_be_careful():
    found = impact_of(group(1, 2, 3, 4, 5, scores=Scores.RAW))
    assert (found.change.median, found.effect, found.ratio_gain) == (3, None, None)
    assert any("grow older" in each for each in found.cautions)


def test_those_chosen_for_low_scores_get_the_caution():
    assert CHOSEN_LOW in impact_of(group(1, 2, 3, 4, 5), chosen_low=True).cautions
    assert CHOSEN_LOW not in impact_of(group(1, 2, 3, 4, 5)).cautions


@pytest.mark.parametrize(("days", "is_given"), [(27, False), (28, True)])
def test_no_progress_a_month_within_four_weeks(days, is_given):
    ended = SEPTEMBER + dt.timedelta(days=days)
    found = impact_of([pair(80, 83, Scores.AGE_MONTHS, ended=ended)] * 5)
    assert (found.ratio_gain is not None) is is_given
    assert any("within four weeks" in each for each in found.cautions) is not is_given


@pytest.mark.parametrize("n", [0, 1, FEWEST - 1])
def test_too_few_to_say(n):
    found = impact_of(group(*range(n)))
    assert (found.n, found.change, found.refusal) == (n, None, TOO_FEW)


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        (pair(80, 90, test="Hodder"), "Different tests cannot be compared: Hodder, York"),
        (pair(80, 90, to="Hodder"), "Different tests"),
        (pair(20, 25, Scores.RAW), "Different kinds of scores"),
        (pair(80, 90, ended=SEPTEMBER), "not later than its entry"),
    ],
    ids=["another test", "another at exit", "another kind", "same day"],
)
def test_what_is_not_compared_says_so(odd, words):
    found = impact_of([*group(1, 2, 3, 4, 5), odd])
    assert words in found.refusal
    assert (found.n, found.change, found.effect) == (6, None, None)


def test_nobody_has_nothing_to_refuse():
    assert why_not_compared([]) == ""


@given(st.lists(st.integers(-40, 40), max_size=60))
def test_the_spread_is_in_order_and_within_what_was_seen(values):
    found = spread_of(values)
    if len(values) < FEWEST:
        assert found is None
    else:
        assert min(values) <= found.lower <= found.median <= found.upper <= max(values)
        assert f"n = {len(values)}" in found.words("points")


class TestCostOfMetTargets:
    def test_what_unmet_targets_cost_is_carried_by_the_met_ones(self):
        found = cost_of_met_targets([Spent(10_000, 3, 2), Spent(5_001, 3, 0)])
        assert (found.met, found.targets, found.pence_a_met_target) == (2, 6, 7_501)
        assert (found.lowest, found.highest) == (None, None)

    def test_a_range_from_five_provisions(self):
        found = cost_of_met_targets([Spent(n * 1000, 1, 1) for n in range(1, 6)])
        assert (found.pence_a_met_target, found.lowest, found.highest) == (3000, 2000, 4000)

    def test_refusals(self):
        assert "fewer than 5 targets" in cost_of_met_targets([Spent(900, 4, 4)]).refusal
        assert "No target" in cost_of_met_targets([Spent(900, 5, 0)]).refusal
        assert cost_of_met_targets([]).pence_a_met_target is None
