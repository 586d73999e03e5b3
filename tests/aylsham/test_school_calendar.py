"""Days with a session, counted for one school."""

from datetime import date

import pytest

from aylsham.school_calendar import CalendarTooShort, Closure, SchoolCalendar
from tests.cases import NORFOLK, day

NURSERY = SchoolCalendar.from_data(
    {
        "terms": [["2026-09-03", "2026-12-18"], ["2027-01-05", "2027-07-21"]],
        "closed": [["2026-12-24", "2027-01-03"], "2027-05-07"],
        "open_in_holidays": True,
    },
    "nursery",
)


@pytest.mark.parametrize(
    ("on", "is_open"),
    [
        ("2025-09-02", False),  # before the first term
        ("2025-09-03", True),
        ("2025-10-24", True),
        ("2025-10-27", False),  # half-term
        ("2025-11-03", False),  # INSET
        ("2025-11-04", True),
        ("2025-11-08", False),  # Saturday
        ("2025-12-19", True),
        ("2025-12-22", False),
        ("2026-05-04", False),  # bank holiday in term
        ("2026-07-17", True),
        ("2026-07-20", False),
    ],
)
def test_school_day(on, is_open):
    assert NORFOLK.is_school_day(day(on)) is is_open


@pytest.mark.parametrize(
    ("on", "is_open"),
    [
        ("2026-10-28", True),  # open in half-term
        ("2026-12-21", True),
        ("2026-12-24", False),
        ("2027-01-01", False),
        ("2027-05-07", False),  # a single closed day
        ("2027-08-12", True),
        ("2027-08-30", False),  # bank holiday
    ],
)
def test_a_nursery_that_stays_open_in_the_holidays(on, is_open):
    assert NURSERY.is_school_day(day(on)) is is_open


def test_a_day_the_school_has_said_nothing_about_is_an_error_when_counting():
    with pytest.raises(CalendarTooShort, match=r"norfolk_2025_26.*Add the term dates"):
        NORFOLK.school_days_after(date(2026, 7, 10), 15)
    with pytest.raises(CalendarTooShort):
        NORFOLK.school_days_after(date(2024, 7, 10), 1)


@pytest.mark.parametrize(
    ("due", "do_by"),
    [
        ("2026-01-19", "2026-01-19"),
        ("2025-12-29", "2025-12-19"),
        ("2026-01-05", "2025-12-19"),
        ("2026-08-20", "2026-07-17"),
        ("2027-03-28", "2027-03-25"),  # not known: the working day before
        ("2025-09-01", "2025-09-01"),  # before the first session: the working day
    ],
)
def test_do_by(due, do_by):
    assert NORFOLK.do_by(day(due)) == day(do_by)


def test_closures_of_four_weeks_or_more():
    two_years = SchoolCalendar.from_data(
        {
            "terms": [
                ["2025-09-03", "2025-12-19"],
                ["2026-01-06", "2026-07-17"],
                ["2026-09-03", "2026-12-18"],
            ]
        }
    )
    assert two_years.closures() == (Closure(date(2026, 7, 18), date(2026, 9, 3)),)
    assert two_years.closures()[0].days == 47
    assert Closure(date(2025, 12, 20), date(2026, 1, 6)) in two_years.closures(at_least=14)


def test_a_nursery_open_all_summer_is_never_closed_for_four_weeks():
    assert NURSERY.closures() == ()


def test_no_terms_say_nothing():
    empty = SchoolCalendar(terms=())
    assert empty.closures() == ()
    assert not empty.covers(date(2026, 1, 1))
    assert empty.do_by(date(2026, 11, 22)) == date(2026, 11, 20)


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match=r"ends .* before it begins"):
        SchoolCalendar.from_data({"terms": [["2026-09-03", "2026-09-01"]]})
