"""Files with an answer by link: checked, counted, kept with the draft, filed with whom they came from."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from aylsham.documents import keeping
from aylsham.documents.inspecting import Upload
from aylsham.models import School
from pupils.models import ContributionFile, ContributionRequest, Document, PupilPhoto, Voice
from pupils.rules.asking import FILES_A_MINUTE, MOST_FILES, MOST_FILES_TRIED, document_kind
from pupils.services.contributions.asking import ask_for_views, cancel_request, send_again
from pupils.services.contributions.attaching import forget_unsent_files
from pupils.services.contributions.voices import record_voice
from pupils.services.details import add_contact
from pupils.services.documents.filing import file_document
from tests.documents.bad import bad_files
from tests.documents.making import CAMERA, pdf, picture
from tests.factories import PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.pupils.family.invited import PARENT, Guest, ask_parent, deliver, secret_in
from tests.pupils.passports.makers import DAY, TODAY

#: One in twelve of the bad files; odd names become plain ones on the way in.
BAD = [bad for bad in bad_files() if not bad[0].startswith("the name")][::12]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


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
    return Guest(secret_in(deliver()[-1])).open()


def file(name: str = "letter.pdf", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(name) if data is None else data)


def add(guest, *sent, **more):
    return guest.post("answer/", {"add": "1", "files": list(sent)} | more)


def kept(school: School) -> list[str]:
    behind_the_wall(school)
    return list(ContributionFile.objects.filter(document=None).values_list("name", flat=True))


class TestFromDraftToRecord:
    def test_a_parent_adds_a_photo_and_a_letter_and_sends_them(self, school, ask, contact, guest):
        shown = text_of(add(guest, file(), file("IMG_1.jpg", picture()), well="Reading at bedtime"))
        assert "letter.pdf" in shown
        assert "IMG_1.jpg" in shown
        behind_the_wall(school)
        assert not Document.objects.exists(), "nothing is on the record before sending"
        later = guest.get("answer/").content.decode()
        assert "Reading at bedtime" in later
        assert "letter.pdf" in later
        assert guest.post("answer/", {"well": "Reading at bedtime"}).status_code == 302
        behind_the_wall(school)
        documents = Document.objects.order_by("pk")
        assert [d.kind for d in documents] == ["parents", "parents"]
        for document in documents:
            assert document.source == f"By link from Ben Reed, {PARENT}"
            assert document.filed_by is None
            assert document.sensitivity == Sensitivity.SENSITIVE
        assert not ContributionFile.objects.exclude(content=None).exists()
        assert Voice.objects.get().answers[0]["answer"] == "Reading at bedtime"

    def test_chosen_but_not_added_is_sent_with_the_answer(self, school, guest):
        guest.post("answer/", {"well": "Fine", "files": [file()]})
        behind_the_wall(school)
        assert Document.objects.count() == 1

    def test_a_file_alone_is_an_answer(self, school, guest):
        assert guest.post("answer/", {"files": [file()]}).status_code == 302
        behind_the_wall(school)
        assert Document.objects.count() == Voice.objects.count() == 1

    def test_the_sendco_sees_from_whom_it_came(self, ask, contact, by, guest):
        guest.post("answer/", {"files": [file("EP report.pdf")]})
        page = f"/oakfield/children/{contact.pupil_id}/asks/{ask.pk}/"
        shown = text_of(client_of(by).get(page))
        assert "From Ben Reed by link" in shown
        assert "EP report" in shown

    def test_who_may_not_read_it_is_told_no_title(self, school, ask, contact, guest):
        guest.post("answer/", {"files": [file("EP report.pdf")]})
        page = f"/oakfield/children/{contact.pupil_id}/asks/{ask.pk}/"
        shown = text_of(client_of(member(school, Role.SEND_ADMINISTRATOR)).get(page))
        assert "A document that you may not read" in shown
        assert "EP report" not in shown

    def test_a_professionals_report_is_advice_with_its_author(self, school, contact, by):
        role = "Educational psychologist"
        facts = {"kind": "advice", "role": role, "email": "lee@clinic.example", "due_on": TODAY}
        ask_for_views(pupil=contact.pupil, by=by, name="Dr Lee", **facts)
        guest = Guest(secret_in(deliver()[-1])).open()
        guest.post("answer/", {"files": [file()]})
        behind_the_wall(school)
        document = Document.objects.get()
        assert (document.kind, document.author, document.is_advice) == ("ep", "Dr Lee", True)
        assert document.profession == "Educational psychologist"

    def test_taken_away_again(self, school, guest):
        add(guest, file())
        behind_the_wall(school)
        row = ContributionFile.objects.get()
        guest.post("answer/", {"remove": str(row.pk), "well": "Fine"})
        assert kept(school) == []

    def test_where_a_photo_was_taken_is_gone_at_once(self, school, guest):
        assert CAMERA.encode() in picture()
        add(guest, file("IMG_2.jpg", picture()))
        behind_the_wall(school)
        assert CAMERA.encode() not in bytes(ContributionFile.objects.get().content)

    def test_the_draft_of_words_never_carries_a_file(self, school, guest):
        guest.post("draft/", {"well": "Fine", "files": [file()]})
        assert kept(school) == []

    def test_it_is_said_what_a_professional_sends(self):
        roles = {
            "Speech and language therapist": "slt",
            "Physiotherapist": "ot",
            "Nurse": "medical",
        }
        assert {role: document_kind("advice", role) for role in roles} == roles
        assert document_kind("advice", "Club leader") == "other"


class TestAbuse:
    @pytest.mark.parametrize("bad", BAD, ids=[what for what, _, _ in BAD])
    def test_a_bad_file_is_stopped_and_the_words_are_kept(self, school, guest, bad):
        what, name, data = bad
        shown = add(guest, file(name, data), well="My words")
        assert kept(school) == [], what
        assert "My words" in shown.content.decode()

    def test_sending_with_a_bad_file_sends_nothing_yet(self, school, guest):
        shown = guest.post("answer/", {"well": "Fine", "files": [file("a.exe", b"MZ")]})
        assert shown.status_code == 200
        behind_the_wall(school)
        assert not Voice.objects.exists()

    def test_without_the_code_no_file_is_taken(self, school, ask):
        stranger = Guest(secret_in(deliver()[-1]))
        assert add(stranger, file()).status_code == 302
        assert kept(school) == []

    def test_the_same_file_again_is_one(self, school, guest):
        data = pdf("same")
        add(guest, file("a.pdf", data))
        add(guest, file("b.pdf", data))
        assert kept(school) == ["a.pdf"]

    def test_so_many_and_no_more(self, school, guest):
        for number in range(MOST_FILES):
            with time_machine.travel(f"2026-11-23 09:{10 + 2 * number}:00Z", tick=False):
                add(guest, file(f"{number}.pdf"))
        with time_machine.travel("2026-11-23 10:00:00Z", tick=False):
            shown = text_of(add(guest, file("more.pdf")))
        assert f"You can add {MOST_FILES} files" in shown
        assert len(kept(school)) == MOST_FILES

    def test_not_too_many_bytes(self, school, guest, monkeypatch):
        monkeypatch.setattr("pupils.services.contributions.attaching.MOST_FILE_BYTES", 100)
        assert "too big all together" in text_of(add(guest, file()))
        assert kept(school) == []

    def test_not_too_many_a_minute(self, school, guest, monkeypatch):
        monkeypatch.setattr("pupils.services.contributions.attaching.FILES_A_MINUTE", 2)
        shown = text_of(add(guest, file("1.pdf"), file("2.pdf"), file("3.pdf")))
        assert "Wait a minute" in shown
        assert len(kept(school)) == 2 < FILES_A_MINUTE

    def test_refused_tries_are_counted_too(self, school, ask, guest):
        behind_the_wall(school)
        ContributionRequest.objects.filter(pk=ask.pk).update(files_tried=MOST_FILES_TRIED - 1)
        add(guest, file("a.pdf", b"no pdf"))
        shown = text_of(add(guest, file("b.pdf")))
        assert "Please ring the school" in shown
        assert kept(school) == []

    def test_another_requests_file_is_not_taken_away(self, school, contact, by, guest):
        add(guest, file())
        behind_the_wall(school)
        row = ContributionFile.objects.get()
        ask_parent(contact, by)
        other = Guest(secret_in(deliver()[-1])).open()
        other.post("answer/", {"remove": str(row.pk), "well": ""})
        assert kept(school) == ["letter.pdf"]

    def test_a_file_never_becomes_the_photo_of_the_child(self, school, guest):
        guest.post("answer/", {"files": [file("IMG_1.jpg", picture())]})
        behind_the_wall(school)
        assert not PupilPhoto.objects.exists()

    @pytest.mark.parametrize("end", ["cancelled", "readdressed", "on paper", "over"])
    def test_what_was_never_sent_is_let_go(self, school, ask, by, guest, end):
        add(guest, file())
        behind_the_wall(school)
        if end == "cancelled":
            cancel_request(ask=ask, by=by)
        elif end == "readdressed":
            send_again(ask=ask, email="other@home.example", by=by)
        elif end == "on paper":
            answers = [{"question": "How?", "answer": "Well"}]
            facts = {
                "kind": "parent_views",
                "given_on": TODAY,
                "given_how": "paper",
                "said_by": "B",
            }
            record_voice(pupil=ask.pupil, answers=answers, ask=ask, by=by, **facts)
        else:
            over = ask.expires_on + DAY
            assert forget_unsent_files(school=school, today=ask.expires_on) == 0
            assert forget_unsent_files(school=school, today=over) == 1
        assert kept(school) == []

    def test_the_same_address_keeps_its_files(self, school, ask, by, guest):
        add(guest, file())
        behind_the_wall(school)
        send_again(ask=ask, email=PARENT, by=by)
        assert kept(school) == ["letter.pdf"]

    def test_a_file_that_is_on_the_record_is_filed_once(self, school, ask, guest):
        behind_the_wall(school)
        data = pdf("same")
        file_document(pupil=ask.pupil, kind="letter", upload=Upload("a.pdf", data))
        guest.post("answer/", {"files": [file("b.pdf", data)]})
        behind_the_wall(school)
        assert Document.objects.count() == Voice.objects.count() == 1
        assert keeping.digest_of(data) == ContributionFile.objects.get().digest
