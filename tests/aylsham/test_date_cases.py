"""Every worked case of the file, one test each."""

import pytest
from django.apps import apps

from aylsham.timescales.cases import check_case
from aylsham.timescales.registry import REGISTRY
from tests.cases import CALENDARS, CASES


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case):
    outcome = check_case(REGISTRY, case, CALENDARS)
    assert outcome.passed, str(outcome)
    assert not outcome.ignored


def test_every_app_registers_its_rules():
    assert apps.ready
    assert {rule.code.split(".")[0] for rule in REGISTRY} == {
        *("ehcna", "ehcp", "annual_review", "lac", "pupil", "records", "senco", "school"),
        "passport",
    }
