"""Cycles of a class begun together, led by the class teacher."""

import datetime as dt

import pytest

from provision.models import Cycle
from provision.services.beginning import begin_cycles
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import running

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PAGE = "/oakfield/cycles/begin/"
DAYS = {"starts_on": "23/11/2026", "review_on": "5/2/2027", "lead": ""}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school, name="3 Oak")


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def supported(group, **facts):
    return PupilFactory(school=group.school, class_group=group, on_register=["SLCN"], **facts)


def test_a_class_begins_in_one_press_and_its_teacher_leads(school, group, teacher):
    children, busy = [supported(group) for _ in range(3)], supported(group)
    running(busy, by=teacher)
    other = supported(ClassGroupFactory(school=school, name="4 Ash"), last_name="Elsewhere")
    sendco = client_of(member(school))
    page = text_of(sendco.get(PAGE))
    assert "3 Oak (3)" in page
    assert busy.last_name not in page.split("Whose cycle begins")[1]
    ticked = [str(child.pk) for child in children[:2]]
    for _ in range(2):  # a double press
        sendco.post(PAGE, DAYS | {"pupils": ticked})
    begun = Cycle.objects.exclude(pupil=busy)
    assert {(c.pupil_id, c.lead_id) for c in begun} == {
        (child.pk, teacher.pk) for child in children[:2]
    }
    refused = sendco.post(f"{PAGE}?group=3 Oak", DAYS | {"pupils": [str(other.pk)]})
    assert refused.status_code == 200  # not of the class that is shown
    assert not Cycle.objects.filter(pupil=other).exists()


def test_days_that_do_not_fit_and_nobody_ticked_begin_nothing(school, group):
    child = supported(group)
    sendco = client_of(member(school))
    page = sendco.post(PAGE, DAYS | {"pupils": [str(child.pk)], "review_on": "23/11/2026"})
    assert "has to come after" in text_of(page)
    assert "Tick at least one child." in text_of(sendco.post(PAGE, DAYS))
    assert not Cycle.objects.exists()


def test_a_teacher_sees_the_own_class_alone_and_a_helper_none(school, group, teacher):
    child = supported(group)
    supported(ClassGroupFactory(school=school, name="4 Ash"))
    page = text_of(client_of(teacher).get(PAGE))
    assert "3 Oak (1)" in page
    assert "4 Ash" not in page
    assert client_of(supporter_of(child)).get(PAGE).status_code == 403
    assert client_of(member(SchoolFactory(slug="elm"))).get(PAGE).status_code == 404


def test_who_began_meanwhile_is_passed_over(school, group, teacher):
    one, two = supported(group), supported(group)
    running(one, by=teacher)
    made = begin_cycles(
        school=school,
        pupils=[one, two],
        starts_on=TODAY,
        review_on=TODAY + dt.timedelta(days=60),
        leads={two.pk: teacher},
        by=teacher,
    )
    assert [cycle.pupil for cycle in made] == [two]


def test_a_single_cycle_is_led_by_the_class_teacher_too(school, group, teacher):
    child, sendco = supported(group), member(school)
    form = client_of(sendco).get(f"/oakfield/children/{child.pk}/cycles/start/").context["form"]
    assert form.initial["lead"] == str(teacher.pk)
    alone = PupilFactory(school=school, class_group=None, on_register=["SLCN"])
    form = client_of(sendco).get(f"/oakfield/children/{alone.pk}/cycles/start/").context["form"]
    assert form.initial["lead"] == str(sendco.pk)


def test_asks_as_often_for_many_children(school, group, teacher):
    supported(group)
    client = client_of(member(school))
    few = len(statements(client, PAGE))
    for _ in range(6):
        supported(group)
    assert len(statements(client, PAGE)) == few <= 8 + OF_EVERY_REQUEST


def test_with_nothing_to_begin_it_says_so(school):
    assert "Every child with support" in text_of(client_of(member(school)).get(PAGE))
