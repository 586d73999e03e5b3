"""Who agrees to what: each for themselves, word for word, by link, on paper, by phone."""

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Deadline
from pupils.agreement_codes import AgreementState, Asked
from pupils.models import (
    AgreedAction,
    AgreementAnswer,
    AgreementAsk,
    AgreementText,
    Document,
    Medicine,
    PartTimeTimetable,
)
from pupils.selectors.agreements.given import agreed_to
from pupils.services.agreements.answering import CHANGED, answer_by_link, record_answer
from pupils.services.agreements.asking import ToAsk, note_small_change
from pupils.services.agreements.reminding import remind_to_agree
from pupils.services.details import remove_contact
from pupils.services.family import record_order
from pupils.services.safety import DRAFT_FIELDS, agree_plan
from tests.documents.making import picture
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, statements, text_of
from tests.pupils.agreements.makers import (
    DAD,
    MUM,
    Outsider,
    asked,
    page_of,
    parent,
    rewrite,
    secret_in,
    to_ask,
    written_plan,
)
from tests.pupils.family.invited import deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")


@pytest.fixture
def plan(child, by):
    return written_plan(child, by)


@pytest.fixture
def mum(child, by):
    return parent(child, by, "Ann Reed", MUM)


@pytest.fixture
def dad(child, by):
    return parent(child, by, "Ben Reed", DAD)


def answer(ask, choice="agree", words="", **more):
    return answer_by_link(ask=ask, choice=choice, words=words, seen=ask.text.digest, **more)


class TestByLink:
    def test_a_parent_agrees_and_thinks_again(self, child, plan, mum, by):
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        message = deliver()[-1]
        assert message.to == [MUM]
        assert "Zephyrine" not in message.subject + message.body
        guest = Outsider(secret_in(message))
        assert "quiet corner" not in text_of(guest.get())  # nothing before the code
        guest.open()
        page = text_of(guest.get("answer/"))
        assert "Offer the quiet corner" in page
        assert "What happens next" in page
        response = guest.post("answer/", {"choice": "", "words": "", "seen": ask.text.digest})
        assert "Choose one of the three" in text_of(response)
        response = guest.post("answer/", {"choice": "no", "words": " ", "seen": ask.text.digest})
        assert "Write what should be different" in text_of(response)
        said = {"choice": "agree", "words": "", "seen": ask.text.digest}
        assert guest.post("answer/", said).status_code == 302
        assert guest.post("answer/", said).status_code == 302  # pressed twice
        assert "You said: I agree" in text_of(guest.get())
        said = {"choice": "no", "words": "It does not work", "seen": ask.text.digest}
        assert guest.post("answer/", said).status_code == 302
        behind_the_wall(child.school)
        rows = list(AgreementAnswer.objects.order_by("id"))
        assert [row.choice for row in rows] == ["agree", "no"]  # the first is never edited
        assert {row.digest for row in rows} == {ask.text.digest}
        assert page_of(child, plan, by).lines[0].words == "Did not agree"
        assert AuditEvent.objects.filter(action=Action.RECORD_AGREEMENT).count() == 2

    def test_a_draft_waits_on_the_server(self, child, plan, mum, by):
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        guest = Outsider(secret_in(deliver()[-1])).open()
        said = {"choice": "changes", "words": "More breaks", "seen": ask.text.digest}
        assert "Saved" in text_of(guest.post("answer/", said | {"save": "1"}))
        assert guest.post("draft/", said | {"words": "More breaks, please"}).status_code == 204
        assert "More breaks, please" in guest.get("answer/").content.decode()
        behind_the_wall(child.school)
        assert not AgreementAnswer.objects.exists()

    def test_the_text_changed_while_somebody_read(self, child, plan, mum, by):
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        with pytest.raises(TransitionNotAllowed, match=CHANGED[:20]):
            answer_by_link(ask=ask, choice="agree", words="", seen="0" * 64)
        assert not AuditEvent.objects.filter(action=Action.RECORD_AGREEMENT).exists()

    def test_separated_parents_answer_each_for_themselves(self, child, plan, mum, dad, by):
        asks = {a.name: a for a in asked(child, plan, [to_ask(mum), to_ask(dad)], by)}
        mail = {m.to[0]: m for m in deliver()}
        answer(asks["Ann Reed"], "changes", "Only with me there")
        guest = Outsider(secret_in(mail[DAD])).open()
        page = guest.get("answer/").content.decode()
        for hers in ("Only with me there", "Ann", MUM, "Agreed"):
            assert hers not in page
        behind_the_wall(child.school)
        page = page_of(child, plan, by)
        assert [line.ask.name for line in page.waiting] == ["Ben Reed"]

    def test_forbidden_by_an_order_now_or_later(self, child, plan, mum, dad, by):
        record_order(contact=dad, kind="no_information", starts_on=TODAY, evidence="Order", by=by)
        with pytest.raises(TransitionNotAllowed, match="told nothing"):
            asked(child, plan, [to_ask(dad)], by)
        with pytest.raises(TransitionNotAllowed, match="told nothing"):  # on paper too
            asked(child, plan, [ToAsk(Asked.PARENT, dad.name, contact=dad)], by)
        asked(child, plan, [to_ask(mum)], by)
        guest = Outsider(secret_in(deliver()[-1])).open()
        record_order(contact=mum, kind="no_information", starts_on=TODAY, evidence="Order", by=by)
        assert guest.get("answer/").status_code == 404
        behind_the_wall(child.school)
        assert remind_to_agree(child.school, today=TODAY + dt.timedelta(days=14)) == 0

    def test_ends_with_the_time_and_with_five_wrong_codes(self, child, plan, mum, by):
        asked(child, plan, [to_ask(mum)], by)
        secret = secret_in(deliver()[-1])
        with time_machine.travel(dt.datetime(2026, 12, 22, 9, tzinfo=dt.UTC)):
            assert Outsider(secret).get().status_code == 404
        guest = Outsider(secret)
        guest.post()
        deliver()
        for _ in range(5):
            response = guest.post("code/", {"code": "000000"})
        assert response.status_code == 404
        assert guest.get().status_code == 404
        assert Outsider("x" * 43).get().status_code == 404


