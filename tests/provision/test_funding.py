"""Sums received, what is still to come of a plan, and a correction that keeps the old."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers, lists

from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from provision.models import FundingSum
from provision.rules.elements import financial_days, financial_year
from provision.rules.funding import (
    Flow,
    StreamSum,
    in_days,
    received_of,
    still_to_come,
    until_day,
)
from provision.services.funding import add_funding_sum, correct_funding_sum
from tests.factories import TODAY, SchoolFactory

YEAR_END = dt.date(2027, 3, 31)
FACTS = {"financial_year": 2026, "stream": "notional", "is_returned": False, "on": TODAY}
FACTS |= {"source": "Budget share"}


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        ("2026-09-01", "2027-03-31", (1000, 0)),  # ends with the year
        ("2026-09-01", "2027-04-01", (992, 8)),  # one day of 129 in the next
        ("2027-03-31", "2027-04-01", (500, 500)),  # a day on each side
        ("2027-04-01", "2027-05-01", (0, 1000)),  # all of it after the year
        ("2026-09-01", "2026-11-23", (0, 0)),  # its last day is today
        ("2026-09-01", "2026-11-24", (1000, 0)),  # one day left
        ("2026-09-01", "2026-10-01", (0, 0)),  # over
    ],
)
def test_what_is_still_planned_falls_on_each_side_of_the_31st_of_march(
    starts_on, ends_on, expected
):
    days = dt.date.fromisoformat(starts_on), dt.date.fromisoformat(ends_on)
    assert still_to_come(1000, *days, dt.date(2026, 11, 23), YEAR_END) == expected


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        ("2026-04-01", "2027-03-31", [0, 1000, 0]),  # the year itself
        ("2026-03-31", "2026-04-01", [500, 500, 0]),  # a day on each side
        ("2026-03-22", "2026-03-31", [1000, 0, 0]),  # its last day is 31 March
        ("2027-03-31", "2027-04-09", [0, 100, 900]),
        ("2025-04-01", "2028-03-31", [333, 333, 334]),  # 365, 365 and 366 days
    ],
)
def test_each_year_has_its_part_by_its_days(starts_on, ends_on, expected):
    days = dt.date.fromisoformat(starts_on), dt.date.fromisoformat(ends_on)
    parts = [in_days([1000], *days, *financial_days(year)) for year in (2025, 2026, 2027)]
    assert [part for [part] in parts] == expected


@given(
    parts=lists(integers(0, 2_000_000), min_size=1, max_size=12),
    starts_on=dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    length=integers(0, 1_200),
)
def test_the_parts_of_all_years_are_the_whole_to_the_penny(parts, starts_on, length):
    """Of each child, and in each year of all children together."""
    ends_on = starts_on + dt.timedelta(days=length)
    years = range(financial_year(starts_on), financial_year(ends_on) + 1)
    by_year = [in_days(parts, starts_on, ends_on, *financial_days(year)) for year in years]
    assert [sum(each) for each in zip(*by_year, strict=True)] == parts
    for year, of_children in zip(years, by_year, strict=True):
        first, last = financial_days(year)
        before = first - dt.timedelta(days=1)
        until = [until_day(sum(parts), starts_on, ends_on, day) for day in (before, last)]
        assert sum(of_children) == until[1] - until[0] >= 0


def test_more_given_than_planned_leaves_nothing_to_come():
    assert still_to_come(-5, dt.date(2026, 9, 1), YEAR_END, TODAY, YEAR_END) == (0, 0)


def test_a_stream_without_a_paper_has_nothing_left_to_tell():
    flow = Flow(planned=100, so_far=60, delivered=40, coming=30, after=10)
    assert StreamSum("core", None, flow).left is None
    assert StreamSum("core", 60, flow).left == -10  # what later years count is not theirs
    assert (flow.not_given, flow.to_year_end) == (20, 70)
    assert received_of([]) is None and received_of([500, -200]) == 300


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestSums:
    def test_a_correction_keeps_the_old_and_is_made_once(self):
        school = SchoolFactory()
        wrong = add_funding_sum(school=school, by=None, pence=100, **FACTS)
        same = FACTS | {"pence": 100}
        with pytest.raises(TransitionNotAllowed, match="Nothing is different"):
            correct_funding_sum(wrong=wrong, why="A slip", by=None, **same)
        right = correct_funding_sum(wrong=wrong, why="A slip", by=None, **same | {"pence": 90})
        assert right.corrects == wrong
        with pytest.raises(TransitionNotAllowed, match="put this sum right already"):
            correct_funding_sum(wrong=wrong, why="Mine", by=None, **same | {"pence": 80})
        assert [row.pence for row in FundingSum.objects.filter(school=school)] == [100, 90]
        assert AuditEvent.objects.filter(action="change_funding").count() == 2

    def test_nothing_is_no_sum(self):
        with pytest.raises(TransitionNotAllowed, match="above nothing"):
            add_funding_sum(school=SchoolFactory(), by=None, pence=0, **FACTS)
