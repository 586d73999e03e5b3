"""Beside each contact what stands in the way, before anybody is asked or invited."""

import datetime as dt

import pytest

from pupils.models import ContributionRequest
from pupils.services.details import add_contact
from pupils.services.family import add_home, record_order
from pupils.services.meetings.inviting import Guest
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.pupils.meetings.makers import planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


def parent(child, name, **more):
    facts = {"has_parental_responsibility": True, "email": f"{name}@home.example"} | more
    return add_contact(pupil=child, by=None, name=name, **facts)


def page(by, child, part):
    return client_of(by).get(f"/oakfield/children/{child.pk}/{part}/add/")


def test_whoever_is_told_nothing_is_not_ticked_and_the_page_says_why(child, by):
    father, mother = parent(child, "Ben"), parent(child, "Mia")
    record_order(contact=father, kind="no_information", starts_on=TODAY, evidence="Safe", by=by)
    asked = page(by, child, "asks")
    assert asked.context["form"]["contact"].value() == str(mother.pk)
    why = "this person is told nothing about the child"
    assert "Ben@home.example Not possible" in text_of(asked) and why in text_of(asked)
    meeting = page(by, child, "meetings")
    assert meeting.context["form"]["family"].value() == [str(mother.pk)]
    assert why in text_of(meeting)


def test_where_a_home_is_withheld_one_takes_care(child, by):
    father = parent(child, "Ben")
    add_home(
        pupil=child, name="Mum's", address="1 Low Road", withheld="named", withheld_why="Police letter",
        withheld_from=[father], by=by,
    )  # fmt: skip
    asked = page(by, child, "asks")
    assert "Take care: Places and times could give the withheld address away." in text_of(asked)
    assert asked.context["form"]["contact"].value() == ""
    assert page(by, child, "meetings").context["form"]["family"].value() == []


def test_without_anything_in_the_way_the_first_is_chosen(child, by):
    mother = parent(child, "Mia")
    asked = page(by, child, "asks")
    assert asked.context["form"]["contact"].value() == str(mother.pk)
    assert "Not possible" not in text_of(asked) and "Take care" not in text_of(asked)


@pytest.mark.parametrize(
    ("meets_on", "due_on"),
    [
        (dt.date(2026, 12, 7), dt.date(2026, 12, 4)),  # a Monday: the Friday before
        (dt.date(2026, 12, 8), dt.date(2026, 12, 7)),
        (TODAY, TODAY),
    ],
)
def test_views_before_a_meeting_are_wanted_on_a_school_day(child, by, meets_on, due_on):
    mother = parent(child, "Mia")
    planned(child, by, Guest(contact=mother, asks_views=True), on=meets_on)
    assert ContributionRequest.objects.get().due_on == due_on


def test_what_they_would_see_says_the_same_once(child, by):
    father = parent(child, "Ben")
    add_home(pupil=child, name="Mum's", address="1 Low Road", by=by)
    address = f"/oakfield/children/{child.pk}/family/{father.pk}/sees/"
    shown = client_of(by).get(address)
    sheet = shown.context["sheet"]
    assert sum(len(things) for things, _ in sheet.answers) == len(sheet.verdicts)
    assert text_of(shown).count("address is not ours to pass on.") == 1