class TestVersions:
    def test_a_change_that_needs_agreement_asks_again(self, child, plan, mum, dad, by):
        first = asked(child, plan, [to_ask(mum), to_ask(dad)], by)
        answer(next(a for a in first if a.name == "Ann Reed"))
        rewrite(plan, by, "Call the nurse first")
        plan.refresh_from_db()
        assert page_of(child, plan, by).has_changed
        asked(child, plan, [to_ask(mum)], by)
        page = page_of(child, plan, by)
        assert page.text.number == 2
        assert [line.number for line in page.lines] == [2]
        assert [(line.number, line.words) for line in page.earlier] == [(1, "Agreed")]
        behind_the_wall(child.school)
        # Nobody is to agree to what is out of date.
        assert {a.state for a in AgreementAsk.objects.filter(name="Ben Reed")} == {"cancelled"}
        assert AgreementText.objects.get(number=1).parts[0]["text"] == "Offer the quiet corner"

    def test_tidied_words_ask_nobody(self, child, plan, mum, dad, by):
        first = asked(child, plan, [to_ask(mum), to_ask(dad)], by)
        answer(next(a for a in first if a.name == "Ann Reed"))
        rewrite(plan, by, "Offer the quiet corner.")
        plan.refresh_from_db()
        page = page_of(child, plan, by)
        note_small_change(pupil=child, kind=page.kind, subject_id=plan.pk, shown=page.shown, by=by)
        page = page_of(child, plan, by)
        assert not page.has_changed
        assert [(line.ask.name, line.number) for line in page.lines] == [
            ("Ben Reed", 2),
            ("Ann Reed", 1),
        ]
        assert not page.earlier

    def test_the_plan_is_filled_from_the_answers(self, child, plan, mum, by):
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        answer(ask)
        page = client_of(by).get(f"/oakfield/children/{child.pk}/safety/{plan.pk}/agree/")
        assert "Ann Reed" in text_of(page)
        assert "agreed_with" not in page.context["form"].fields
        behind_the_wall(child.school)
        response = client_of(by).post(
            f"/oakfield/children/{child.pk}/safety/{plan.pk}/agree/",
            {"version": version_of(plan, DRAFT_FIELDS), "review_on": "1 Mar 2027"},
        )
        assert response.status_code == 302, response.content.decode()
        behind_the_wall(child.school)
        now = plan.versions.get(school=child.school)
        assert (now.agreed_with, now.agreed_on, now.agreed_how) == ("Ann Reed", TODAY, "email")

    def test_a_later_answer_reaches_the_version_in_force(self, child, plan, mum, dad, by):
        asks = {a.name: a for a in asked(child, plan, [to_ask(mum), to_ask(dad)], by)}
        answer(asks["Ann Reed"])
        agree_plan(
            plan=plan,
            agreed_on=TODAY,
            agreed_with="Ann Reed",
            agreed_how="email",
            review_on=TODAY + dt.timedelta(days=30),
            must_read=True,
            version=version_of(plan, DRAFT_FIELDS),
            by=by,
        )
        answer(asks["Ben Reed"])
        now = plan.versions.get(school=child.school)
        assert now.agreed_with == "Ann Reed, Ben Reed"
        assert agreed_to(asks["Ann Reed"].text).names == now.agreed_with

    def test_written_agreement_of_a_parent_fills_other_days(self, child, mum, by):
        own = {"school": child.school, "pupil": child, "starts_on": TODAY}
        week = PartTimeTimetable.objects.create(
            **own,
            hours_a_week=15,
            reason="Tired",
            ends_on=TODAY + dt.timedelta(days=30),
            review_on=TODAY + dt.timedelta(days=14),
            parents_agreed_on=dt.date(2026, 11, 1),
        )
        pump = Medicine.objects.create(**own, name="Inhaler", dose="2", given="now", kept_at="desk")
        for row, kind in ((week, "part-time"), (pump, "medicine")):
            ask = asked(child, row, [ToAsk(Asked.PARENT, mum.name, contact=mum)], by, kind)[0]
            said = {"ask": ask, "choice": "agree", "words": "", "seen": ask.text.digest, "by": by}
            record_answer(**said, how="phone", given_on=TODAY)
            row.refresh_from_db()
            assert row.parents_agreed_on != TODAY  # what was said by phone is no signature
            record_answer(**said, how="paper", given_on=TODAY)
            row.refresh_from_db()
            assert row.parents_agreed_on == TODAY


