"""Three meetings a year: in which term they are due."""

import datetime as dt

import pytest

from pupils.rules.parent_meetings import next_window, windows

D = dt.date
TERMS = [(D(2026, 9, 3), D(2026, 12, 18)), (D(2027, 1, 5), D(2027, 3, 25)), (D(2027, 4, 12), D(2027, 7, 21))]  # fmt: skip


@pytest.mark.parametrize(
    ("starts", "met", "due_on"),
    [
        # The clock starts with at least four weeks of the term left, or in the next one.
        (D(2026, 11, 20), [], D(2026, 12, 18)),
        (D(2026, 11, 21), [], D(2027, 3, 25)),
        # Met in the term: on its first and last day, and in the holiday before it.
        (D(2026, 9, 3), [D(2026, 9, 3)], D(2027, 3, 25)),
        (D(2026, 9, 3), [D(2026, 12, 18)], D(2027, 3, 25)),
        (D(2026, 9, 3), [D(2026, 12, 19)], D(2027, 7, 21)),
        # Twice in one term is not once in two.
        (D(2026, 9, 3), [D(2026, 10, 1), D(2026, 11, 1)], D(2027, 3, 25)),
        # A term that was missed stays due until somebody meets; then the next one is.
        (D(2026, 9, 3), [], D(2026, 12, 18)),
        (D(2026, 9, 3), [D(2027, 2, 1)], D(2027, 7, 21)),
        # All three: next year, for which no terms are known.
        (D(2026, 9, 3), [D(2026, 10, 1), D(2027, 2, 1), D(2027, 5, 1)], D(2027, 12, 20)),
        # In the summer holiday.
        (D(2026, 9, 3), [D(2027, 5, 1), D(2027, 8, 1)], D(2027, 12, 20)),
    ],
)
def test_when_the_next_meeting_is_due(starts, met, due_on):
    assert next_window(starts, TERMS, met).ends_on == due_on


def test_three_a_year():
    assert [w.name for w in windows(D(2026, 9, 1), TERMS, years=1)] == [
        "Autumn term 2026",
        "Spring term 2027",
        "Summer term 2027",
    ]
