"""The page of an invited person: what it shows, what it never shows, who gets in."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.test import Client

from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from aylsham.secret_log import hide_secrets
from pupils.meeting_codes import Reply
from pupils.models import AgendaItem, MeetingInvitee, MeetingLink
from pupils.services.details import add_contact
from pupils.services.family import record_order
from pupils.services.meetings.inviting import Guest, invite, send_again
from pupils.services.meetings.planning import call_off, hold_meeting
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.pages import text_of
from tests.pupils.family.invited import Guest as Browser
from tests.pupils.family.invited import deliver
from tests.pupils.meetings.makers import invited, planned, planned_for_class, secret_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
GONE = "This link does not work"
NURSE = Guest(name="Nora Hill", role="School nurse", email="nurse@nhs.example")


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary")


@pytest.fixture
def by(school):
    return member(school, user__name="Ann Moss")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")


@pytest.fixture
def mother(child, by):
    return add_contact(
        pupil=child,
        by=by,
        name="Mia Reed",
        email="mother@home.example",
        has_parental_responsibility=True,
    )


@pytest.fixture
def meeting(child, by, mother):
    return planned(child, by, Guest(contact=mother, asks_views=True), NURSE)


@pytest.fixture
def secrets(meeting):
    """By address: the secret that was sent there."""
    return {message.to[0]: secret_in(message) for message in deliver()}


def at(secret: str) -> str:
    return f"/contribute/meeting/{secret}/"


def test_shows_the_meeting_and_no_name_but_the_persons_own(secrets):
    page = Client().get(at(secrets["nurse@nhs.example"]))
    text = text_of(page)
    for shown in (
        "Oakfield Primary",
        "Tuesday 1 December 2026",
        "15:30",
        "Rainbow room",
        "Nora Hill",
    ):
        assert shown in text
    for hidden in ("Zephyrine", "Quillmark", "Mia Reed", "Team around"):
        assert hidden not in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"


def test_a_scanner_that_follows_the_link_answers_nothing(school, secrets):
    secret = secrets["nurse@nhs.example"]
    for _ in range(3):
        Client().get(at(secret))
        Client().head(at(secret))
    behind_the_wall(school)
    assert set(MeetingInvitee.objects.filter(user=None).values_list("reply", flat=True)) == {""}
    assert Client().get(at(secret)).status_code == 200


@pytest.mark.parametrize("reply", ["coming", "apologies", "cannot"])
def test_an_answer_needs_one_press_and_can_be_changed(school, meeting, secrets, reply):
    client = Client(enforce_csrf_checks=True)
    secret = secrets["nurse@nhs.example"]
    client.post(at(secret), {"reply": "coming", "note": ""})
    client.post(at(secret), {"reply": reply, "note": "I come by quadbike"})
    behind_the_wall(school)
    nurse = invited(meeting, "Nora Hill")
    assert (nurse.reply, nurse.note) == (reply, "I come by quadbike")
    assert invited(meeting, "Mia Reed").reply == Reply.NONE
    assert "quadbike" not in Client().get(at(secret)).content.decode()


def test_nobody_from_outside_is_invited_twice(school, meeting, secrets, by):
    with pytest.raises(TransitionNotAllowed, match="Nora Hill is invited already"):
        invite(meeting=meeting, guest=NURSE, by=by)
    assert deliver() == []


def test_a_made_up_answer_is_refused(school, meeting, secrets):
    page = Client().post(at(secrets["nurse@nhs.example"]), {"reply": "<b>", "note": ""})
    assert page.status_code == 200
    behind_the_wall(school)
    assert invited(meeting, "Nora Hill").reply == Reply.NONE


def test_a_made_up_address_is_gone():
    page = Client().get(at("a" * 43))
    assert page.status_code == 404
    assert GONE in page.content.decode()


def test_the_address_is_stored_hashed(secrets):
    hashes = set(MeetingLink.objects.values_list("token_hash", flat=True))
    assert hashes.isdisjoint(secrets.values())
    assert len(secrets["nurse@nhs.example"]) >= 43


def test_works_on_the_day_and_not_after(secrets):
    path = at(secrets["nurse@nhs.example"])
    with time_machine.travel(dt.datetime(2026, 12, 1, 9)):
        assert Client().get(path).status_code == 200
    with time_machine.travel(dt.datetime(2026, 12, 2, 9)):
        assert Client().get(path).status_code == 404


def test_gone_once_called_off_held_or_sent_again(school, child, by, secrets, meeting):
    path = at(secrets["nurse@nhs.example"])
    send_again(invitee=invited(meeting, "Nora Hill"), by=by)
    assert Client().get(path).status_code == 404
    behind_the_wall(school)
    newer = at(secret_in(deliver()[0]))
    call_off(meeting=meeting, why="Snow", by=by)
    assert Client().get(newer).status_code == 404
    behind_the_wall(school)
    held = planned(child, by, NURSE, on=TODAY)
    path = at(secret_in(deliver()[-1]))
    hold_meeting(meeting=held, came=[], is_parent_meeting=False, by=by)
    assert Client().post(path, {"reply": "coming"}).status_code == 404


def test_an_order_that_came_later_closes_the_link(by, mother, secrets):
    record_order(contact=mother, kind="no_information", starts_on=TODAY, evidence="Seen", by=by)
    for part in ("", "calendar/"):
        path = at(secrets["mother@home.example"]) + part
        assert Client().get(path).status_code == 404


def test_views_go_through_the_code_and_come_to_the_meeting(school, by, meeting, secrets, child):
    secret = secrets["mother@home.example"]
    response = Client().post(at(secret), {"views": "1"})
    guest = Browser(response.url.split("/")[2]).open()
    guest.post("answer/", {"well": "", "hard": "Xylophones", "helps": "", "next": ""})
    assert "Thank you for writing to us" in text_of(Client().get(at(secret)))
    # The other guest sees neither the words nor that anybody wrote.
    other = Client().get(at(secrets["nurse@nhs.example"])).content.decode()
    assert "Xylophones" not in other
    assert "writing to us" not in other
    from tests.pages import client_of

    page = client_of(by).get(f"/oakfield/children/{child.pk}/meetings/{meeting.pk}/")
    assert "Xylophones" in text_of(page)


def test_who_was_not_asked_for_views_gets_no_way_to_them(secrets):
    response = Client().post(at(secrets["nurse@nhs.example"]), {"views": "1"})
    assert response.status_code == 200
    assert "Write to us" not in text_of(response)


def test_another_childs_item_and_sensitive_items_are_not_on_the_agenda(school, child, by, secrets):
    group = ClassGroupFactory(school=school)
    pupils = [PupilFactory(school=school, class_group=group) for _ in range(2)]
    held = planned_for_class(pupils, by, NURSE)
    AgendaItem.objects.filter(meeting=held, place=1).update(title="Their divorce", sensitivity=2)
    text = text_of(Client().get(at(secret_in(deliver()[-1]))))
    assert "Their divorce" not in text
    assert "How the child gets on" not in text


def test_opening_is_written_down(school, child, secrets):
    Client().get(at(secrets["nurse@nhs.example"]))
    behind_the_wall(school)
    assert AuditEvent.objects.get(action="open_link").pupil_ids == [child.pk]


def test_no_log_keeps_the_secret(secrets):
    path = at(secrets["nurse@nhs.example"])
    assert secrets["nurse@nhs.example"] not in hide_secrets(f"GET {path} 200")


def test_the_invitation_brings_the_meeting_for_the_calendar_without_a_name_or_a_place(secrets):
    message = next(m for m in mail.outbox if m.to == ["nurse@nhs.example"])
    ((name, content, media_type),) = message.attachments
    text = content.decode() if isinstance(content, bytes) else content
    assert (name, media_type) == ("meeting-2026-12-01.ics", "text/calendar")
    assert "METHOD:PUBLISH" in text
    assert "DTSTART:20261201T153000Z" in text
    assert "DTEND:20261201T163000Z" in text
    for hidden in ("Zephyrine", "Quillmark", "Rainbow"):
        assert hidden not in text
    assert secrets["nurse@nhs.example"] in text.replace("\r\n ", "")


def test_the_calendar_entry_names_nobody(secrets):
    response = Client().get(at(secrets["nurse@nhs.example"]) + "calendar/")
    text = response.content.decode()
    assert "SUMMARY:Meeting\\, Oakfield Primary" in text
    assert "Zephyrine" not in text