class TestOtherWays:
    def test_paper_signed_and_filed(self, child, plan, mum, by):
        ask = asked(child, plan, [ToAsk(Asked.PARENT, mum.name, contact=mum)], by)[0]
        assert not deliver()  # on paper nothing is sent
        url = f"/oakfield/children/{child.pk}/agreements/asks/{ask.pk}/"
        client = client_of(by)
        assert client.post(f"{url}sheet/").status_code == 302
        response = client.post(
            f"{url}record/",
            {
                "choice": "changes",
                "how": "paper",
                "words": "Call me first",
                "given_on": "20 Nov 2026",
                "seen": ask.text.digest,
                "file": SimpleUploadedFile("sheet.jpg", picture()),
            },
        )
        assert response.status_code == 302, text_of(response)
        behind_the_wall(child.school)
        row = AgreementAnswer.objects.get()
        assert (row.how, row.given_on, row.recorded_by) == ("paper", dt.date(2026, 11, 20), by)
        sheet = Document.objects.get(pk=row.signed_id)
        assert sheet.pupil == child
        action = AgreedAction.objects.get()
        assert action.owner == by
        assert action.due_on == TODAY + dt.timedelta(days=7)
        assert "Call me first" in action.what
        page = text_of(client.get(url))
        assert "Call me first" in page
        assert ask.text.digest in page

    def test_a_form_that_is_not_filled_in_says_so(self, child, plan, mum, by):
        ask = asked(child, plan, [ToAsk(Asked.PARENT, mum.name, contact=mum)], by)[0]
        url = f"/oakfield/children/{child.pk}/agreements/asks/{ask.pk}/record/"
        said = {"choice": "no", "how": "phone", "given_on": "1 Jan 2027", "seen": ask.text.digest}
        page = text_of(client_of(by).post(url, said))
        assert "Write what should be different" in page
        assert "cannot be in the future" in page

    def test_a_colleague_and_the_child(self, child, plan, school, by):
        nurse = member(school, Role.CLASS_TEACHER)
        asks = asked(
            child,
            plan,
            [ToAsk(Asked.STAFF, by.name, user=by), ToAsk(Asked.CHILD, "The child")],
            by,
        )
        mine = next(a for a in asks if a.asked == Asked.STAFF)
        url = f"/oakfield/children/{child.pk}/agreements/asks/{mine.pk}/"
        said = {"choice": "agree", "words": "", "seen": mine.text.digest}
        assert client_of(by).post(f"{url}mine/", said).status_code == 302
        behind_the_wall(school)
        assert AgreementAnswer.objects.get().how == "account"
        with pytest.raises(TransitionNotAllowed, match="for themselves"):
            record_answer(ask=mine, how="account", given_on=TODAY, by=nurse, **said)
        theirs = next(a for a in asks if a.asked == Asked.CHILD)
        url = f"/oakfield/children/{child.pk}/agreements/asks/{theirs.pk}/tablet/"
        page = client_of(by).get(url)
        assert "What do you think" in text_of(page)
        page = client_of(by).post(url, {**said, "choice": "changes", "words": "I like Lego"})
        assert "give the tablet back" in text_of(page)
        behind_the_wall(school)
        assert AgreementAnswer.objects.get(how="tablet").words == "I like Lego"


