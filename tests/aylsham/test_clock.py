"""The day it is, and that a page has one."""

import datetime as dt

import pytest
import time_machine

from aylsham import clock
from aylsham.templatetags.ui import moment


def test_what_begins_before_midnight_ends_on_the_same_day():
    with time_machine.travel(dt.datetime(2026, 11, 23, 23, 59, 59, tzinfo=dt.UTC)) as now:
        with clock.one_day():
            before = clock.today()
            now.shift(5)
            assert clock.today() == before == dt.date(2026, 11, 23)
        assert clock.today() == dt.date(2026, 11, 24)


def test_a_day_ends_with_what_it_was_held_for():
    with time_machine.travel(dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)), clock.one_day():
        pass
    with time_machine.travel(dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)):
        assert clock.today() == dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("stamped", "says"),
    [
        ("2026-11-27 01:51:00+00:00", "Mon 23 Nov, 09:00"),  # by the real clock, before nine
        ("2026-11-27 14:03:00+00:00", "Mon 23 Nov, 14:03"),
        ("2026-11-23 09:00:00+00:00", "Mon 23 Nov, 09:00"),  # by the demonstration's own
        ("2026-11-20 16:30:00+00:00", "Fri 20 Nov, 16:30"),  # its history
    ],
)
def test_a_page_of_the_demonstration_shows_one_clock(settings, tmp_path, stamped, says):
    settings.DEMO, settings.VAR_DIR = True, tmp_path
    real = max(stamped, "2026-11-27 01:51:00+00:00")
    with time_machine.travel(real, tick=False):
        assert moment(dt.datetime.fromisoformat(stamped)) == says


def test_elsewhere_a_moment_is_shown_as_it_was():
    with time_machine.travel("2026-11-23 09:00:00+00:00", tick=False):
        assert moment(dt.datetime(2026, 11, 27, 1, 51, tzinfo=dt.UTC)) == "Fri 27 Nov, 01:51"
