"""Six, sixteen and twenty weeks of a needs assessment: kept by the council or not."""

from datetime import date

import pytest

from ehcp.assessment_codes import ExceptionKind
from ehcp.models import ClaimedException
from ehcp.rules.assessment_timeliness import assessment_obligations
from ehcp.rules.stages import AssessmentDates
from ehcp.rules.timeliness import OF_ASSESSMENT, Duty, Side
from ehcp.selectors.assessments.timeliness import assessment_timeliness_at
from ehcp.services.assessments.requests import record_step
from tests.ehcp.assessment_makers import asked, decided, drafted, finished
from tests.ehcp.makers import a_school, day
from tests.factories import PupilFactory

RECEIVED = date(2026, 1, 5)
SIX, SIXTEEN, TWENTY = date(2026, 2, 16), date(2026, 4, 27), date(2026, 5, 25)
DECISION, NO_PLAN, PLAN = OF_ASSESSMENT


def judged(duty: Duty, *, on: str = "2026-11-23", **days) -> list[str]:
    known = {name: day(text) if isinstance(text, str) else text for name, text in days.items()}
    dates = AssessmentDates(requested_on=RECEIVED, received_on=RECEIVED, **known)
    answers = []
    for each in assessment_obligations(dates, on=day(on)):
        if each.duty is duty:
            late = each.is_late() or each.is_open_and_late(day(on))
            answers.append("in time" if each.is_in_time() else "late" if late else "not yet due")
    return answers


def test_they_are_the_councils():
    assert {duty.side for duty in OF_ASSESSMENT} == {Side.COUNCIL}


@pytest.mark.parametrize(
    "decided_on, answer",
    [("2026-02-15", "in time"), ("2026-02-16", "in time"), ("2026-02-17", "late")],
)
def test_a_decision_within_six_weeks(decided_on, answer):
    assert judged(DECISION, decided_on=decided_on) == [answer]


@pytest.mark.parametrize("on, answer", [("2026-02-16", "not yet due"), ("2026-02-17", "late")])
def test_an_open_decision_is_late_from_the_day_after(on, answer):
    assert judged(DECISION, on=on) == [answer]


@pytest.mark.parametrize("no_plan_on, answer", [("2026-04-27", "in time"), ("2026-04-28", "late")])
def test_sixteen_weeks_are_the_limit_of_a_refusal(no_plan_on, answer):
    said = {"decided_on": "2026-02-10", "no_plan_on": no_plan_on}
    assert judged(NO_PLAN, **said) == [answer]
    assert judged(PLAN, **said) == []


def test_nothing_is_owed_at_sixteen_weeks_while_a_plan_may_come():
    assert judged(NO_PLAN, decided_on="2026-02-10", on="2026-05-01") == []


@pytest.mark.parametrize("final_on, answer", [("2026-05-25", "in time"), ("2026-05-26", "late")])
def test_a_plan_within_twenty_weeks(final_on, answer):
    said = {"decided_on": "2026-02-10", "draft_served_on": "2026-04-10", "final_plan_on": final_on}
    assert judged(PLAN, **said) == [answer]


def test_after_a_refusal_no_plan_is_owed_by_the_twenty_weeks():
    said = {"decided_on": "2026-02-10", "is_refused": True}
    assert judged(DECISION, **said) == ["in time"]
    assert judged(PLAN, **said) == []


@pytest.mark.parametrize("withdrawn_on, answers", [("2026-02-16", []), ("2026-02-17", ["late"])])
def test_withdrawn_in_time_nothing_was_owed(withdrawn_on, answers):
    assert judged(DECISION, withdrawn_on=withdrawn_on) == answers


def test_what_came_later_was_not_known_then():
    assert judged(DECISION, decided_on="2026-02-17", on="2026-02-16") == ["not yet due"]


def test_nothing_is_counted_that_no_proof_dates():
    dates = AssessmentDates(requested_on=RECEIVED)
    assert list(assessment_obligations(dates, on=date(2026, 11, 23))) == []


@pytest.mark.django_db
class TestOfSchools:
    def test_each_council_with_what_fell_due(self):
        school, other = a_school(), a_school(slug="lynwood")
        row = asked("2026-01-05", school=school)
        drafted(decided(row, "2026-02-17"), "2026-04-10")
        finished(row, "2026-05-20")
        asked("2026-06-01", school=other, local_authority="Suffolk")
        found = assessment_timeliness_at(
            [school, other], since=day("2026-01-01"), until=day("2026-11-23")
        )
        assert {
            each.council: [(o.duty, o.is_in_time()) for o in each.obligations] for each in found
        } == {
            "Norfolk": [(DECISION, False), (PLAN, True)],
            "Suffolk": [(DECISION, False), (PLAN, False)],
        }

    def test_what_fell_due_before_is_not_of_this_stretch(self):
        school = a_school()
        asked("2026-01-05", school=school)
        (found,) = assessment_timeliness_at([school], since=SIX.replace(day=17), until=TWENTY)
        assert [each.duty for each in found.obligations] == [PLAN]

    @pytest.mark.parametrize("back_on, counted", [("2026-02-09", 0), ("2026-02-08", 1)])
    def test_lateness_that_an_exception_can_excuse_is_not_counted(self, back_on, counted):
        school = a_school()
        row = asked("2026-01-05", school=school)
        ClaimedException.objects.create(
            school=school,
            assessment=row,
            kind=ExceptionKind.ABSENT,
            claimed_on=day("2026-02-16"),
            away_from=day("2026-01-12"),
            back_on=day(back_on),
        )
        (found,) = assessment_timeliness_at([school], since=RECEIVED, until=day("2026-03-01"))
        assert len(found.obligations) == counted

    def test_as_many_statements_for_thirty_as_for_three(self, django_assert_max_num_queries):
        school = a_school()
        for _ in range(3):
            asked("2026-01-05", pupil=PupilFactory(school=school))
        with django_assert_max_num_queries(3):
            assessment_timeliness_at([school], since=RECEIVED, until=day("2026-11-23"))
        for _ in range(27):
            asked("2026-01-05", pupil=PupilFactory(school=school))
        with django_assert_max_num_queries(3):
            assert (
                len(assessment_timeliness_at([school], since=RECEIVED, until=day("2026-11-23")))
                == 30
            )

    def test_a_withdrawn_request(self):
        school = a_school()
        row = asked("2026-01-05", school=school)
        values = {"withdrawn_on": day("2026-02-10"), "withdrawn_why": "Moved."}
        record_step(assessment=row, step="withdraw", values=values, by=None)
        (found,) = assessment_timeliness_at([school], since=RECEIVED, until=day("2026-11-23"))
        assert found.obligations == ()
