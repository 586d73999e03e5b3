"""Annual reviews: when they are due, what a meeting sets off, the under-fives."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham.timescales.facts import FactProblem
from tests.rules import DAYS, dates, gives


@pytest.mark.parametrize(
    ("made", "complete", "meeting", "papers"),
    [
        ("2025-11-24", "2026-11-23", "2026-10-26", "2026-10-12"),
        ("2026-01-01", "2026-12-31", "2026-12-03", "2026-11-19"),
        ("2027-03-01", "2028-02-29", "2028-02-01", "2028-01-18"),
        ("2028-02-29", "2029-02-28", "2029-01-31", "2029-01-17"),
    ],
)
def test_first_review(made, complete, meeting, papers):
    gives(
        "annual_review.due",
        {"plan_made": made},
        {
            "review_complete_by": complete,
            "meeting_latest": meeting,
            "advice_circulated_by": papers,
            "status": None,
        },
    )


@pytest.mark.parametrize(
    ("meeting", "decision", "complete", "next_meeting"),
    [
        ("2026-03-10", "2026-04-07", "2027-04-06", "2027-03-09"),  # to the day
        ("2026-03-10", "2026-04-08", "2027-04-07", "2027-03-09"),  # a day late: meeting holds
        ("2026-03-10", "2026-03-24", "2027-03-23", "2027-02-23"),  # early: the decision counts
        ("2024-02-29", "2024-03-28", "2025-03-27", "2025-02-27"),
        ("2024-02-29", "2024-06-01", "2025-05-31", "2025-02-28"),
    ],
)
def test_next_review(meeting, decision, complete, next_meeting):
    for more in ({}, {"plan_made": "2020-01-06"}, {"amended_without_review": "2026-09-01"}):
        gives(
            "annual_review.due",
            {"last_meeting": meeting, "la_decision": decision, **more},
            {"review_complete_by": complete, "meeting_latest": next_meeting, "status": None},
        )


def test_a_review_without_a_decision_is_not_finished():
    gives(
        "annual_review.due",
        {"plan_made": "2025-09-19", "last_meeting": "2026-07-17"},
        {
            "status": "review_incomplete",
            "review_complete_by": "2026-09-18",
            "la_decision_by": "2026-08-14",
            "next_meeting_latest": "2027-07-16",
            "meeting_latest": None,
        },
    )


def test_nor_is_one_held_after_the_last_decision():
    gives(
        "annual_review.due",
        {"plan_made": "2023-05-05", "la_decision": "2025-05-20", "last_meeting": "2026-04-21"},
        {
            "status": "review_incomplete",
            "review_complete_by": "2026-05-19",
            "next_meeting_latest": "2027-04-20",
        },
    )


def test_a_meeting_alone_still_tells_when_the_next_must_be():
    gives(
        "annual_review.due",
        {"last_meeting": "2026-03-20", "la_decision": None},
        {"review_complete_by": None, "next_meeting_latest": "2027-03-19"},
    )


def test_an_early_meeting_without_a_decision_keeps_the_old_date():
    plan = {"plan_made": "2025-09-01", "early_review_meeting": "2026-01-12"}
    gives(
        "annual_review.due",
        {**plan, "la_decision": None},
        {"review_complete_by": "2026-08-31", "meeting_latest": "2026-08-03", "status": None},
    )


def test_an_early_meeting_after_the_last_decision_keeps_the_old_date_too():
    gives(
        "annual_review.due",
        {
            "last_meeting": "2025-11-03",
            "la_decision": "2025-12-01",
            "early_review_meeting": "2026-06-15",
        },
        {"review_complete_by": "2026-11-30", "meeting_latest": "2026-11-02"},
    )


def test_an_early_review_with_a_decision_starts_a_new_year():
    gives(
        "annual_review.due",
        {
            "last_meeting": "2025-06-03",
            "early_review_meeting": "2026-01-12",
            "la_decision": "2026-02-09",
        },
        {"review_complete_by": "2027-02-08", "meeting_latest": "2027-01-11"},
    )


def test_an_amendment_without_review_moves_nothing():
    plain = dates("annual_review.due", plan_made="2025-11-10")
    amended = {"plan_made": "2025-11-10", "amended_without_review": "2026-05-01"}
    assert dates("annual_review.due", **amended) == plain


@pytest.mark.parametrize("facts", [{}, {"early_review_meeting": "2026-01-12"}])
def test_without_a_plan_or_a_review_it_says_what_it_needs(facts):
    with pytest.raises(FactProblem, match="Give plan_made"):
        dates("annual_review.due", **facts)


@pytest.mark.parametrize(
    ("notice", "final", "days_late"),
    [
        ("2027-01-26", "2027-03-23", None),  # early
        ("2027-02-09", "2027-04-06", None),  # on the last day of the four weeks
        ("2027-02-10", "2027-04-06", 1),  # a day late: twelve weeks hold
        ("2027-04-01", "2027-04-06", 51),
    ],
)
def test_a_late_notice_does_not_make_the_final_plan_later(notice, final, days_late):
    gives(
        "annual_review.meeting_clock",
        {"meeting": "2027-01-12", "amendment_notice_sent": notice},
        {
            "final_plan_by": final,
            "absolute_final_plan_by": "2027-04-06",
            "notice_days_late": days_late,
        },
    )


def test_without_a_notice_only_the_twelve_weeks_are_known():
    gives(
        "annual_review.meeting_clock",
        {"meeting": "2027-01-12", "amendment_notice_sent": None},
        {"final_plan_by": None, "absolute_final_plan_by": "2027-04-06"},
    )


def test_a_notice_before_its_meeting_is_refused():
    with pytest.raises(FactProblem, match="cannot be before"):
        dates(
            "annual_review.meeting_clock", meeting="2027-01-12", amendment_notice_sent="2027-01-11"
        )


@pytest.mark.parametrize(
    ("facts", "soft_from", "soft_to", "statutory"),
    [
        ({"plan_made": "2026-11-30"}, "2027-02-28", "2027-05-30", "2027-11-29"),
        (
            {"plan_made": "2026-02-02", "last_review": "2026-08-31"},
            "2026-11-30",
            "2027-02-28",
            "2027-02-01",
        ),
        (
            {"plan_made": "2025-02-02", "la_decision": "2026-01-20"},
            "2026-04-20",
            "2026-07-20",
            "2027-01-19",
        ),
        ({"last_review": "2026-10-12"}, "2027-01-12", "2027-04-12", None),
        # Five on 1 March 2027: the reminder ends the day before, and not without a window.
        (
            {"plan_made": "2026-10-12", "dob": "2022-03-01"},
            "2027-01-12",
            "2027-02-28",
            "2027-10-11",
        ),
        ({"plan_made": "2026-10-12", "dob": "2022-01-12"}, None, None, "2027-10-11"),
    ],
)
def test_under_five(facts, soft_from, soft_to, statutory):
    gives(
        "annual_review.under_five",
        facts,
        {
            "soft_review_from": soft_from,
            "soft_review_to": soft_to,
            "statutory_review_complete_by": statutory,
        },
    )


@given(DAYS, st.none() | st.integers(0, 400))
def test_steps_of_a_meeting_follow_each_other(meeting, notice_after):
    notice = meeting + timedelta(days=notice_after) if notice_after is not None else None
    found = dates("annual_review.meeting_clock", meeting=meeting, amendment_notice_sent=notice)
    before = [
        found[key] for key in ("ask_for_advice_by", "clear_days_safe_by", "invite_and_advice_by")
    ]
    after = [
        found[key]
        for key in (
            "school_report_by",
            "la_decision_and_proposed_amendments_by",
            "absolute_final_plan_by",
        )
    ]
    assert before == sorted(before)
    assert before[-1] < meeting < after[0] < after[1] < after[2]
    if notice:
        assert found["final_plan_by"] <= meeting + timedelta(weeks=12)
        assert found["final_plan_by"] <= notice + timedelta(weeks=8)


@given(DAYS, st.integers(0, 200))
def test_a_review_is_never_planned_later_than_the_law_allows(meeting, decided_after):
    decision = meeting + timedelta(days=decided_after)
    found = dates("annual_review.due", last_meeting=meeting, la_decision=decision)
    complete = found["review_complete_by"]
    assert complete < decision + timedelta(days=366)
    assert found["advice_circulated_by"] < found["meeting_latest"]
    assert found["meeting_latest"] + timedelta(weeks=4) <= complete
    assert found["meeting_latest"] < meeting + timedelta(days=366)
