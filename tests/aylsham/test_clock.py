"""The day it is, and that a page has one."""

import datetime as dt

import time_machine

from aylsham import clock


def test_what_begins_before_midnight_ends_on_the_same_day():
    with time_machine.travel(dt.datetime(2026, 11, 23, 23, 59, 59, tzinfo=dt.UTC)) as moment:
        with clock.one_day():
            before = clock.today()
            moment.shift(5)
            assert clock.today() == before == dt.date(2026, 11, 23)
        assert clock.today() == dt.date(2026, 11, 24)


def test_a_day_ends_with_what_it_was_held_for():
    with time_machine.travel(dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)), clock.one_day():
        pass
    with time_machine.travel(dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)):
        assert clock.today() == dt.date(2026, 11, 25)
