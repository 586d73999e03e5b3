"""Mediation, appeal and orders of the Tribunal."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham.dates import is_working_day
from aylsham.timescales.facts import FactProblem
from tests.rules import DAYS, dates, gives


@pytest.mark.parametrize(
    ("letter", "certificate", "raw", "lodge_by"),
    [
        ("2026-12-31", None, "2027-02-28", "2027-03-01"),  # no 31 February; then a Sunday
        ("2026-06-01", None, "2026-08-01", "2026-09-01"),
        ("2026-05-31", None, "2026-07-31", "2026-07-31"),
        ("2027-05-31", None, "2027-07-31", "2027-08-02"),  # rolled once
        ("2026-10-24", None, "2026-12-24", "2026-12-24"),
        ("2026-10-25", None, "2026-12-25", "2027-01-04"),
        ("2026-11-01", None, "2027-01-01", "2027-01-04"),
        ("2026-06-30", "2026-08-05", "2026-09-05", "2026-09-07"),
        ("2026-06-30", "2026-07-01", "2026-08-30", "2026-09-01"),
        ("2027-01-26", None, "2027-03-26", "2027-03-30"),  # Good Friday
        (None, "2027-01-31", "2027-02-28", "2027-03-01"),
    ],
)
def test_appeal(letter, certificate, raw, lodge_by):
    facts = {"decision_letter": letter, "mediation_certificate": certificate}
    gives("ehcp.appeal", facts, {"raw": raw, "submit_by": lodge_by})


def test_appeal_without_a_letter_says_what_it_needs():
    with pytest.raises(FactProblem, match="Give decision_letter"):
        dates("ehcp.appeal", decision_letter=None)


@pytest.mark.parametrize(
    ("told", "certificate", "arranged"),
    [
        ("2026-11-23", "2026-11-26", "2026-12-23"),
        ("2026-12-24", "2026-12-31", "2027-01-23"),
        ("2027-03-24", "2027-03-31", "2027-04-23"),  # Easter: 26 and 29 March are skipped
        ("2026-11-21", "2026-11-25", "2026-12-21"),  # told on a Saturday
    ],
)
def test_mediation(told, certificate, arranged):
    gives(
        "ehcp.mediation",
        {"parent_contacts_adviser": told},
        {
            "certificate_if_declined_by": certificate,
            "la_arranges_mediation_within_30_days_by": arranged,
        },
    )


def test_the_parent_has_two_months_to_ask_for_mediation():
    gives("ehcp.mediation", {"decision_letter": "2026-12-31"}, {"contact_adviser_by": "2027-02-28"})


ORDER = {
    "continue_plan_by": 0,
    "notify_will_assess_by": 2,
    "amend_named_school_by": 2,
    "draft_plan_if_ordered_by": 5,
    "amend_B_F_by": 5,
    "if_assess_ordered_no_plan_decision_by": 10,
    "final_plan_if_ordered_by": 11,
    "if_assess_ordered_final_plan_by": 14,
}
UNOPPOSED = {
    "unopposed_notify_will_assess_by": 2,
    "unopposed_amend_by": 5,
    "unopposed_no_plan_decision_by": 10,
    "unopposed_final_plan_by": 14,
    "unopposed_continue_by": 0,
}


@given(DAYS)
def test_weeks_from_an_order(order):
    found = dates("ehcp.tribunal_order", order_date=order)
    assert found == {key: order + timedelta(weeks=weeks) for key, weeks in ORDER.items()}


@given(DAYS)
def test_weeks_from_not_opposing(notice):
    found = dates("ehcp.tribunal_order", tribunal_notified_unopposed=notice)
    assert found == {key: notice + timedelta(weeks=weeks) for key, weeks in UNOPPOSED.items()}


@given(DAYS, st.none() | st.integers(0, 400))
def test_an_appeal_never_has_less_than_the_law_gives(letter, certified_after):
    certificate = None if certified_after is None else letter + timedelta(days=certified_after)
    found = dates("ehcp.appeal", decision_letter=letter, mediation_certificate=certificate)
    assert found["submit_by"] >= found["raw"] >= found["two_months"]
    assert is_working_day(found["submit_by"])
    assert found["submit_by"] - found["raw"] <= timedelta(days=35)
