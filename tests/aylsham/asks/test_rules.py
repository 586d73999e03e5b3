"""What a colleague is asked: the order, the minutes, and when the phase leader hears of it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham.asks.rules import PATIENCE, Owed, escalates_on, estimate, latest_escalated, place_of

MONDAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)


def weekday(day: dt.date) -> bool:
    return day.weekday() < 5


def owed(key="a", kind="review", weight=1, due=MONDAY, asked=MONDAY):
    return Owed(key, kind, weight, due, asked)


def test_the_law_first_then_what_is_due_longest():
    law = owed("law", weight=0, due=MONDAY + 30 * DAY)
    old, new = owed("old", due=MONDAY - DAY), owed("new")
    assert sorted([new, old, law], key=place_of) == [law, old, new]


def test_minutes_are_summed_and_said_in_fives_upwards():
    found = estimate([("review", 8), ("review", 16), ("receipt", 2)])
    assert (found.minutes, found.count, found.words) == (26, 3, "3 things, about 30 minutes")
    assert found.kinds == (("review", 2, 24), ("receipt", 1, 2))
    assert estimate([("receipt", 1)]).words == "1 thing, about 5 minutes"
    assert estimate([]).words == "Nothing is asked of you this week"


class TestPhaseLeader:
    @pytest.mark.parametrize(
        ("waits_from", "hears_on"),
        [
            (MONDAY, dt.date(2026, 11, 17)),  # the Tuesday after two weeks
            (dt.date(2026, 11, 6), dt.date(2026, 11, 23)),  # Friday: Saturday is no school day
            (dt.date(2026, 11, 7), dt.date(2026, 11, 23)),  # Saturday
        ],
    )
    def test_two_weeks_and_the_day_after(self, waits_from, hears_on):
        assert escalates_on(waits_from, weekday) == hears_on
        assert latest_escalated(hears_on, weekday) >= waits_from
        assert latest_escalated(hears_on - DAY, weekday) < waits_from

    def test_a_half_term_or_one_closed_day_gives_as_much_longer(self):
        def after_half_term(day):
            return weekday(day) and not MONDAY + 7 * DAY <= day < MONDAY + 14 * DAY

        def without_a_friday(day):
            return weekday(day) and day != MONDAY + 4 * DAY

        assert escalates_on(MONDAY, after_half_term) == dt.date(2026, 11, 24)
        assert escalates_on(MONDAY, without_a_friday) == dt.date(2026, 11, 18)

    def test_nobody_waits_before_the_day_nor_before_being_asked(self):
        assert owed(due=MONDAY, asked=MONDAY - 30 * DAY).waits_from == MONDAY
        assert owed(due=MONDAY - 200 * DAY, asked=MONDAY).waits_from == MONDAY

    def test_where_the_calendar_knows_no_school_day_nobody_hears(self):
        assert escalates_on(MONDAY, lambda _: False) is None
        assert latest_escalated(MONDAY, lambda _: False) is None

    @given(st.dates(MONDAY, MONDAY + 365 * DAY), st.sets(st.integers(0, 60)))
    def test_never_earlier(self, waits_from, closed):
        def is_open(day):
            return weekday(day) and (day - waits_from).days not in closed

        found = escalates_on(waits_from, is_open)
        assert found > waits_from + PATIENCE
        assert is_open(found)
        days = (waits_from + n * DAY for n in range(1, (found - waits_from).days))
        assert sum(is_open(day) for day in days) >= 10
        assert latest_escalated(found, is_open) >= waits_from
