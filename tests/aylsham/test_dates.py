"""The counting primitives, from tables that a SENDCo can read."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham import dates
from tests.cases import day

DAYS = st.dates(date(2014, 9, 1), date(2060, 12, 31))
MONTHS = st.integers(1, 400)


@pytest.mark.parametrize(
    ("event", "months", "same_day", "period_ends"),
    [
        ("2026-09-03", 1, "2026-10-03", "2026-10-02"),
        ("2026-08-31", 6, "2027-02-28", "2027-02-28"),  # February has no 31st: to its end
        ("2027-08-31", 6, "2028-02-29", "2028-02-29"),  # nor has a leap year's
        ("2026-11-30", 3, "2027-02-28", "2027-02-28"),
        ("2026-01-30", 1, "2026-02-28", "2026-02-28"),
        ("2028-01-30", 1, "2028-02-29", "2028-02-29"),
        ("2026-01-28", 1, "2026-02-28", "2026-02-27"),
        ("2024-02-29", 12, "2025-02-28", "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29", "2028-02-28"),
        ("2023-03-01", 12, "2024-03-01", "2024-02-29"),
        ("2026-12-31", 2, "2027-02-28", "2027-02-28"),
        ("2026-11-15", 2, "2027-01-15", "2027-01-14"),
    ],
)
def test_months(event, months, same_day, period_ends):
    assert dates.months_corresponding(day(event), months) == day(same_day)
    assert dates.months_beginning_with(day(event), months) == day(period_ends)


def test_months_back():
    assert dates.months_corresponding(date(2027, 9, 1), -5) == date(2027, 4, 1)
    assert dates.months_corresponding(date(2027, 7, 31), -5) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("event", "count", "after", "beginning_with"),
    [
        ("2026-12-14", 10, "2026-12-30", "2026-12-29"),  # 25 and 28 December are skipped
        ("2026-12-24", 1, "2026-12-29", "2026-12-24"),
        ("2026-12-25", 1, "2026-12-29", "2026-12-29"),  # a day off is not the first day
        ("2027-03-25", 1, "2027-03-30", "2027-03-25"),  # Good Friday and Easter Monday
        ("2026-03-31", 3, "2026-04-07", "2026-04-02"),
        ("2027-12-24", 1, "2027-12-29", "2027-12-24"),  # two substitute days
        ("2028-12-22", 1, "2028-12-27", "2028-12-22"),
        ("2028-01-01", 1, "2028-01-04", "2028-01-04"),  # 3 January 2028 stands in for 1 January
    ],
)
def test_working_days(event, count, after, beginning_with):
    assert dates.working_days_after(day(event), count) == day(after)
    assert dates.working_days_beginning_with(day(event), count) == day(beginning_with)


def test_bank_holidays_of_the_rulebook():
    """The list of the rulebook, section 10 (26 December 2026 is a Saturday besides)."""
    listed = """
        2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
        2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
        2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26
        2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26
        2030-01-01 2030-04-19 2030-04-22 2030-05-06 2030-05-27 2030-08-26 2030-12-25 2030-12-26
    """
    all_days = (date(2026, 1, 1) + timedelta(days=n) for n in range(5 * 365 + 1))
    found = [each for each in all_days if each.weekday() < 5 and not dates.is_working_day(each)]
    assert found == [day(each) for each in listed.split()]


@pytest.mark.parametrize(
    ("ends", "lodge_by"),
    [
        ("2026-07-31", "2026-07-31"),  # a Friday, the day before August
        ("2027-07-31", "2027-08-02"),  # a Saturday: rolled once, and not out of August
        ("2026-08-01", "2026-09-01"),
        ("2026-08-31", "2026-09-01"),
        ("2029-08-15", "2029-09-03"),  # 1 September 2029 is a Saturday
        ("2026-09-01", "2026-09-01"),
        ("2026-12-24", "2026-12-24"),
        ("2028-12-24", "2028-12-27"),  # a Sunday: rolled once, and not out of Christmas
        ("2026-12-25", "2027-01-04"),  # 1 January 2027 is a Friday
        ("2025-12-31", "2026-01-02"),
        ("2027-01-01", "2027-01-04"),
        ("2028-01-01", "2028-01-04"),
        ("2027-01-02", "2027-01-04"),
        ("2027-03-26", "2027-03-30"),  # Good Friday
        ("2026-11-21", "2026-11-23"),
    ],
)
def test_tribunal_day(ends, lodge_by):
    assert dates.tribunal_day(day(ends)) == day(lodge_by)


def test_proclaimed_bank_holiday_counts_and_one_called_off_does_not():
    extra, called_off = date(2027, 6, 11), date(2027, 5, 31)
    dates.use_proclaimed_days(lambda: {extra: True, called_off: False})
    try:
        assert not dates.is_working_day(extra)
        assert dates.is_working_day(called_off)
        assert dates.working_days_after(date(2027, 6, 10), 1) == date(2027, 6, 14)
    finally:
        dates.use_proclaimed_days(None)
    assert dates.is_working_day(extra)


def test_proclaimed_days_are_read_from_a_line_of_settings():
    assert dates.read_proclaimed_days("2027-06-11, -2027-05-31") == {
        date(2027, 6, 11): True,
        date(2027, 5, 31): False,
    }
    assert dates.read_proclaimed_days("") == {}


@pytest.mark.parametrize("count", [0, -1])
def test_no_days_cannot_be_counted(count):
    with pytest.raises(ValueError, match="at least one"):
        dates.working_days_after(date(2026, 1, 1), count)


@pytest.mark.parametrize(
    ("on", "began"),
    [("2026-08-31", 2025), ("2026-09-01", 2026), ("2027-01-01", 2026), ("2026-12-31", 2026)],
)
def test_academic_year(on, began):
    assert dates.academic_year(day(on)) == began


@given(DAYS, st.integers(0, 60))
def test_weeks_end_on_the_same_weekday(event, weeks):
    assert dates.weeks_after(event, weeks).weekday() == event.weekday()
    assert dates.weeks_before(dates.weeks_after(event, weeks), weeks) == event


@given(DAYS, MONTHS)
def test_a_period_ends_at_most_a_day_before_the_corresponding_date(event, months):
    corresponding = dates.months_corresponding(event, months)
    ends = dates.months_beginning_with(event, months)
    assert timedelta(0) <= corresponding - ends <= timedelta(days=1)
    assert (corresponding.year - event.year) * 12 + corresponding.month - event.month == months


@given(DAYS, st.integers(1, 40))
def test_counting_working_days_and_counting_them_back(event, count):
    last = dates.working_days_after(event, count)
    assert dates.is_working_day(last)
    assert dates.working_days_between(event + dates.DAY, last) == count
    assert dates.working_days_beginning_with(event, count) <= last


@given(DAYS)
def test_the_working_day_before_is_never_after_and_the_next_never_before(event):
    before, after = dates.previous_working_day(event), dates.next_working_day(event)
    assert before <= event <= after
    assert dates.is_working_day(before)
    assert dates.is_working_day(after)
    if dates.is_working_day(event):
        assert before == event == after


@given(DAYS)
def test_the_tribunal_never_takes_a_day_away(ends):
    lodge_by = dates.tribunal_day(ends)
    assert lodge_by >= ends
    assert dates.is_working_day(lodge_by)
