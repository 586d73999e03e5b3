"""An exception that a council claims, tested on the closures of the school."""

import pytest

from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.school_calendar import Closure
from ehcp.rules.exceptions import absence_verdict, circumstances_verdict, closure_verdict
from ehcp.selectors.assessments.files import files_of
from ehcp.selectors.assessments.verdicts import claims_on_dates
from ehcp.services.assessments.particulars import claim_exception
from tests.cases import CASES
from tests.ehcp.assessment_makers import advice, asked, decided
from tests.ehcp.makers import a_school, day
from tests.factories import TODAY
from tests.school_years import school_year

SUMMER = Closure(day("2026-07-18"), day("2026-09-03"))
EASTER = Closure(day("2026-03-28"), day("2026-04-15"))
CLOSURE_CASES = [
    case
    for case in CASES
    if case["rule_code"] in ("ehcna.closure_exception", "ehcna.advice")
    and "first_day_closed" in case["inputs"]
]


@pytest.mark.parametrize("case", CLOSURE_CASES, ids=lambda case: case["id"])
def test_the_worked_cases(case):
    facts, said = case["inputs"], case["expected"]
    asked_on = facts.get("advice_requested_on") or facts["advice_request_received_by_school"]
    closure = Closure(day(str(facts["first_day_closed"])), day(str(facts["reopens"])))
    verdict = closure_verdict(day(str(asked_on)), [closure])
    assert verdict.holds is said["la_exception_available"]
    if "window_from" in said:
        window = tuple(each.isoformat() for each in verdict.window)
        assert window == (str(said["window_from"]), str(said["window_to"]))


@pytest.mark.parametrize(
    ("asked_on", "holds"),
    [
        ("2026-07-10", False),
        ("2026-07-11", True),
        ("2026-08-27", True),
        ("2026-08-28", False),
        ("2026-03-30", False),
    ],
)
def test_among_all_closures_the_right_one_is_named(asked_on, holds):
    verdict = closure_verdict(day(asked_on), [EASTER, SUMMER])
    assert verdict.holds is holds
    if asked_on.startswith("2026-03"):
        assert "18 days" in verdict.why


def test_a_closure_of_27_days_is_none_and_of_28_is_one():
    first = day("2026-07-25")
    short, long = Closure(first, day("2026-08-21")), Closure(first, day("2026-08-22"))
    assert closure_verdict(first, [short]).holds is False
    assert closure_verdict(first, [long]).holds is True


def test_a_setting_that_stays_open_gives_no_exception():
    verdict = closure_verdict(day("2026-07-20"), [SUMMER], open_in_holidays=True)
    assert verdict.holds is False
    assert "stays open" in verdict.why


def test_what_dates_cannot_tell_is_not_decided():
    assert circumstances_verdict().holds is None
    assert closure_verdict(None, [SUMMER]).holds is None
    assert closure_verdict(day("2026-07-20"), []).holds is None
    assert absence_verdict(None, None).holds is None


def test_an_absence_of_four_weeks():
    assert absence_verdict(day("2026-06-01"), day("2026-06-28")).holds is False
    assert absence_verdict(day("2026-06-01"), day("2026-06-29")).holds is True


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestThroughTheRows:
    @pytest.fixture
    def school(self):
        school = a_school()
        school_year(school, 2025)
        school_year(school, 2026)
        return school

    def verdict(self, row):
        (file,) = files_of([row.school], [row.pupil_id])
        (tested,) = claims_on_dates(file, calendar_of(row.school))
        return tested.verdict

    @pytest.mark.parametrize(
        ("asked_on", "holds"), [("2026-07-10", False), ("2026-07-11", True), ("2026-08-27", True)]
    )
    def test_the_school_s_own_summer_is_taken_from_its_calendar(self, school, asked_on, holds):
        row = decided(asked("2026-05-04", school=school), "2026-06-12")
        advice(row, asked_on)
        claim_exception(assessment=row, kind="school", claimed_on=TODAY, by=None)
        assert self.verdict(row).holds is holds

    def test_a_claim_is_tested_by_the_councils_letter_not_by_its_arrival(self, school):
        row = decided(asked("2026-05-04", school=school), "2026-06-12")
        advice(row, "2026-07-13", asked_on="2026-07-10")
        claim_exception(assessment=row, kind="school", claimed_on=TODAY, by=None)
        assert self.verdict(row).holds is False

    def test_until_advice_was_asked_for_nobody_can_tell(self, school):
        row = decided(asked("2026-05-04", school=school), "2026-06-12")
        claim_exception(assessment=row, kind="school", claimed_on=TODAY, by=None)
        assert self.verdict(row).holds is None

    def test_a_nursery_that_is_open_all_summer(self, school):
        school.is_open_in_holidays = True
        school.save()
        row = decided(asked("2026-05-04", school=school), "2026-06-12")
        advice(row, "2026-07-20")
        claim_exception(assessment=row, kind="early", claimed_on=TODAY, by=None)
        assert self.verdict(row).holds is False

    def test_days_away_belong_to_the_fourth_only(self, school):
        row = asked(school=school)
        with pytest.raises(TransitionNotAllowed, match=r"\(d\) only"):
            claim_exception(
                assessment=row, kind="school", claimed_on=TODAY, away_from=TODAY, by=None
            )
