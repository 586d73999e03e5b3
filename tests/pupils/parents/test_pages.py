"""A parent's page: who gets in, what stands on it, what never does, and when it stops by itself."""

import datetime as dt
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.test import Client

from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, Deadline
from aylsham.secret_log import hide_secrets
from aylsham.secrets import hash_of
from pupils.models import (
    AgreedAction,
    Contact,
    Document,
    MeetingInvitee,
    ParentPage,
    ParentPageLink,
    ParentPageNote,
    Pupil,
    SharedPaper,
    Talk,
)
from pupils.parent_codes import PageStep, PageStop
from pupils.selectors.parents.lists import can_be_shared
from pupils.services.actions import NewAction, Owner, add_action
from pupils.services.details import CONTACT_FIELDS, change_contact
from pupils.services.documents.filing import file_document
from pupils.services.family import add_home, record_order
from pupils.services.meetings.inviting import Guest as Asked
from pupils.services.meetings.planning import hold_meeting
from pupils.services.parents.pages import send_page, stop_barred, stop_page
from pupils.services.parents.papers import share_paper
from pupils.services.strategies import add_strategy
from tests.access import access_of
from tests.documents.making import pdf, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.pupils.family.invited import ask_parent, deliver
from tests.pupils.family.test_reading_age import NINE, reading_age, sentences_of
from tests.pupils.meetings.makers import planned
from tests.pupils.parents.makers import DAD, MUM, Parent, newest_parent, page_secret, parent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
GONE = "This link does not work"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def by(school):
    return member(school, user__name="Ann Moss")


@pytest.fixture
def child(school):
    return PupilFactory(
        school=school, first_name="Zephyrine", last_name="Quillmark", on_register=True
    )


@pytest.fixture
def mum(child, by):
    return parent(child, by)


@pytest.fixture
def reader(mum, by):
    """Mum's browser, before the code."""
    send_page(contact=mum, by=by)
    return newest_parent()


def is_gone(response) -> bool:
    return response.status_code == 404 and GONE in response.content.decode()


def page_now() -> ParentPage:
    return ParentPage.objects.latest("pk")


def strategy(child, by, text, **more):
    facts = {"since_on": TODAY, "tier": "T"}
    return add_strategy(pupil=child, text=text, by=by, **facts | more)


class TestTheDoor:
    def test_opens_with_the_code_alone_and_a_scanner_changes_nothing(self, reader, school):
        for _ in range(3):
            page = reader.get()
            assert page.status_code == 200
        assert reader.client.head(reader.base).status_code == 200
        assert reader.get("home/").url == reader.base
        assert not deliver()
        code = reader.ask_for_code()
        assert "Zephyrine" not in page.content.decode()
        home = reader.post("code/", {"code": code}, follow=True)
        assert "Zephyrine" in text_of(home)
        assert "Quillmark" not in home.content.decode()
        assert home["Referrer-Policy"] == "no-referrer"
        assert "no-store" in home["Cache-Control"]
        title = home.content.decode().partition("<title>")[2].partition("</title>")[0]
        assert title == "Your page from school · Aylsham"
        behind_the_wall(school)
        steps = list(ParentPageNote.objects.values_list("step", flat=True))
        assert steps == [PageStep.SENT, PageStep.CODE_SENT, PageStep.OPENED]
        assert page_now().last_read_at is not None
        assert AuditEvent.objects.filter(action="read_parent_page").count() == 1

    def test_keeps_only_a_hash_of_256_bits_and_writes_no_secret_or_name(self, reader, by):
        link = ParentPageLink.objects.get()
        assert len(reader.secret) == 43
        assert link.token_hash == hash_of(reader.secret)
        assert is_gone(Parent(link.token_hash).get())
        assert hide_secrets(f"GET {reader.base}home/") == "GET /contribute/page/-/home/"
        reader.ask_for_code()
        for message in mail.outbox:
            assert "Zephyrine" not in message.subject + message.body
            assert "Quillmark" not in message.subject + message.body

    def test_locks_after_five_wrong_codes(self, reader, school):
        code = reader.ask_for_code()
        wrong = f"{(int(code) + 1) % 10**6:06d}"
        for _ in range(5):
            reader.post("code/", {"code": wrong})
        assert is_gone(reader.post("code/", {"code": code}))
        behind_the_wall(school)
        assert page_now().locked_at is not None

    def test_ends_after_half_a_year_and_is_renewed_with_a_new_link(self, reader, mum, by):
        last = dt.datetime(2027, 5, 24, 9, tzinfo=dt.UTC)
        with time_machine.travel(last, tick=True):
            assert reader.get().status_code == 200
        with time_machine.travel(last + dt.timedelta(days=1), tick=True):
            assert is_gone(reader.get())
        behind_the_wall(mum.school)
        with time_machine.travel(dt.datetime(2026, 11, 23, 9, 15, tzinfo=dt.UTC)):
            send_page(contact=mum, by=by)
        assert is_gone(reader.get())
        assert newest_parent().get().status_code == 200
        assert ParentPage.objects.count() == 1

    def test_stopped_unknown_and_another_schools_look_the_same(self, reader, by, mum, school):
        page = stop_page(page=page_now(), by=by)
        stop_page(page=page, by=by)
        assert reader.get().content == Parent("B" * 43).get().content
        behind_the_wall(school)
        assert ParentPageNote.objects.filter(step=PageStep.STOPPED).count() == 1


