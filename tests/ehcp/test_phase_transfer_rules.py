"""Phase transfers: whose year it is, the two deadlines and the states of issue and list."""

from datetime import date

import pytest

from ehcp.rules.phase_transfer import (
    Limits,
    PhaseState,
    is_transfer_year,
    limits,
    phase_state,
    transfer_year,
)
from tests.cases import day
from tests.rules import gives


@pytest.mark.parametrize(
    ("year_group", "phase", "moves"),
    [
        ("N2", "nursery", True),
        ("N1", "nursery", False),
        ("N2", "infant", True),  # nursery class to Reception of the same school
        ("N2", "primary", True),
        ("R", "infant", False),
        ("1", "infant", False),
        ("2", "infant", True),
        ("2", "primary", False),
        ("3", "junior", False),
        ("6", "junior", True),
        ("6", "primary", True),
        ("5", "primary", False),
        ("4", "first", True),
        ("4", "primary", False),
        ("8", "middle", True),
        ("6", "middle", False),
    ],
)
def test_whose_year_it_is(year_group, phase, moves):
    assert is_transfer_year(year_group, phase) is moves


def test_a_school_that_ends_in_another_year_says_so():
    assert is_transfer_year("3", "first", last_year_group="3")
    assert not is_transfer_year("4", "first", last_year_group="3")


@pytest.mark.parametrize(
    ("on", "september"),
    [("2026-08-31", 2026), ("2026-09-01", 2027), ("2027-02-14", 2027), ("2027-08-31", 2027)],
)
def test_the_september_of_this_years_leavers(on, september):
    assert transfer_year(day(on)) == september


@pytest.mark.parametrize("september", [2027, 2028, 2029, 2036])
def test_both_limits(september):
    assert limits(september) == Limits(date(september, 2, 14), date(september - 1, 11, 22))


@pytest.mark.parametrize(
    ("today", "met", "state", "standing"),
    [
        ("2026-11-22", None, PhaseState.NOT_REVIEWED, "due_soon"),  # the last day that works
        ("2026-11-23", None, PhaseState.OVERDUE, "overdue"),
        ("2026-11-23", "2026-09-01", PhaseState.REVIEWED, "on_track"),
        ("2026-11-23", "2026-11-23", PhaseState.REVIEWED, "on_track"),
        ("2026-11-23", "2026-11-24", PhaseState.OVERDUE, "overdue"),  # only planned
        ("2026-11-23", "2026-08-31", PhaseState.LAST_SUMMER, "due_soon"),
        ("2026-11-23", "2026-07-17", PhaseState.LAST_SUMMER, "due_soon"),
        ("2026-11-23", "2026-04-01", PhaseState.LAST_SUMMER, "due_soon"),
        ("2026-11-23", "2026-03-31", PhaseState.OVERDUE, "overdue"),
        ("2026-11-23", "2025-12-19", PhaseState.OVERDUE, "overdue"),
        ("2026-09-15", "2025-12-19", PhaseState.NOT_REVIEWED, "due_soon"),
    ],
)
def test_how_it_stands(today, met, state, standing):
    found = phase_state(2027, today=day(today), last_meeting=day(met))
    assert (found, found.standing) == (state, standing)


def test_an_amended_plan_is_done():
    state = phase_state(2027, today=date(2027, 3, 1), amended_on=date(2027, 2, 10))
    assert (state, state.standing) == (PhaseState.COMPLETE, "complete")
    old = phase_state(2027, today=date(2027, 3, 1), amended_on=date(2026, 5, 1))
    assert old is PhaseState.OVERDUE


@pytest.mark.parametrize(
    ("september", "working_day", "meeting_working_day"),
    [
        (2027, "2027-02-12", "2026-11-20"),
        (2028, "2028-02-14", "2027-11-22"),
        (2029, "2029-02-14", "2028-11-22"),
        (2030, "2030-02-14", "2029-11-22"),
        (2032, "2032-02-13", "2031-11-21"),
    ],
)
def test_phase_transfer(september, working_day, meeting_working_day):
    gives(
        "annual_review.phase_transfer",
        {"transfer_year": september},
        {
            "last_compliant_day": f"{september}-02-14",
            "last_working_day": working_day,
            "latest_review_meeting_if_LA_uses_full_12_weeks": f"{september - 1}-11-22",
            "latest_meeting_working_day": meeting_working_day,
            "latest_amendment_notice_for_15_days": f"{september}-01-30",
        },
    )


def test_post_16():
    gives(
        "annual_review.phase_transfer_post16",
        {"transfer_year": 2028},
        {"last_compliant_day": "2028-03-30", "between_post16_by": None},
    )
    gives(
        "annual_review.phase_transfer_post16",
        {"transfer_year": 2027, "transfer_on": "2027-09-01"},
        {"last_compliant_day": "2027-03-30", "between_post16_by": "2027-04-01"},
    )
