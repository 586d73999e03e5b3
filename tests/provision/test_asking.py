"""What a teacher is asked: the order, the minutes, and when the phase leader hears of it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.rules.asking import (
    PATIENCE,
    Owed,
    escalated,
    escalates_on,
    estimate,
    in_order,
)

MONDAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)
MINUTES = {"review": 8, "receipt": 2}


def weekday(day: dt.date) -> bool:
    return day.weekday() < 5


def owed(key="a", kind="review", weight=1, due=MONDAY, asked: dt.date | None = MONDAY):
    return Owed(key, kind, weight, due, asked)


def test_the_law_first_then_what_is_due_longest():
    law = owed("law", weight=0, due=MONDAY + 30 * DAY)
    old, new = owed("old", due=MONDAY - DAY), owed("new")
    assert in_order([new, old, law]) == [law, old, new]


class TestMinutes:
    def test_as_the_school_set_them(self):
        found = estimate([owed(str(n)) for n in range(3)] + [owed(kind="receipt")], MINUTES)
        assert (found.minutes, found.words) == (26, "About 30 minutes.")
        assert [k.words for k in found.kinds] == [
            "3 × 8 min, set by the school",
            "1 × 2 min, set by the school",
        ]

    @pytest.mark.parametrize(
        ("taken", "minutes", "timed"),
        [
            ([20, 20, 20, 20], 8, 0),  # four: too few
            ([1, 12, 12.5, 30, 90], 13, 5),  # the median, rounded up
            ([0.2] * 5, 1, 5),
        ],
    )
    def test_as_it_took_here_once_five_were_timed(self, taken, minutes, timed):
        kind = estimate([owed()], MINUTES, {"review": taken}).kinds[0]
        assert (kind.minutes, kind.timed) == (minutes, timed)

    def test_what_nobody_knows_is_said_and_not_guessed(self):
        found = estimate([owed(), owed("b", kind="new")], MINUTES)
        assert found.words == "About 10 minutes, and 1 more whose time we do not know."
        assert found.kinds[-1].words == "1, time not known"
        only = estimate([owed(kind="new")], MINUTES)
        assert only.words == "1 to answer; we do not know how long they take."

    def test_nothing(self):
        assert estimate([], MINUTES).words == "Nothing is asked of you this week."


class TestPhaseLeader:
    @pytest.mark.parametrize(
        ("asked_on", "hears_on"),
        [
            (MONDAY, dt.date(2026, 11, 17)),  # the Tuesday after two weeks
            (dt.date(2026, 11, 6), dt.date(2026, 11, 23)),  # Friday: Saturday is no school day
            (dt.date(2026, 11, 7), dt.date(2026, 11, 23)),  # Saturday
        ],
    )
    def test_two_weeks_and_the_day_after(self, asked_on, hears_on):
        assert escalates_on(asked_on, weekday) == hears_on
        mine = [owed(asked=asked_on)]
        assert escalated(mine, hears_on - DAY, weekday) == []
        assert escalated(mine, hears_on, weekday) == mine

    def test_a_half_term_or_one_closed_day_gives_as_much_longer(self):
        def after_half_term(day):
            return weekday(day) and not MONDAY + 7 * DAY <= day < MONDAY + 14 * DAY

        def without_a_friday(day):
            return weekday(day) and day != MONDAY + 4 * DAY

        assert escalates_on(MONDAY, after_half_term) == dt.date(2026, 11, 24)
        assert escalates_on(MONDAY, without_a_friday) == dt.date(2026, 11, 18)

    def test_not_what_was_never_asked_nor_what_is_not_due_yet(self):
        today = MONDAY + 40 * DAY
        assert escalated([owed(asked=None)], today, weekday) == []
        assert escalated([owed(due=today + DAY)], today, weekday) == []
        assert escalated([owed(due=today)], today, weekday) != []

    def test_where_the_calendar_knows_no_school_day_nobody_hears(self):
        assert escalates_on(MONDAY, lambda _: False) is None
        assert escalated([owed()], MONDAY + 300 * DAY, lambda _: False) == []

    @given(st.dates(MONDAY, MONDAY + 365 * DAY), st.sets(st.integers(0, 60)))
    def test_never_earlier(self, asked_on, closed):
        def is_open(day):
            return weekday(day) and (day - asked_on).days not in closed

        found = escalates_on(asked_on, is_open)
        assert found > asked_on + PATIENCE
        assert is_open(found)
        days = (asked_on + n * DAY for n in range(1, (found - asked_on).days))
        assert sum(is_open(day) for day in days) >= 10
