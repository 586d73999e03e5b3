"""Standardised scores: possible ones, percentiles that fit within rounding, intervals."""

import pytest

from pupils.assessment_codes import COMMON_TESTS, Scale
from pupils.rules.scores import SCALES, Scores, faults, percentiles_of


def test_each_scale_of_the_catalogue_has_its_rule():
    assert SCALES.keys() == set(Scale.values)
    assert {test.scale for test in COMMON_TESTS.values()} <= SCALES.keys()


@pytest.mark.parametrize(
    ("score", "percentile"),
    # As the tables of publishers have them.
    [
        *[(100, 50), (85, 16), (115, 84), (70, 2), (130, 98), (90, 25), (110, 75), (69, 2)],
        *[(78, 7), (122, 93), (40, 1), (160, 99), (60, 1), (140, 99)],
    ],
)
def test_the_percentile_of_published_tables_fits(score, percentile):
    assert percentile in percentiles_of("standard", score)


@pytest.mark.parametrize(("scale", "score"), [("scaled", 7), ("t", 40)])
def test_one_deviation_below_is_the_sixteenth_percentile_on_every_scale(scale, score):
    assert 16 in percentiles_of(scale, score)
    assert 50 not in percentiles_of(scale, score)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Scores(score=39), "score"),
        (Scores(score=161), "score"),
        (Scores(percentile=0), "percentile"),
        (Scores(percentile=100), "percentile"),
        (Scores(score=85, percentile=20), "percentile"),
        (Scores(score=100, percentile=45), "percentile"),
        (Scores(score=85, low=80), "high"),
        (Scores(score=85, high=90), "low"),
        (Scores(score=85, low=80, high=90), "interval"),
        (Scores(score=85, interval=95), "interval"),
        (Scores(score=85, low=86, high=90, interval=95), "low"),
        (Scores(score=85, low=70, high=84, interval=95), "low"),
        (Scores(low=70, high=84, interval=95), "score"),
        (Scores(score=85, low=30, high=90, interval=95), "low"),
    ],
)
def test_what_cannot_be_is_named_by_field(given, field):
    assert list(faults("standard", given)) == [field]


@pytest.mark.parametrize(
    "given",
    [
        Scores(),
        Scores(score=40),
        Scores(score=160),
        Scores(percentile=1),
        Scores(percentile=99),
        Scores(score=85, percentile=15),
        Scores(score=85, percentile=17),
        Scores(score=85, low=85, high=85, interval=90),
        Scores(score=85, low=79, high=92, interval=95, percentile=16),
    ],
)
def test_what_can_be_is_taken(given):
    assert faults("standard", given) == {}


def test_a_scaled_score_has_its_own_limits():
    assert "score" in faults("scaled", Scores(score=20))
    assert faults("scaled", Scores(score=19)) == {}
    assert "score" in faults("standard", Scores(score=10))
