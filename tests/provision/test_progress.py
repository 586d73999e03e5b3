"""The aim line and what measurements say about it."""

import datetime as dt
from decimal import Decimal as D

import pytest

from provision.rules.progress import WORDS, Aim, Point, Verdict, verdict_on

START = dt.date(2026, 9, 7)
#: From 4 to 16 words in twelve weeks: a word a week.
UP = Aim(D(4), START, D(16), START + dt.timedelta(weeks=12))
#: From 9 to 3 times a week in six weeks: one fewer a week.
DOWN = Aim(D(9), START, D(3), START + dt.timedelta(weeks=6))


def weekly(*values, start=START) -> list[Point]:
    return [Point(start + dt.timedelta(weeks=n), D(value)) for n, value in enumerate(values)]


@pytest.mark.parametrize("weeks, expected", [(-1, 4), (0, 4), (1, 5), (6, 10), (12, 16), (13, 16)])
def test_the_line_rises_evenly_and_is_flat_outside(weeks, expected):
    assert UP.expected(START + dt.timedelta(weeks=weeks)) == expected


def test_a_target_of_one_day_stands_at_its_goal():
    assert Aim(D(0), START, D(5), START).expected(START) == 5


@pytest.mark.parametrize(
    "aim, values, verdict",
    [
        (UP, (), Verdict.TOO_FEW),
        (UP, (4, 5, 6, 7, 8), Verdict.TOO_FEW),  # five
        (UP, (4, 5, 6, 7, 8, 9), Verdict.ON_TRACK),  # six, on the line
        (UP, (4, 5, 5, 6, 7, 8), Verdict.CHANGE),  # the last four below
        (UP, (4, 5, 6, 6, 7, 8), Verdict.ON_TRACK),  # the last four: one on the line
        (UP, (4, 5, 7, 8, 9, 10), Verdict.AHEAD),
        (UP, (4, 5, 6, 16, 16, 17), Verdict.REACHED),
        (UP, (16, 16, 16), Verdict.REACHED),
        (UP, (16, 16), Verdict.TOO_FEW),
        (DOWN, (9, 9, 9, 9, 9, 9), Verdict.CHANGE),
        (DOWN, (9, 8, 6, 5, 4, 3.5), Verdict.AHEAD),
        (DOWN, (9, 8, 7, 3, 3, 2), Verdict.REACHED),
        (None, (1, 2, 3, 4, 5, 6), Verdict.NO_AIM),
    ],
)
def test_what_the_measurements_say(aim, values, verdict):
    assert verdict_on(aim, weekly(*values), None) == verdict


def test_the_order_in_which_they_were_written_down_does_not_matter():
    assert verdict_on(UP, weekly(4, 5, 5, 6, 7, 8)[::-1], None) == Verdict.CHANGE


def test_after_a_change_of_teaching_the_count_begins_again():
    points = weekly(4, 5, 5, 6, 7, 8, 9)
    assert verdict_on(UP, points, None) == Verdict.CHANGE
    assert verdict_on(UP, points, points[2].on) == Verdict.TOO_FEW  # five since
    assert verdict_on(UP, points, points[1].on) == Verdict.CHANGE  # six, the day itself counts


def test_every_verdict_says_its_rule():
    assert set(WORDS) == set(Verdict)
