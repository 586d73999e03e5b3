"""Draft, consultation, re-assessment and the move to another council."""

from datetime import timedelta

import pytest
from hypothesis import given

from aylsham.timescales.facts import FactProblem
from tests.rules import DAYS, dates, gives


@pytest.mark.parametrize(
    ("served", "last_day", "not_before"),
    [
        ("2026-12-18", "2027-01-01", "2027-01-02"),  # runs through Christmas
        ("2027-02-15", "2027-03-01", "2027-03-02"),
        ("2028-02-15", "2028-02-29", "2028-03-01"),
    ],
)
def test_the_parents_fifteen_days_begin_with_the_day_of_service(served, last_day, not_before):
    gives(
        "ehcp.draft_representations",
        {"draft_served": served},
        {"last_day_for_representations": last_day, "la_must_not_finalise_before": not_before},
    )
    gives(
        "annual_review.amendment_notice",
        {"notice_served": served},
        {"last_day": last_day, "la_must_not_finalise_before": not_before},
    )


@pytest.mark.parametrize(
    ("received", "reply", "careful"),
    [
        ("2026-12-14", "2026-12-29", "2026-12-28"),
        ("2026-07-10", "2026-07-25", "2026-07-24"),
        ("2028-02-14", "2028-02-29", "2028-02-28"),
    ],
)
def test_the_schools_reply(received, reply, careful):
    gives(
        "ehcp.consultation_reply",
        {"consultation_received": received},
        {"reply_by": reply, "conservative_reply_by": careful},
    )


@pytest.mark.parametrize(
    ("request_received", "notified", "decide", "final"),
    [
        ("2026-12-11", "2026-12-23", "2026-12-26", "2027-03-31"),
        ("2026-12-11", None, "2026-12-26", None),
        (None, "2027-03-16", None, "2027-06-22"),
    ],
)
def test_reassessment(request_received, notified, decide, final):
    facts = {"request_received": request_received, "notified_will_reassess": notified}
    gives("ehcp.reassessment", facts, {"decision_by": decide, "final_plan_by": final})


def test_reassessment_without_facts_says_what_it_needs():
    with pytest.raises(FactProblem, match="Give request_received or notified_will_reassess"):
        dates("ehcp.reassessment")


@pytest.mark.parametrize(
    ("aware", "known", "on_the_day", "by"),
    [
        ("2026-12-14", 17, "2027-01-11", None),
        ("2026-12-16", 15, "2027-01-11", None),  # just enough
        ("2026-12-17", 14, None, "2027-01-11"),  # a day short
        ("2027-01-11", 0, None, "2027-01-29"),
        ("2027-01-16", 0, None, "2027-02-05"),  # a Saturday: Monday is the first day
    ],
)
def test_the_old_council_needs_fifteen_working_days_notice(aware, known, on_the_day, by):
    gives(
        "ehcp.moving_la",
        {"became_aware": aware, "move": "2027-01-11"},
        {
            "working_days_from_aware_to_day_before_move": known,
            "transfer_on": on_the_day,
            "transfer_by": by,
        },
    )


def test_the_review_is_due_at_the_later_of_twelve_and_three_months():
    facts = {"became_aware": "2026-12-01", "move": "2027-01-11"}
    gives(
        "ehcp.moving_la",
        {**facts, "plan_made_or_last_review": "2026-11-10"},
        {
            "new_la_informs_parent_by": "2027-02-22",
            "review_twelve_months": "2027-11-09",
            "review_three_months": "2027-04-10",
            "review_by": "2027-11-09",
        },
    )
    gives(
        "ehcp.moving_la",
        {**facts, "plan_made_or_last_review": None},
        {"review_three_months": "2027-04-10", "review_by": None},
    )


def test_while_the_old_council_does_not_know_nothing_runs():
    gives(
        "ehcp.moving_la",
        {"move": "2027-01-11", "became_aware": None, "plan_made_or_last_review": "2026-03-03"},
        {
            "status": "old_la_unaware",
            "transfer_by": None,
            "transfer_on": None,
            "new_la_informs_parent_by": None,
            "review_twelve_months": "2027-03-02",
        },
    )


def test_the_new_councils_weeks_run_from_the_transfer_itself():
    gives(
        "ehcp.moving_la",
        {"move": "2027-01-11", "became_aware": "2027-01-12", "transferred_on": "2027-01-20"},
        {"transfer_by": "2027-02-01", "new_la_informs_parent_by": "2027-03-03"},
    )


@given(DAYS, DAYS)
def test_the_plan_is_never_handed_over_before_the_move(move, aware):
    found = dates("ehcp.moving_la", move=move, became_aware=aware)
    handover = found.get("transfer_on") or found["transfer_by"]
    assert handover >= move
    assert found["new_la_informs_parent_by"] - handover == timedelta(weeks=6)
