"""What was promised, week by week, beside what was planned and given."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.rules.promised import Promised, by_week, kept, promised_minutes, shared_out

MONDAY = dt.date(2026, 11, 2)
HOUR = Promised("F3", 60, dt.date(2026, 9, 1))


def day(n: int) -> dt.date:
    return MONDAY + dt.timedelta(days=n)


def weekdays(when: dt.date) -> bool:
    return when.weekday() < 5


@pytest.mark.parametrize(
    ("first", "last", "minutes"),
    [
        (0, 4, 60),
        (0, 6, 60),
        (0, 0, 12),
        (5, 6, 0),  # a weekend
        (0, 13, 120),
        (3, 7, 36),  # Thursday to Monday: 24 and 12
        (4, 3, 0),
    ],
)
def test_whole_weeks_and_parts_of_weeks(first, last, minutes):
    assert promised_minutes(HOUR, day(first), day(last), weekdays) == minutes


def test_inset_days_take_nothing_away_and_a_closed_week_is_none():
    def one_day_open(when):
        return when == day(2) or (weekdays(when) and when >= day(14))

    assert by_week(HOUR, day(0), day(18), one_day_open) == [(day(0), 60), (day(14), 60)]


def test_a_promise_that_begins_and_ends_inside_a_week():
    promise = Promised("F1", 100, day(2), day(8))
    assert by_week(promise, day(-30), day(30), weekdays) == [(day(0), 60), (day(7), 40)]
    for_good = Promised("F1", 100, day(2))
    assert promised_minutes(for_good, day(0), day(11), weekdays) == 160


@pytest.mark.parametrize(
    ("figures", "owed", "words"),
    [
        (
            (60, 60, 30, 30),
            30,
            "30 of 60 min given; 30 short, 30 of them for the school's reasons.",
        ),
        ((60, 40, 40, 0), 0, "40 of 60 min given; 20 never planned."),
        (
            (60, 90, 75, 15),
            0,
            "75 of 60 min given; 15 more than promised; 30 more planned than promised.",
        ),
        ((60, 60, 30, 0), 0, "30 of 60 min given; 30 short, 0 of them for the school's reasons."),
        ((60, 60, 60, 0), 0, "60 of 60 min given."),
    ],
)
def test_the_sentence_explains_every_figure(figures, owed, words):
    found = kept(*figures)
    assert (found.owed, found.words) == (owed, words)


def test_minutes_below_zero_are_refused():
    with pytest.raises(ValueError, match="below zero"):
        kept(60, 60, -1, 0)


@given(*[st.integers(0, 3000)] * 4)
def test_nothing_is_below_zero_and_a_surplus_is_in_the_words(promised, planned, delivered, owed):
    found = kept(promised, planned, delivered, owed)
    assert min(found.owed, found.short, found.beyond, found.unplanned) >= 0
    assert found.owed <= found.short
    assert not (found.short and found.beyond)
    assert ("more than promised" in found.words) == (delivered > promised)


@pytest.mark.parametrize(
    ("minutes", "promised", "shares"),
    [
        (100, [60, 60], [60, 40]),
        (150, [60, 60], [60, 90]),
        (30, [60, 60], [30, 0]),
        (0, [60], [0]),
    ],
)
def test_each_minute_counts_for_one_promise(minutes, promised, shares):
    assert shared_out(minutes, promised) == shares


def test_no_promise_to_share_among():
    with pytest.raises(ValueError, match="no promise"):
        shared_out(10, [])


@given(st.integers(0, 5000), st.lists(st.integers(0, 600), min_size=1, max_size=8))
def test_shares_add_up(minutes, promised):
    shares = shared_out(minutes, promised)
    assert sum(shares) == minutes
    assert min(shares) >= 0


@given(st.integers(1, 900), st.integers(0, 40), st.integers(0, 40))
def test_weeks_add_up_to_the_term(minutes, begins, length):
    promise = Promised("F", minutes, day(begins), day(begins + length))
    term = promised_minutes(promise, day(0), day(90), weekdays)
    weekly = [promised_minutes(promise, day(7 * n), day(7 * n + 6), weekdays) for n in range(13)]
    assert sum(weekly) == term
