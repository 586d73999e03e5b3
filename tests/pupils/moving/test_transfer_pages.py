"""Pages of a record on its way: preview, approval, the link from outside, taking it in."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from aylsham.access.roles import Role
from aylsham.documents import keeping
from aylsham.mail.compose import compose
from aylsham.models import OutgoingMail
from pupils.models import IncomingRecord, Pupil, RecordTransfer, TransferNote
from pupils.services.strategies import add_strategy
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    FederationFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.pupils.moving.makers import pack, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "files")]


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", federation=FederationFactory())


@pytest.fixture
def sister(school):
    return SchoolFactory(slug="elm", federation=school.federation)


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, on_register=True, last_name="Heronmark")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def client(by):
    return client_of(by)


def url(child, part: str = "") -> str:
    return f"/oakfield/children/{child.pk}/moving/records/{part}"


FACTS = {"to_name": "Fen High", "to_person": "Mx Hale", "to_email": "hale@fen.example"}


class TestSending:
    def test_the_preview_says_what_goes_and_what_stays_and_why(self, client, child, by):
        add_strategy(pupil=child, text="A secret", since_on=TODAY, sensitivity=2, by=by)
        text = text_of(client.get(url(child, "send/")))
        for words in ("What goes", "Needs 1", "What stays", "what helps 1", "Few may read it"):
            assert words in text, words
        assert "A secret" not in text

    def test_it_is_approved_packed_and_logged(self, client, child):
        client.post(url(child, "send/"), FACTS)
        pack()
        transfer = RecordTransfer.objects.get()
        assert transfer.state == "ready"
        text = text_of(client.get(url(child, f"{transfer.pk}/")))
        for words in ("Approved", "Packed", "Link sent", transfer.check_code):
            assert words in text, words

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"to_name": ""}, "Write which school"),
            ({"includes": ["sensitive"]}, "Say why it goes"),
            ({"to_school": "elm"}, "from which day"),
        ],
    )
    def test_what_is_missing_is_asked_for(self, client, child, sister, by, change, said):
        add_strategy(pupil=child, text="A secret", since_on=TODAY, sensitivity=2, by=by)
        assert said in text_of(client.post(url(child, "send/"), FACTS | change))
        assert not RecordTransfer.objects.exists()

    def test_a_teacher_reads_the_log_and_sends_nothing(self, child, by):
        transfer = sent(child, by=by)
        theirs = client_of(teacher_of(child.class_group))
        assert theirs.get(url(child, f"{transfer.pk}/")).status_code == 200
        assert theirs.get(url(child, "send/")).status_code == 403
        assert theirs.post(url(child, f"{transfer.pk}/download/")).status_code == 403

    def test_the_file_can_be_downloaded_here_and_that_is_written_down(self, client, child, by):
        transfer = sent(child, by=by, to_email="")
        answer = client.post(url(child, f"{transfer.pk}/download/"))
        assert answer.content[:2] == b"PK"
        assert "record.zip" in answer.headers["Content-Disposition"]
        assert TransferNote.objects.filter(step="taken_out", by=by).exists()
        client.post(url(child, f"{transfer.pk}/back/"), {"why": "Another school"})
        answer = client.post(url(child, f"{transfer.pk}/download/"), follow=True)
        assert "This record is back" in text_of(answer)
        assert "Download the file" not in text_of(answer)

    def test_the_receipt_and_taking_it_back(self, client, child, by):
        transfer = sent(child, by=by)
        arrived = {"on": "today", "received_by": "Mx Hale", "received_how": "Rang us"}
        early = client.post(url(child, f"{transfer.pk}/arrived/"), arrived | {"on": "1 Jan 2000"})
        assert "after that day" in text_of(early)
        client.post(url(child, f"{transfer.pk}/arrived/"), arrived)
        assert "Mx Hale" in text_of(client.get(url(child, f"{transfer.pk}/")))
        again = client.post(url(child, f"{transfer.pk}/back/"), {"why": "No"})
        assert "received already" in text_of(again)


class TestLink:
    def secret(self) -> str:
        return OutgoingMail.objects.get(kind="record_sent").secret

    def code(self) -> str:
        return OutgoingMail.objects.filter(kind="views_code").latest("pk").secret

    def test_no_child_stands_in_the_mail(self, child, by):
        sent(child, by=by)
        message = compose(OutgoingMail.objects.get(kind="record_sent"))
        assert "Heronmark" not in message.subject + message.body
        assert "/contribute/record/" in message.body

    def test_with_the_code_it_is_fetched_and_the_name_is_the_receipt(self, child, by):
        sent(child, by=by)
        outside, page = Client(), f"/contribute/record/{self.secret()}/"
        assert "Heronmark" not in outside.get(page).content.decode()
        assert TransferNote.objects.filter(step="code_sent").count() == 0
        outside.post(page)
        assert outside.get(f"{page}fetch/").status_code == 302
        outside.post(f"{page}code/", {"code": self.code()})
        answer = outside.post(f"{page}fetch/", {"who": "Mx Hale, SENDCo"})
        assert answer.content[:2] == b"PK"
        transfer = RecordTransfer.objects.get()
        assert (transfer.state, transfer.received_by) == ("received", "Mx Hale, SENDCo")

    def test_five_wrong_codes_end_it(self, child, by):
        sent(child, by=by)
        outside, page = Client(), f"/contribute/record/{self.secret()}/"
        outside.post(page)
        wrong = "000000" if self.code() != "000000" else "111111"
        for _ in range(5):
            outside.post(f"{page}code/", {"code": wrong})
        assert outside.get(page).status_code == 404
        behind_the_wall(child.school)  # which the page that was not there has left
        assert TransferNote.objects.filter(step="locked").count() == 1

    def test_another_browser_gets_nothing(self, child, by):
        sent(child, by=by)
        page = f"/contribute/record/{self.secret()}/"
        first = Client()
        first.post(page)
        first.post(f"{page}code/", {"code": self.code()})
        assert Client().post(f"{page}fetch/", {"who": "X"}).status_code == 302
        assert RecordTransfer.objects.get().state == "ready"

    def test_taken_back_or_never_there_look_alike(self, client, child, by):
        transfer = sent(child, by=by)
        page = f"/contribute/record/{self.secret()}/"
        client.post(url(child, f"{transfer.pk}/back/"), {"why": "They stay"})
        gone, never = Client().get(page), Client().get("/contribute/record/nobody/")
        assert gone.status_code == never.status_code == 404
        token = re.compile(r'nonce="[^"]+"|csrf\S+')
        assert token.sub("", gone.content.decode()) == token.sub("", never.content.decode())


class TestTakingIn:
    def test_the_receiving_school_looks_takes_in_and_the_old_one_closes(self, child, by, sister):
        sent(child, by=by, there=sister)
        theirs = client_of(member(sister))
        incoming = IncomingRecord.objects.get()
        page = f"/elm/moves/incoming/{incoming.pk}/"
        assert "Heronmark" in text_of(theirs.get(page))
        theirs.post(page, {"starts_on": "today"})
        there = Pupil.objects.get(school=sister)
        assert theirs.get(f"/elm/children/{there.pk}/").status_code == 200
        assert theirs.get(f"/oakfield/children/{child.pk}/").status_code == 404
        text = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/moving/"))
        assert "moved to another school" in text

    def test_before_the_agreed_day_there_is_nothing_to_see(self, child, by, sister):
        import datetime as dt

        sent(child, by=by, there=sister, opens_on=TODAY + dt.timedelta(days=1))
        theirs = client_of(member(sister))
        assert "No record has come" in text_of(theirs.get("/elm/moves/incoming/"))
        page = f"/elm/moves/incoming/{IncomingRecord.objects.get().pk}/"
        assert theirs.get(page).status_code == 404

    def test_a_file_is_brought_looked_at_and_returned(self, child, by):
        transfer = sent(child, by=by)
        data = keeping.read(child.school_id, transfer.digest)
        elsewhere = SchoolFactory(slug="far")
        theirs = client_of(member(elsewhere))
        file = SimpleUploadedFile("record.zip", data)
        answer = theirs.post("/far/moves/incoming/", {"file": file})
        assert "Heronmark" in text_of(theirs.get(answer.headers["Location"]))
        theirs.post(f"{answer.headers['Location']}return/", {"why": "Not ours"})
        assert IncomingRecord.objects.get(school=elsewhere).state == "returned"

    def test_another_file_is_refused_with_a_sentence(self, client):
        file = SimpleUploadedFile("letter.zip", b"PK\x03\x04 nothing")
        text = text_of(client.post("/oakfield/moves/incoming/", {"file": file}))
        assert "no record made by Aylsham" in text

    def test_the_office_has_no_such_page(self, school):
        office = client_of(member(school, Role.OFFICE))
        assert office.get("/oakfield/moves/incoming/").status_code == 403


def test_the_preview_before_sending_takes_one_statement_a_table(client, child):
    few = len(statements(client, url(child, "send/")))
    for n in range(5):
        add_strategy(pupil=child, text=f"Helps {n}", since_on=TODAY, by=None)
    assert len(statements(client, url(child, "send/"))) == few
