"""Forty ways to abuse a link that needs no account, and what becomes of each."""

import datetime as dt
import logging
import threading

import pytest
import time_machine
from django.core import mail
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, School
from aylsham.secret_log import HideSecrets, hide_secrets
from aylsham.secrets import hash_of
from aylsham.tenancy.row_security import school_transaction
from pupils.family_codes import AskStep
from pupils.models import ContributionLink, ContributionNote, ContributionRequest, Voice
from pupils.rules.asking import MOST_CODES
from pupils.services.contributions.answering import submit_answer
from pupils.services.contributions.asking import cancel_request, send_again
from pupils.services.details import add_contact
from pupils.services.family import record_order
from tests.factories import (
    TODAY,
    FederationFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.pages import client_of
from tests.pupils.family.invited import PARENT, Guest, ask_parent, deliver, secret_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
GONE = "This link does not work"
ANSWERS = {"well": "Reading at bedtime", "hard": "", "helps": "Maps", "next": ""}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def contact(school, by):
    child = PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")
    return add_contact(
        pupil=child, by=by, name="Ben Reed", email=PARENT, has_parental_responsibility=True
    )


@pytest.fixture
def ask(contact, by):
    return ask_parent(contact, by)


@pytest.fixture
def guest(ask):
    return Guest(secret_in(deliver()[-1]))


def now_of(ask) -> ContributionRequest:
    behind_the_wall(ask.school)
    return ContributionRequest.objects.get(pk=ask.pk)


def steps_of(ask) -> list[str]:
    behind_the_wall(ask.school)
    return list(
        ContributionNote.objects.filter(ask=ask).order_by("id").values_list("step", flat=True)
    )


def is_gone(response) -> bool:
    return response.status_code == 404 and GONE in response.content.decode()


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


class TestGuessing:
    def test_1_an_invented_address_is_not_there(self, guest):
        assert is_gone(Guest("A" * 43).get())

    def test_2_the_secret_has_256_bits_and_only_its_hash_is_kept(self, ask, guest):
        link = ContributionLink.objects.get()
        assert len(guest.secret) == 43  # 32 random bytes in base64
        assert link.token_hash == hash_of(guest.secret)
        assert guest.secret not in str(list(ContributionLink.objects.values()))

    def test_3_the_hash_itself_opens_nothing(self, guest):
        assert is_gone(Guest(ContributionLink.objects.get().token_hash).get())

    def test_4_the_id_of_the_request_or_of_the_link_opens_nothing(self, ask, guest):
        assert is_gone(Guest(str(ask.pk)).get())
        assert is_gone(Guest(str(ContributionLink.objects.get().pk)).get())

    def test_5_one_letter_off_and_another_case_open_nothing(self, guest):
        assert is_gone(Guest(guest.secret[:-1]).get())
        assert is_gone(Guest(guest.secret + "A").get())
        assert is_gone(Guest(guest.secret.swapcase()).get())

    @pytest.mark.parametrize("odd", ["%00", "'%20OR%201=1--", "..%2F..%2Fetc", "%3Cscript%3E"])
    def test_6_odd_letters_in_the_address_open_nothing(self, guest, odd):
        assert Guest(odd).get().status_code == 404

    def test_7_unknown_revoked_ended_and_cancelled_look_the_same(self, ask, guest, by):
        pages = {Guest("B" * 43).get().content}
        ContributionLink.objects.update(expires_on=TODAY - dt.timedelta(days=1))
        pages.add(guest.get().content)
        ContributionLink.objects.update(expires_on=TODAY)
        behind_the_wall(ask.school)
        cancel_request(ask=ask, by=by)
        pages.add(guest.get().content)
        assert len(pages) == 1


class TestTime:
    def test_8_it_works_on_its_last_day_and_not_after(self, guest):
        with time_machine.travel(dt.datetime(2026, 12, 7, 20, tzinfo=dt.UTC)):
            assert guest.get().status_code == 200
        with time_machine.travel(dt.datetime(2026, 12, 8, 8, tzinfo=dt.UTC)):
            assert is_gone(guest.get())
            assert is_gone(guest.post())
        assert ContributionLink.objects.get().expires_on == TODAY + dt.timedelta(days=14)

    def test_9_an_opened_page_ends_with_the_link(self, guest):
        guest.open()
        with time_machine.travel(dt.datetime(2026, 12, 8, 8, tzinfo=dt.UTC)):
            assert is_gone(guest.post("answer/", ANSWERS))
        assert not Voice.objects.exists()

    def test_10_a_code_is_dead_after_fifteen_minutes(self, guest):
        code = guest.ask_for_code()
        with time_machine.travel(dt.datetime(2026, 11, 23, 9, 16, tzinfo=dt.UTC)):
            assert "not the newest code" in guest.post("code/", {"code": code}).content.decode()

    def test_11_a_browser_is_asked_for_a_code_again_after_two_hours(self, guest):
        guest.open()
        assert guest.get("answer/").status_code == 200
        with time_machine.travel(dt.datetime(2026, 11, 23, 11, 10, tzinfo=dt.UTC)):
            assert guest.get("answer/").url == guest.base


class TestRevoking:
    def test_12_a_cancelled_request_is_dead_for_an_open_page_too(self, ask, guest, by):
        guest.open()
        behind_the_wall(ask.school)
        cancel_request(ask=ask, by=by)
        assert is_gone(guest.get("answer/"))
        assert is_gone(guest.post("answer/", ANSWERS))
        assert is_gone(guest.post("draft/", ANSWERS))

    def test_13_a_corrected_address_kills_the_old_link_and_its_open_page(self, ask, guest, by):
        guest.open()
        behind_the_wall(ask.school)
        send_again(ask=ask, email="right@home.example", by=by)
        [message] = deliver()
        assert message.to == ["right@home.example"]
        assert is_gone(guest.get("answer/"))
        assert Guest(secret_in(message)).get().status_code == 200

    def test_14_what_the_wrong_person_wrote_is_not_shown_to_the_right_one(self, ask, guest, by):
        guest.open().post("draft/", ANSWERS | {"well": "Secret of a stranger"})
        behind_the_wall(ask.school)
        send_again(ask=ask, email="right@home.example", by=by)
        right = Guest(secret_in(deliver()[-1])).open()
        assert "Secret of a stranger" not in right.get("answer/").content.decode()

    def test_15_the_same_address_keeps_its_draft(self, ask, guest, by):
        guest.open().post("draft/", ANSWERS)
        behind_the_wall(ask.school)
        send_again(ask=ask, email=PARENT.upper(), by=by)
        again = Guest(secret_in(deliver()[-1])).open()
        assert "Reading at bedtime" in again.get("answer/").content.decode()

    def test_16_an_order_that_comes_later_closes_the_link(self, ask, guest, contact, by):
        guest.open()
        behind_the_wall(ask.school)
        record_order(
            contact=contact, kind="no_information", starts_on=TODAY, evidence="Safe", by=by
        )
        assert is_gone(guest.get("answer/"))
        assert is_gone(guest.post("answer/", ANSWERS))
        behind_the_wall(ask.school)
        assert not Voice.objects.exists()


class TestOtherSchoolsAndChildren:
    @pytest.fixture
    def other(self):
        school = SchoolFactory(slug="elsewhere")
        by = member(school)
        contact = add_contact(
            pupil=PupilFactory(school=school, first_name="Othermark"),
            by=by,
            name="Oda Thermark",
            email="oda@home.example",
            has_parental_responsibility=True,
        )
        ask = ask_parent(contact, by, message="Message of Thermark")
        return ask, Guest(secret_in(deliver()[-1]))

    def test_17_a_browser_that_opened_one_link_has_not_opened_another(self, guest, other):
        guest.open()
        stranger = Guest(other[1].secret)
        stranger.client = guest.client
        assert stranger.get("answer/").url == stranger.base
        assert stranger.post("draft/", ANSWERS).status_code == 403

    def test_18_the_code_of_one_request_does_not_open_another(self, guest, other):
        code = guest.ask_for_code()
        other[1].ask_for_code()
        assert other[1].post("code/", {"code": code}).status_code == 200

    def test_19_ids_of_others_in_a_form_change_nothing(self, ask, guest, other):
        guest.open()
        guest.post(
            "answer/",
            ANSWERS
            | {"ask": other[0].pk, "pupil": other[0].pupil_id, "school": other[0].school_id},
        )
        behind_the_wall(ask.school, other[0].school)
        voice = Voice.objects.get()
        assert (voice.ask_id, voice.pupil_id, voice.school_id) == (
            ask.pk,
            ask.pupil_id,
            ask.school_id,
        )

    def test_20_an_invented_question_is_not_answered(self, ask, guest):
        guest.open().post(
            "answer/", ANSWERS | {"diagnosis": "Invented", "sensitivity": "sensitive"}
        )
        behind_the_wall(ask.school)
        voice = Voice.objects.get()
        assert "Invented" not in str(voice.answers)
        assert voice.sensitivity == Sensitivity.EVERYONE

    def test_21_a_link_whose_request_is_of_another_school_finds_nothing(self, guest, other):
        ContributionLink.objects.filter(token_hash=hash_of(guest.secret)).update(ask_id=other[0].pk)
        response = guest.get()
        assert is_gone(response)
        assert b"Thermark" not in response.content

    def test_22_nothing_of_any_school_is_seen_by_a_dead_link(self, guest):
        with CaptureQueriesContext(connection) as asked:
            Guest("C" * 43).get()
        assert not [q for q in asked.captured_queries if "pupils_contributionrequest" in q["sql"]]


class TestForwarded:
    def test_23_the_code_goes_to_the_named_address_and_to_no_other(self, guest):
        guest.post("", {"email": "thief@home.example"})
        [message] = deliver()
        assert message.to == [PARENT]
        assert message.cc == message.bcc == []

    def test_24_without_the_code_nothing_is_shown(self, school, contact, by):
        ask_parent(contact, by, message="About swimming", shows_first_name=True)
        forwarded = Guest(secret_in(deliver()[-1]))
        page = forwarded.get()
        assert forwarded.get("answer/").url == forwarded.base
        for words in ("swimming", "Zephyrine", "Quillmark", "Ben Reed", PARENT, "going well"):
            assert words not in page.content.decode(), words

    def test_25_another_browser_needs_a_code_of_its_own(self, guest):
        guest.open()
        assert Guest(guest.secret).get("answer/").url == guest.base

    def test_26_a_session_planted_before_is_worth_nothing(self, guest):
        session = guest.client.session
        session["planted"] = True
        session.save()
        planted = session.session_key
        guest.client.cookies["sessionid"] = planted
        guest.open()
        assert guest.client.cookies["sessionid"].value != planted


class TestCode:
    def test_27_five_wrong_codes_lock_the_link(self, ask, guest):
        code = guest.ask_for_code()
        for left in (4, 3, 2, 1):
            page = guest.post("code/", {"code": wrong(code)}).content.decode()
            assert f"{left} tr" in page
        assert is_gone(guest.post("code/", {"code": wrong(code)}))
        assert is_gone(guest.post("code/", {"code": code}))
        assert is_gone(guest.get())
        assert now_of(ask).locked_at
        assert steps_of(ask)[-1] == AskStep.LOCKED

    def test_28_a_new_code_does_not_give_five_new_tries(self, ask, guest):
        for turn in range(4):
            with time_machine.travel(dt.datetime(2026, 11, 23, 10, 2 * turn, tzinfo=dt.UTC)):
                guest.post("code/", {"code": wrong(guest.ask_for_code())})
        with time_machine.travel(dt.datetime(2026, 11, 23, 10, 30, tzinfo=dt.UTC)):
            assert is_gone(guest.post("code/", {"code": wrong(guest.ask_for_code())}))

    def test_29_a_code_works_once(self, guest):
        code = guest.ask_for_code()
        assert guest.post("code/", {"code": code}).status_code == 302
        replayed = Guest(guest.secret).post("code/", {"code": code})
        assert "not the newest code" in replayed.content.decode()

    def test_30_an_older_code_is_dead(self, guest):
        first = guest.ask_for_code()
        with time_machine.travel(dt.datetime(2026, 11, 23, 9, 2, tzinfo=dt.UTC)):
            second = guest.ask_for_code()
            if first != second:
                assert guest.post("code/", {"code": first}).status_code == 200
            assert guest.post("code/", {"code": second}).status_code == 302

    def test_31_no_code_was_sent_and_none_is_right(self, ask, guest):
        for code in ("", "000000", "none sent", "' OR 1=1"):
            assert guest.post("code/", {"code": code}).status_code == 200
        assert now_of(ask).wrong_codes == 3  # an empty box is no try

    def test_32_one_code_a_minute_and_ten_in_all(self, ask, guest):
        guest.ask_for_code()
        guest.post()
        assert deliver() == []
        ask = now_of(ask)
        ask.codes_sent = MOST_CODES
        ask.save()
        with time_machine.travel(dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)):
            assert "ask the school for a new link" in guest.post().content.decode()
        assert deliver() == []

    def test_33_the_code_is_nowhere_kept_as_it_is(self, ask, guest):
        code = guest.ask_for_code()
        assert code not in now_of(ask).code_hash
        with connection.cursor() as cursor:
            cursor.execute("SELECT string_agg(t::text, ' ') FROM aylsham_outgoingmail t")
            assert code not in cursor.fetchone()[0]

    def test_34_a_wrong_code_takes_the_same_path_whatever_is_wrong(self, ask, guest):
        guest.ask_for_code()
        asked = []
        for code in ("123", "12345678", "abcdef"):
            with CaptureQueriesContext(connection) as captured:
                guest.post("code/", {"code": code})
            asked.append([q["sql"].split(" ")[0] for q in captured.captured_queries])
        assert asked[0] == asked[1] == asked[2]


