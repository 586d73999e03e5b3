"""How soon a thing is due, the day before, on and after each limit."""

from datetime import date

import pytest

from reports.bands import Band, Horizon, band_of

MONDAY, THURSDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 29)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("due_on", "do_by", "band"),
    [
        ("2026-11-22", "2026-11-20", Band.OVERDUE),
        ("2026-11-23", "2026-11-23", Band.WEEK),
        ("2026-11-24", "2026-11-20", Band.WEEK),  # the day to do it by has gone, the legal one not
        ("2026-11-29", "2026-11-27", Band.WEEK),
        ("2026-11-29", "2026-11-29", Band.WEEK),
        ("2026-11-30", "2026-11-30", Band.MONTH),
        ("2026-12-27", "2026-12-27", Band.MONTH),
        ("2026-12-28", "2026-12-24", Band.MONTH),
        ("2026-12-28", "2026-12-28", Band.LATER),
    ],
)
def test_bands_on_a_monday(due_on, do_by, band):
    assert band_of(due_on=day(due_on), do_by=day(do_by), today=MONDAY) is band


@pytest.mark.parametrize(
    ("today", "week_ends"), [(MONDAY, SUNDAY), (THURSDAY, SUNDAY), (SUNDAY, SUNDAY)]
)
def test_a_week_ends_on_sunday(today, week_ends):
    assert Horizon(today).week_ends == week_ends


@pytest.mark.parametrize(
    ("due_on", "band"),
    [
        ("2026-08-01", Band.ADVISED),
        ("2026-11-22", Band.ADVISED),
        ("2026-12-27", Band.ADVISED),
        ("2026-12-28", Band.LATER),
    ],
)
def test_what_is_only_advised_is_never_overdue(due_on, band):
    on = day(due_on)
    assert band_of(due_on=on, do_by=on, is_advice=True, today=MONDAY) is band


def test_what_cannot_wait_is_due_this_week_until_it_is_late():
    far = date(2027, 1, 30)
    assert band_of(due_on=far, do_by=far, is_due_soon=True, today=MONDAY) is Band.WEEK
    late = date(2027, 1, 31)
    assert band_of(due_on=far, do_by=far, is_due_soon=True, today=late) is Band.OVERDUE
