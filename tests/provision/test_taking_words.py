"""Views of a child and its parents, taken over into the cycle that asks for them."""

import pytest

from aylsham.access.roles import Role
from pupils.services.contributions.voices import record_voice
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.provision.aims import a_cycle, running, say, text_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def child():
    school = SchoolFactory(slug="oakfield")
    return PupilFactory(
        school=school, class_group=ClassGroupFactory(school=school), on_register=["SLCN"]
    )


@pytest.fixture
def teacher(child):
    return teacher_of(child.class_group)


def heard(child, kind="parent_views", words="He reads at night.", **facts):
    facts = {
        "given_on": TODAY,
        "given_how": "phone",
        "said_by": "Ada Mum",
        "answers": [{"question": "How is home?", "answer": words}],
        "sensitivity": 1,
        "contact": None,
        "role": "",
        "helper": "",
    } | facts
    return record_voice(pupil=child, kind=kind, by=UserFactory(), **facts)


def take(user, cycle, voice, school="oakfield"):
    path = f"/{school}/children/{cycle.pupil_id}/cycles/{cycle.pk}/take/{voice.pk}/"
    return client_of(user).post(path, follow=True)


def page_of(user, cycle):
    return client_of(user).get(f"/oakfield/children/{cycle.pupil_id}/cycles/{cycle.pk}/")


def test_the_words_stand_below_what_was_written_and_once(child, teacher):
    cycle, voice = a_cycle(child, by=teacher), heard(child)
    say(cycle, "parents", "We met on Monday.", teacher)
    assert "Take their words" in text_of(page_of(teacher, cycle))
    take(teacher, cycle, voice)
    written = "We met on Monday.\n\nAda Mum, 23 Nov 2026:\nHe reads at night."
    assert text_in(cycle, "parents").text == written
    assert "stand there already" in text_of(take(teacher, cycle, voice))
    assert text_in(cycle, "parents").text == written


def test_in_the_review_they_answer_its_own_question(child, teacher):
    cycle = running(child, by=teacher)
    take(teacher, cycle, heard(child, kind="pupil_views", words="I like it."))
    assert "I like it." in text_in(cycle, "child_after").text
    assert text_in(cycle, "child").text == ""


def test_what_few_may_read_stays_so(child, teacher):
    cycle, sendco = a_cycle(child, by=teacher), member(child.school)
    voice = heard(child, words="He hides at home.", sensitivity=2)
    assert take(teacher, cycle, voice).status_code == 404
    take(sendco, cycle, voice)
    assert text_in(cycle, "parents").sensitivity == 2
    assert "hides at home" not in text_of(page_of(teacher, cycle))
    # An answer for the few is neither read nor added to by others.
    assert take(teacher, cycle, heard(child)).status_code == 404


def test_advice_answers_no_question_and_nobody_else_takes(child, teacher):
    cycle, advice = a_cycle(child, by=teacher), heard(child, kind="advice")
    assert "does not ask for their words" in text_of(take(teacher, cycle, advice))
    other = heard(PupilFactory(school=child.school, class_group=child.class_group))
    assert take(teacher, cycle, other).status_code == 404
    helper = member(child.school, Role.HEAD)
    assert take(helper, cycle, heard(child)).status_code == 403


def test_whoever_may_ask_is_offered_it(child, teacher):
    cycle = a_cycle(child, by=teacher)
    path = f"/oakfield/children/{child.pk}/asks/add/"
    assert path in page_of(member(child.school), cycle).content.decode()
    assert path not in page_of(teacher, cycle).content.decode()
