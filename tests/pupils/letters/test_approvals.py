"""A second, named person looks at exactly what leaves, at every door; a change asks again."""

import datetime as dt
import io
import zipfile
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from aylsham.models import AuditEvent, Deadline
from pupils.models import Approval, Disclosure, IncomingRecord, SentLetter, TransferLink
from pupils.selectors.approvals import (
    approvers,
    bundle_leaving,
    leaving_of,
    letter_leaving,
    pack_leaving,
)
from pupils.services.approvals import (
    answer_approval,
    ask_approval,
    refusal_to_leave,
    set_approval_rules,
)
from pupils.services.documents.filing import file_document
from pupils.services.requests.cases import open_request
from pupils.services.transfers.sending import (
    approve_transfer,
    is_waiting,
    keep_pack,
    read_record,
    release_transfer,
    take_out,
)
from tests.documents.making import pdf, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.pupils.letters.makers import head, letters_to_family, sent, two_homes
from tests.pupils.letters.test_sending import changed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    head(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def boss(school):
    return member(school, Role.HEAD)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zofia", last_name="Reed", on_register=True)


@pytest.fixture
def letter(child, by):
    """A letter that holds sensitive text, ready to go."""
    two_homes(child)
    hers, _ = letters_to_family(child, "send_provision", by)
    return changed(hers, by, sensitivity=2)


def asked(leaving, approver, by, **more):
    facts = {"due_on": TODAY + dt.timedelta(days=2), "note": "The second paragraph"}
    return ask_approval(leaving=leaving, approver=approver, by=by, **facts | more)


def answered(approval, leaving, by, *, yes=True, why=""):
    return answer_approval(approval=approval, leaving=leaving, is_approved=yes, by=by, why=why)


class TestTheMechanism:
    def test_a_sensitive_letter_goes_once_the_named_person_has_approved_it(
        self, letter, child, by, boss
    ):
        with pytest.raises(TransitionNotAllowed, match="second person"):
            sent(letter, by)
        leaving = letter_leaving(letter, child)
        row = asked(leaving, boss, by)
        due = Deadline.objects.get(kind="approval")
        assert (due.due_on, due.permission) == (TODAY + dt.timedelta(days=2), "approve_sharing")
        assert "Zofia" not in due.title
        with pytest.raises(TransitionNotAllowed, match="has not answered"):
            sent(letter, by)
        with pytest.raises(TransitionNotAllowed, match="not you"):
            answered(row, leaving, by)
        answered(row, leaving, boss)
        assert not Deadline.objects.filter(kind="approval").exists()
        sent(letter, by)
        assert SentLetter.objects.count() == 1
        assert (
            AuditEvent.objects.filter(action="answer_approval").get().detail["digest"] == row.digest
        )
        with pytest.raises(TransitionNotAllowed, match="answered already"):
            answered(row, leaving, boss)

    def test_a_change_after_the_approval_asks_again(self, letter, child, by, boss):
        row = asked(letter_leaving(letter, child), boss, by)
        answered(row, letter_leaving(letter, child), boss)
        letter = changed(letter, by, body=letter.body + "\n\nOne more thing.")
        with pytest.raises(TransitionNotAllowed, match="changed after"):
            sent(letter, by)
        again = asked(letter_leaving(letter, child), boss, by)
        # Changed while the question is open: the approver cannot say yes to what they did not see.
        letter = changed(letter, by, body="Something else")
        with pytest.raises(TransitionNotAllowed, match="changed since"):
            answered(again, letter_leaving(letter, child), boss)
        asked(letter_leaving(letter, child), boss, by)
        assert Approval.objects.filter(answer="open").count() == 1
        again.refresh_from_db()
        assert again.answer == "withdrawn"

    def test_sent_back_with_words(self, letter, child, by, boss):
        leaving = letter_leaving(letter, child)
        row = asked(leaving, boss, by)
        with pytest.raises(TransitionNotAllowed, match="what has to change"):
            answered(row, leaving, boss, yes=False)
        answered(row, leaving, boss, yes=False, why="Leave out the diagnosis")
        with pytest.raises(TransitionNotAllowed, match="Leave out the diagnosis"):
            sent(letter, by)

    def test_nobody_approves_their_own_and_not_everybody_may(self, letter, child, by, school):
        teacher = member(school, Role.CLASS_TEACHER)
        assert approvers(school, "letter", but=by, today=TODAY) == []
        for person, why in ((by, "somebody else"), (teacher, "may not approve")):
            with pytest.raises(TransitionNotAllowed, match=why):
                asked(letter_leaving(letter, child), person, by)
        assert not Approval.objects.exists()

    def test_a_school_says_when(self, letter, child, by, boss, school):
        leaving = letter_leaving(letter, child)
        assert refusal_to_leave(leaving)
        set_approval_rules(school=school, asked={"letter": "never"}, by=boss)
        assert refusal_to_leave(leaving) == ""
        set_approval_rules(school=school, asked={"letter": "always"}, by=boss)
        ordinary = changed(letter, by, sensitivity=1)
        with pytest.raises(TransitionNotAllowed, match="second person"):
            sent(ordinary, by)


class TestTheOtherDoors:
    def test_an_answer_to_a_request_for_records(self, child, by, boss):
        case = open_request(
            pupil=child, key=uuid4(), by=by, kind="sar", received_on=TODAY, asker="S. Reed",
            asker_kind="parent",
        )  # fmt: skip
        bundle = Disclosure.objects.create(
            school=child.school, case=case, made_by=by, made_at="2026-11-23T09:00Z", pdf=b"%PDF-one",
            pages=1,
        )  # fmt: skip
        leaving = bundle_leaving(bundle, child)
        assert "second person" in refusal_to_leave(leaving)
        answered(asked(leaving, boss, by), leaving_of(child.school, "records", bundle.pk), boss)
        assert refusal_to_leave(leaving) == ""
        other = Disclosure(pk=bundle.pk, school=child.school, case=case, pdf=b"%PDF-two")
        assert "changed after" in refusal_to_leave(bundle_leaving(other, child))

    @pytest.mark.parametrize("inside", [False, True], ids=["by link", "in the federation"])
    def test_a_record_with_what_is_held_waits(self, child, by, boss, school, inside):
        sister = SchoolFactory(federation=school.federation)
        behind_the_wall(school)
        more = (
            {"to_school": sister, "opens_on": TODAY} if inside else {"to_email": "a@next.example"}
        )
        file_document(
            pupil=child, kind="school", upload=upload("report.pdf", pdf("Words")),
            title="Autumn report", by=by,
        )  # fmt: skip
        transfer = approve_transfer(
            pupil=child, includes=["sensitive"], allowed=["sensitive"], include_why="They asked",
            to_name="Next", to_person="Ms A", by=by, **more,
        )  # fmt: skip
        record, _, files = read_record(transfer)
        transfer = keep_pack(transfer=transfer, record=record, pdf=b"%PDF-", files=files)
        transfer.pupil = child
        assert is_waiting(transfer)
        behind_the_wall(school, sister)
        assert not TransferLink.objects.exists()
        assert not IncomingRecord.objects.exists()
        with pytest.raises(TransitionNotAllowed, match="second person"):
            take_out(transfer=transfer, by=by)
        with pytest.raises(TransitionNotAllowed, match="second person"):
            release_transfer(transfer=transfer, by=by)
        leaving = pack_leaving(transfer, child)
        row = asked(leaving, boss, by)
        if inside:
            self.opens_each_file(client_of(boss), f"/oakfield/approvals/{row.pk}/", transfer)
        answered(row, leaving, boss)
        release_transfer(transfer=transfer, by=by)
        behind_the_wall(school, sister)
        assert IncomingRecord.objects.exists() is inside
        assert TransferLink.objects.exists() is not inside
        with pytest.raises(TransitionNotAllowed, match="does not wait"):
            release_transfer(transfer=transfer, by=by)

    def opens_each_file(self, client, one, transfer):
        """Every file of the pack stands there and opens as it lies in it."""
        page = client.get(one)
        for words in ("The record to read", "Autumn report", "Common transfer file"):
            assert words in text_of(page)
        pack = zipfile.ZipFile(io.BytesIO(keeping.read(transfer.school_id, transfer.digest)))
        files = page.context["page"].files
        assert sorted(file.name for file in files) == sorted(pack.namelist())
        for number, file in enumerate(files, 1):
            assert client.get(f"{one}part/?part={number}").content == pack.read(file.name)
        assert client.get(f"{one}part/?part={len(files) + 1}").status_code == 404


class TestPages:
    def test_the_whole_way(self, letter, child, by, boss, school):
        sender, approver = client_of(by), client_of(boss)
        page = f"/oakfield/children/{child.pk}/letters/{letter.pk}/"
        assert "second person looks at it" in text_of(sender.get(page))
        ask = f"/oakfield/children/{child.pk}/approve/letter/{letter.pk}/"
        answer = sender.post(ask, {"approver": boss.pk, "due_on": "25 Nov 2026", "note": "Please"})
        assert answer.headers["Location"] == page
        row = Approval.objects.get()
        assert "Zofia" in text_of(approver.get("/oakfield/approvals/"))
        assert "Nothing waits" in text_of(sender.get("/oakfield/approvals/"))
        one = f"/oakfield/approvals/{row.pk}/"
        seen = text_of(approver.get(one))
        assert "section 68" in seen
        assert "14 Heron Lane" in seen
        assert approver.get(f"{one}pages.pdf").content.startswith(b"%PDF-")
        assert "Say what has to change" in text_of(approver.post(one, {"is_approved": "no"}))
        assert approver.post(one, {"is_approved": "yes"}).status_code == 302
        assert "Approved" in text_of(sender.get(page))
        rules = "/oakfield/approvals/rules/"
        data = {"records": "always", "pack": "never", "letter": "never"}
        data |= {"outside": "always", "page": "sensitive", "evidence": "always"}
        assert approver.post(rules, data).status_code == 302
        assert client_of(member(school, Role.CLASS_TEACHER)).get(rules).status_code == 403

    def test_another_schools_question_is_not_there(self, letter, child, by, boss):
        row = asked(letter_leaving(letter, child), boss, by)
        other = SchoolFactory(slug="elmwood")
        client = client_of(member(other, Role.HEAD))
        assert client.get(f"/elmwood/approvals/{row.pk}/").status_code == 404
        assert client.get(f"/oakfield/approvals/{row.pk}/").status_code == 404