class TestTheRules:
    """Asked when a page is made, at every opening and at every sending."""

    def order(self, contact, by, kind="no_contact", **more):
        facts = {"kind": kind, "starts_on": TODAY, "evidence": "Office safe"}
        return record_order(contact=contact, by=by, **facts | more)

    @pytest.mark.parametrize("kind", ["no_contact", "no_information", "non_molestation"])
    def test_an_order_closes_an_opened_page_at_once_and_for_good(self, reader, mum, by, kind):
        reader.open()
        behind_the_wall(mum.school)
        self.order(mum, by, kind)
        for part in ("", "home/", "code/"):
            assert is_gone(reader.get(part))
        assert is_gone(reader.post("home/", {"message": "Hello"}))
        behind_the_wall(mum.school)
        assert not Talk.objects.exists()
        assert stop_barred(school=mum.school, today=TODAY) == 1
        assert page_now().stopped_why == PageStop.RULES
        with pytest.raises(TransitionNotAllowed):
            send_page(contact=mum, by=by)
        assert ParentPage.objects.filter(stopped_on=None).count() == 0

    def test_a_home_that_is_withheld_from_the_person_closes_it(self, reader, mum, child, by):
        add_home(pupil=child, by=by, name="Dad's", address="1 Way", withheld="everybody",
                 withheld_why="Police letter")  # fmt: skip
        assert is_gone(reader.get())

    def test_no_more_responsibility_another_address_or_removed_contact_close_it(
        self, reader, mum, by, child
    ):
        facts = {name: getattr(mum, name) for name in CONTACT_FIELDS}
        changes = ({"has_parental_responsibility": False}, {"email": DAD}, {"email": ""})
        for change in changes:
            behind_the_wall(mum.school)
            row = Contact.objects.get(pk=mum.pk)
            change_contact(
                contact=row, version=version_of(row, CONTACT_FIELDS), by=by, **facts | change
            )
            assert is_gone(reader.get()), change

    def test_a_child_who_has_left_or_whose_record_moved_closes_it(self, reader, child, school):
        Pupil.objects.filter(pk=child.pk).update(closed_on=TODAY)
        assert is_gone(reader.get())
        behind_the_wall(school)
        assert stop_barred(school=school, today=TODAY) == 1
        assert page_now().stopped_why == PageStop.GONE

    @pytest.mark.parametrize(
        ("facts", "says"),
        [
            ({"email": ""}, "no e-mail address"),
            ({"has_parental_responsibility": None}, "Nobody has said"),
            ({"has_parental_responsibility": False}, "no parental responsibility"),
            ({"receives_letters": False}, "not to receive letters"),
        ],
        ids=["no address", "not said", "none", "no letters"],
    )
    def test_whoever_may_not_be_told_gets_none(self, child, by, facts, says):
        contact = parent(child, by, **facts)
        with pytest.raises(TransitionNotAllowed, match=says):
            send_page(contact=contact, by=by)
        assert not ParentPage.objects.exists()
        assert not AuditEvent.objects.filter(action="send_parent_page").exists()

    def test_a_shared_mailbox_is_closed_by_an_order_about_the_other_reader(self, reader, child, by):
        dad = parent(child, by, name="Dan Reed", email=MUM)
        self.order(dad, by)
        assert is_gone(reader.get())


