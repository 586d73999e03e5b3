"""The demonstration's week: in force today, a draft beside it, the same each time."""

import datetime as dt

import pytest

from demo.weeks import load_weeks
from staff.models import PlanSession, WeekPlan
from staff.selectors.planned import plan_in_force
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, SchoolFactory, UserFactory
from tests.provision.makers import given
from tests.staff.week_makers import weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_a_week_in_force_and_a_draft():
    at = weekly(adults=3, children=3, school=SchoolFactory(slug="bure-valley"))
    oak = ClassGroupFactory(school=at.school, name="Oak")
    PupilFactory(school=at.school, class_group=oak, year_group=at.children[0].year_group)
    given(at.school, *at.children, name="Reading", staff_role="lsa",
          starts_on=TODAY - dt.timedelta(weeks=3))  # fmt: skip
    load_weeks({"bure-valley": at.school}, {"sendco@demo.example": UserFactory()})
    plan = plan_in_force(at.school, TODAY)
    assert plan.name == "Autumn week"
    ranks = PlanSession.objects.filter(plan=plan).values_list("demand__rank", flat=True)
    assert {"plan", "class_support", "duty"} <= set(ranks)
    spring = WeekPlan.objects.get(school=at.school, state="draft")
    assert PlanSession.objects.filter(plan=spring).exists()
    assert spring.starts_on > TODAY
