"""The tasks of a review, planned back: their days on both sides of each limit, and how they stand."""

import datetime as dt

import pytest

from aylsham.school_calendar import SchoolCalendar
from ehcp.codes import Decision, ReviewKind
from ehcp.models import AnnualReview, EhcPlan
from ehcp.review_codes import TaskKind
from ehcp.selectors.review_prepared import Prepared
from ehcp.selectors.review_tasks import task_lines

DAY = dt.timedelta(days=1)
MEETING = dt.date(2027, 3, 3)  # a Wednesday; two weeks before lies half-term
CALENDAR = SchoolCalendar.from_data(
    {
        "terms": [["2027-01-05", "2027-03-25"], ["2027-04-13", "2027-07-20"]],
        "half_terms": [["2027-02-15", "2027-02-19"]],
    }
)


def review(**facts) -> AnnualReview:
    return AnnualReview(plan=EhcPlan(), meeting_on=MEETING, **{"is_held": False} | facts)


def lines(row: AnnualReview, today: dt.date = dt.date(2027, 1, 5), **prepared) -> dict:
    found = task_lines(row, Prepared(**prepared), CALENDAR, today)
    return {line.kind: line for line in found}


def test_one_date_makes_eleven_tasks_in_the_order_of_their_days():
    found = lines(review())
    assert list(found) == list(TaskKind)
    days = [line.due_on for line in found.values() if line.due_on]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("kind", "due_on", "do_by"),
    [
        (TaskKind.SET_UP, "2027-01-20", "2027-01-20"),
        (TaskKind.ASK, "2027-01-20", "2027-01-20"),
        (TaskKind.CHILD, "2027-02-10", "2027-02-10"),
        # Two weeks before falls into half-term: the last school day before it.
        (TaskKind.INVITE, "2027-02-17", "2027-02-12"),
        (TaskKind.CIRCULATE, "2027-02-17", "2027-02-12"),
        (TaskKind.MEET, "2027-03-03", "2027-03-03"),
        (TaskKind.REPORT, "2027-03-17", "2027-03-17"),
        # Four weeks after lies in the Easter holiday, and no holiday stops the council.
        (TaskKind.DECIDE, "2027-03-31", "2027-03-25"),
        (TaskKind.FINAL, "2027-05-26", "2027-05-26"),
    ],
)
def test_legal_day_and_the_day_to_do_it_by(kind, due_on, do_by):
    line = lines(review())[kind]
    assert (line.due_on.isoformat(), line.do_by.isoformat()) == (due_on, do_by)


@pytest.mark.parametrize(
    ("today", "state", "words"),
    [
        ("2027-02-02", "on_track", "In time"),
        ("2027-02-03", "due_soon", "Soon"),
        ("2027-02-17", "due_soon", "Today"),
        ("2027-02-18", "overdue", "Late by 1 day"),
    ],
)
def test_two_weeks_before_is_the_last_day(today, state, words):
    line = lines(review(), dt.date.fromisoformat(today))[TaskKind.INVITE]
    assert (line.state, line.words) == (state, words)


@pytest.mark.parametrize(
    ("on", "words"),
    [("2027-02-17", "Done"), ("2027-02-18", "Done 1 day late"), ("2027-02-20", "Done 3 days late")],
)
def test_papers_on_the_day_and_the_day_after(on, words):
    day = dt.date.fromisoformat(on)
    line = lines(review(advice_sent_on=day), MEETING)[TaskKind.CIRCULATE]
    assert line.words == words


def test_our_own_days_are_never_late_only_due_now():
    line = lines(review(), dt.date(2027, 2, 20))[TaskKind.CHILD]
    assert (line.state, line.words, line.is_law) == ("due_soon", "Now", False)


def test_an_interim_meeting_sets_nothing_off():
    found = lines(review(kind=ReviewKind.INTERIM))
    assert TaskKind.REPORT not in found
    assert TaskKind.DECIDE not in found


def test_a_decision_to_keep_the_plan_asks_for_no_final_plan():
    row = review(is_held=True, decision=Decision.MAINTAIN, decided_on=MEETING + 20 * DAY)
    found = lines(row, MEETING + 30 * DAY)
    assert TaskKind.FINAL not in found
    assert found[TaskKind.DECIDE].words == "Done"


def test_a_decision_to_amend_is_done_with_the_amendments():
    decided = MEETING + 20 * DAY
    row = review(is_held=True, decision=Decision.AMEND, decided_on=decided)
    assert not lines(row, MEETING + 22 * DAY)[TaskKind.DECIDE].is_done
    row.amendment_notice_on = MEETING + 29 * DAY
    found = lines(row, MEETING + 30 * DAY)
    assert found[TaskKind.DECIDE].words == "Done 1 day late"
    assert found[TaskKind.COMMENT].due_on == MEETING + 43 * DAY
    assert found[TaskKind.FINAL].due_on == MEETING + 84 * DAY


def test_what_was_not_done_before_the_meeting_is_closed_with_it():
    found = lines(review(is_held=True), MEETING + DAY)
    assert found[TaskKind.CHILD].words == "Not recorded"
    assert found[TaskKind.REPORT].state == "due_soon"
