"""Documents on a child: filed, versions, bin, moved, sealed, forgotten; what rolls back."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.documents import keeping
from aylsham.documents.checks.refusal import FileRefused
from aylsham.identifiers import uuid7
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import BreachRisk, WordsState
from pupils.models import Breach, Document, DocumentVersion, DocumentWords, PupilPhoto
from pupils.rules.documents import clock_words, paper_named, report_by, title_from
from pupils.selectors.document_search import find_documents
from pupils.selectors.documents import advice_of, documents_of
from pupils.selectors.openings import who_opened
from pupils.services.documents.binning import (
    bin_document,
    empty_bin,
    restore_document,
    sweep_files,
)
from pupils.services.documents.filing import (
    DOCUMENT_FIELDS,
    TWICE,
    change_document,
    file_document,
    replace_document,
)
from pupils.services.documents.misfiled import (
    BreachNote,
    decide_breach,
    move_document,
    seal_document,
    unseal_document,
)
from pupils.services.documents.photos import remove_photo, set_photo
from pupils.services.documents.words import keep_words
from pupils.tasks.documents import tidy_all_documents
from tests.documents.making import CAMERA, pdf, picture, upload, word
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pupils.test_search import access_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zoë", last_name="Burton")


def filed(pupil, by=None, *, name="Zoe Burton EP report.pdf", data=None, kind="ep", **more):
    data = data or pdf(f"Report {name}")
    return file_document(pupil=pupil, kind=kind, upload=upload(name, data), by=by, **more)


def actions() -> list[str]:
    return list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))


def note(**more) -> BreachNote:
    facts = {"happened": "Scanned together", "action": "Told the head", "found_at": timezone.now()}
    return BreachNote(**facts | more)


class TestFiling:
    def test_what_is_empty_follows_from_the_type(self, child, sendco):
        document = filed(child, sendco, author="Dr Ann Lee", of_on=dt.date(2026, 3, 4))
        assert (document.title, document.profession) == ("EP report", "Educational psychologist")
        assert document.is_advice
        assert document.sensitivity == Sensitivity.EVERYONE
        assert document.file_name == "educational-psychology-report-2026-03-04"
        version = document.versions.get()
        assert keeping.read(child.school_id, version.digest) == pdf(
            "Report Zoe Burton EP report.pdf"
        )
        assert actions() == ["file_document"]
        assert "Burton" not in str(AuditEvent.objects.get().detail)

    def test_medical_papers_are_sensitive_by_themselves(self, child):
        assert filed(child, kind="medical").sensitivity == Sensitivity.SENSITIVE

    def test_without_a_date_it_is_filed_today_and_says_so(self, child):
        document = filed(child)
        assert (document.of_on, document.is_date_known) == (TODAY, False)

    def test_a_refused_file_leaves_nothing(self, child):
        with pytest.raises(FileRefused):
            filed(child, data=b"MZ program")
        assert not Document.objects.exists()
        assert actions() == []

    def test_the_same_file_twice_is_refused(self, child, school):
        filed(child, data=pdf("Once"))
        with pytest.raises(TransitionNotAllowed, match=TWICE):
            filed(child, data=pdf("Once"), name="other.pdf")
        filed(PupilFactory(school=school), data=pdf("Once"))
        assert DocumentVersion.objects.values("digest").distinct().count() == 1

    def test_a_photo_is_known_again_though_it_was_changed(self, child):
        filed(child, data=picture(), name="a.jpg", kind="work")
        with pytest.raises(TransitionNotAllowed):
            filed(child, data=picture(), name="b.jpg", kind="work")
        version = DocumentVersion.objects.get()
        assert version.digest != version.sent_digest
        assert CAMERA.encode() not in keeping.read(child.school_id, version.digest)

    def test_a_rollback_leaves_no_row_and_the_night_takes_the_file(self, child, school):
        with pytest.raises(RuntimeError), transaction.atomic():
            filed(child)
            raise RuntimeError
        assert (Document.objects.count(), AuditEvent.objects.count()) == (0, 0)
        now = timezone.now()
        assert sweep_files(school=school, now=now) == 0
        assert sweep_files(school=school, now=now + dt.timedelta(days=3650)) == 1

    def test_a_photo_and_a_scan_of_a_school_lie_in_its_own_folder(self, child):
        other = PupilFactory()
        behind_the_wall(child.school, other.school)
        one = filed(child, data=pdf("Same")).versions.get()
        two = filed(other, data=pdf("Same")).versions.get()
        assert one.digest == two.digest
        keeping.forget(other.school_id, two.digest)
        assert keeping.read(child.school_id, one.digest)


class TestChanging:
    def test_to_another_type_and_reader(self, child, sendco):
        document = filed(child)
        before = version_of(document, DOCUMENT_FIELDS)
        changes = {"kind": "medical", "sensitivity": Sensitivity.SENSITIVE}
        change_document(document=document, changes=changes, version=before, by=sendco)
        document.refresh_from_db()
        assert (document.kind, document.sensitivity) == ("medical", Sensitivity.SENSITIVE)
        assert AuditEvent.objects.last() is not None
        with pytest.raises(StaleSave):
            change_document(document=document, changes=changes, version=before, by=sendco)

    def test_two_versions_both_open(self, child, sendco):
        document = filed(child, data=pdf("First"))
        replace_document(document=document, upload=upload("b.pdf", pdf("Second")), by=sendco)
        second, first = document.versions.all()
        assert (second.number, first.number) == (2, 1)
        assert keeping.read(child.school_id, first.digest) == pdf("First")
        with pytest.raises(TransitionNotAllowed, match=TWICE):
            replace_document(document=document, upload=upload("c.pdf", pdf("First")), by=sendco)


class TestBin:
    def test_in_and_out(self, child, sendco):
        document = bin_document(document=filed(child), reason="Filed twice", by=sendco)
        access = access_of(sendco, child.school)
        assert documents_of(access, child) == []
        with pytest.raises(TransitionNotAllowed, match="in the bin"):
            bin_document(document=document, reason="Again", by=sendco)
        restore_document(document=document, by=sendco)
        assert len(documents_of(access, child)) == 1
        with pytest.raises(TransitionNotAllowed, match="not in the bin"):
            restore_document(document=document, by=sendco)

    @pytest.mark.parametrize(("days", "is_gone"), [(29, False), (30, False), (31, True)])
    def test_it_goes_after_thirty_days(self, child, sendco, days, is_gone):
        document = bin_document(document=filed(child), reason="Mistake", by=sendco)
        later = timezone.now() + dt.timedelta(days=days, hours=-1)
        assert empty_bin(school=child.school, now=later) == int(is_gone)
        assert Document.objects.filter(pk=document.pk).exists() is not is_gone

    def test_nothing_of_it_stays_but_the_proof(self, child, sendco):
        document = filed(child, sendco, title="A telling title")
        digest = document.versions.get().digest
        bin_document(document=document, reason="Mistake", by=sendco)
        later = timezone.now() + dt.timedelta(days=31)
        empty_bin(school=child.school, now=later)
        assert not apps.get_model("pupils", "DocumentEvent").objects.exists()
        assert not DocumentWords.objects.exists()
        proof = AuditEvent.objects.filter(action="delete_document").get()
        assert proof.detail == {"kind": "ep", "digests": [digest]}
        assert sweep_files(school=child.school, now=later) == 1
        with pytest.raises(OSError, match="No such file"):
            keeping.read(child.school_id, digest)

    def test_a_file_that_another_child_has_too_stays(self, child, school, sendco):
        one = filed(child, data=pdf("Shared"))
        filed(PupilFactory(school=school), data=pdf("Shared"))
        bin_document(document=one, reason="Mistake", by=sendco)
        later = timezone.now() + dt.timedelta(days=31)
        empty_bin(school=school, now=later)
        assert sweep_files(school=school, now=later) == 0


class TestWrongChild:
    def test_moved_with_its_versions_and_a_note(self, child, school, sendco):
        right = PupilFactory(school=school)
        document = filed(child, sendco)
        breach = move_document(document=document, to=right, note=note(), by=sendco)
        access = access_of(sendco, school)
        assert documents_of(access, child) == []
        assert [line.id for line in documents_of(access, right)] == [document.pk]
        assert (breach.pupil, breach.about, breach.risk) == (child, right, BreachRisk.OPEN)
        moved = AuditEvent.objects.get(action="move_document")
        assert set(moved.pupil_ids) == {child.pk, right.pk}

    def test_not_to_another_school_and_not_to_itself(self, child, sendco):
        other = PupilFactory()
        document = filed(child)
        with pytest.raises(TransitionNotAllowed, match="stays in its school"):
            move_document(document=document, to=other, note=note(), by=sendco)
        with pytest.raises(TransitionNotAllowed, match="already"):
            move_document(document=document, to=child, note=note(), by=sendco)
        assert not Breach.objects.exists()

    def test_sealed_it_is_gone_for_all_and_can_come_back(self, child, sendco):
        document = filed(child)
        seal_document(document=document, note=note(), by=sendco)
        access = access_of(sendco, child.school)
        assert documents_of(access, child) == []
        with pytest.raises(TransitionNotAllowed, match="sealed"):
            replace_document(document=document, upload=upload("b.pdf", pdf("b")), by=sendco)
        unseal_document(document=document, by=sendco)
        assert len(documents_of(access, child)) == 1

    def test_the_register_takes_its_decisions_in_order(self, child, sendco):
        breach = seal_document(document=filed(child), note=note(), by=sendco)
        facts = {"action": "Told the family", "risk_reason": "Read by one teacher", "by": sendco}
        with pytest.raises(TransitionNotAllowed, match="Decide first"):
            decide_breach(breach=breach, risk="open", reported_at=None, is_closed=True, **facts)
        early = breach.found_at - dt.timedelta(hours=1)
        with pytest.raises(TransitionNotAllowed, match="before"):
            decide_breach(
                breach=breach, risk="reported", reported_at=early, is_closed=False, **facts
            )
        decide_breach(breach=breach, risk="unlikely", reported_at=None, is_closed=True, **facts)
        with pytest.raises(TransitionNotAllowed, match="closed"):
            decide_breach(breach=breach, risk="open", reported_at=None, is_closed=False, **facts)

    @pytest.mark.parametrize(
        ("hours", "words"),
        [(0, "72 hours left"), (71.5, "less than an hour left"), (72, "less than an hour left"),
         (73.5, "1 hour over"), (100, "28 hours over")],
    )  # fmt: skip
    def test_the_clock_counts_72_hours(self, hours, words):
        found = dt.datetime(2026, 3, 28, 9, tzinfo=dt.UTC)  # the clocks change that night
        assert clock_words(found, found + dt.timedelta(hours=hours)) == words
        assert report_by(found) == found + dt.timedelta(hours=72)


class TestWhoReads:
    def test_teachers_read_what_is_not_sensitive(self, school, sendco):
        group = ClassGroupFactory(school=school)
        child = PupilFactory(school=school, class_group=group)
        plain = filed(child)
        filed(child, kind="medical", name="m.pdf")
        care = filed(child, kind="pep", name="p.pdf")
        seen = documents_of(access_of(teacher_of(group), school), child)
        assert [line.id for line in seen] == [plain.pk]
        assert len(documents_of(access_of(sendco, school), child)) == 3
        designated = member(school, Role.DESIGNATED_TEACHER)
        assert care.pk in {d.id for d in documents_of(access_of(designated, school), child)}

    def test_of_another_class_they_read_none(self, child, school):
        filed(child)
        group = ClassGroupFactory(school=school)
        assert documents_of(access_of(teacher_of(group), school), child) == []

    @pytest.mark.parametrize("role", [Role.LSA, Role.COVER, Role.GOVERNOR, Role.TRAINEE])
    def test_some_roles_read_none(self, child, school, role):
        filed(child)
        assert documents_of(access_of(member(school, role), school), child) == []

    def test_the_office_reads_back_what_it_filed_itself(self, child, school):
        office = member(school, Role.OFFICE)
        own = filed(child, office)
        filed(child, name="other.pdf")
        filed(child, office, kind="medical", name="m.pdf")
        seen = documents_of(access_of(office, school), child)
        assert [line.id for line in seen] == [own.pk]

    def test_section_k_lists_advice_oldest_first(self, child, sendco):
        new = filed(child, of_on=dt.date(2026, 5, 1))
        old = filed(child, kind="slt", of_on=dt.date(2024, 5, 1), name="s.pdf")
        filed(child, kind="letter", name="l.pdf")
        found = advice_of(access_of(sendco, child.school), child)
        assert [line.id for line in found] == [old.pk, new.pk]


@pytest.mark.django_db(transaction=True)
def test_words_are_read_by_a_worker_in_its_own_transactions():
    school = SchoolFactory()
    with school_transaction(school):
        document = filed(PupilFactory(school=school), data=word("dysphagia"), name="a.docx")
        version = document.versions.get()
        assert version.words_state == WordsState.WAITING
    assert run_job(Job.objects.get(kind="read_document").pk) == JobState.DONE
    with school_transaction(school):
        version.refresh_from_db()
        assert version.words_state == WordsState.READ
        assert DocumentWords.objects.get().text == "dysphagia"


@pytest.mark.django_db(transaction=True)
def test_every_night_the_bin_is_emptied_once():
    school = SchoolFactory()
    with school_transaction(school):
        user = member(school)
        document = bin_document(
            document=filed(PupilFactory(school=school)), reason="Mistake", by=user
        )
        Document.objects.filter(pk=document.pk).update(
            binned_at=timezone.now() - dt.timedelta(days=31)
        )
    tidy_all_documents()
    tidy_all_documents()
    job = Job.objects.get(kind="tidy_documents")
    assert run_job(job.pk) == JobState.DONE
    job.refresh_from_db()
    assert job.result == {"records": 0, "deleted": 1, "swept": 0}


class TestSearch:
    def test_found_by_those_who_may_read_it(self, child, sendco, school):
        document = filed(child, kind="medical", name="m.pdf", author="Dr Quill")
        self.keep(document, "She has dysphagia at lunch")
        (found,) = find_documents(access_of(sendco, school), "dysphagia lunch")
        assert (found.id, found.pupil_id) == (document.pk, child.pk)
        assert "dysphagia" in found.around
        assert find_documents(access_of(sendco, school), "quill")  # its author
        teacher = member(school, Role.PHASE_LEADER)
        assert find_documents(access_of(teacher, school), "dysphagia") == []

    def test_never_in_another_school(self, child, sendco):
        other = PupilFactory()
        behind_the_wall(child.school, other.school)
        self.keep(filed(other), "dysphagia")
        assert find_documents(access_of(sendco, child.school), "dysphagia") == []

    def test_not_in_the_bin_and_only_in_the_newest_version(self, child, sendco):
        access = access_of(sendco, child.school)
        document = filed(child)
        first = document.versions.get()
        self.keep(document, "dysphagia")
        replace_document(document=document, upload=upload("b.pdf", pdf("b")), by=sendco)
        assert find_documents(access, "dysphagia") == []
        keep_words(version=first, text="dysphagia")  # a late worker
        assert find_documents(access, "dysphagia") == []
        self.keep(document, "dysphagia")
        bin_document(document=document, reason="x", by=sendco)
        assert find_documents(access, "dysphagia") == []

    def keep(self, document, text: str) -> None:
        keep_words(version=document.versions.first(), text=text)


class TestPhoto:
    def test_one_of_a_child_without_its_place(self, child, sendco):
        set_photo(pupil=child, upload=upload("a.jpg", picture()), by=sendco)
        photo = set_photo(pupil=child, upload=upload("b.png", picture("PNG")), by=sendco)
        assert PupilPhoto.objects.get() == photo
        data = keeping.read(child.school_id, photo.digest)
        assert data.startswith(b"\xff\xd8")
        assert CAMERA.encode() not in data
        remove_photo(pupil=child, by=sendco)
        assert not PupilPhoto.objects.exists()
        assert actions() == ["change_photo"] * 3


def test_nobody_has_opened_it_yet(child):
    assert who_opened(filed(child)) == []


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("Zoe Burton EP report", "EP report"),
        ("burton_zoë_SALT_report_2026", "SALT report 2026"),
        ("Zoë's passport (2)", "Passport"),
        ("Zoe-Burton", ""),
        ("IMG_1234", ""),
        ("Scan 2026-03-04", ""),
        ("20260304_101500", ""),
        ("Fine motor skills", "Fine motor skills"),
    ],
)
def test_a_title_comes_from_the_files_name_without_the_childs(stem, title):
    assert title_from(stem, ("Zoë", "Burton", "")) == title


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("EP REPORT", "EP report"),
        ("the EP report\n of June", "EP report"),
        ("EP report, second", "EP report, second"),
        ("EP reports", None),
        ("A step report", None),
        ("advice", "Advice"),
        ("Advice of the nurse", None),
        ("", None),
    ],
)
def test_words_name_the_paper_whose_whole_title_stands_in_them(words, named):
    papers = [(title, uuid7()) for title in ("EP report", "EP report, second", "Advice")]
    found = paper_named(words, papers)
    assert found == next((pk for title, pk in papers if title == named), None)
