"""Mediation and appeal about a request: the later of two days, rolled as the Tribunal's rules say; orders."""

import pytest

from aylsham import clock
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.models import Deadline
from ehcp.models import PlanAppeal
from ehcp.rules.stages import Stage
from ehcp.selectors.assessments.files import files_of
from ehcp.selectors.assessments.lines import milestone_lines
from ehcp.services.appeals import record_appeal
from ehcp.services.assessments.appeals import open_appeal
from tests.cases import CASES
from tests.ehcp.assessment_makers import asked, decided, drafted, no_plan
from tests.ehcp.makers import a_school, day
from tests.factories import TODAY, PupilFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def refused(on: str = "2026-10-12", received: str = "2026-09-07"):
    """A refusal to assess, and the appeal that is followed."""
    pupil = PupilFactory(school=a_school(), born_on=day("2018-01-01"))
    row = decided(asked(received, pupil=pupil), on, "refuse")
    return open_appeal(assessment=row, about="refused", by=None)


def answers_of(appeal: PlanAppeal, today=TODAY) -> dict:
    row = appeal.assessment
    (file,) = files_of([row.school], [row.pupil_id])
    found = milestone_lines(file, calendar_of(row.school), today)
    return {each.due.answer: each for each in found if each.due.appeal}


def record(appeal: PlanAppeal, **facts) -> PlanAppeal:
    days = {name: day(value) if name.endswith("_on") else value for name, value in facts.items()}
    return record_appeal(appeal=appeal, version=None, by=None, **days)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["rule_code"] == "ehcp.appeal"],
    ids=lambda case: case["id"],
)
def test_the_worked_cases_through_the_rows(case, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: day("2030-01-01"))
    facts = {name: str(value) for name, value in case["inputs"].items()}
    letter = facts["decision_letter"]
    appeal = refused(letter, received="2024-09-02")
    if certificate := facts.get("mediation_certificate"):
        record(appeal, certificate_on=certificate)
    due = answers_of(appeal)["submit_by"].due
    assert due.due_on.isoformat() == str(case["expected"]["submit_by"])
    assert due.owed_by.value == "parent"


def test_the_parents_days_are_in_what_is_due_as_theirs():
    appeal = refused()
    rows = Deadline.objects.filter(school=appeal.school, kind="appeal")
    owed = {row.key.rsplit(":", 1)[1]: (row.owed_by, row.due_on) for row in rows}
    assert owed["submit_by"] == ("parent", day("2026-12-14"))  # 12 December is a Saturday
    assert owed["contact_adviser_by"] == ("parent", day("2026-12-12"))


def test_who_declines_gets_a_certificate_and_no_mediation():
    appeal = record(refused(), adviser_told_on="2026-11-02", wants_mediation=False)
    answers = answers_of(appeal)
    assert "la_arranges_mediation_within_30_days_by" not in answers
    assert answers["certificate_if_declined_by"].due.due_on == day("2026-11-05")


def test_who_wants_it_has_the_council_arrange_it_in_thirty_days():
    appeal = record(refused(), adviser_told_on="2026-11-02", wants_mediation=True)
    line = answers_of(appeal)["la_arranges_mediation_within_30_days_by"]
    assert (line.due.due_on, line.who) == (day("2026-12-02"), "Council")


def test_an_order_to_assess_takes_the_assessment_up_again_with_its_own_weeks():
    appeal = refused()
    record(appeal, lodged_on="2026-11-02", order="assess", order_on="2026-11-16")
    row = appeal.assessment
    (file,) = files_of([row.school], [row.pupil_id])
    assert file.stage is Stage.ASSESSING
    answers = answers_of(appeal)
    assert answers["notify_will_assess_by"].due.due_on == day("2026-11-30")
    assert answers["if_assess_ordered_final_plan_by"].due.due_on == day("2027-02-22")
    assert "draft_plan_if_ordered_by" not in answers
    drafted(row, "2026-11-20")  # the law of the request is over; the order's draft can come


def test_an_order_that_does_not_fit_the_appeal_is_refused():
    appeal = refused()
    with pytest.raises(TransitionNotAllowed, match="cannot be ordered"):
        record(appeal, lodged_on="2026-11-02", order="amend", order_on="2026-11-16")


def test_an_order_needs_an_appeal_and_a_certificate_a_letter():
    appeal = refused()
    with pytest.raises(TransitionNotAllowed, match="when the appeal was lodged"):
        record(appeal, order="assess", order_on="2026-11-16")
    with pytest.raises(TransitionNotAllowed, match="before the council's letter"):
        record(appeal, certificate_on="2026-10-11")


def test_followed_twice_it_is_one_and_without_a_letter_none():
    appeal = refused()
    assert open_appeal(assessment=appeal.assessment, about="refused", by=None) == appeal
    with pytest.raises(TransitionNotAllowed, match="no letter with that decision"):
        open_appeal(assessment=appeal.assessment, about="content", by=None)


def test_no_plan_can_be_appealed_from_its_own_letter():
    row = no_plan(decided(asked("2026-06-01"), "2026-07-10"), "2026-09-21")
    appeal = open_appeal(assessment=row, about="no_plan", by=None)
    assert answers_of(appeal)["submit_by"].due.due_on == day("2026-11-23")  # 21 Nov: a Saturday


def test_what_the_parents_ended_is_due_no_longer():
    appeal = record(refused(), adviser_told_on="2026-11-02", wants_mediation=True)
    record(appeal, withdrawn_on="2026-11-16")
    assert not any(line.due.is_open for line in answers_of(appeal).values())
    assert not Deadline.objects.filter(school=appeal.school, kind="appeal").exists()


def test_word_that_it_will_assess_is_what_the_council_did():
    appeal = record(refused(), lodged_on="2026-11-02", order="assess", order_on="2026-11-09")
    appeal = record(appeal, obeyed_on="2026-11-20")
    answers = answers_of(appeal)
    assert answers["notify_will_assess_by"].due.done_on == day("2026-11-20")
    assert answers["if_assess_ordered_final_plan_by"].due.is_open  # its own letter says that
