"""What a family reads of an EHC plan: where it stands, what comes next, the law's days."""

import datetime as dt

import pytest

from ehcp.models import AnnualReview
from pupils.selectors.parents.pages import view_of
from pupils.selectors.parents.stages import stages_of
from pupils.services.parents.pages import send_page
from tests.ehcp.makers import a_school, held, make_plan, planned
from tests.factories import TODAY, ClassGroupFactory, member
from tests.pupils.parents.makers import parent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def plan():
    return make_plan("2026-03-02", school=a_school())


@pytest.fixture
def mum(plan):
    return parent(plan.pupil, member(plan.school))


def review_of(plan, mum):
    stages = stages_of(plan.pupil, mum, today=TODAY)
    return next(stage for stage in stages if "yearly review" in stage.about)


def test_a_plan_in_force_waits_for_its_yearly_meeting(plan, mum):
    stage = review_of(plan, mum)
    assert (stage.where, stage.who) == ("The plan is in place.", "The school")
    assert TODAY < stage.by < dt.date(2027, 3, 2)
    assert stage.is_law


def test_each_step_of_a_review_is_another_stage(plan, mum):
    keys = [review_of(plan, mum).key]
    planned(plan, "2026-12-01")
    stage = review_of(plan, mum)
    assert stage.by == dt.date(2026, 12, 1)
    keys.append(stage.key)
    AnnualReview.objects.all().delete()
    review = held(plan, "2026-11-16")
    stage = review_of(plan, mum)
    assert stage.who == "The council"
    assert (stage.by, stage.is_law) == (dt.date(2026, 12, 14), True)
    keys.append(stage.key)
    AnnualReview.objects.filter(pk=review.pk).update(
        decided_on=TODAY, decision="amend", amendment_notice_on=TODAY
    )
    stage = review_of(plan, mum)
    assert stage.where == "The council has sent you its changes."
    keys.append(stage.key)
    assert len(set(keys)) == 4


def test_the_page_says_what_the_plan_is(plan, mum):
    plan.hours_per_week, plan.coordinator = "12.5", "Jo Field"
    plan.save()
    page = send_page(contact=mum, by=member(plan.school))
    part = next(part for part in view_of(page, today=TODAY).parts if part.key == "plan")
    said = " ".join(line.text for line in part.lines)
    for words in ("2 March 2026", "12.5 hours", "Jo Field"):
        assert words in said


def test_a_move_to_the_next_phase_is_a_stage_of_its_own():
    school = a_school()
    group = ClassGroupFactory(school=school, academic_year=2026)
    plan = make_plan("2025-03-02", school=school, year_group="6", class_group=group)
    stages = stages_of(plan.pupil, parent(plan.pupil, member(plan.school)), today=TODAY)
    (move,) = [stage for stage in stages if "new school" in stage.about]
    assert move.is_law
    assert move.by
    assert "September 2027" in move.where
