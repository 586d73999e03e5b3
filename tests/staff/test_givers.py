"""Who gives provision by the plan of the week: the session log and the front page follow it."""

import datetime as dt
import uuid

import pytest

from aylsham.access.roles import Role
from provision.models import SessionLog
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.provision.makers import given
from tests.staff.makers import someone
from tests.staff.times7_makers import planned, week

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LOG = "/oakfield/sessions/"
BEFORE = TODAY - dt.timedelta(days=14)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zoë", last_name="Burton", on_register=True)


@pytest.fixture
def named(school):
    return member(school, Role.LSA)


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def ada(school, lsa):
    return someone(school, "Ada Reed", user=lsa)


def cards(user, **asked):
    context = client_of(user).get(LOG, asked).context
    return [card for card, _ in context["cards"]], context["others"]


def log(client, group, **more):
    data = {"on": TODAY.isoformat(), "slot": 1, "seen": 0, "all": "on", "key": uuid.uuid4()}
    return client.post(f"{LOG}{group.pk}/", data | more)


def test_the_planned_adult_finds_it_at_its_time_with_the_children(school, child, lsa, ada):
    group = given(school, child)
    planned(week(school), ada, "10:10-10:40", provision=group)
    (card,), _ = cards(lsa)
    assert card.clock == "10:10" and card.children[0].pupil == child
    assert "Zoë Burton" in text_of(client_of(lsa).get(LOG))
    assert log(client_of(lsa), group).status_code == 302
    made = SessionLog.objects.get()
    assert (made.logged_by, made.on_behalf_of) == (lsa, None)


def test_whom_the_provision_names_finds_it_aside_when_another_gives_it(
    school, child, named, lsa, ada
):
    group = given(school, child, staff=named, time=dt.time(9))
    planned(week(school), ada, "10:10-10:40", provision=group)
    todays, others = cards(named)
    assert todays == [] and [card.id for card in others] == [group.pk]
    (card,), others = cards(lsa)
    assert card.giver == lsa and not others
    # Who logs it for the planned adult logs it for that one, not for whom the provision names.
    log(client_of(member(school)), group, for_staff="on")
    assert SessionLog.objects.get().on_behalf_of == lsa


def test_on_other_days_it_is_no_longer_today(school, child, named, lsa, ada):
    group = given(school, child, staff=named, weekdays=[0])
    planned(week(school), ada, "10:10-10:40", 1, provision=group)
    for user in (named, lsa):
        todays, others = cards(user)
        assert todays == [] and [card.given_on for card in others] == ["Tue"]
    assert "Talk group" not in text_of(client_of(named).get("/oakfield/"))


def test_everybodys_list_stands_under_the_planned_adult(school, child, named, ada):
    planned(week(school), ada, provision=given(school, child, staff=named))
    ben = someone(school, "Ben without an account")
    planned(week_of(school), ben, "11:00-11:30", provision=given(school, child, name="Lego"))
    adults = client_of(member(school)).get(LOG, {"whose": "all"}).context["adults"]
    assert [adult.name for adult in adults] == ["Ben without an account", ada.user.name]


def week_of(school):
    from staff.models import WeekPlan

    return WeekPlan.objects.get(school=school)


def test_a_teachers_front_page_lists_what_the_plan_gives_them(school, child):
    teacher = teacher_of(ClassGroupFactory(school=school))
    planned(
        week(school), someone(school, "Tom", user=teacher), "11:20-11:40",
        provision=given(school, child),
    )  # fmt: skip
    page = text_of(client_of(teacher).get("/oakfield/"))
    assert "11:20" in page and "Talk group" in page


@pytest.mark.parametrize(
    ("state", "starts", "ends"),
    [("draft", -30, None), ("published", 1, None), ("published", -30, -1)],
)
def test_a_plan_that_does_not_hold_gives_nobody_anything(
    school, child, lsa, ada, state, starts, ends
):
    days = [None if n is None else TODAY + dt.timedelta(days=n) for n in (starts, ends)]
    plan = week(school, state=state, starts_on=days[0], ends_on=days[1])
    group = given(school, child, starts_on=BEFORE)
    planned(plan, ada, provision=group)
    assert client_of(lsa).get(f"{LOG}{group.pk}/").status_code == 404
    assert cards(lsa, whose="mine") == ([], [])


def test_a_confidential_one_stays_with_its_readers(school, child, lsa, ada):
    secret = given(school, child, name="Trauma talk", is_confidential=True)
    planned(week(school), ada, provision=secret)
    assert client_of(lsa).get(f"{LOG}{secret.pk}/").status_code == 404
    assert "Trauma" not in text_of(client_of(lsa).get(LOG))


def test_the_right_to_the_names_ends_with_the_plan(school, child, lsa, ada):
    plan = week(school, ends_on=TODAY)
    group = given(school, child, starts_on=BEFORE)
    planned(plan, ada, provision=group)
    one = f"{LOG}{group.pk}/"
    client = client_of(lsa)
    assert "Zoë" in text_of(client.get(one, {"on": TODAY.isoformat()}))
    plan.ends_on = TODAY - dt.timedelta(days=1)
    plan.save()
    assert client.get(one, {"on": TODAY.isoformat()}).status_code == 404
    # What was given while it held may still be logged.
    day = (TODAY - dt.timedelta(days=7)).isoformat()
    assert "Zoë" in text_of(client.get(one, {"on": day}))


def test_not_one_statement_more_than_without_a_plan(school, child, lsa, ada):
    group = given(school, child, staff=lsa)
    client = client_of(lsa)
    before = len(statements(client, LOG))
    planned(week(school), ada, provision=group)
    assert len(statements(client, LOG)) <= before