class TestScanners:
    def test_35_get_and_head_change_nothing(self, ask, guest):
        behind_the_wall(ask.school)
        before = steps_of(ask), now_of(ask).codes_sent, AuditEvent.objects.count()
        for part in ("", "code/", "answer/"):
            for _ in range(20):
                guest.client.get(guest.base + part)
                guest.client.head(guest.base + part)
        behind_the_wall(ask.school)
        assert (steps_of(ask), now_of(ask).codes_sent, AuditEvent.objects.count()) == before
        assert deliver() == []
        assert guest.client.cookies.get("sessionid") is None
        guest.open()  # and the person still comes in

    @pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
    def test_36_other_methods_are_refused(self, guest, method):
        assert getattr(guest.client, method)(guest.base).status_code == 405
        assert guest.get("draft/").status_code == 405


class TestSending:
    def test_37_sent_twice_is_one_answer(self, ask, guest):
        guest.open()
        for _ in range(3):
            guest.post("answer/", ANSWERS)
        behind_the_wall(ask.school)
        assert Voice.objects.count() == 1
        assert steps_of(ask).count(AskStep.ANSWERED) == 1

    def test_38_back_after_sending_shows_thanks_and_no_words(self, ask, guest):
        guest.open().post("answer/", ANSWERS)
        page = guest.get("answer/")
        assert "Thank you" in page.content.decode()
        assert "bedtime" not in page.content.decode()
        assert guest.post("answer/", {"well": "Changed"}).status_code == 200
        behind_the_wall(ask.school)
        assert Voice.objects.get().answers[0]["answer"] == "Reading at bedtime"
        assert now_of(ask).draft == {}

    def test_39_an_answer_that_is_too_long_is_refused(self, ask, guest):
        guest.open()
        assert guest.post("answer/", ANSWERS | {"well": "x" * 10_001}).status_code == 200
        assert guest.post("answer/", {"well": "x" * 3_000_000}).status_code == 400
        assert guest.post("draft/", {"well": "x" * 10_001}).status_code == 422
        behind_the_wall(ask.school)
        assert not Voice.objects.exists()
        assert now_of(ask).draft == {}

    def test_40_script_in_a_text_stays_text(self, ask, guest, by):
        evil = "<script>alert(1)</script>{{ 7|add:7 }}"
        guest.open().post("draft/", ANSWERS | {"well": evil})
        assert evil not in guest.get("answer/").content.decode()
        guest.post("answer/", ANSWERS | {"well": evil})
        behind_the_wall(ask.school)
        voice = Voice.objects.get()
        assert voice.answers[0]["answer"] == evil
        page = client_of(by).get(f"/oakfield/children/{ask.pupil_id}/views/{voice.pk}/")
        assert evil not in page.content.decode()
        assert "&lt;script&gt;alert(1)" in page.content.decode()

    def test_41_nothing_at_all_is_not_sent(self, ask, guest):
        guest.open()
        page = guest.post("answer/", {"well": "  "})
        assert "Please write something" in page.content.decode()
        behind_the_wall(ask.school)
        assert not Voice.objects.exists()

    def test_42_null_bytes_are_left_out(self, ask, guest):
        guest.open()
        assert guest.post("answer/", {"well": "a\x00b"}).status_code == 302
        behind_the_wall(ask.school)
        assert [said["answer"] for said in Voice.objects.get().answers] == ["ab"]


