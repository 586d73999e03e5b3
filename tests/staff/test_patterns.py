"""A week of work and a school day: sums, and what cannot be."""

import datetime as dt
from decimal import Decimal

import pytest

from staff.rules import bells, patterns
from staff.rules.patterns import DayPattern, Span
from tests.staff.makers import at, pattern


class TestHours:
    def test_a_week_adds_up_without_breaks(self):
        days = [pattern(day) for day in range(4)]
        assert patterns.minutes_of(days) == 4 * 390

    def test_a_day_without_times_leaves_it_open(self):
        assert patterns.minutes_of([pattern(0), DayPattern(1)]) is None
        assert patterns.minutes_of([]) is None
        assert patterns.difference([DayPattern(1)], Decimal(26)) == 0

    @pytest.mark.parametrize(
        ("hours", "more"),
        [("26", 0), ("25.75", 0), ("25.74", 16), ("26.25", 0), ("26.26", -16), ("20", 360)],
    )
    def test_a_quarter_of_an_hour_is_close_enough(self, hours, more):
        days = [pattern(day) for day in range(4)]
        assert patterns.difference(days, Decimal(hours)) == more


class TestDay:
    @pytest.mark.parametrize(
        ("day", "why"),
        [
            (pattern(0), ""),
            (DayPattern(0), ""),
            (pattern(0, "8:30-8:30", ""), "before it begins"),
            (pattern(0, "15:00-8:30", ""), "before it begins"),
            (pattern(0, "7:00-20:00", ""), ""),
            (pattern(0, "7:00-20:01", ""), "13 hours"),
            (DayPattern(0, at("8:00")), "Give both"),
            (DayPattern(0, break_at=at("12:00")), "before the break"),
            (DayPattern(0, at("8:00"), at("9:00"), at("8:30")), "Give both"),
            (pattern(0, "8:30-12:30", "12:00+30"), ""),
            (pattern(0, "8:30-12:30", "12:00+31"), "outside"),
            (pattern(0, "8:30-12:30", "8:29+10"), "outside"),
        ],
    )
    def test_what_cannot_be(self, day, why):
        said = patterns.wrong_with(day)
        assert (why in said) if why else said == ""

    @pytest.mark.parametrize(
        ("times", "rest", "lacks"),
        [
            ("8:00-14:00", "", False),
            ("8:00-14:01", "", True),
            ("8:00-14:01", "12:00+19", True),
            ("8:00-14:01", "12:00+20", False),
        ],
    )
    def test_twenty_minutes_after_six_hours(self, times, rest, lacks):
        assert patterns.lacks_break(pattern(0, times, rest)) == lacks


class TestTasks:
    @pytest.mark.parametrize(
        ("weekday", "times", "why"),
        [
            (0, "8:30-8:50", ""),
            (0, "15:00-15:30", ""),
            (0, "8:29-8:50", "outside"),
            (0, "15:00-15:31", "outside"),
            (0, "12:29-12:40", "break"),
            (0, "12:30-12:40", ""),
            (0, "11:50-12:00", ""),
            (0, "9:00-9:00", "before it begins"),
            (4, "9:00-9:10", "no working day"),
        ],
    )
    def test_it_fits_into_the_day(self, weekday, times, why):
        starts_at, ends_at = times.split("-")
        said = patterns.outside(Span(weekday, at(starts_at), at(ends_at)), [pattern(0)])
        assert (why in said) if why else said == ""

    def test_two_at_once(self):
        one = Span(0, at("9:00"), at("10:00"), "Gate")
        assert patterns.clash(Span(0, at("10:00"), at("11:00")), [one]) is None
        assert patterns.clash(Span(1, at("9:00"), at("10:00")), [one]) is None
        assert patterns.clash(Span(0, at("9:59"), at("11:00")), [one]) == one


@pytest.mark.parametrize(
    ("left", "kept"),
    [(dt.date(2026, 11, 23), dt.date(2032, 11, 23)), (dt.date(2024, 2, 29), dt.date(2030, 2, 28))],
)
def test_kept_for_six_years(left, kept):
    assert patterns.kept_until(left) == kept


class TestBells:
    @pytest.mark.parametrize(
        ("years", "names"),
        [
            (["N1", "N2"], ["Nursery"]),
            (["N2", "R", "1", "2"], ["Nursery", "Infants"]),
            (["3", "4", "5", "6"], ["Juniors"]),
            (["6", "7", "X"], ["Juniors", "Other years"]),
        ],
    )
    def test_the_usual_days_of_a_school(self, years, names):
        days = bells.starting_days(years)
        assert [day.name for day in days] == names
        assert sorted(y for day in days for y in day.year_groups) == sorted(set(years) - {"X"})
        assert [bells.wrong_with(day.bells) for day in days] == [""] * len(days)

    def test_what_cannot_be(self):
        one = bells.Bell("One", "lesson", at("9:00"), at("10:00"))
        assert bells.wrong_with([]) == "Give at least one period."
        assert "same time" in bells.wrong_with(
            [bells.Bell("Two", "lesson", at("9:59"), at("11:00")), one]
        )
        assert bells.wrong_with([bells.Bell("Two", "play", at("10:00"), at("11:00")), one]) == ""
        assert "before it begins" in bells.wrong_with(
            [bells.Bell("One", "lesson", at("9:00"), at("9:00"))]
        )
