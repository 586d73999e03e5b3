"""The SENCO's qualification, before and after the NPQ."""

import pytest

from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY
from tests.rules import dates, gives


@pytest.mark.parametrize(
    ("became", "by", "version"),
    [
        ("2021-08-31", "2024-08-31", 1),
        ("2021-09-01", "2024-09-01", 2),
        ("2024-09-02", "2027-09-02", 2),
        ("2024-02-29", "2027-02-28", 2),
    ],
)
def test_third_anniversary(became, by, version):
    result = REGISTRY.calculate("senco.qualification", {"became_senco": became})
    assert result.values["must_hold_qualification_by"].isoformat() == by
    assert result.rule.version == version


@pytest.mark.parametrize(
    ("started", "last_day", "before", "qualification"),
    [
        ("2024-08-31", "2027-08-31", "2027-09-01", "NASENCO"),
        ("2024-09-01", None, None, "NPQ for SENCOs"),
    ],
)
def test_courses_begun_before_september_2024(started, last_day, before, qualification):
    for became in (None, "2023-01-09"):
        gives(
            "senco.qualification",
            {"course_started": started, "became_senco": became},
            {
                "last_day": last_day,
                "must_complete_before": before,
                "qualification": qualification,
            },
        )


def test_somebody_who_had_been_senco_before_has_no_three_years():
    gives(
        "senco.qualification",
        {"became_senco": "2025-09-01", "senco_before_for_a_year": "yes"},
        {"must_hold_qualification_by": None, "qualification": "NPQ for SENCOs"},
    )


def test_without_facts_it_says_what_it_needs():
    with pytest.raises(FactProblem, match="Give became_senco"):
        dates("senco.qualification")


def test_the_course_may_be_of_either_kind():
    """Since September 2024 a SENCO begins the NPQ."""
    label = REGISTRY.rule_for("senco.qualification").fact("course_started").label
    assert "NPQ" in label
    assert "NASENCO" in label


def test_the_npq_is_listed_as_a_change_and_moves_nobody():
    (change,) = [rule for rule in REGISTRY.changes() if rule.code == "senco.qualification"]
    assert "NPQ" in change.change_note
    moved = REGISTRY.moved("senco.qualification", {"became_senco": "2025-09-01"})
    assert moved == []
