"""Requests for records, transfers to the next school, and how long files are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham.dates import is_working_day
from aylsham.timescales.facts import FactProblem
from tests.cases import NORFOLK
from tests.rules import DAYS, dates, gives


@pytest.mark.parametrize(
    ("received", "corresponding", "respond"),
    [
        ("2026-08-05", "2026-09-05", "2026-09-07"),  # a Saturday
        ("2026-08-07", "2026-09-07", "2026-09-07"),
        ("2026-11-25", "2026-12-25", "2026-12-29"),  # Christmas Day, weekend, substitute day
        ("2026-12-31", "2027-01-31", "2027-02-01"),
        ("2027-01-31", "2027-02-28", "2027-03-01"),
        ("2028-01-31", "2028-02-29", "2028-02-29"),
        ("2027-02-26", "2027-03-26", "2027-03-30"),  # Good Friday
        ("2026-07-20", "2026-08-20", "2026-08-20"),  # the summer holiday does not stop it
        ("2026-12-01", "2027-01-01", "2027-01-04"),
    ],
)
def test_subject_access(received, corresponding, respond):
    gives(
        "records.subject_access",
        {"received": received},
        {"corresponding_date": corresponding, "respond_by": respond, "tell_requester_by": None},
    )


@pytest.mark.parametrize(
    ("received", "tell", "corresponding", "respond"),
    [
        # Telling is due on a Sunday, and on a bank holiday: only the answer moves.
        ("2026-09-25", "2026-10-25", "2026-12-25", "2026-12-29"),
        ("2026-11-26", "2026-12-26", "2027-02-26", "2027-02-26"),
        ("2026-12-26", "2027-01-26", "2027-03-26", "2027-03-30"),
        ("2027-11-30", "2027-12-30", "2028-02-29", "2028-02-29"),
    ],
)
def test_extended_by_two_months(received, tell, corresponding, respond):
    gives(
        "records.subject_access",
        {"received": received, "extended": True},
        {"tell_requester_by": tell, "corresponding_date": corresponding, "respond_by": respond},
    )


@pytest.mark.parametrize(
    ("sought", "answered", "paused", "respond", "target"),
    [
        ("2026-11-04", "2026-11-11", 7, "2026-12-09", "2026-12-08"),
        ("2026-11-04", "2026-11-04", 0, "2026-12-02", None),
        ("2026-11-04", "2026-11-07", 3, "2026-12-07", "2026-12-04"),  # 5 December: a Saturday
        (None, None, None, "2026-12-02", None),
    ],
)
def test_the_clock_stands_still_while_the_requester_explains(
    sought, answered, paused, respond, target
):
    gives(
        "records.subject_access",
        {
            "received": "2026-11-02",
            "clarification_sought": sought,
            "clarification_received": answered,
        },
        {"paused_days": paused, "respond_by": respond, "internal_target": target},
    )


def test_while_there_is_no_answer_there_is_no_last_day():
    gives(
        "records.subject_access",
        {
            "received": "2026-11-02",
            "clarification_sought": "2026-11-04",
            "clarification_received": None,
        },
        {
            "status": "waiting_for_clarification",
            "respond_by": None,
            "corresponding_date": "2026-12-02",
        },
    )


def test_an_extension_and_a_pause_add_up():
    gives(
        "records.subject_access",
        {
            "received": "2026-11-30",
            "extended": True,
            "clarification_sought": "2026-12-01",
            "clarification_received": "2026-12-11",
        },
        {"paused_days": 10, "tell_requester_by": "2027-01-09", "respond_by": "2027-03-10"},
    )


def test_time_starts_with_proof_of_identity():
    gives(
        "records.subject_access",
        {"received": "2026-11-02", "identity_confirmed": "2026-11-10"},
        {"respond_by": "2026-12-10"},
    )


def test_an_answer_before_the_question_is_refused():
    with pytest.raises(FactProblem, match="cannot be before"):
        dates(
            "records.subject_access",
            received="2026-11-02",
            clarification_sought="2026-11-04",
            clarification_received="2026-11-03",
        )


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2025-10-24", "2025-11-24"),  # half-term and an INSET day are skipped
        ("2025-11-08", "2025-11-28"),  # on a Saturday
        ("2026-04-14", "2026-05-06"),  # 4 May is a bank holiday
        ("2026-06-26", "2026-07-17"),  # the last day of the year
    ],
)
def test_fifteen_school_days(received, due):
    found = dates("records.education_record", received=received, calendar=NORFOLK)
    assert found["due_by"].isoformat() == due
    left = dates("records.ctf_transfer", left_roll=received, calendar=NORFOLK)
    assert left["transfer_by"] == found["due_by"]


def test_a_count_past_the_known_terms_says_what_to_add():
    with pytest.raises(FactProblem, match="Add the term dates"):
        dates("records.education_record", received="2026-07-01", calendar=NORFOLK)


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        ({"left_roll": "2026-11-05"}, "2026-11-10"),
        ({"left_roll": "2026-12-18"}, "2026-12-23"),
        ({"left_roll": "2026-07-21", "new_term_start": "2026-09-03"}, "2026-09-07"),
        ({"left_roll": "2026-11-05", "new_term_start": None}, "2026-11-10"),
    ],
)
def test_safeguarding_file(facts, by):
    gives("records.safeguarding_file", facts, {"transfer_by": by})


@pytest.mark.parametrize(
    ("dob", "record", "through", "review"),
    [
        ("2016-02-29", None, "2047-02-28", "2047-03-01"),
        ("2017-03-01", None, "2048-02-29", "2048-03-01"),
        ("2016-09-01", None, "2047-08-31", "2047-09-01"),
        ("2020-01-01", None, "2050-12-31", "2051-01-01"),
        ("2019-05-14", "child_protection_file", "2044-05-13", "2044-05-14"),
        ("2019-05-14", "sen_file", "2050-05-13", "2050-05-14"),
    ],
)
def test_retention(dob, record, through, review):
    gives(
        "records.retention",
        {"dob": dob, "record": record},
        {"retain_through": through, "earliest_disposal_review": review},
    )


@given(DAYS, st.booleans())
def test_an_answer_is_due_on_a_working_day_and_never_before_the_month_is_up(received, is_complex):
    found = dates("records.subject_access", received=received, extended=is_complex)
    assert found["respond_by"] >= found["corresponding_date"] > received
    assert is_working_day(found["respond_by"])
