"""Sums received, what is still to come of a plan, and a correction that keeps the old."""

import datetime as dt

import pytest

from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from provision.models import FundingSum
from provision.rules.funding import Flow, StreamSum, received_of, still_to_come
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


def test_more_given_than_planned_leaves_nothing_to_come():
    assert still_to_come(-5, dt.date(2026, 9, 1), YEAR_END, TODAY, YEAR_END) == (0, 0)


def test_a_stream_without_a_paper_has_nothing_left_to_tell():
    flow = Flow(planned=100, so_far=60, delivered=40, coming=30, after=10)
    assert StreamSum("core", None, flow).left is None
    assert StreamSum("core", 70, flow).left == -10
    assert (flow.not_given, flow.to_year_end, flow.forecast) == (20, 70, 80)
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
