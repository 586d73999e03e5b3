"""Read receipts of passports: who is asked, what asks again, what the SENDCo sees."""

import pytest

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from pupils.models import Passport, ReadReceipt
from pupils.selectors.readers import who_has_not, who_would_read_again
from pupils.services.passports.reading import ask_to_read_again, confirm_passport_read
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.pupils.passports.makers import DAY, TODAY, published, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory())


@pytest.fixture
def child(group):
    return PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def lsa(child):
    return supporter_of(child)


def unread(child) -> list[str]:
    row = Passport.objects.select_related("pupil").get(pupil=child)
    return who_has_not([row], today=TODAY)[row.pk]


def read_page(child) -> str:
    return f"/{child.school.slug}/children/{child.pk}/passport/read/"


class TestReading:
    def test_everybody_near_is_asked_but_who_wrote_it(self, child, teacher, lsa):
        published(child, by=teacher)
        assert unread(child) == [lsa.name]
        home = f"/{child.school.slug}/"
        assert "Read these" in text_of(client_of(lsa).get(home))
        answer = client_of(lsa).post(read_page(child), follow=True)
        assert "have read this version" in answer.content.decode()
        assert "Read these" not in text_of(client_of(lsa).get(home))
        assert unread(child) == []

    def test_a_teacher_is_asked_on_the_front_page(self, child, teacher):
        published(child, by=member(child.school))
        shown = text_of(client_of(teacher).get(f"/{child.school.slug}/"))
        assert "Read the passport of" in shown

    def test_twice_is_once(self, child, teacher, lsa):
        published(child, by=teacher)
        confirm_passport_read(pupil=child, by=lsa)
        confirm_passport_read(pupil=child, by=lsa)
        assert ReadReceipt.objects.count() == 1
        assert AuditEvent.objects.filter(action=Action.CONFIRM_READ).count() == 1

    def test_only_a_change_marked_must_read_asks_again(self, child, teacher, lsa):
        published(child, by=teacher)
        confirm_passport_read(pupil=child, by=lsa)
        write(child, "hard", "The hall", by=teacher, on=TODAY)
        assert unread(child) == []
        ask_to_read_again(pupil=child, on=TODAY, by=teacher)
        assert unread(child) == [lsa.name]
        confirm_passport_read(pupil=child, by=lsa)
        assert unread(child) == []

    def test_a_draft_cannot_be_read(self, child, teacher, lsa):
        write(child, "hard", "The hall", by=teacher)
        with pytest.raises(TransitionNotAllowed):
            confirm_passport_read(pupil=child, by=lsa)
        answer = client_of(lsa).post(read_page(child), follow=True)
        assert "not been published yet" in answer.content.decode()
        assert not ReadReceipt.objects.exists()

    def test_who_no_longer_works_there_is_not_asked(self, child, teacher, lsa):
        published(child, by=teacher)
        child.adults.update(ends_on=TODAY - DAY)
        assert unread(child) == []

    def test_the_sendcos_list_names_who_has_not(self, child, teacher, lsa):
        published(child, by=teacher)
        shown = text_of(client_of(member(child.school)).get(f"/{child.school.slug}/passports/"))
        assert "Not read by everybody 1" in shown
        assert lsa.name in shown

    def test_the_teacher_marks_a_change(self, child, teacher, lsa):
        published(child, by=teacher)
        page = f"/{child.school.slug}/children/{child.pk}/passport/save/"
        client = client_of(teacher)
        pressed = client.post(page, {"sitting": str(child.pk), "step": "must_read"})
        assert not AuditEvent.objects.filter(detail__step="must_read").exists()
        question = text_of(client.get(pressed.url))
        assert lsa.name in question and teacher.name not in question
        assert "Ask 1 adult" in question
        client.post(pressed.url)
        assert AuditEvent.objects.filter(detail__step="must_read").count() == 1

    def test_who_has_read_it_as_it_stands_is_not_asked_again(self, child, teacher, lsa):
        published(child, by=teacher)
        confirm_passport_read(pupil=child, by=lsa)
        assert who_would_read_again(child, today=TODAY) == []