class TestLeaks:
    def test_43_no_referrer_no_copy_no_index(self, guest):
        guest.open()
        pages = [guest.get(), guest.get("answer/"), guest.post("draft/", ANSWERS)]
        pages.append(Guest("D" * 43).get())
        for page in pages:
            assert page["Referrer-Policy"] == "no-referrer"
            assert page["Cache-Control"] == "no-store"
            assert "noindex" in page["X-Robots-Tag"]

    def test_44_links_in_e_mails_do_not_follow_the_host_of_a_request(self, contact, by, settings):
        settings.PUBLIC_URL = "https://aylsham.example"
        client = client_of(by)
        client.post(
            f"/oakfield/children/{contact.pupil_id}/asks/add/",
            {"kind": "parent_views", "contact": str(contact.pk), "due_on": "4 Dec 2026"},
            headers={"host": "evil.example"},
        )
        [message] = deliver()
        assert "https://aylsham.example/contribute/" in message.body
        assert "evil" not in message.body

    def test_45_e_mails_name_no_child(self, ask, guest):
        guest.open()
        for message in mail.outbox:
            words = f"{message.subject} {message.body}"
            assert "Zephyrine" not in words
            assert "Quillmark" not in words

    def test_46_a_log_holds_no_secret(self, guest, caplog):
        handler = caplog.handler
        handler.addFilter(HideSecrets())
        with caplog.at_level(logging.DEBUG):
            Guest("SECRETSECRET" * 4).get()
            guest.open()
            guest.post("answer/", {"well": "x" * 3_000_000})
        assert "contribute/-" in caplog.text
        assert "SECRETSECRET" not in caplog.text
        assert guest.secret not in caplog.text

    def test_47_the_site_s_own_log_has_that_filter(self, settings):
        assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["no_secrets"]
        assert hide_secrets("GET /contribute/abc/code/ x") == "GET /contribute/-/code/ x"

    def test_48_the_title_of_the_page_says_nothing(self, guest):
        guest.open()
        assert (
            "<title>Questions from school · Aylsham</title>"
            in guest.get("answer/").content.decode()
        )

    def test_49_opening_is_written_down_for_the_school(self, ask, guest):
        guest.open()
        behind_the_wall(ask.school)
        event = AuditEvent.objects.get(action=Action.OPEN_LINK)
        assert event.pupil_ids == [ask.pupil_id]
        assert event.subject_id == str(ask.pk)

    def test_50_the_rest_of_the_record_stays_shut(self, ask, guest):
        guest.open()
        for path in (f"children/{ask.pupil_id}/family/", "register/", f"children/{ask.pupil_id}/"):
            response = guest.client.get(f"/oakfield/{path}")
            assert response.url.startswith("/accounts/login/")


