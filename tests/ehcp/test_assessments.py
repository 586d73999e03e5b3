"""Needs assessments: the worked cases through the product's rows, stages, corrections, refusals."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from aylsham import clock
from aylsham.calendars import calendar_of
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.dates import DAY
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent
from ehcp.models import EhcPlan, NeedsAssessment
from ehcp.rules.stages import STEPS, AssessmentDates, Stage, stage_of, weeks_late
from ehcp.selectors.assessments.files import files_of
from ehcp.selectors.assessments.lines import milestone_lines
from ehcp.services.assessments.particulars import state_day
from ehcp.services.assessments.requests import (
    CORRECT_FIELDS,
    DECISION_FIELDS,
    correct_assessment,
    record_final_plan,
    record_step,
)
from tests.cases import CASES
from tests.ehcp.assessment_makers import (
    advice,
    asked,
    decided,
    drafted,
    finished,
    no_plan,
)
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import TODAY, PupilFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def lines_of(row: NeedsAssessment, today: dt.date = TODAY):
    (file,) = files_of([row.school], [row.pupil_id])
    return {each.due.key: each for each in milestone_lines(file, calendar_of(row.school), today)}


def of_rule(code: str):
    return [case for case in CASES if case["rule_code"] == code]


#: What the case calls an answer, and the milestone that shows it.
SHOWN = {
    "decision_to_assess_by": "decision",
    "draft_recommended_by": "draft",
    "refusal_to_issue_by": "no_plan",
    "final_plan_by": "final",
}


class TestWorkedCases:
    @pytest.mark.parametrize("case", of_rule("ehcna.clock"), ids=lambda case: case["id"])
    def test_the_twenty_weeks_of_a_request(self, case, monkeypatch):
        received = case["inputs"]["request_received"]
        monkeypatch.setattr(clock, "today", lambda: day("2030-01-01"))
        row = asked(str(received), pupil=PupilFactory(school=a_school(), born_on=day("2019-01-01")))
        lines = lines_of(row)
        for answer, milestone in SHOWN.items():
            assert lines[milestone].due.due_on.isoformat() == str(case["expected"][answer]), answer

    @pytest.mark.parametrize("case", of_rule("ehcna.advice"), ids=lambda case: case["id"])
    def test_advice_is_due_six_weeks_after_it_was_asked_for(self, case):
        row = decided(asked("2026-05-04"), "2026-06-12")
        received = str(case["inputs"]["advice_request_received_by_school"])
        given_advice = advice(row, received)
        due = lines_of(row)[f"advice:{given_advice.pk}"].due
        assert due.due_on.isoformat() == str(case["expected"]["advice_due_by"])
        assert due.owed_by.value == "school"

    @pytest.mark.parametrize(
        "case", of_rule("ehcp.draft_representations"), ids=lambda case: case["id"]
    )
    def test_the_fifteen_days_begin_with_service(self, case, monkeypatch):
        served = str(case["inputs"]["draft_served"])
        monkeypatch.setattr(clock, "today", lambda: day("2030-01-01"))
        pupil = PupilFactory(school=a_school(), born_on=day("2019-01-01"))
        row = drafted(decided(asked("2026-09-07", pupil=pupil), "2026-10-12"), served)
        due = lines_of(row, today=day(served))["comments"].due
        assert due.due_on.isoformat() == str(case["expected"]["last_day_for_representations"])
        early = due.result["la_must_not_finalise_before"].value
        assert early.isoformat() == str(case["expected"]["la_must_not_finalise_before"])


@given(
    received=st.dates(dt.date(2015, 1, 1), dt.date(2040, 1, 1)),
    late=st.integers(min_value=0, max_value=400),
)
def test_no_limit_moves_because_the_council_was_late(received, late):
    """Whatever the council did and when, its days stay where the law put them, in order."""
    from aylsham.timescales.registry import REGISTRY

    values = REGISTRY.calculate("ehcna.clock", {"request_received": received}).values
    decided_on = received + late * DAY
    days = [values[answer] for answer in SHOWN]
    assert days == sorted(days)
    assert days[0] == received + 42 * DAY
    assert days[-1] == received + 140 * DAY
    assert weeks_late(days[0], decided_on, decided_on) == max(0, -(-(late - 42) // 7))


class TestStages:
    @pytest.mark.parametrize(
        ("facts", "stage"),
        [
            ({}, Stage.ASKED),
            ({"received_on": TODAY}, Stage.CONSIDERING),
            ({"received_on": TODAY, "decided_on": TODAY}, Stage.ASSESSING),
            ({"decided_on": TODAY, "is_refused": True}, Stage.REFUSED),
            (
                {"decided_on": TODAY, "is_refused": True, "assess_ordered_on": TODAY},
                Stage.ASSESSING,
            ),
            ({"decided_on": TODAY, "draft_served_on": TODAY}, Stage.DRAFTED),
            ({"decided_on": TODAY, "no_plan_on": TODAY}, Stage.NO_PLAN),
            ({"draft_served_on": TODAY, "final_plan_on": TODAY}, Stage.FINAL),
            ({"received_on": TODAY, "withdrawn_on": TODAY}, Stage.WITHDRAWN),
        ],
    )
    def test_the_last_thing_that_happened_says_it(self, facts, stage):
        assert stage_of(AssessmentDates(requested_on=TODAY, **facts)) is stage

    def test_every_stage_has_its_steps(self):
        assert set(STEPS) == set(Stage)

    def test_nothing_is_recorded_out_of_turn(self):
        row = asked()
        with pytest.raises(TransitionNotAllowed, match="cannot be recorded now"):
            drafted(row, "2026-10-01")
        decided(row, "2026-10-12", "refuse")
        with pytest.raises(TransitionNotAllowed, match="will not assess"):
            drafted(row, "2026-11-02")


class TestAsking:
    def test_a_request_asked_twice_is_refused_and_pressed_twice_is_one(self):
        key = uuid7()
        row = asked(key=key)
        assert asked(pupil=row.pupil, key=key) == row
        with pytest.raises(TransitionNotAllowed, match="open already"):
            asked(pupil=row.pupil)

    def test_the_database_knows_one_open_request(self):
        row = asked()
        with pytest.raises(IntegrityError), transaction.atomic():
            NeedsAssessment.objects.create(
                school=row.school,
                pupil=row.pupil,
                requested_by="parent",
                requested_on=TODAY,
                local_authority="Norfolk",
            )

    def test_after_a_refusal_somebody_may_ask_again(self):
        row = decided(asked("2026-01-12"), "2026-02-20", "refuse")
        again = asked("2026-09-07", pupil=row.pupil)
        assert again.pk != row.pk

    def test_a_child_with_a_plan_has_reviews_instead(self):
        plan = make_plan(school=a_school())
        with pytest.raises(TransitionNotAllowed, match="has an EHC plan"):
            asked(pupil=plan.pupil)

    def test_the_council_cannot_have_had_it_before_it_was_sent(self):
        with pytest.raises(TransitionNotAllowed, match="before it was sent"):
            asked("2026-09-07", requested_on="2026-09-08")

    def test_without_proof_no_clock_of_the_council_runs(self):
        row = asked(None)
        assert lines_of(row) == {}


class TestDates:
    def test_the_last_day_is_in_time_and_the_day_after_is_late(self):
        row = asked("2026-10-12")  # six weeks: 23 November, today
        assert lines_of(row)["decision"].state == "waiting"
        late = lines_of(row, TODAY + DAY)["decision"]
        assert (late.state, late.words, late.is_late) == ("overdue", "Late: 1 week", True)

    def test_a_late_decision_stays_late_when_it_has_come(self):
        row = decided(asked("2026-09-07"), "2026-11-02")
        line = lines_of(row)["decision"]
        assert (line.state, line.words) == ("overdue", "Done, 2 weeks late")
        assert not line.is_late

    def test_a_late_draft_is_no_late_refusal(self):
        row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-14")
        line = lines_of(row)["no_plan"]  # sixteen weeks ended on 21 September
        assert (line.due.is_off, line.weeks_late) == (True, 0)
        assert line.words == "A draft plan came instead"

    def test_silence_after_sixteen_weeks_is_late_unless_a_plan_comes(self):
        row = decided(asked("2026-07-06"), "2026-08-14")  # sixteen weeks: 26 October
        line = lines_of(row)["no_plan"]
        assert line.words == "No word for 4 weeks: late unless a plan comes"

    def test_fourteen_weeks_are_nobodys_law(self):
        row = decided(asked("2026-07-06"), "2026-08-14")
        assert lines_of(row)["draft"].state == "due_soon"
        drafted(row, "2026-11-20")
        assert lines_of(row)["draft"].words == "Done"

    def test_after_a_refusal_the_later_days_are_off(self):
        row = decided(asked(), "2026-10-12", "refuse")
        lines = lines_of(row)
        assert [lines[key].due.is_off for key in ("draft", "no_plan", "final")] == [True] * 3
        assert lines["final"].words == "It will not assess"

    def test_a_plan_finished_within_the_fifteen_days_says_so(self):
        row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-01")
        finished(row, "2026-10-15")
        assert "before they were over" in lines_of(row)["comments"].due.note

    def test_on_the_sixteenth_day_it_may_be_finished(self):
        row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-01")
        finished(row, "2026-10-16")
        assert lines_of(row)["comments"].due.note == ""

    def test_a_day_that_the_council_names_stands_beside_and_moves_nothing(self):
        row = asked("2026-09-07")
        before = lines_of(row)["decision"].due.due_on
        state_day(
            assessment=row,
            milestone="decision",
            day=day("2026-12-18"),
            reason="Waiting for the panel",
            said_by="A. Officer",
            said_on=TODAY,
            by=None,
        )
        line = lines_of(row)["decision"]
        assert line.due.due_on == before
        assert [said.day for said in line.stated] == [day("2026-12-18")]


class TestFinalPlan:
    def test_it_makes_the_plan_by_the_plans_own_service(self):
        row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-01")
        plan = finished(row, "2026-10-20")
        assert (plan.made_on, plan.local_authority) == (day("2026-10-20"), "Norfolk")
        row.refresh_from_db()
        assert row.plan_id == plan.pk

    def test_pressed_twice_it_is_refused_and_makes_one_plan(self):
        row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-01")
        finished(row, "2026-10-20")
        with pytest.raises(TransitionNotAllowed):
            finished(row, "2026-10-20")
        assert EhcPlan.objects.filter(school=row.school, pupil=row.pupil).count() == 1

    def test_a_plan_that_cannot_be_made_leaves_the_request_open(self):
        row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-01")
        make_plan("2026-10-02", pupil=row.pupil)
        events = AuditEvent.objects.filter(school=row.school).count()
        with pytest.raises(TransitionNotAllowed, match="already has an EHC plan"):
            finished(row, "2026-10-20")
        row.refresh_from_db()
        assert (row.final_plan_on, row.plan_id) == (None, None)
        assert AuditEvent.objects.filter(school=row.school).count() == events

    def test_without_a_draft_there_is_no_plan(self):
        row = decided(asked("2026-06-01"), "2026-07-10")
        with pytest.raises(TransitionNotAllowed, match="cannot be recorded now"):
            record_final_plan(assessment=row, final_plan_on=TODAY, by=None)

    def test_its_day_put_right_is_put_right_on_the_plan_too(self):
        row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-01")
        plan = finished(row, "2026-10-20")
        row.refresh_from_db()
        values = {name: getattr(row, name) for name in CORRECT_FIELDS}
        user = member(row.school)
        correct_assessment(assessment=row, by=user, **values | {"final_plan_on": day("2026-10-21")})
        plan.refresh_from_db()
        assert plan.made_on == day("2026-10-21")
        with pytest.raises(TransitionNotAllowed, match="End that plan first"):
            correct_assessment(assessment=row, by=user, **values | {"final_plan_on": None})


class TestCorrecting:
    def test_a_stale_save_shows_both(self):
        row = asked("2026-09-07")
        version = version_of(row, DECISION_FIELDS)
        decided(row, "2026-10-12")
        values = {"decided_on": day("2026-10-13"), "decision": "refuse", "decision_reasons": ""}
        with pytest.raises(StaleSave) as refused:
            record_step(assessment=row, step="decision", values=values, by=None, version=version)
        assert {each.field for each in refused.value.differences} >= {"decision", "decided_on"}

    def test_an_impossible_order_is_refused_in_words(self):
        row = no_plan(decided(asked("2026-06-01"), "2026-07-10"), "2026-09-01")
        values = {name: getattr(row, name) for name in CORRECT_FIELDS}
        with pytest.raises(TransitionNotAllowed, match="before the decision to assess"):
            correct_assessment(
                assessment=row,
                by=member(row.school),
                **values | {"decided_on": day("2026-09-02")},
            )
        row.refresh_from_db()
        assert row.decided_on == day("2026-07-10")
