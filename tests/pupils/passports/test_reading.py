"""Read receipts of passports: who is asked, what asks again, what the SENDCo sees."""

import pytest
import time_machine

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from pupils.models import Passport, PassportVersion, ReadReceipt
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
from tests.pupils.passports.makers import DAY, TODAY, published, read_now, shown_to, write

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
        shown = {"shown": shown_to(lsa, child)}
        answer = client_of(lsa).post(read_page(child), shown, follow=True)
        assert "have read this version" in answer.content.decode()
        assert "Read these" not in text_of(client_of(lsa).get(home))
        assert unread(child) == []

    def test_a_teacher_is_asked_on_the_front_page(self, child, teacher):
        published(child, by=member(child.school))
        shown = text_of(client_of(teacher).get(f"/{child.school.slug}/"))
        assert "Read the passport of" in shown

    def test_twice_is_once(self, child, teacher, lsa):
        published(child, by=teacher)
        shown = shown_to(lsa, child)
        confirm_passport_read(pupil=child, shown=shown, by=lsa)
        confirm_passport_read(pupil=child, shown=shown, by=lsa)
        assert ReadReceipt.objects.count() == 1
        assert AuditEvent.objects.filter(action=Action.CONFIRM_READ).count() == 1

    def test_only_a_change_marked_must_read_asks_again(self, child, teacher, lsa):
        published(child, by=teacher)
        read_now(child, by=lsa)
        write(child, "hard", "The hall", by=teacher, on=TODAY)
        assert unread(child) == []
        ask_to_read_again(pupil=child, on=TODAY, by=teacher)
        assert unread(child) == [lsa.name]
        read_now(child, by=lsa)
        assert unread(child) == []

    def test_a_draft_cannot_be_read(self, child, teacher, lsa):
        write(child, "hard", "The hall", by=teacher)
        with pytest.raises(TransitionNotAllowed):
            confirm_passport_read(pupil=child, shown="", by=lsa)
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
        read_now(child, by=lsa)
        assert who_would_read_again(child, today=TODAY) == []


class TestOneSitting:
    """Changes within half an hour are one version, unless somebody holds to its words."""

    def numbers(self, child) -> list[int]:
        rows = PassportVersion.objects.filter(passport__pupil=child).order_by("number")
        return list(rows.values_list("number", flat=True))

    def test_a_change_after_a_receipt_is_a_version_of_its_own(self, child, teacher, lsa):
        published(child, by=teacher)
        write(child, "hard", "The hall", by=teacher, on=TODAY)
        ask_to_read_again(pupil=child, on=TODAY, by=teacher)
        read_now(child, by=lsa)
        write(child, "do", "Never give nuts", by=teacher, on=TODAY)
        ask_to_read_again(pupil=child, on=TODAY, by=teacher)
        assert self.numbers(child) == [1, 2, 3]
        assert unread(child) == [lsa.name]

    def test_a_receipt_alone_closes_a_version(self, child, teacher, lsa):
        published(child, by=member(child.school))
        write(child, "hard", "The hall", by=teacher, on=TODAY)
        read_now(child, by=lsa)
        write(child, "do", "Never give nuts", by=teacher, on=TODAY)
        assert self.numbers(child) == [1, 2, 3]

    def test_so_does_marking_it(self, child, teacher, lsa):
        published(child, by=teacher)
        write(child, "hard", "The hall", by=teacher, on=TODAY)
        ask_to_read_again(pupil=child, on=TODAY, by=teacher)
        write(child, "do", "Wait for me", by=teacher, on=TODAY)
        assert self.numbers(child) == [1, 2, 3]

    def test_a_sitting_ends_though_the_shown_clock_stands(self, child, teacher, settings, tmp_path):
        settings.DEMO, settings.VAR_DIR = True, tmp_path
        with time_machine.travel("2026-11-27 01:00:00+00:00", tick=False) as real:
            published(child, by=teacher)
            write(child, "hard", "The hall", by=teacher, on=TODAY)
            real.shift(60 * 29)
            write(child, "hard", "The hall, full", by=teacher, revision=1, on=TODAY)
            assert self.numbers(child) == [1, 2]
            real.shift(60 * 31)
            write(child, "do", "Wait for me", by=teacher, on=TODAY)
        assert self.numbers(child) == [1, 2, 3]

    def test_who_changed_it_later_has_still_to_read_what_must_be_read(self, child, teacher, lsa):
        published(child, by=teacher)
        read_now(child, by=lsa)
        write(child, "do", "Never give nuts", by=teacher, on=TODAY)
        ask_to_read_again(pupil=child, on=TODAY, by=teacher)
        write(child, "hard", "The hall", by=lsa, on=TODAY)
        assert unread(child) == [lsa.name]
        home = client_of(lsa).get(f"/{child.school.slug}/")
        assert "Read these" in text_of(home)


class TestWhatWasShown:
    def test_a_page_opened_before_a_change_confirms_nothing(self, child, teacher, lsa):
        published(child, by=teacher)
        old = shown_to(lsa, child)
        write(child, "do", "Never give nuts", by=teacher, on=TODAY)
        ask_to_read_again(pupil=child, on=TODAY, by=teacher)
        answer = client_of(lsa).post(read_page(child), {"shown": old}, follow=True)
        assert "was changed after you opened it" in text_of(answer)
        assert "Never give nuts" in text_of(answer)
        assert unread(child) == [lsa.name]
        assert not ReadReceipt.objects.exists()

    def test_nor_one_opened_earlier_in_the_same_sitting(self, child, teacher, lsa):
        published(child, by=member(child.school))
        write(child, "hard", "The hall", by=teacher, on=TODAY)
        old = shown_to(lsa, child)
        write(child, "do", "Never give nuts", by=teacher, on=TODAY)
        assert PassportVersion.objects.count() == 2
        with pytest.raises(TransitionNotAllowed):
            confirm_passport_read(pupil=child, shown=old, by=lsa)

    @pytest.mark.parametrize("shown", ["", "1", "x\0", "99-1.0"])
    def test_nor_one_that_says_nothing(self, child, teacher, lsa, shown):
        published(child, by=teacher)
        client_of(lsa).post(read_page(child), {"shown": shown})
        assert not ReadReceipt.objects.exists()


def test_the_passport_stands_before_the_button_that_says_it_was_read(child, teacher, lsa):
    published(child, by=teacher)
    client = client_of(lsa)
    page = client.get(read_page(child).removesuffix("read/")).content.decode()
    assert page.index("ay-sheet") < page.index("I have read this passport")
    assert page.index('href="#read"') < page.index("ay-sheet") < page.index('id="read"')
    read_now(child, by=lsa)
    assert "#read" not in client.get(read_page(child).removesuffix("read/")).content.decode()
