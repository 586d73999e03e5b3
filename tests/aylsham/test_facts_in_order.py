"""Facts that cannot follow each other are refused in words, by every rule that takes them."""

import pytest

from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY
from tests.rules import dates

EARLY, LATE = "2026-03-02", "2026-03-16"


@pytest.mark.parametrize(
    ("code", "first", "later", "more"),
    [
        ("annual_review.due", "plan_made", "last_meeting", {}),
        ("annual_review.due", "plan_made", "la_decision", {}),
        ("annual_review.due", "plan_made", "early_review_meeting", {}),
        ("annual_review.due", "plan_made", "amended_without_review", {}),
        ("annual_review.meeting_clock", "meeting", "amendment_notice_sent", {}),
        ("annual_review.under_five", "plan_made", "last_review", {}),
        ("annual_review.under_five", "plan_made", "la_decision", {}),
        ("ehcna.advice", "advice_requested_on", "advice_request_received_by_school", {}),
        ("ehcp.mediation", "decision_letter", "parent_contacts_adviser", {}),
        ("ehcp.mediation", "parent_contacts_adviser", "mediation_held", {}),
        ("ehcp.mediation", "decision_letter", "mediation_held", {}),
        ("ehcp.appeal", "decision_letter", "mediation_certificate", {}),
        ("ehcp.reassessment", "request_received", "notified_will_reassess", {}),
        ("ehcp.moving_la", "move", "transferred_on", {}),
        ("lac.care_review", "first_review", "second_review_held", {}),
        ("lac.care_review", "second_review_held", "last_review_held", {}),
        ("lac.termly_pep", "autumn_term_end", "next_term_start", {"next_term_end": "2026-07-21"}),
        ("records.subject_access", "received", "clarification_sought", {}),
    ],
)
def test_a_day_before_the_one_it_follows(code, first, later, more):
    assert code in REGISTRY
    dates(code, **{first: EARLY, later: LATE}, **more)
    dates(code, **{first: EARLY, later: EARLY}, **more)
    with pytest.raises(FactProblem, match=f"{later} cannot be before {first}"):
        dates(code, **{first: LATE, later: EARLY}, **more)
