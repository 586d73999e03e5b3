"""The phase leader's page: every number is that of the list it leads to, and of their years alone."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.models import Membership
from provision.models import Cycle
from pupils.models import ClassAdult
from pupils.services.classes import assign_adult
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import running
from tests.provision.makers import given
from tests.pupils.passports.makers import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def school():
    return SchoolFactory(slug="ash", live_from=dt.date(2025, 9, 1))


@pytest.fixture
def oak(school):
    return ClassGroupFactory(school=school, name="Oak", year_groups=["4"])


@pytest.fixture
def leader(school):
    return member(school, Role.PHASE_LEADER, year_groups=["3", "4"])


def page_of(leader):
    return client_of(leader).get("/ash/").context["page"]


def child(group, **facts):
    return PupilFactory(school=group.school, class_group=group, on_register=True, **facts)


def test_passports_are_those_of_their_lists(school, oak, leader):
    for _ in range(2):
        child(oak)
    published(child(oak), by=member(school))
    lists = client_of(leader).get("/ash/passports/").context["lists"]
    page = page_of(leader)
    assert page.passports.missing == len(lists.missing) == 2
    assert page.passports.stale == len(lists.stale)
    assert page.passports.to_check == len(lists.to_check)
    [line] = page.classes
    assert (line.published, line.registered) == (1, 3)
    assert sum(each.unread for each in page.classes) == len(lists.unread)


def test_somebody_who_has_not_read_one_is_counted_once(school, oak, leader):
    published(child(oak), by=member(school))
    teacher_of(oak)
    teacher_of(oak)
    lists = client_of(leader).get("/ash/passports/").context["lists"]
    [line] = page_of(leader).classes
    assert line.unread == len(lists.unread) == 1
    assert line.passports_read == 0


def test_what_is_owed_and_given_is_what_the_page_of_debts_says(school, oak, leader):
    given(school, child(oak), starts_on=TODAY - 21 * DAY)
    debts = client_of(leader).get("/ash/provision/owed/").context["page"]
    page = page_of(leader)
    assert page.owed_by_law == debts.by_council
    [line] = page.classes
    assert line.support.planned > line.support.given == 0
    assert page.support == line.support
    assert "0%" in text_of(client_of(leader).get("/ash/"))


def test_what_waits_with_colleagues_and_with_the_leader(school, oak, leader):
    for _ in range(3):
        child(oak)
    teacher_of(oak)
    client, page = client_of(leader), page_of(leader)
    assert page.who.count == client.get("/ash/asks/everybody/").context["page"].count
    assert page.asks == len(client.get("/ash/asks/").context["page"].lines)


def test_cycles_are_those_of_the_list_class_by_class(school, oak, leader):
    elm = ClassGroupFactory(school=school, name="Elm", year_groups=["3"])
    running(child(oak))
    late = running(child(oak))
    Cycle.objects.filter(pk=late.pk).update(review_on=TODAY - DAY)
    child(elm, year_group="3")
    client, page = client_of(leader), page_of(leader)
    assert [line.name for line in page.classes] == ["Elm", "Oak"]
    for line in page.classes:
        listed = client.get(f"/ash/cycles/?group={line.name}").context["lines"]
        late = sum(each.is_late for each in listed)
        assert line.plans_late == late
        assert line.plans == sum(each.stands("running") for each in listed) - late
        assert line.registered == len(listed)
    late = client.get("/ash/cycles/?stands=late").context["lines"]
    assert page.plans_late == len(late) == 1
    assert [(line.plans, line.plans_late) for line in page.classes] == [(0, 0), (1, 1)]


def test_nothing_of_other_year_groups(school, oak, leader):
    yew = ClassGroupFactory(school=school, name="Yew", year_groups=["6"])
    child(oak)
    for _ in range(4):
        pupil = child(yew, year_group="6", last_name="Elsewhere")
    given(school, pupil, starts_on=TODAY - 21 * DAY)
    response = client_of(leader).get("/ash/")
    page = response.context["page"]
    assert [line.name for line in page.classes] == ["Oak"]
    assert page.passports.missing == 1 and page.support.planned == 0
    assert "Yew" not in text_of(response) and "Elsewhere" not in text_of(response)


def test_no_year_group_named_is_all_of_the_school(school, oak):
    child(oak)
    child(ClassGroupFactory(school=school, name="Yew", year_groups=["6"]), year_group="6")
    everywhere = member(school, Role.PHASE_LEADER)
    page = client_of(everywhere).get("/ash/")
    assert [line.name for line in page.context["page"].classes] == ["Oak", "Yew"]
    assert "all year groups" in text_of(page)


def test_a_leader_without_children_is_told_why(school, leader):
    text = text_of(client_of(leader).get("/ash/"))
    assert "No child is in your year groups yet" in text


def test_children_without_a_class_stand_last(school, oak, leader):
    child(oak)
    PupilFactory(school=school, on_register=True)
    response = client_of(leader).get("/ash/")
    assert [line.name for line in response.context["page"].classes] == ["Oak", "No class"]
    assert [line.registered for line in response.context["page"].classes] == [1, 1]


def test_as_many_statements_for_thirty_children_as_for_three(school, oak, leader):
    client = client_of(leader)

    def add(number):
        for _ in range(number):
            given(school, child(oak), starts_on=TODAY - 21 * DAY)

    add(3)
    client.get("/ash/")
    few = len(statements(client, "/ash/"))
    add(27)
    assert len(statements(client, "/ash/")) == few <= OF_EVERY_REQUEST + 8


class TestOwnClass:
    def test_is_one_press_away_and_holds_no_other(self, school, oak, leader):
        elm = ClassGroupFactory(school=school, name="Elm", year_groups=["3"])
        child(oak, last_name="Mine")
        child(elm, year_group="3", last_name="Others")
        client = client_of(leader)
        assert "/ash/my-class/" not in client.get("/ash/").content.decode()
        MembershipFactory(user=leader, school=school, role=Role.CLASS_TEACHER)
        assign_adult(
            class_group=oak, user=leader, role=Role.CLASS_TEACHER, starts_on=TODAY, by=None
        )
        assert "/ash/my-class/" in client.get("/ash/").content.decode()
        text = text_of(client.get("/ash/my-class/"))
        assert "Mine" in text and "Others" not in text

    def test_a_class_that_was_theirs_is_not(self, school, oak, leader):
        ended = {"starts_on": TODAY - 9 * DAY, "ends_on": TODAY - DAY}
        ClassAdult.objects.create(
            school=school, class_group=oak, user=leader, role=Role.CLASS_TEACHER, **ended
        )
        assert "/ash/my-class/" not in client_of(leader).get("/ash/").content.decode()

    @pytest.mark.parametrize("role", [Role.LSA, Role.CLASS_TEACHER, Role.SENDCO])
    def test_for_others_it_is_their_front_page(self, school, role):
        user = member(school, role)
        answer = client_of(user).get("/ash/my-class/")
        assert answer["Location"] == "/ash/"

    def test_over_several_schools_the_page_of_classes_stays(self, school, leader):
        other = SchoolFactory(federation=school.federation)
        Membership.objects.create(
            user=leader, federation=school.federation, school=other, role=Role.PHASE_LEADER,
            starts_on=TODAY,
        )  # fmt: skip
        assert client_of(leader).get("/federation/").status_code == 200
