"""National figures are of the newest census on or before the day, with year and source."""

import datetime as dt

import pytest

from reports.governor.national import national_picture


@pytest.mark.parametrize(
    "day, when, support, plans",
    [
        ("2024-12-31", "", None, None),
        ("2025-01-01", "January 2025", 14.2, 5.3),
        ("2025-12-31", "January 2025", 14.2, 5.3),
        ("2026-01-01", "January 2026", 14.8, 6.0),
        ("2026-11-23", "January 2026", 14.8, 6.0),
    ],
)
def test_the_newest_census_on_or_before_the_day(day, when, support, plans):
    picture = national_picture(dt.date.fromisoformat(day))
    assert (picture.support.when, picture.support.percent) == (when, support)
    assert picture.plans.percent == plans


def test_what_is_not_known_is_said_in_words():
    picture = national_picture(dt.date(2025, 3, 1))
    assert picture.all_in_primary.percent is None
    assert picture.all_in_primary.words == "not known here"
    assert national_picture(dt.date(2026, 3, 1)).all_in_primary.words == "19.4%"


def test_the_year_and_the_source_stand_beside_each_figure():
    picture = national_picture(dt.date(2026, 11, 23))
    assert picture.support.source == "DfE, Special educational needs in England, 2025/26"
    assert picture.new_plans_in_time.when == "2024"
    assert picture.sources == (
        "DfE, Special educational needs in England, 2025/26 (January 2026)",
        "DfE, Education, health and care plans, 2025 (2024)",
    )


def test_a_calendar_year_counts_once_it_is_over():
    assert national_picture(dt.date(2024, 12, 30)).new_plans_in_time.percent is None
    assert national_picture(dt.date(2024, 12, 31)).new_plans_in_time.percent == 46.4