class TestWhatStandsOnIt:
    def test_shows_help_people_meetings_questions_and_what_was_agreed(
        self, reader, child, mum, by, school
    ):
        strategy(child, by, "Show pictures of what comes next")
        strategy(child, by, "Has a worry about home", sensitivity=Sensitivity.SENSITIVE)
        held = planned(child, by, Asked(contact=mum), on=TODAY, kind="parents")
        for what, level in (("Send the cards home", 1), ("Ring the nurse", 2)):
            add_action(pupil=child, action=NewAction(what, Owner(user=by), TODAY), by=by,
                       agreed_on=TODAY, source="meeting", source_id=held.pk, sensitivity=level)  # fmt: skip
        there = MeetingInvitee.objects.get(meeting=held, contact=mum)
        hold_meeting(meeting=held, came=[there.pk], is_parent_meeting=True, by=by)
        planned(child, by, Asked(contact=mum), kind="parents")
        ask_parent(mum, by, email=MUM)
        deliver()
        page = reader.open().get("home/")
        text = text_of(page)
        for shown in (
            "Show pictures of what comes next",
            "Send the cards home",
            "Tuesday 1 December, 15:30",
            "What you think. Please answer by Mon 23 Nov",
            "Extra help in school (SEN support)",
            "Ann Moss, who leads on extra help",
        ):
            assert shown in text, shown
        assert "worry" not in text
        assert "nurse" not in text
        assert "promised" not in text.lower()  # a part that nobody has filled has no heading
        assert round(reading_age(sentences_of(page)), 1) <= NINE

    def test_leads_to_the_meeting_and_to_the_questions_without_a_second_code(
        self, reader, child, mum, by, school
    ):
        meeting = planned(child, by, Asked(contact=mum), kind="parents")
        ask = ask_parent(mum, by, email=MUM)
        reader.open()
        behind_the_wall(school)
        invitee = MeetingInvitee.objects.get(meeting=meeting, contact=mum)
        to_meeting = reader.post("home/", {"meeting": str(invitee.pk)}, follow=True)
        assert "asks you to come" in text_of(to_meeting)
        to_questions = reader.post("home/", {"ask": str(ask.pk)}, follow=True)
        assert "Send my answers" in text_of(to_questions)

    def test_another_parent_sees_only_their_own_meetings_questions_and_agreements(
        self, child, mum, by, school
    ):
        dad = parent(child, by, name="Dan Reed", email=DAD, relationship="Father")
        held = planned(child, by, Asked(contact=mum), on=TODAY, kind="parents")
        add_action(pupil=child, action=NewAction("Mum reads at night", Owner(user=by), TODAY),
                   by=by, agreed_on=TODAY, source="meeting", source_id=held.pk)  # fmt: skip
        hold_meeting(
            meeting=held,
            came=MeetingInvitee.objects.filter(meeting=held).values_list("pk", flat=True),
            is_parent_meeting=True,
            by=by,
        )
        later = planned(child, by, Asked(contact=mum), kind="parents")
        theirs = MeetingInvitee.objects.get(meeting=later, contact=mum)
        ask = ask_parent(mum, by, email=MUM)
        send_page(contact=dad, by=by)
        reader = newest_parent().open()
        text = text_of(reader.get("home/"))
        for hidden in ("Mum reads", "1 December", "What you think", "Mia"):
            assert hidden not in text, hidden
        for name, row in (("meeting", theirs), ("ask", ask)):
            # Somebody else's key leads nowhere: the page says again what one can write.
            assert reader.post("home/", {name: str(row.pk)}).status_code == 200

    def test_a_message_is_logged_once_for_few_and_is_due_for_the_sendco(
        self, reader, school, child, by
    ):
        reader.open()
        key = str(uuid4())
        for _ in range(2):
            sent = reader.post(
                "home/", {"message": "He cried\non Sunday.", "key": key}, follow=True
            )
        assert "We have your message" in text_of(sent)
        behind_the_wall(school)
        talk = Talk.objects.get()
        assert (talk.how, talk.agreed, talk.who) == ("page", "He cried\non Sunday.", "Mia Reed")
        assert talk.sensitivity == Sensitivity.SENSITIVE
        action = AgreedAction.objects.get()
        assert (action.owner, action.due_on) == (by, dt.date(2026, 11, 30))
        assert Deadline.objects.filter(pupil_id=child.pk, due_on=action.due_on).exists()
        for n in range(12):
            last = reader.post("home/", {"message": f"Again {n}"})
        assert "Please ring the school" in text_of(last)
        behind_the_wall(school)
        assert Talk.objects.count() == 10


