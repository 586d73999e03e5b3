"""The answer in sentences: ordered within one test, never across tests."""

import datetime as dt

from provision.rules.answers import (
    MAYBE_CHANCE,
    NOBODY,
    NOT_RANKED,
    NOTHING_MEASURED,
    Standing,
    answer,
)
from provision.rules.impact import Measure, Pair, Scores, impact_of

JANUARY, MARCH = dt.date(2026, 1, 5), dt.date(2026, 3, 27)


def standing(name, *changes, series="BPVS3", scores=Scores.STANDARD, lower_is_better=False):
    pairs = [
        Pair(Measure(series, scores, 80, JANUARY), Measure(series, scores, 80 + change, MARCH))
        for change in changes
    ]
    return Standing(name, series, scores, impact_of(pairs), lower_is_better)


def test_one_test_is_put_in_order_and_chance_is_named():
    found = answer([standing("B", 1, 2, 3, 4, 5), standing("A", 6, 7, 8, 9, 10)], given=10)
    first = "Most gain with A: median 8 points, middle half 7 to 9, n = 5."
    assert found == [f"{first} Then B: median 3 points, middle half 2 to 4, n = 5. All by BPVS3."]
    close = answer([standing("B", 1, 2, 3, 4, 5), standing("A", 2, 3, 4, 5, 6)], given=10)
    assert close[0].endswith(MAYBE_CHANCE)


def test_where_lower_is_better_the_greatest_fall_comes_first():
    facts = {"series": "SDQ", "scores": Scores.RAW, "lower_is_better": True}
    (said,) = answer(
        [standing("Up", 1, 1, 1, 1, 1, **facts), standing("Down", -6, -6, -6, -6, -6, **facts)],
        given=10,
    )
    assert said.startswith("Most gain with Down: median −6 marks") and "(lower is better)" in said


def test_different_tests_are_not_ranked():
    found = answer(
        [standing("A", 1, 2, 3, 4, 5), standing("B", 9, 9, 9, 9, 9, series="YARC")], given=9
    )
    assert len(found) == 3 and found[-1] == NOT_RANKED
    assert not any("Most gain" in sentence for sentence in found)


def test_nothing_to_say_says_why():
    assert answer([standing("A", 1, 2)], given=2) == [NOTHING_MEASURED]
    assert answer([], given=0) == [NOBODY]