@pytest.mark.django_db(transaction=True)
def test_51_parallel_sends_leave_one_answer():
    federation = FederationFactory()
    school = School.objects.create(
        federation=federation, name="Oak", slug="oak", phase="primary", la_code="926",
        establishment_number="2001", urn="700001", year_groups=["4"],
    )  # fmt: skip
    with school_transaction(school):
        by = member(school)
        contact = add_contact(
            pupil=PupilFactory(school=school),
            by=by,
            name="Ben Reed",
            email=PARENT,
            has_parental_responsibility=True,
        )
        ask = ask_parent(contact, by)
    outcomes: list[object] = []
    gate = threading.Barrier(6)

    def send(n: int) -> None:
        try:
            gate.wait()
            with school_transaction(school):
                outcomes.append(submit_answer(ask=ask, answers={"well": f"Answer {n}"}))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with school_transaction(school):
        assert Voice.objects.count() == 1
        assert len([o for o in outcomes if o]) == 1


def test_52_a_stranger_cannot_make_a_browser_send(guest):
    """A form on another site would need the secret address; and it carries no session."""
    blind = Client(enforce_csrf_checks=True)
    response = blind.post(
        f"{guest.base}answer/", ANSWERS, headers={"origin": "https://evil.example"}
    )
    assert response.url == guest.base
    assert not Voice.objects.exists()
