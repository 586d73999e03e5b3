"""The LSA's word: on the class page the same day, and first when a target is reviewed."""

import datetime as dt

import pytest
from django.urls import reverse

from provision.rules.delivery import Came
from provision.rules.standing_marks import SessionAt
from provision.services.sessions import MarkFacts, log_session
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.provision.aims import running
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
BEFORE = TODAY - dt.timedelta(days=14)


def say(group, child, word, on=TODAY, **more):
    marks = [MarkFacts(child, Came.HAD, word=word)]
    log_session(provision=group, at=SessionAt(on), marks=marks, by=more.get("by"))


def test_the_class_page_says_it_the_same_day_to_its_teacher():
    school = SchoolFactory(slug="oakfield")
    ash, elm = (ClassGroupFactory(school=school) for _ in range(2))
    child, other = (
        PupilFactory(school=school, class_group=g, on_register=True) for g in (ash, elm)
    )
    group = given(school, child, other, starts_on=BEFORE, name="Talk group")
    hidden = given(school, child, starts_on=BEFORE, name="Loss", is_confidential=True)
    client = client_of(teacher_of(ash))
    before = len(statements(client, "/oakfield/"))
    say(group, child, "Spoke first", by=member(school))
    say(group, other, "Of another class")
    say(group, child, "Long ago", on=TODAY - dt.timedelta(days=3))
    say(hidden, child, "For few to read")
    page = text_of(client.get("/oakfield/"))
    assert "Said today by those who gave it" in page and "“Spoke first”" in page
    for words in ("Of another class", "Long ago", "For few to read"):
        assert words not in page
    say(group, child, "Spoke twice")
    page = text_of(client.get("/oakfield/"))
    assert "Spoke twice" in page and "Spoke first" not in page
    assert len(statements(client, "/oakfield/")) == before


def test_a_review_has_the_word_of_those_who_gave_it_first():
    school = SchoolFactory(slug="oakfield")
    child = PupilFactory(school=school, on_register=True)
    lsa = member(school)
    cycle = running(child)
    given(school, child, starts_on=BEFORE, name="Talk group", staff=lsa)
    client = client_of(member(school))
    part = cycle.parts.get()
    url = reverse("cycle_review", args=["oakfield", child.pk, cycle.pk, part.pk])
    page = text_of(client.get(url))
    assert "First, the word of those who gave it" in page and lsa.name in page
    assert "No word yet" in page and "Ask before you score" in page
    say(child.places.get().provision, child, "Asks for help now")
    page = text_of(client.get(url))
    assert "“Asks for help now”" in page and "No word yet" not in page