class TestTheSendco:
    def test_sends_previews_and_stops_on_the_childs_record(self, child, mum, by, school):
        client = client_of(by)
        base = f"/oakfield/children/{child.pk}/parents/"
        one = f"{base}{mum.pk}/"
        strategy(child, by, "Show pictures")
        preview = text_of(client.get(f"{one}preview/"))
        assert "Show pictures" in preview
        assert not ParentPage.objects.exists()
        client.post(f"{one}send/")
        text = text_of(client.get(base))
        assert "Can read it" in text
        assert "Never" in text
        assert "Last opened" in text_of(client.get("/oakfield/parents-pages/"))
        client.post(f"{one}stop/")
        assert "Stopped by us" in text_of(client.get(base))
        assert client.post(f"{one}stop/").status_code == 404

    def test_preview_of_somebody_who_is_barred_shows_nothing(self, child, mum, by):
        strategy(child, by, "Show pictures")
        record_order(contact=mum, by=by, kind="no_contact", starts_on=TODAY, evidence="Safe")
        text = text_of(
            client_of(by).get(f"/oakfield/children/{child.pk}/parents/{mum.pk}/preview/")
        )
        assert "This person sees nothing" in text
        assert "Show pictures" not in text

    def test_nobody_without_the_childs_needs_and_plans_previews(self, child, mum, school):
        from aylsham.access.roles import Role

        office = member(school, Role.SEND_ADMINISTRATOR)
        base = f"/oakfield/children/{child.pk}/parents/"
        assert client_of(office).get(base).status_code == 200
        assert client_of(office).get(f"{base}{mum.pk}/preview/").status_code == 403

    def test_a_page_that_ends_is_due(self, reader, child):
        row = Deadline.objects.get(kind="parent_page")
        assert row.due_on == dt.date(2027, 5, 24)

    def test_lists_as_many_statements_for_thirty_as_for_three(self, school, by, child, mum):
        from tests.pages import statements

        send_page(contact=mum, by=by)
        client = client_of(by)
        client.get("/oakfield/parents-pages/")
        few = len(statements(client, "/oakfield/parents-pages/"))
        for n in range(12):
            another = PupilFactory(school=school)
            send_page(contact=parent(another, by, email=f"p{n}@home.example"), by=by)
        assert len(statements(client, "/oakfield/parents-pages/")) == few


def test_the_page_takes_as_many_statements_for_thirty_things_as_for_three(reader, child, mum, by):
    from tests.pages import statements
    from tests.pupils.parents.makers import offered

    def add(count: int) -> None:
        behind_the_wall(child.school)
        for n in range(count):
            offered([child], member(child.school), title=f"Round {n}")
            ask_parent(mum, by)

    add(3)
    url = f"{reader.open().base}home/"
    few = len(statements(reader.client, url))
    add(27)
    assert len(statements(reader.client, url)) == few
    assert few <= 8 + 5, few


