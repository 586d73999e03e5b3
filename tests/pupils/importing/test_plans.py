"""The SENDCo's own list of EHC plans, in whatever shape it is kept."""

import datetime as dt
from decimal import Decimal

import pytest

from pupils.importing.plans import read_plans
from pupils.importing.sheets import Unreadable

from .makers import TODAY, csv_bytes, upn, xlsx_bytes


def plan(serial=1, **changes):
    """One plan of the tracker."""
    return {
        "Pupil": "Burton, Josephine",
        "UPN": upn(serial),
        "DOB": "03/12/2018",
        "Year": "3",
        "LA": "Norfolk",
        "Date plan first issued": "24/11/2024",
        "Last annual review meeting": "10/11/2025",
        "LA decision letter dated": "05/12/2025",
        "Hours per week in Section F": "15",
    } | changes


def read(rows, **options):
    return read_plans(csv_bytes(rows), today=TODAY, **options)


def found(plans):
    return [(f.row, f.column, f.problem) for f in plans.faults]


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("UPN", "A926299923001", "wrong check letter"),
        ("Date plan first issued", "", "missing"),
        ("Date plan first issued", "soon", "not a date"),
        ("Date plan first issued", "01/12/2026", "in the future"),
        ("Date plan first issued", "01/12/2017", "before the date of birth"),
        ("Last annual review meeting", "01/12/2026", "in the future"),
        ("Last annual review meeting", "01/12/2023", "before the plan was issued"),
        ("LA decision letter dated", "01/11/2025", "before the review meeting"),
        ("Hours per week in Section F", "full time", "not a number of hours"),
        ("Hours per week in Section F", "150", "not a number of hours"),
        ("DOB", "31/02/2018", "not a date"),
        ("Pupil", "Burton", "which is the surname"),
        ("Pupil", "=A1", "formula in a cell"),
    ],
)
def test_a_fault_of_a_plan(column, value, problem):
    plans = read([plan(1), plan(2, **{column: value}), plan(3)])
    assert found(plans) == [(3, column, problem)]
    assert (len(plans.rows), plans.row_count) == (2, 3)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("12.5", "12.5"), ("12,5 hrs", "12.5"), ("12h 30m", "12.5"), ("20 hours per week", "20")],
)
def test_hours_are_read(text, hours):
    assert read([plan(**{"Hours per week in Section F": text})]).rows[0].hours == Decimal(hours)


def test_a_hand_made_tracker():
    rows = [
        {
            "Name": "Josephine Burton",
            "Council": "Suffolk",
            "EHCP start date": dt.datetime(2024, 11, 24),
            "Last AR": dt.datetime(2025, 11, 10),
            "Next AR date": "",
            "Case officer": "Dr Chandler",
            "Comments": "Dad prefers e-mail",
        }
    ]
    plans = read_plans(xlsx_bytes(rows, above=[["EHCPs 26/27"], []]), today=TODAY)
    assert found(plans) == []
    assert plans.rows[0].first_issued_on == dt.date(2024, 11, 24)
    assert plans.rows[0].last_review_on == dt.date(2025, 11, 10)
    assert plans.rows[0].coordinator == "Dr Chandler"
    assert plans.header_row == 3


def test_a_decision_without_a_meeting_is_told():
    plans = read([plan(**{"Last annual review meeting": ""})])
    assert found(plans) == []
    assert [w.problem for w in plans.warnings] == ["decision without a meeting"]


def test_a_child_listed_twice():
    assert found(read([plan(1), plan(1)])) == [(3, "UPN", "duplicate UPN in the file")]


def test_a_tracker_without_the_date_of_issue_is_no_tracker():
    rows = [plan()]
    del rows[0]["Date plan first issued"]
    plans = read(rows)
    assert found(plans) == [(1, "date the plan was first issued", "no such column")]
    assert plans.rows == ()


def test_a_letter_is_refused():
    with pytest.raises(Unreadable):
        read_plans(b"Dear parents,\nthe review is on Monday.\n", today=TODAY)
