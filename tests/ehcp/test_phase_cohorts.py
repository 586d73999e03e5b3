"""Each September the phase transfers go on to the children who are next."""

import datetime as dt
import re

import pytest
import time_machine

from ehcp.models import EhcPlan
from ehcp.selectors.timeliness import timeliness_of
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import member
from tests.pages import client_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(today):
    """One child in Year 6 and two in Year 5, with plans and nothing reviewed."""
    school = a_school(slug="oak")
    for name, born_on, year_group in (
        ("Asha", "2016-05-08", "6"),
        ("Bertie", "2017-05-08", "5"),
        ("Cara", "2017-06-08", "5"),
    ):
        make_plan(
            "2024-11-19",
            school=school,
            first_name=name,
            born_on=day(born_on),
            year_group=year_group,
        )
    return school


def front_page(school, on: dt.date) -> str:
    person = member(school, starts_on=dt.date(2026, 9, 1))
    with time_machine.travel(dt.datetime.combine(on, dt.time(9))):
        return text_of(client_of(person).get("/oak/"))


@pytest.mark.parametrize(
    ("on", "countdown", "moving"),
    [
        ("2026-11-23", "83 days to 14 February", "1 child changes"),
        ("2027-08-31", "14 February has passed", "1 child changes"),
        ("2027-09-01", "166 days to 14 February", "2 children change"),
        ("2027-09-15", "152 days to 14 February", "2 children change"),
    ],
)
def test_the_strip_goes_on_to_the_next_cohort_on_1_september(school, on, countdown, moving):
    page = front_page(school, day(on))
    assert countdown in page
    assert moving in page


def test_when_nobody_follows_there_is_no_strip(today):
    school = a_school(slug="oak")
    make_plan("2024-11-19", school=school, born_on=day("2016-05-08"), year_group="6")
    assert "14 February" in front_page(school, day("2027-08-31"))
    assert "14 February" not in front_page(school, day("2027-09-01"))


@pytest.mark.parametrize(
    ("name", "on", "shown"),
    [
        ("Asha", "2026-11-23", "2027"),
        ("Asha", "2027-08-31", "2027"),
        ("Asha", "2027-09-01", ""),
        ("Bertie", "2026-11-23", ""),
        ("Bertie", "2027-08-31", ""),
        ("Bertie", "2027-09-01", "2028"),
    ],
)
def test_the_page_of_a_plan_goes_on_too_while_the_roll_is_last_years(school, name, on, shown):
    plan = EhcPlan.objects.get(pupil__first_name=name)
    person = member(school, starts_on=dt.date(2026, 9, 1))
    with time_machine.travel(dt.datetime.combine(day(on), dt.time(9))):
        page = text_of(client_of(person).get(f"/oak/plans/{plan.pk}/"))
    assert set(re.findall(r"Phase transfer in September (\d{4})", page)) == {shown} - {""}


@pytest.mark.parametrize(
    ("name", "on", "september"),
    [
        ("Asha", "2027-08-31", 2027),
        ("Asha", "2027-12-17", 2027),
        ("Bertie", "2027-08-31", None),
        ("Bertie", "2027-12-17", 2028),
    ],
)
def test_reports_count_the_cohort_of_their_own_year(school, name, on, september):
    plan = EhcPlan.objects.get(pupil__first_name=name)
    found = timeliness_of(school, since=day("2026-09-01"), until=day(on))
    assert {each.september for each in found if each.plan_id == plan.pk} == {september}
