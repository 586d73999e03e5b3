"""Pages of documents: filed by form and by script, opened as a download, binned, on the wrong child."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from pupils.models import Breach, Document, PupilPhoto
from pupils.services.documents.filing import file_document
from pupils.services.documents.photos import set_photo
from tests.documents.making import CAMERA, pdf, picture, upload, word
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zoë", last_name="Burton")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def client(sendco):
    return client_of(sendco)


def url(child, part: str = "") -> str:
    return f"/oakfield/children/{child.pk}/documents/{part}"


def filed(child, by=None, *, text="Words", **more) -> Document:
    facts = {"kind": "ep", "upload": upload("Burton report.pdf", pdf(text)), "by": by}
    return file_document(pupil=child, **facts | more)


def sent(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


class TestFiling:
    def test_several_at_once_and_a_photo_from_a_phone(self, client, child):
        files = [sent("Zoe report.pdf", pdf("One")), sent("Letter.docx", word())]
        response = client.post(
            url(child, "add/"),
            {"kind": "letter", "files": files, "camera": [sent("image.jpg", picture())]},
        )
        assert response.url == url(child)
        assert "3 documents are filed" in text_of(client.get(response.url))
        assert Document.objects.count() == 3
        opened = client.get(
            url(child, f"{Document.objects.get(versions__extension='jpg').pk}/open/")
        )
        assert CAMERA.encode() not in opened.content

    def test_a_refused_one_says_why_beside_those_that_were_filed(self, client, child):
        files = [sent("good.pdf", pdf("One")), sent("run.exe", b"MZ"), sent("page.pdf", b"<html>")]
        response = client.post(url(child, "add/"), {"kind": "letter", "files": files})
        words = text_of(response)
        assert words.count("Not filed") == 2
        assert "run.exe" in words
        assert Document.objects.count() == 1

    def test_pressing_twice_files_once(self, client, child):
        for _ in range(2):
            response = client.post(
                url(child, "add/"), {"kind": "letter", "files": [sent("a.pdf", pdf("One"))]}
            )
        assert "already" in text_of(response)
        assert Document.objects.count() == 1

    def test_the_script_gets_one_line_for_one_file(self, client, child):
        def send(data: bytes, **more):
            facts = {"kind": "letter", "files": [sent("a.pdf", data)]} | more
            return client.post(url(child, "add/"), facts, headers={"HX-Request": "true"})

        good, bad = send(pdf("One")), send(b"MZ")
        assert good.content.decode().count("<li") == 1
        assert "Filed" in good.content.decode()
        assert "Not filed" in bad.content.decode()
        assert send(pdf("Two"), kind="").status_code == 422

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"kind": "letter"}, "Choose one file or more"),
            ({"files": 1}, "Choose one."),
            ({"kind": "letter", "files": 1, "of_on": "1 Jan 2031"}, "cannot be in the future"),
        ],
    )
    def test_what_is_missing_is_said(self, client, child, facts, words):
        if "files" in facts:
            facts = facts | {"files": [sent("a.pdf", pdf())]}
        assert words in text_of(client.post(url(child, "add/"), facts))
        assert not Document.objects.exists()

    def test_a_teacher_files_what_she_may_not_read(self, school):
        group = ClassGroupFactory(school=school)
        child = PupilFactory(school=school, class_group=group)
        client = client_of(teacher_of(group))
        facts = {"kind": "medical", "files": [sent("a.pdf", pdf())]}
        page = client.post(url(child, "add/"), facts, follow=True)
        assert "Not all are in your list" in text_of(page)
        assert "No documents yet" in text_of(page)
        assert "PEP" not in text_of(client.get(url(child, "add/")))

    def test_the_office_files_and_sees_no_others(self, school, child):
        filed(child)
        client = client_of(member(school, Role.OFFICE))
        client.post(url(child, "add/"), {"kind": "other", "files": [sent("a.pdf", pdf("Own"))]})
        words = text_of(client.get(url(child)))
        assert "document 1" in words
        assert "document 2" not in words

    def test_the_form_works_without_script_and_opens_a_phones_camera(self, client, child):
        html = client.get(url(child, "add/")).content.decode()
        assert 'capture="environment"' in html
        assert html.count("multiple") == 2
        assert 'enctype="multipart/form-data"' in html


class TestOpening:
    def test_a_download_that_no_browser_shows_and_that_is_logged(self, client, child):
        document = filed(child, of_on=dt.date(2026, 3, 4))
        response = client.get(url(child, f"{document.pk}/open/"))
        assert response.content == pdf()
        name = "educational-psychology-report-2026-03-04.pdf"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response["Cache-Control"] == "no-store"
        event = AuditEvent.objects.get(action="open_document")
        assert (event.subject_id, event.pupil_ids) == (str(document.pk), [child.pk])

    def test_an_earlier_version_too(self, client, child):
        document = filed(child, text="First")
        client.post(
            url(child, f"{document.pk}/replace/"),
            {"file": sent("b.pdf", pdf("Second")), "note": "Signed"},
        )
        page = client.get(url(child, f"{document.pk}/"))
        assert "Signed" in text_of(page)
        second, first = document.versions.all()
        for version, data in ((first, pdf("First")), (second, pdf("Second"))):
            opened = client.get(url(child, f"{document.pk}/versions/{version.pk}/open/"))
            assert opened.content == data
        assert "version-2.pdf" in opened["Content-Disposition"]
        assert client.get(url(child, f"{document.pk}/open/")).content == pdf("Second")

    def test_a_bad_new_version_is_refused_in_the_form(self, client, child):
        document = filed(child)
        response = client.post(
            url(child, f"{document.pk}/replace/"), {"file": sent("b.pdf", b"MZ")}
        )
        assert "This is a program" in text_of(response)
        assert document.versions.count() == 1

    def test_bytes_that_changed_on_the_disk_are_not_served(self, client, child, settings):
        document = filed(child)
        version = document.versions.get()
        folder = settings.MEDIA_ROOT / "documents" / str(child.school_id) / version.digest[:2]
        (folder / version.digest).write_bytes(b"something else")
        assert client.get(url(child, f"{document.pk}/open/")).status_code == 404

    @pytest.mark.parametrize("part", ["", "open/", "change/", "replace/", "bin/", "misfiled/"])
    def test_not_of_another_child_nor_another_school(self, client, child, school, part):
        sister = PupilFactory(school=school)
        elsewhere = PupilFactory()
        behind_the_wall(school, elsewhere.school)
        for one in (filed(sister), filed(elsewhere)):
            assert client.get(url(child, f"{one.pk}/{part}")).status_code == 404
        behind_the_wall(school)

    def test_a_sensitive_one_is_as_missing(self, school):
        group = ClassGroupFactory(school=school)
        child = PupilFactory(school=school, class_group=group)
        document = filed(child, kind="medical")
        client = client_of(teacher_of(group))
        assert client.get(url(child, f"{document.pk}/open/")).status_code == 404
        timeline = client.get(f"/oakfield/children/{child.pk}/timeline/")
        assert "Medical" not in text_of(timeline)

    @pytest.mark.parametrize("part", ["change/", "replace/", "bin/", "misfiled/"])
    def test_a_teacher_changes_nothing(self, school, part):
        group = ClassGroupFactory(school=school)
        child = PupilFactory(school=school, class_group=group)
        document = filed(child)
        client = client_of(teacher_of(group))
        assert client.get(url(child, f"{document.pk}/{part}")).status_code == 403


class TestList:
    def test_by_type(self, client, child):
        filed(child, title="One")
        filed(child, kind="letter", text="b", title="Two")
        words = text_of(client.get(url(child) + "?kind=letter"))
        assert "Two" in words
        assert "One" not in words

    def test_into_the_bin_and_out_again(self, client, child):
        document = filed(child)
        response = client.post(url(child, f"{document.pk}/bin/"), {"reason": "Filed twice"})
        page = client.get(response.url)
        assert "In the bin (1)" in text_of(page)
        assert f"{document.pk}/restore/" in page.content.decode()
        client.post(url(child, f"{document.pk}/restore/"))
        assert "In the bin" not in text_of(client.get(url(child)))

    def test_section_k_for_print(self, client, child):
        filed(child, author="Dr Lee", source="Report of May", of_on=dt.date(2026, 5, 4))
        filed(child, kind="letter", text="b", title="Not advice")
        words = text_of(client.get(url(child, "advice/")))
        for expected in ("Dr Lee", "Educational psychologist", "4 May 2026", "Report of May"):
            assert expected in words
        assert "Not advice" not in words

    def test_no_childs_name_in_title_or_address(self, client, child):
        document = filed(child, title="EP report")
        for part in ("", "add/", "advice/", f"{document.pk}/"):
            html = client.get(url(child, part)).content.decode()
            title = html[html.index("<title>") : html.index("</title>")]
            assert "Burton" not in title

    @pytest.mark.parametrize("part", ["documents/", "documents/advice/", "timeline/"])
    def test_as_many_statements_for_thirty_as_for_three(self, client, child, part):
        page = f"/oakfield/children/{child.pk}/{part}"
        for number in range(3):
            filed(child, text=f"a{number}", upload=upload("a.png", small(number)))
        client.get(page)
        few = statements(client, page)
        for number in range(3, 30):
            filed(child, upload=upload("a.png", small(number)))
        many = statements(client, page)
        assert len(few) == len(many) <= OF_EVERY_REQUEST + 8


def small(number: int) -> bytes:
    """A picture unlike the others."""
    return picture("PNG", size=(10 + number, 10))


class TestWrongChild:
    facts = {
        "happened": "Scanned with another child's papers",
        "action": "Told the head",
        "found_on": "23 Nov 2026",
        "found_at": "8:30",
    }

    def test_moved_with_the_list_of_who_opened_it(self, client, child, school, sendco):
        right = PupilFactory(school=school, first_name="Right", last_name="Child")
        group = ClassGroupFactory(school=school)
        child.class_group = group
        child.save()
        document = filed(child)
        teacher = teacher_of(group)
        client_of(teacher).get(url(child, f"{document.pk}/open/"))
        assert teacher.name in text_of(client.get(url(child, f"{document.pk}/misfiled/")))
        response = client.post(
            url(child, f"{document.pk}/misfiled/"), self.facts | {"step": "move", "to": right.pk}
        )
        breach = Breach.objects.get()
        assert response.url == f"/oakfield/breaches/{breach.pk}/"
        words = text_of(client.get(response.url))
        assert teacher.name in words
        assert "Right Child" in words
        assert "71 hours left" in words
        assert client.get(url(child, f"{document.pk}/open/")).status_code == 404
        assert client.get(url(right, f"{document.pk}/open/")).status_code == 200

    def test_the_right_child_is_found_by_letters_and_nobody_else_is_listed(
        self, client, child, school
    ):
        right = PupilFactory(school=school, first_name="Right", last_name="Child")
        PupilFactory(school=school, first_name="Somebody", last_name="Other")
        document = filed(child)
        page = url(child, f"{document.pk}/misfiled/")
        assert "Somebody Other" not in text_of(client.get(page))
        typed = {"find": "righ", "look": "1", "happened": "Scanned with others"}
        found = text_of(response := client.post(page, typed))
        assert "Right Child" in found and "Somebody Other" not in found
        assert "Fill this in" not in found and "Scanned with others" in found
        assert str(right.pk) in response.content.decode()
        assert "No child here has that name." in text_of(client.post(page, typed | {"find": "xq"}))
        assert not Breach.objects.exists()

    def test_sealed_and_opened_again(self, client, child, school):
        document = filed(child)
        client.post(url(child, f"{document.pk}/misfiled/"), self.facts | {"step": "seal"})
        assert "Sealed" in text_of(client.get(url(child)))
        assistant = client_of(member(school, Role.ASSISTANT_SENDCO))
        assert "Sealed" not in text_of(assistant.get(url(child)))
        client.post(url(child, f"{document.pk}/unseal/"))
        assert client.get(url(child, f"{document.pk}/open/")).status_code == 200

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"step": "move"}, "Find the child"),
            ({"step": "seal", "happened": ""}, "Fill this in"),
            ({"step": "seal", "found_on": "24 Nov 2026"}, "has not come yet"),
        ],
    )
    def test_nothing_happens_before_it_is_said_what_happened(self, client, child, facts, words):
        document = filed(child)
        response = client.post(url(child, f"{document.pk}/misfiled/"), self.facts | facts)
        assert words in text_of(response)
        assert not Breach.objects.exists()

    def test_a_child_of_another_school_cannot_be_chosen(self, client, child, school):
        elsewhere = PupilFactory()
        behind_the_wall(school)
        document = filed(child)
        client.post(
            url(child, f"{document.pk}/misfiled/"),
            self.facts | {"step": "move", "to": elsewhere.pk},
        )
        document.refresh_from_db()
        assert document.pupil_id == child.pk

    def test_the_decision_is_written_down(self, client, child):
        document = filed(child)
        client.post(url(child, f"{document.pk}/misfiled/"), self.facts | {"step": "seal"})
        page = f"/oakfield/breaches/{Breach.objects.get().pk}/"
        facts = {"action": "Told the family", "risk": "unlikely"}
        assert "Say why" in text_of(client.post(page, facts))
        client.post(page, facts | {"risk_reason": "Nobody had opened it", "is_closed": "on"})
        assert "Closed" in text_of(client.get("/oakfield/breaches/"))
        assert "Nobody had opened it" in text_of(client.get(page))


class TestPhoto:
    def photo(self, child) -> str:
        return f"/oakfield/children/{child.pk}/photo/"

    def test_beside_the_name_for_those_who_may_see_the_child(self, client, child, school, sendco):
        assert client.get(self.photo(child)).status_code == 404
        response = client.post(self.photo(child) + "change/", {"file": sent("a.jpg", picture())})
        assert response.status_code == 302
        page = client.get(f"/oakfield/children/{child.pk}/").content.decode()
        assert f'src="{self.photo(child)}?' in page
        for _ in range(2):
            shown = client.get(self.photo(child))
        assert shown["Content-Type"] == "image/jpeg"
        assert CAMERA.encode() not in shown.content
        assert AuditEvent.objects.filter(action="view_photo").count() == 1
        stranger = client_of(teacher_of(ClassGroupFactory(school=school)))
        assert stranger.get(self.photo(child)).status_code == 404

    def test_removed(self, client, child, sendco):
        set_photo(pupil=child, upload=upload("a.jpg", picture()), by=sendco)
        client.post(self.photo(child) + "remove/")
        assert not PupilPhoto.objects.exists()

    def test_no_other_file(self, client, child):
        response = client.post(self.photo(child) + "change/", {"file": sent("a.pdf", pdf())})
        assert "no picture" in text_of(response)


def test_the_search_box_finds_words_and_the_timeline_the_paper(client, child, school):
    document = filed(child, title="EP report", of_on=dt.date(2026, 3, 4))
    document.words.update(text="She has dysphagia at lunch")
    found = client.post("/oakfield/search/", {"q": "dysphagia"}, follow=True)
    assert f"documents/{document.pk}/" in found.content.decode()
    assert "at lunch" in text_of(found)
    assert AuditEvent.objects.filter(action="search", pupil_ids=[child.pk]).exists()
    timeline = client.get(f"/oakfield/children/{child.pk}/timeline/?kind=documents")
    assert "Educational psychology report: EP report" in text_of(timeline)
    office = client_of(member(school, Role.OFFICE))
    assert "EP report" not in text_of(
        office.post("/oakfield/search/", {"q": "dysphagia"}, follow=True)
    )
