"""Asking, reminding and typing in: what is sent to whom on which day."""

import datetime as dt

import pytest
import time_machine

from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import Closure, Deadline, Term
from pupils.family_codes import AskStep
from pupils.models import ContributionNote, ContributionRequest, Voice
from pupils.rules.asking import is_reminder_due, reminder_days
from pupils.services.contributions.asking import cancel_request
from pupils.services.contributions.reminding import remind_school
from pupils.services.contributions.voices import VOICE_FIELDS, correct_voice, record_voice
from pupils.services.details import add_contact, remove_contact
from pupils.services.family import record_order
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.pupils.family.invited import PARENT, Guest, ask_parent, deliver, secret_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
D = dt.date


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def contact(school, by):
    return add_contact(
        pupil=PupilFactory(school=school),
        by=by,
        name="Ben Reed",
        email=PARENT,
        has_parental_responsibility=True,
    )


def weekday(day: dt.date) -> bool:
    return day.weekday() < 5


class TestReminderDays:
    def test_a_week_before_on_the_day_and_a_week_after(self):
        days = reminder_days(D(2026, 11, 2), D(2026, 11, 27), weekday)
        assert days == [D(2026, 11, 20), D(2026, 11, 27), D(2026, 12, 4)]

    def test_not_in_the_first_days_after_asking(self):
        assert reminder_days(D(2026, 11, 19), D(2026, 11, 27), weekday)[0] == D(2026, 11, 27)

    def test_a_day_without_school_is_moved_before(self):
        assert D(2026, 11, 27) in reminder_days(D(2026, 11, 2), D(2026, 11, 29), weekday)

    @pytest.mark.parametrize(
        ("today", "last", "due"),
        [
            (D(2026, 11, 19), None, False),
            (D(2026, 11, 20), None, True),
            (D(2026, 11, 20), D(2026, 11, 20), False),
            (D(2026, 11, 23), None, True),  # the day was missed
            (D(2026, 11, 21), None, False),  # a Saturday
            (D(2026, 12, 12), None, False),  # the link has ended
        ],
    )
    def test_once_for_each_day_and_only_when_school_is_open(self, today, last, due):
        asked, due_on = D(2026, 11, 2), D(2026, 11, 27)
        assert is_reminder_due(today, asked, due_on, last, weekday) is due


class TestReminding:
    def test_everything_asked_of_an_address_in_one_e_mail(self, school, contact, by):
        other = add_contact(
            pupil=PupilFactory(school=school),
            by=by,
            name="Ben Reed",
            email=PARENT.upper(),
            has_parental_responsibility=True,
        )
        for each in (contact, other):
            ask_parent(each, by, due_on=D(2026, 11, 27))
        deliver()
        with time_machine.travel(dt.datetime(2026, 11, 27, 9, tzinfo=dt.UTC)):
            assert remind_school(school, today=D(2026, 11, 27)) == 1
            [message] = deliver()
            assert message.body.count("/contribute/") == 2
            assert remind_school(school, today=D(2026, 11, 27)) == 0
        assert Guest(secret_in(message)).get().status_code == 200

    def test_not_on_a_day_without_school(self, school, contact, by):
        ask_parent(contact, by, due_on=D(2026, 11, 27))
        Term.objects.create(
            school=school, academic_year=2026, name="autumn",
            starts_on=D(2026, 9, 3), ends_on=D(2026, 12, 18),
        )  # fmt: skip
        Closure.objects.create(
            school=school, kind="inset", starts_on=D(2026, 11, 27), ends_on=D(2026, 11, 27)
        )
        assert remind_school(school, today=D(2026, 11, 27)) == 0
        assert remind_school(school, today=D(2026, 11, 26)) == 1

    def test_held_back_when_an_order_has_come(self, school, contact, by):
        ask = ask_parent(contact, by, due_on=D(2026, 11, 27))
        deliver()
        record_order(
            contact=contact, kind="no_information", starts_on=TODAY, evidence="Safe", by=by
        )
        assert remind_school(school, today=D(2026, 11, 27)) == 0
        assert deliver() == []
        last = ContributionNote.objects.filter(ask=ask).last()
        assert last.step == AskStep.HELD_BACK

    def test_the_first_link_still_works_after_a_reminder(self, school, contact, by):
        ask_parent(contact, by, due_on=D(2026, 11, 27))
        first = secret_in(deliver()[-1])
        remind_school(school, today=D(2026, 11, 27))
        assert Guest(first).get().status_code == 200


