"""The certificate of a training: kept as a file, checked, opened by whom it concerns, gone with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.dates import DAY
from aylsham.documents import keeping
from aylsham.documents.checks.refusal import FileRefused
from aylsham.models import AuditEvent
from pupils.services.documents.binning import sweep_files
from staff.models import TrainingCertificate
from staff.services import add_training, remove_training
from staff.services.certificates import keep_certificate, take_out_certificate
from tests.documents.making import eml, pdf, picture, upload
from tests.factories import SEPTEMBER, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.staff.makers import someone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def training(school, lsa):
    facts = {"subject": "send", "title": "First aid", "taken_on": SEPTEMBER, "by": None}
    return add_training(school=school, user=lsa, **facts)


def address(training, tail="") -> str:
    return f"/oakfield/training/{training.pk}/certificate/{tail}"


def kept(training, by, data=None, name="scan of Ada Reed.pdf") -> TrainingCertificate:
    return keep_certificate(training=training, upload=upload(name, data or pdf()), by=by)


class TestKeeping:
    def test_a_newer_one_takes_its_place_and_the_old_file_goes(self, training, lsa):
        old, new = kept(training, lsa), kept(training, lsa, pdf("Renewed"))
        assert list(TrainingCertificate.objects.all()) == [new]
        assert sweep_files(school=training.school, now=clock.moment() + 3650 * DAY) == 1
        assert keeping.read(training.school_id, new.digest)
        with pytest.raises(OSError, match=old.digest):
            keeping.read(training.school_id, old.digest)

    def test_pressed_twice(self, training, lsa):
        assert kept(training, lsa) == kept(training, lsa)
        assert AuditEvent.objects.filter(detail__step="certificate kept").count() == 1

    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("a.pdf", b"MZ" + b"\x90\0" * 200),
            ("a.exe", b"MZ"),
            ("a.eml", eml()),
            ("a.pdf", pdf() + b" " * 10_000_001),
        ],
        ids=["a program under a PDF's name", "a program", "an e-mail", "too large"],
    )
    def test_what_is_not_kept(self, training, lsa, name, data):
        with pytest.raises(FileRefused):
            kept(training, lsa, data, name)
        assert not TrainingCertificate.objects.exists()

    def test_it_goes_with_the_training(self, training, lsa):
        kept(training, lsa)
        remove_training(training=training, by=lsa)
        assert not TrainingCertificate.objects.exists()

    def test_taken_out_the_training_stays(self, training, lsa):
        row = kept(training, lsa)
        take_out_certificate(certificate=row, by=lsa)
        take_out_certificate(certificate=row, by=lsa)
        assert not TrainingCertificate.objects.exists()
        assert AuditEvent.objects.filter(detail__step="certificate taken out").count() == 1


class TestPages:
    def test_an_lsa_brings_a_photo_and_opens_it(self, school, training, lsa):
        client = client_of(lsa)
        assert "Add certificate" in text_of(client.get("/oakfield/training/mine/"))
        photo = SimpleUploadedFile("IMG_1.jpg", picture(), "image/jpeg")
        answer = client.post(address(training, "add/"), {"file": photo})
        assert answer.url == "/oakfield/training/mine/"
        page = text_of(client.get("/oakfield/training/mine/"))
        assert "Open certificate" in page
        assert "Replace" in page
        answer = client.get(address(training))
        assert answer["Content-Disposition"] == 'attachment; filename="certificate.jpg"'
        assert AuditEvent.objects.filter(action="download").count() == 1

    def test_the_form_says_what_is_wrong(self, training, lsa):
        client = client_of(lsa)
        assert "Choose the file" in text_of(client.post(address(training, "add/"), {}))
        bad = SimpleUploadedFile("a.xlsx", b"PK")
        page = text_of(client.post(address(training, "add/"), {"file": bad}))
        assert "PDF, a Word file or a photo" in page

    @pytest.mark.parametrize(
        ("role", "opens"),
        [
            (Role.SENDCO, True),
            (Role.HEAD, True),
            (Role.DEPUTY, True),
            (Role.ASSISTANT_SENDCO, False),
            (Role.DESIGNATED_TEACHER, False),
            (Role.PHASE_LEADER, False),
            (Role.CLASS_TEACHER, False),
            (Role.LSA, False),
            (Role.GOVERNOR, False),
            (Role.FEDERATION_SEND_LEAD, False),
        ],
    )
    def test_who_opens_it(self, school, training, lsa, role, opens):
        kept(training, lsa)
        client = client_of(member(school, role))
        assert client.get(address(training)).status_code == (200 if opens else 404)
        for tail in ("add/", "remove/"):
            assert client.get(address(training, tail)).status_code == (200 if opens else 404)

    def test_the_line_manager_opens_it_and_changes_nothing(self, school, training, lsa):
        kept(training, lsa)
        manager = member(school, Role.PHASE_LEADER)
        row = someone(school, user=lsa, line_manager=manager)
        client = client_of(manager)
        assert "Open certificate" in text_of(client.get(f"/oakfield/supervision/{row.pk}/"))
        assert client.get(address(training)).status_code == 200
        assert client.get(address(training, "add/")).status_code == 404
        earlier = member(school, Role.PHASE_LEADER)
        assert client_of(earlier).get(address(training)).status_code == 404

    def test_of_somebody_without_an_account(self, school):
        manager = member(school, Role.CLASS_TEACHER)
        row = someone(school, line_manager=manager)
        facts = {"subject": "send", "title": "First aid", "taken_on": SEPTEMBER, "by": None}
        training = add_training(school=school, member=row, **facts)
        kept(training, manager)
        assert client_of(manager).get(address(training)).status_code == 200
        other = client_of(member(school, Role.CLASS_TEACHER))
        assert other.get(address(training)).status_code == 404

    def test_the_keeper_finds_it_in_the_list_and_takes_it_out(self, school, training, lsa):
        kept(training, lsa)
        client = client_of(member(school, Role.SENDCO))
        assert "Open certificate" in text_of(client.get("/oakfield/training/"))
        page = text_of(client.get(address(training, "remove/")))
        assert "First aid: the file is deleted for good" in page
        assert client.post(address(training, "remove/")).url == "/oakfield/training/"
        assert client.get(address(training)).status_code == 404

    def test_not_of_another_school(self, training, lsa):
        kept(training, lsa)
        other = member(SchoolFactory(slug="ashfield"), Role.SENDCO)
        there = address(training).replace("oakfield", "ashfield")
        assert client_of(other).get(there).status_code == 404
