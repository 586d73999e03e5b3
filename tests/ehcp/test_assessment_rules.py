"""Needs assessment: each limit, and the closure that can excuse a council."""

import pytest
from hypothesis import given

from aylsham.timescales.facts import FactProblem
from tests.rules import DAYS, dates, gives


@pytest.mark.parametrize(
    ("received", "decide", "draft", "refuse", "final"),
    [
        ("2026-12-24", "2027-02-04", "2027-04-01", "2027-04-15", "2027-05-13"),
        ("2027-02-28", "2027-04-11", "2027-06-06", "2027-06-20", "2027-07-18"),
        ("2026-10-24", "2026-12-05", "2027-01-30", "2027-02-13", "2027-03-13"),  # clocks go back
        ("2028-02-29", "2028-04-11", "2028-06-06", "2028-06-20", "2028-07-18"),
    ],
)
def test_the_twenty_weeks(received, decide, draft, refuse, final):
    gives(
        "ehcna.clock",
        {"request_received": received},
        {
            "decision_to_assess_by": decide,
            "draft_recommended_by": draft,
            "refusal_to_issue_by": refuse,
            "final_plan_by": final,
        },
    )


def test_a_limit_on_a_bank_holiday_does_not_move_but_has_a_working_day():
    gives(
        "ehcna.clock",
        {"request_received": "2026-11-06"},
        {
            "final_plan_by": "2027-03-26",  # Good Friday
            "final_plan_prior_working_day": "2027-03-25",
            "decision_to_assess_prior_working_day": "2026-12-18",
        },
    )


SUMMER = {"first_day_closed": "2026-07-18", "reopens": "2026-09-03"}


@pytest.mark.parametrize(
    ("asked", "is_excused"),
    [
        ("2026-07-10", False),  # the day before the window
        ("2026-07-11", True),
        ("2026-07-18", True),
        ("2026-08-27", True),
        ("2026-08-28", False),  # the day after
        ("2026-09-03", False),
    ],
)
def test_the_window_around_a_long_closure(asked, is_excused):
    gives(
        "ehcna.closure_exception",
        {"advice_requested_on": asked, **SUMMER},
        {"la_exception_available": is_excused, "closure_at_least_4_weeks": True},
    )


@pytest.mark.parametrize(
    ("reopens", "is_long"), [("2026-08-14", False), ("2026-08-15", True), ("2026-08-16", True)]
)
def test_four_weeks_are_twenty_eight_days_closed(reopens, is_long):
    facts = {"advice_requested_on": "2026-07-20", "first_day_closed": "2026-07-18"}
    gives(
        "ehcna.closure_exception",
        {**facts, "reopens": reopens},
        {"closure_at_least_4_weeks": is_long, "la_exception_available": is_long},
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"open_in_holidays": True, **SUMMER},
        {"first_day_closed": None, "reopens": None},
        {},
    ],
)
def test_a_nursery_open_all_summer_gives_no_exception(facts):
    gives(
        "ehcna.closure_exception",
        {"advice_requested_on": "2026-07-20", **facts},
        {"la_exception_available": False, "window_from": None, "window_to": None},
    )


@pytest.mark.parametrize(("asked", "known"), [("2026-07-10", False), ("2026-07-11", None)])
def test_a_reopening_that_is_not_known_leaves_it_open(asked, known):
    gives(
        "ehcna.closure_exception",
        {"advice_requested_on": asked, "first_day_closed": "2026-07-18", "reopens": None},
        {"la_exception_available": known},
    )


def test_a_reopening_before_the_closure_is_refused():
    with pytest.raises(FactProblem, match="must be after first_day_closed"):
        dates(
            "ehcna.closure_exception",
            advice_requested_on="2026-07-20",
            first_day_closed="2026-07-18",
            reopens="2026-07-18",
        )


def test_advice_is_due_in_six_weeks_whether_or_not_the_school_is_closed():
    received = {"advice_request_received_by_school": "2026-07-13"}
    gives("ehcna.advice", received, {"advice_due_by": "2026-08-24", "window_from": None})
    gives(
        "ehcna.advice",
        received | SUMMER,
        {"advice_due_by": "2026-08-24", "la_exception_available": True},
    )


def test_the_councils_own_date_decides_about_its_exception():
    gives(
        "ehcna.advice",
        {
            "advice_request_received_by_school": "2026-07-13",
            "advice_requested_on": "2026-07-10",
            **SUMMER,
        },
        {"advice_due_by": "2026-08-24", "la_exception_available": False},
    )


@given(DAYS)
def test_the_steps_follow_each_other(received):
    found = dates("ehcna.clock", request_received=received)
    steps = ["decision_to_assess", "draft_recommended", "refusal_to_issue", "final_plan"]
    limits = [found[f"{step}_by"] for step in steps]
    assert received < limits[0] < limits[1] < limits[2] < limits[3]
    assert (limits[3] - received).days == 140
    assert all(found[f"{step}_prior_working_day"] <= found[f"{step}_by"] for step in steps)


@given(DAYS, DAYS, DAYS)
def test_no_exception_outside_the_window(asked, first_closed, reopens):
    if reopens <= first_closed:
        return
    found = dates(
        "ehcna.closure_exception",
        advice_requested_on=asked,
        first_day_closed=first_closed,
        reopens=reopens,
    )
    if found["la_exception_available"]:
        assert found["window_from"] <= asked <= found["window_to"]
        assert (reopens - first_closed).days >= 28
