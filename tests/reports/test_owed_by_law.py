"""A teacher and an LSA read on their own page what EHC plans say their children are given."""

import pytest

from provision.models import Promise, Provision
from pupils.handed_texts import SEALED
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.provision.makers import given, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WORDS = "An adult will carry out the speech programme with Asha."


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    oak = ClassGroupFactory(school=school, name="Oak")
    return PupilFactory(school=school, first_name="Asha", last_name="Reed", class_group=oak)


def promised(child, text=WORDS, **facts) -> Promise:
    facts = {
        "source": "ehcp",
        "weight": "council",
        "reference": "F2",
        "sessions_a_week": 3,
        "minutes": 20,
        "starts_on": TODAY,
    } | facts
    return Promise.objects.create(school=child.school, pupil=child, text=text, **facts)


def page(user) -> str:
    return text_of(client_of(user).get("/oakfield/"))


def test_the_teacher_and_the_lsa_of_the_child_read_it(child):
    promised(child)
    for user in (teacher_of(child.class_group), supporter_of(child)):
        said = page(user)
        assert "By law, from EHC plans" in said
        assert f"F2 {WORDS} 3 × 20 min" in said
        assert "You give it" not in said


def test_what_one_gives_oneself_stands_first_and_says_so(child, school):
    promised(child, "A quiet place at lunch.", reference="F1")
    mine = promised(child)
    lsa = supporter_of(child)
    row = given(school, child, promises=[mine])
    Provision.objects.filter(pk=row.pk).update(staff=lsa, state="running")
    said = page(lsa)
    assert "You give it F2" in said.replace("  ", " ")
    assert said.index(WORDS) < said.index("A quiet place")
    assert "You give it" not in page(teacher_of(child.class_group))


@pytest.mark.parametrize(
    "facts",
    [
        {"source": "support", "weight": "best"},  # not of a plan
        {"starts_on": until(1)},
        {"starts_on": until(-30), "ends_on": until(-1)},
        {"sensitivity": 2},
        {"text": SEALED},
    ],
)
def test_what_is_no_duty_of_today_or_only_for_few_is_not_there(child, facts):
    promised(child, **facts)
    assert "By law, from EHC plans" not in page(teacher_of(child.class_group))


def test_the_last_day_still_counts(child):
    promised(child, starts_on=until(-30), ends_on=TODAY)
    assert WORDS in page(teacher_of(child.class_group))


def test_children_of_others_are_not_there(child, school):
    other = PupilFactory(school=school, first_name="Bo")
    promised(other, "Something for Bo.")
    assert "Something for Bo" not in page(supporter_of(child))


def test_it_takes_no_statement_of_its_own(child):
    client = client_of(teacher_of(child.class_group))
    few = len(statements(client, "/oakfield/"))
    for number in range(6):
        promised(child, f"Line {number}.", reference=f"F{number}")
    assert len(statements(client, "/oakfield/")) == few


def test_it_stands_beside_the_passport_for_whoever_opens_it(child, school):
    promised(child)
    promised(child, "For few.", sensitivity=2)
    for user in (teacher_of(child.class_group), supporter_of(child)):
        said = text_of(client_of(user).get(f"/oakfield/children/{child.pk}/passport/"))
        assert "By law, from the EHC plan" in said and f"F2 {WORDS} 3 × 20 min" in said
        assert "For few" not in said


def test_beside_a_passport_without_a_plan_nothing_stands(child):
    promised(child, source="support", weight="best")
    user = teacher_of(child.class_group)
    said = text_of(client_of(user).get(f"/oakfield/children/{child.pk}/passport/"))
    assert "By law" not in said