class TestChasing:
    def test_due_reminded_and_stopped(self, child, plan, mum, by):
        ask = asked(child, plan, [to_ask(mum)], by, due_on=dt.date(2026, 12, 7))[0]
        deliver()
        due = Deadline.objects.get(kind="agreement")
        assert due.due_on == ask.due_on
        assert "Reed" not in due.title
        school = child.school
        assert remind_to_agree(school, today=dt.date(2026, 11, 30)) == 1
        assert remind_to_agree(school, today=dt.date(2026, 11, 30)) == 0
        message = deliver()[-1]
        assert "Zephyrine" not in message.subject + message.body
        Outsider(secret_in(message)).open()
        url = f"/oakfield/children/{child.pk}/agreements/asks/{ask.pk}/"
        assert client_of(by).post(f"{url}cancel/").status_code == 302
        assert Outsider(secret_in(message)).get().status_code == 404
        behind_the_wall(school)
        ask.refresh_from_db()
        assert ask.state == AgreementState.CANCELLED
        assert not Deadline.objects.filter(kind="agreement").exists()

    def test_a_contact_is_not_taken_off_while_asked_and_its_link_ends_with_it(
        self, child, plan, mum, by
    ):
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        guest = Outsider(secret_in(deliver()[-1])).open()
        with pytest.raises(TransitionNotAllowed, match="Cancel what this person"):
            remove_contact(contact=mum, by=by)
        answer(ask)
        remove_contact(contact=mum, by=by)
        assert guest.get().status_code == 404

    def test_corrected_address_ends_the_first_link(self, child, plan, mum, by):
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        old = secret_in(deliver()[-1])
        url = f"/oakfield/children/{child.pk}/agreements/asks/{ask.pk}/again/"
        client_of(by).post(url, {"email": "new@home.example", "is_checked": "on"})
        assert deliver()[-1].to == ["new@home.example"]
        assert Outsider(old).get().status_code == 404


class TestWalls:
    def test_who_may_not_read_the_plan_reads_no_answer(self, child, school, mum, by):
        plan = written_plan(child, by, kind="intimate", words="Help with changing")
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        office = member(school, Role.SEND_ADMINISTRATOR)
        for url in (f"asks/{ask.pk}/", f"safety/{plan.pk}/"):
            response = client_of(office).get(f"/oakfield/children/{child.pk}/agreements/{url}")
            assert response.status_code == 404
        page = text_of(client_of(office).get(f"/oakfield/children/{child.pk}/agreements/"))
        assert "Intimate" not in page
        title = Deadline.objects.get(kind="agreement").title
        assert title.startswith("A plan")

    def test_pages_of_the_child(self, child, plan, mum, by, school):
        asked(child, plan, [to_ask(mum)], by)
        client = client_of(by)
        page = text_of(client.get(f"/oakfield/children/{child.pk}/agreements/"))
        assert "Behaviour and de-escalation plan" in page
        assert "0 of 1" in page
        page = text_of(client.get(f"/oakfield/children/{child.pk}/agreements/choose/"))
        assert "Behaviour and de-escalation plan" in page
        url = f"/oakfield/children/{child.pk}/agreements/safety/{plan.pk}/"
        assert "Ann Reed" in text_of(client.get(url))
        response = client.post(
            f"{url}ask/",
            {"name": "Nurse Joy", "role": "School nurse", "due_on": "7 Dec 2026", "child": "on"},
        )
        assert response.status_code == 302, text_of(response)
        behind_the_wall(school)
        assert AgreementAsk.objects.count() == 3
        page = text_of(client.post(f"{url}ask/", {"due_on": "7 Dec 2026"}))
        assert "Choose at least one person" in page


def test_as_many_statements_for_thirty_as_for_three(child, plan, by, school):
    client, base = client_of(by), f"/oakfield/children/{child.pk}/agreements/"
    pages = (base, f"{base}safety/{plan.pk}/", f"/oakfield/children/{child.pk}/safety/{plan.pk}/")

    def ask(first, last):
        behind_the_wall(school)
        people = [ToAsk(Asked.PROFESSIONAL, f"Nurse {n}") for n in range(first, last)]
        for each in asked(child, plan, people, by):
            record_answer(
                ask=each,
                choice="changes",
                words=f"Words {each.name}",
                how="phone",
                given_on=TODAY,
                seen=each.text.digest,
                by=by,
            )

    ask(0, 3)
    few = [len(statements(client, page)) for page in pages]
    ask(3, 30)
    assert [len(statements(client, page)) for page in pages] == few
    assert max(few) <= 8 + 5, few