class TestPages:
    def url(self, contact, part):
        return f"/oakfield/children/{contact.pupil_id}/{part}"

    def test_from_asking_to_reading(self, contact, by):
        client = client_of(by)
        data = {"kind": "parent_views", "contact": str(contact.pk), "due_on": "4 Dec 2026"}
        data |= {"message": "Before our meeting", "shows_first_name": "on"}
        client.post(self.url(contact, "asks/add/"), data)
        ask = ContributionRequest.objects.get()
        assert Deadline.objects.get(kind="contribution").owed_by == "parent"
        guest = Guest(secret_in(deliver()[-1])).open()
        page = guest.get("answer/").content.decode()
        assert "Before our meeting" in page
        assert contact.pupil.first_name in page
        assert contact.pupil.last_name not in page
        guest.post("answer/", {"well": "Reading", "save": "1"})
        assert "Reading" in guest.get("answer/").content.decode()
        guest.post("answer/", {"well": "Reading at bedtime"})
        voice = Voice.objects.get()
        assert (voice.given_how, voice.said_by, voice.given_on) == ("link", "Ben Reed", TODAY)
        assert "Reading at bedtime" in text_of(client.get(self.url(contact, f"views/{voice.pk}/")))
        log = text_of(client.get(self.url(contact, f"asks/{ask.pk}/")))
        for step in ("Link sent", "code asked for", "opened with the code", "Answered"):
            assert step in log, step
        assert not Deadline.objects.filter(kind="contribution").exists()

    def test_reminded_sent_again_and_cancelled_by_button(self, contact, by):
        ask = ask_parent(contact, by)
        client = client_of(by)
        page = self.url(contact, f"asks/{ask.pk}/")
        client.post(f"{page}remind/")
        assert "waiting to hear from you" in deliver()[-1].subject
        client.post(f"{page}again/", {"email": "not an address"})
        ask.refresh_from_db()
        assert ask.email == PARENT
        client.post(f"{page}again/", {"email": "new@home.example"})
        ask.refresh_from_db()
        assert ask.email == "new@home.example"
        client.post(f"{page}cancel/")
        ask.refresh_from_db()
        assert ask.state == "cancelled"
        client.post(f"{page}cancel/")
        assert "was cancelled" in client.get(page).content.decode()

    def test_a_professional_is_asked_for_advice(self, contact, by):
        data = {"kind": "advice", "contact": "else", "due_on": "4 Dec 2026", "owed_by": "health"}
        page = self.url(contact, "asks/add/")
        client = client_of(by)
        assert "Write the e-mail address." in text_of(client.post(page, data))
        client.post(page, data | {"name": "Dr Patel", "email": "patel@nhs.example"})
        assert Deadline.objects.get(kind="contribution").owed_by == "health"
        guest = Guest(secret_in(deliver()[-1])).open()
        assert contact.pupil.first_name not in guest.get("answer/").content.decode()
        guest.post("answer/", {"advice": "Short sentences"})
        assert Voice.objects.get().kind == "advice"

    def test_typed_in_from_paper(self, contact, by):
        page = self.url(contact, "views/add/?kind=pupil_views")
        data = {"said_by": "Zoë", "given_how": "paper", "given_on": "20 Nov 2026", "helper": "Kay"}
        client_of(by).post(page, data | {"like": "Art", "wish": ""})
        voice = Voice.objects.get()
        assert voice.answers == [{"question": "What do you like at school?", "answer": "Art"}]
        assert (voice.helper, voice.given_how) == ("Kay", "paper")

    def test_not_in_the_past(self, contact, by):
        data = {"kind": "parent_views", "contact": str(contact.pk), "due_on": "20 Nov 2026"}
        page = client_of(by).post(self.url(contact, "asks/add/"), data)
        assert "The day has passed" in text_of(page)


class TestVoices:
    def record(self, contact, by, **more):
        facts = {"kind": "parent_views", "given_on": TODAY, "given_how": "phone"}
        return record_voice(
            pupil=contact.pupil, said_by="Ben Reed", contact=contact, by=by,
            answers=[{"question": "What helps?", "answer": "Maps"}], **facts | more,
        )  # fmt: skip

    def test_a_paper_answer_closes_the_request_and_its_link(self, contact, by):
        ask = ask_parent(contact, by)
        guest = Guest(secret_in(deliver()[-1]))
        self.record(contact, by, ask=ask, given_how="paper")
        assert guest.get().status_code == 404
        behind_the_wall(ask.school)
        with pytest.raises(TransitionNotAllowed):
            cancel_request(ask=ask, by=by)

    def test_the_words_stay_when_the_date_is_corrected(self, contact, by):
        voice = self.record(contact, by)
        facts = {f: getattr(voice, f) for f in VOICE_FIELDS} | {"given_on": D(2026, 11, 20)}
        correct_voice(voice=voice, version=version_of(voice, VOICE_FIELDS), by=by, **facts)
        voice.refresh_from_db()
        assert voice.answers[0]["answer"] == "Maps"

    def test_nothing_is_no_voice(self, contact, by):
        with pytest.raises(TransitionNotAllowed):
            record_voice(
                pupil=contact.pupil, kind="advice", given_on=TODAY, given_how="paper",
                said_by="X", answers=[{"question": "What?", "answer": ""}], by=by,
            )  # fmt: skip

    def test_a_contact_who_is_asked_is_not_removed(self, contact, by):
        ask = ask_parent(contact, by)
        with pytest.raises(TransitionNotAllowed):
            remove_contact(contact=contact, by=by)
        cancel_request(ask=ask, by=by)
        remove_contact(contact=contact, by=by)
        ask.refresh_from_db()
        assert ask.contact is None
