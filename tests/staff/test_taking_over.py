"""Provision made of a promise while people go by a plan: its sessions are the provision's from then."""

import datetime as dt

import pytest

from provision.models import Provision
from provision.services.drafts import begin_drafts, begin_provision
from staff.models import PlanDemand, WeekPlan
from staff.selectors.planned import planned_week
from staff.selectors.weeks.instances import instance_of
from staff.services.weeks.publishing import publish_plan
from tests.factories import TODAY, PupilFactory, SchoolFactory, UserFactory
from tests.provision.makers import given
from tests.staff.test_weeks import MONDAY, promised
from tests.staff.week_makers import draft, planned, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WEEK = dt.timedelta(days=7)
#: The provision is given from the second week of the plan for two weeks.
FIRST, WEEKS = MONDAY + WEEK, 2
SAME = {
    "sessions_a_week": 3,
    "minutes": 30,
    "staff_role": "lsa",
    "starts_on": FIRST,
    "weeks": WEEKS,
}


@pytest.fixture
def at():
    found = weekly(adults=1, children=1)
    found.promise = promised(found.children[0])
    plan = planned(draft(found.school, MONDAY), seconds=1)
    found.plan = publish_plan(plan=plan, note="", today=TODAY, by=UserFactory())
    return found


def made(at, **facts) -> Provision:
    return given(at.school, at.children[0], promises=[at.promise], **SAME | facts)


def of(at, monday) -> set[str]:
    """What the sessions of a week are for, and that each has its child."""
    rows = planned_week(at.plan, monday)
    assert all(row.pupils == (at.children[0],) for row in rows)
    return {row.name for row in rows}


def test_from_its_first_day_to_its_last_the_sessions_are_the_provisions(at):
    provision = made(at, name="Speech group")
    demand = at.plan.demands.get()
    assert (demand.provision, demand.promise, demand.taken_over) == (provision, None, at.promise)
    assert demand.planned.count() == 3
    assert of(at, FIRST) == of(at, FIRST + WEEK) == {"Speech group"}
    # What nobody could log before, and what is still owed after, is not forgotten.
    assert of(at, MONDAY) == of(at, FIRST + WEEKS * WEEK) == {at.promise.text}


def test_before_it_begins_the_planner_still_knows_the_child(at):
    made(at)
    [asked] = instance_of(WeekPlan.objects.get(pk=at.plan.pk), MONDAY).demands.values()
    assert asked.children == (str(at.children[0].pk),)


@pytest.mark.parametrize(
    "other", [{"sessions_a_week": 2}, {"minutes": 20}, {"starts_on": MONDAY - 9 * WEEK, "weeks": 1}]
)
def test_what_is_not_the_same_stays_a_promise(at, other):
    made(at, **other)
    assert at.plan.demands.get().promise == at.promise


def test_a_group_is_another_thing_than_sessions_for_one(at):
    friend = PupilFactory(school=at.school)
    given(at.school, at.children[0], friend, promises=[at.promise], **SAME)
    assert at.plan.demands.get().promise == at.promise


def test_a_draft_plan_asks_anew_by_itself(at):
    other = draft(at.school, MONDAY, name="Other")
    made(at)
    assert other.demands.get().promise == at.promise


@pytest.mark.parametrize(
    "begin",
    [
        lambda row: begin_provision(provision=row, by=None),
        lambda row: begin_drafts(school=row.school, drafts=[row], by=None),
    ],
    ids=["one", "all"],
)
def test_a_draft_of_provision_takes_over_as_it_begins(at, begin):
    row = made(at, state="draft")
    assert at.plan.demands.get().promise == at.promise
    begin(row)
    assert at.plan.demands.get().provision == row


def test_of_another_school_nothing_is_touched(at):
    there = SchoolFactory()
    pupil = PupilFactory(school=there)
    given(there, pupil, promises=[promised(pupil)], **SAME)
    assert PlanDemand.objects.get(school=at.school).promise == at.promise