def test_nobody_signs_in_by_a_parents_address(reader):
    reader.open()
    assert Client().get("/oakfield/").status_code in (302, 404)
    assert reader.client.get("/oakfield/parents-pages/").status_code == 302


def test_the_e_mail_says_where_and_until_when(mum, by):
    send_page(contact=mum, by=by)
    message = deliver()[-1]
    assert message.to == [MUM]
    assert "24 May 2027" in message.body
    assert page_secret(message)


class TestPapers:
    @pytest.fixture
    def page(self, mum, by):
        return send_page(contact=mum, by=by)

    def filed(self, child, **more):
        facts = {"kind": "school", "title": "Autumn report"}
        return file_document(pupil=child, upload=upload("report.pdf", pdf("words")), **facts | more)

    def test_where_nothing_can_be_shared_the_page_says_so(self, page, child, mum, by):
        base = f"/oakfield/children/{child.pk}/parents/{mum.pk}/share/"
        empty = client_of(by).get(base)
        assert "No document can be put on this page" in text_of(empty)
        assert b"Put it on the page" not in empty.content
        self.filed(child)
        assert "Choose one" in text_of(client_of(by).get(base))

    def test_is_shared_after_reading_opened_by_that_person_and_taken_back(
        self, page, child, mum, by, school
    ):
        document = self.filed(child)
        client, base = client_of(by), f"/oakfield/children/{child.pk}/parents/"
        share = {"document": str(document.pk)}
        shown = client.post(f"{base}{mum.pk}/share/", share | {"is_checked": "on"})
        assert "PDF, the file itself" in text_of(shown)
        assert not SharedPaper.objects.exists()
        share["seen"] = shown.context["leaving"].digest
        unread = client.post(f"{base}{mum.pk}/share/", share)
        assert "Read it through first" in text_of(unread)
        shared = client.post(f"{base}{mum.pk}/share/", share | {"is_checked": "on"}, follow=True)
        assert "Autumn report" in text_of(shared)
        reader = newest_parent().open()
        assert "Autumn report" in text_of(reader.get("home/"))
        behind_the_wall(school)
        paper = SharedPaper.objects.get()
        file = reader.get(f"paper/?paper={paper.pk}")
        assert file["Content-Type"] == "application/pdf"
        assert "report" in file["Content-Disposition"]
        assert "Zephyrine" not in file["Content-Disposition"]
        assert is_gone(reader.get(f"paper/?paper={uuid4()}"))
        client.post(f"{base}papers/{paper.pk}/end/")
        assert is_gone(reader.get(f"paper/?paper={paper.pk}"))

    @pytest.mark.parametrize(
        "facts",
        [
            {"kind": "pep"},
            {"kind": "court"},
            {"kind": "parents"},
            {"sensitivity": Sensitivity.SAFEGUARDING},
        ],
        ids=["care", "court", "another parent's words", "safeguarding"],
    )
    def test_papers_of_care_of_parents_and_safeguarding_never(self, page, child, by, facts):
        document = self.filed(child, **facts)
        with pytest.raises(TransitionNotAllowed, match="sharing rules"):
            share_paper(page=page, document=document, is_checked=True, by=by)
        assert can_be_shared(access_of(by, child.school), page) == []

    def test_one_that_is_binned_or_marked_later_is_gone_at_once(self, page, child, by, school):
        document = self.filed(child)
        paper = share_paper(page=page, document=document, is_checked=True, by=by)
        reader = newest_parent().open()
        behind_the_wall(school)
        Document.objects.filter(pk=document.pk).update(sensitivity=Sensitivity.SAFEGUARDING)
        assert is_gone(reader.get(f"paper/?paper={paper.pk}"))
        assert "Autumn report" not in text_of(reader.get("home/"))
