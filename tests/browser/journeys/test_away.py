"""7:45 on a phone: a call, and under a minute and eight presses later everybody knows."""

import datetime as dt
import time

import pytest

from aylsham import clock
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from provision.models import Provision
from staff.codes import WeekPlanState
from staff.models import PlanDemand, PlanSession, StaffMember, WeekPlan
from tests.conftest import TODAY

SLUG = "bure-valley"
MOST_PRESSES, MOST_SECONDS = 8, 60


@pytest.fixture
def who_is_out(transactional_db) -> str:
    """Somebody who gives a session today by a plan in force; taken away again in the end."""
    school = School.objects.get(slug=SLUG)
    with school_transaction(school):
        member = StaffMember.objects.filter(school=school, contracts__days__weekday=0).first()
        if not WeekPlan.objects.filter(school=school).in_force(TODAY).exists():
            _plan(school, member)
        else:
            planned = PlanSession.objects.filter(school=school, plan__state="published")
            member = planned.filter(weekday=TODAY.weekday()).first().member
        return member.name


def _plan(school: School, member: StaffMember) -> None:
    plan = WeekPlan.objects.create(
        school=school,
        name="Autumn",
        starts_on=TODAY - dt.timedelta(days=TODAY.weekday()),
        state=WeekPlanState.PUBLISHED,
        published_at=clock.moment(),
    )
    given = Provision.objects.filter(school=school, state="running", starts_on__lte=TODAY)
    provision = given.filter(ends_on__gte=TODAY, places__isnull=False).first()
    facts = {"provision": provision, "rank": "section_f", "sessions": 1, "minutes": 30}
    demand = PlanDemand.objects.create(school=school, plan=plan, **facts)
    at = {"weekday": TODAY.weekday(), "starts": 540, "ends": 570}
    PlanSession.objects.create(school=school, plan=plan, demand=demand, member=member, **at)


def test_from_the_call_to_the_plan(open_person, who_is_out):
    sendco = open_person(width=360, height=740).come_back_as("sendco@demo.example")
    sendco.go(f"/{SLUG}/away/")
    began, presses = time.monotonic(), 0
    sendco.press(who_is_out)
    presses += 1
    assert "to decide" in sendco.text
    assert not sendco.is_too_wide() and sendco.violations() == []
    if sendco.page.get_by_role("button", name="Accept the best for all").count():
        sendco.press("Accept the best for all")
        presses += 1
    while sendco.page.get_by_role("button", name="Not given").count():
        sendco.press("Not given")
        presses += 1
    sendco.press("Tell those concerned")
    presses += 1
    assert "Nothing is left to decide" in sendco.text
    assert presses <= MOST_PRESSES and time.monotonic() - began < MOST_SECONDS
    assert not sendco.is_too_wide() and sendco.violations() == []
    sendco.press("Is in after all")
    assert "Nobody is out today" in sendco.text
    assert sendco.faults == []
