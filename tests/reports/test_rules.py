"""What a school publishes and returns."""

import pytest

from aylsham.timescales.registry import UnknownRule
from tests.rules import dates, gives


@pytest.mark.parametrize(
    ("start", "ends"),
    [("2024-10-15", "2027-10-14"), ("2024-02-29", "2027-02-28"), ("2025-03-01", "2028-02-29")],
)
def test_accessibility_plan(start, ends):
    gives("school.accessibility_plan", {"plan_start": start}, {"period_ends": ends})


@pytest.mark.parametrize(
    ("published", "update"),
    [("2025-09-01", "2026-08-31"), ("2024-02-29", "2025-02-28"), ("2023-03-01", "2024-02-29")],
)
def test_sen_information_report(published, update):
    gives("school.sen_information_report", {"published": published}, {"update_by": update})


@pytest.mark.parametrize(
    ("last_school_day", "practical"),
    [("2026-12-18", "2026-12-18"), (None, "2026-12-31"), ("2027-01-08", "2026-12-31")],
)
def test_inclusion_strategy(last_school_day, practical):
    gives(
        "school.inclusion_strategy",
        {"academic_year_starting": 2026, "last_school_day": last_school_day},
        {"legal_deadline": "2026-12-31", "practical_deadline": practical},
    )


@pytest.mark.parametrize("year", [2025, 2027])
def test_the_condition_is_known_for_one_year_only(year):
    with pytest.raises(UnknownRule, match="from 1 September 2026 to 31 August 2027"):
        dates("school.inclusion_strategy", academic_year_starting=year)


@pytest.mark.parametrize(
    ("year", "autumn", "spring", "summer"),
    [
        (2025, "2025-10-02", "2026-01-15", "2026-05-21"),
        ("2026/27", "2026-10-01", "2027-01-21", "2027-05-20"),
        (2027, "2027-10-07", "2028-01-20", "2028-05-18"),
        (2028, "2028-10-05", "2029-01-18", "2029-05-17"),
    ],
)
def test_census_days(year, autumn, spring, summer):
    gives(
        "school.census_days",
        {"academic_year_starting": year},
        {"autumn": autumn, "spring": spring, "summer": summer},
    )
