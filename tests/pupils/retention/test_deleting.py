"""A record is deleted for good: nothing of the child is left anywhere but ids in the log."""

import datetime as dt
import io

import pypdf
import pytest
import time_machine
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.documents import keeping
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Deadline, Job
from pupils.codes import Tried
from pupils.models import (
    AgendaItem,
    Breach,
    DeletionCertificate,
    Document,
    Enrolment,
    Meeting,
    MeetingLink,
    Need,
    ParentPageLink,
    Pupil,
    RetentionDecision,
    StrategyTry,
    SupplyLink,
)
from pupils.services.documents.filing import file_document
from pupils.services.needs import add_need
from pupils.services.retention.deciding import undo_decision
from pupils.services.retention.deleting import delete_record, reference_of, start_deletions
from pupils.services.strategies import add_strategy
from pupils.services.tries import note_try
from pupils.tasks import documents
from tests.conventions.world import make_school
from tests.documents.making import pdf, upload
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.pupils.meetings.makers import planned_for_class
from tests.pupils.retention.makers import JUST_OVER, binned, former

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
#: Where a deleted child's id may stand: the log, and the history of the breach register.
THE_LOG = {"aylsham_auditevent", "pupils_breachevent"}


@pytest.fixture
def school():
    school = SchoolFactory()
    behind_the_wall(school)
    return school


@pytest.fixture
def people(school):
    return member(school, Role.SENDCO), member(school, Role.HEAD)


@pytest.fixture
def by(people):
    return people[0]


def gone_by(row: RetentionDecision) -> RetentionDecision:
    """As if it had been confirmed thirty-one days ago."""
    RetentionDecision.objects.filter(pk=row.pk).update(
        confirmed_at=row.confirmed_at - dt.timedelta(days=31)
    )
    return row


def due(child: Pupil, people) -> RetentionDecision:
    return gone_by(binned(child, *people))


def job_of(row: RetentionDecision) -> Job:
    """The night's work of deleting this record."""
    return Job.objects.get(kind="delete_record", arguments={"decision": str(row.pk)})


def deleted(child: Pupil, people) -> DeletionCertificate:
    """Through the night's job, with a certificate."""
    row = due(child, people)
    assert start_deletions(school=child.school) == 1
    assert run_job(job_of(row).pk) == JobState.DONE
    return DeletionCertificate.objects.get(decision_id=row.pk)


def places_of(text: str) -> set[str]:
    """The tables in which a text stands in any row, of rows that this session may see."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            name = connection.ops.quote_name(table)
            cursor.execute(
                f"SELECT EXISTS (SELECT FROM {name} t WHERE t::text LIKE %s)", [f"%{text}%"]
            )
            if cursor.fetchone()[0]:
                found.add(table)
    return found


def links_of_records() -> list:
    """Models of secret addresses that lead to something of one child."""
    models = apps.get_app_config("pupils").get_models()
    named = [model for model in models if "token_hash" in {f.name for f in model._meta.fields}]
    return [model for model in named if model is not SupplyLink]  # leads to a class


def class_meeting(school, by, *, others: int):
    """A child whose time is over, and a class meeting about it and others, with words of its own."""
    child = former(school)
    group = ClassGroupFactory(school=school)
    Pupil.objects.filter(pk=child.pk).update(class_group=group)
    child.refresh_from_db()
    more = [PupilFactory(school=school, class_group=group) for _ in range(others)]
    meeting = planned_for_class([child, *more], by)
    AgendaItem.objects.filter(meeting=meeting, pupil=child).update(text="Hers alone")
    return child, meeting


class TestEverythingGoes:
    def test_a_record_with_a_row_for_every_address(self, people, school):
        """The record that the walls are walked with: every kind of row there is, and its history."""
        behind_the_wall(school)
        world = make_school(SchoolFactory(slug="own"), "Owlmark")
        behind_the_wall(world.school)
        child = world.pupil
        Pupil.objects.filter(pk=child.pk).update(born_on=JUST_OVER)
        Enrolment.objects.filter(pupil=child).update(
            starts_on=dt.date(2001, 9, 1), ends_on=dt.date(2007, 7, 20)
        )
        Document.objects.exclude(hold_reason="").update(hold_reason="")
        for request in child.records_requests.filter(answered_on=None):
            request.answered_on, request.answered_by = TODAY, world.membership.user
            request.outcome = "withdrawn"
            request.save()
        child.refresh_from_db()
        RetentionDecision.objects.filter(pupil=child).delete()
        assert len(places_of(str(child.pk))) > 60
        links = [model for model in links_of_records() if model.objects.exists()]
        assert {MeetingLink, ParentPageLink} < set(links)
        sendco, head = member(world.school, Role.SENDCO), member(world.school, Role.HEAD)
        certificate = deleted(child, (sendco, head))
        assert places_of(str(child.pk)) <= THE_LOG
        assert not places_of("Owlmarkina")
        # Secret addresses name a row by its plain id: none is left that leads to nothing.
        assert [model.__name__ for model in links if model.objects.exists()] == []
        assert len(certificate.counts) > 40
        assert certificate.issued_at
        assert AuditEvent.objects.filter(pupil_ids__contains=[child.pk]).exists()

    def test_history_of_what_was_deleted_before(self, school, people, by):
        child = former(school)
        need = add_need(pupil=child, need_type="SLCN", in_words="Words of long ago", by=by)
        Need.objects.filter(pk=need.pk).delete()
        assert places_of("Words of long ago")
        deleted(child, people)
        assert not places_of("Words of long ago")

    def test_files_and_the_words_of_the_search(self, school, people, by):
        child, other = former(school), PupilFactory(school=school)
        for whose, text in ((child, "Only hers"), (child, "Both"), (other, "Both")):
            facts = {"kind": "ep", "of_on": TODAY, "title": text}
            document = file_document(pupil=whose, upload=upload("a.pdf", pdf(text)), by=by, **facts)
        shared = document.versions.get().digest
        hers = Document.objects.get(title="Only hers").versions.get().digest
        certificate = deleted(child, people)
        assert (certificate.files, certificate.files_left) == (2, [])
        with pytest.raises(OSError, match="No such file"):
            keeping.read(school.pk, hers)
        assert keeping.read(school.pk, shared)
        assert places_of("Only hers") == set()

    def test_a_class_meeting_stays_with_the_others(self, school, people, by):
        child, meeting = class_meeting(school, by, others=1)
        deleted(child, people)
        assert Meeting.objects.get(pk=meeting.pk).children.count() == 1
        assert not places_of("Hers alone")

    def test_a_class_meeting_about_nobody_else_goes(self, school, people, by):
        child, meeting = class_meeting(school, by, others=0)
        deleted(child, people)
        assert not Meeting.objects.filter(pk=meeting.pk).exists()
        assert not places_of("Hers alone")

    def test_the_breach_register_stays_without_the_child(self, school, people, by):
        child = former(school)
        breach = Breach.objects.create(
            school=school, pupil=child, happened="A letter went astray", action="Told them",
            found_at=dt.datetime(2026, 11, 2, tzinfo=dt.UTC), recorded_by=by,
            recorded_at=dt.datetime(2026, 11, 2, tzinfo=dt.UTC),
        )  # fmt: skip
        deleted(child, people)
        breach.refresh_from_db()
        assert breach.pupil is None

    def test_deadlines_go_and_other_children_stay(self, school, people):
        other = former(school)
        rebuild_deadlines(school)
        deleted(former(school), people)
        assert set(Deadline.objects.values_list("pupil_id", flat=True)) == {other.pk}


class TestOnce:
    def test_the_second_time_nothing_is_deleted_and_there_is_one_certificate(self, school, people):
        row = due(former(school), people)
        first = delete_record(school=school, decision_id=row.pk)
        assert delete_record(school=school, decision_id=row.pk) == first
        assert AuditEvent.objects.filter(action="delete_record").count() == 1

    @pytest.mark.parametrize("place", ["forget_files", "write_pages", "issue_certificate"])
    def test_a_killed_worker_is_gone_on_from(self, school, people, by, monkeypatch, place):
        child = former(school)
        file_document(
            pupil=child, upload=upload("a.pdf", pdf("Hers")), kind="ep", of_on=TODAY, by=by
        )
        digest = Document.objects.get().versions.get().digest
        row = due(child, people)
        start_deletions(school=school)
        job = job_of(row)

        class Killed(BaseException):
            """Nothing catches it, like SIGKILL."""

        def dies(*args, **kwargs):
            raise Killed

        with monkeypatch.context() as patch:
            patch.setattr(documents, place, dies)
            with pytest.raises(Killed):
                run_job(job.pk)
        assert DeletionCertificate.objects.get().issued_at is None
        assert not Pupil.objects.filter(pk=child.pk).exists()
        Job.objects.filter(pk=job.pk).update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        assert run_job(job.pk) == JobState.DONE
        certificate = DeletionCertificate.objects.get()
        assert certificate.issued_at
        assert not list(keeping.kept(school.pk)), digest
        assert AuditEvent.objects.filter(action="delete_record").count() == 1

    def test_killed_among_the_rows_nothing_is_gone(self, school, people, monkeypatch):
        child = former(school)
        row = due(child, people)

        def dies(*args, **kwargs):
            raise KeyboardInterrupt

        monkeypatch.setattr("pupils.services.retention.deleting.rebuild_deadlines", dies)
        with pytest.raises(KeyboardInterrupt):
            delete_record(school=school, decision_id=row.pk)
        assert Pupil.objects.filter(pk=child.pk).exists()
        assert not DeletionCertificate.objects.exists()
        assert not AuditEvent.objects.filter(action="delete_record").exists()

    @pytest.mark.parametrize(("days", "count"), [(30, 0), (31, 1)])
    def test_thirty_days_are_for_changing_ones_mind(self, school, people, days, count):
        row = binned(former(school), *people)
        RetentionDecision.objects.filter(pk=row.pk).update(
            confirmed_at=row.confirmed_at - dt.timedelta(days=days)
        )
        assert start_deletions(school=school) == count
        assert (delete_record(school=school, decision_id=row.pk) is not None) is bool(count)

    def test_taken_out_of_the_bin_it_stays(self, school, people):
        child = former(school)
        row = due(child, people)
        start_deletions(school=school)
        undo_decision(decision=row, by=people[1])
        run_job(job_of(row).pk)
        assert Pupil.objects.filter(pk=child.pk).exists()

    def test_what_stopped_half_way_is_gone_on_with_the_next_night(self, school, people):
        row = due(former(school), people)
        delete_record(school=school, decision_id=row.pk)
        assert start_deletions(school=school) == 1
        assert run_job(job_of(row).pk) == JobState.DONE
        assert DeletionCertificate.objects.get().issued_at
        assert start_deletions(school=school) == 0

    def test_what_was_held_goes_once_the_hold_is_gone(self, school, people):
        child = former(school)
        row = due(child, people)
        held = Document.objects.create(
            school=school, pupil=child, kind="ep", title="R", of_on=TODAY, hold_reason="Claim",
            filed_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
        )  # fmt: skip
        start_deletions(school=school)
        run_job(job_of(row).pk)
        Document.objects.filter(pk=held.pk).update(hold_reason="")
        with time_machine.travel(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
            assert start_deletions(school=school) == 1
            run_job(Job.objects.filter(kind="delete_record").order_by("-created_at").first().pk)
        assert not Pupil.objects.filter(pk=child.pk).exists()

    def test_held_meanwhile_it_stays(self, school, people):
        child = former(school)
        row = due(child, people)
        Document.objects.create(
            school=school, pupil=child, kind="ep", title="R", of_on=TODAY, hold_reason="Claim",
            filed_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
        )  # fmt: skip
        assert delete_record(school=school, decision_id=row.pk) is None
        assert Pupil.objects.filter(pk=child.pk).exists()


class TestTheWallAroundNotes:
    def notes_of(self, child, by):
        strategy = add_strategy(pupil=child, text="Sits in front", since_on=TODAY, by=by)
        note_try(strategy=strategy, answer=Tried.WORKED, on=TODAY, by=by)
        return StrategyTry.objects.get(strategy=strategy)

    @pytest.mark.parametrize(
        ("table", "words"),
        [("aylsham_auditevent", "never deleted"), ("pupils_strategytry", "no confirmed decision")],
    )
    def test_only_by_a_confirmed_decision_and_never_the_log(self, school, by, table, words):
        note = self.notes_of(former(school), by)
        with (
            pytest.raises(DatabaseError, match=words),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT forget_frozen_rows(%s, %s, %s)", [table, [note.pk], note.pk])

    def test_afterwards_notes_are_frozen_again(self, school, people, by):
        child, other = former(school), former(school)
        kept = self.notes_of(other, by)
        self.notes_of(child, by)
        deleted(child, people)
        assert StrategyTry.objects.get() == kept
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            StrategyTry.objects.all()._raw_delete("default")


class TestCertificate:
    def test_it_says_what_and_who_and_nothing_of_the_child(self, school, people, by):
        child = former(school, first_name="Rosalind", last_name="Marchbanks", upn="A123456789012")
        add_need(pupil=child, need_type="SLCN", in_words="Speech sounds", by=by)
        certificate = deleted(child, people)
        text = " ".join(
            "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(certificate.pdf)).pages)
            .split()
        )  # fmt: skip
        for said in ("ended in 2026", "IRMS Schools Toolkit", by.name, people[1].name, "Needs"):
            assert said in text
        assert certificate.reference in text
        for hidden in ("Rosalind", "Marchbanks", "A123456789012", "1995", "Speech"):
            assert hidden not in text
        assert reference_of(school, "A123456789012") == certificate.reference
        assert reference_of(SchoolFactory(), "A123456789012") != certificate.reference

    def test_numbers_follow_one_another_in_a_school(self, school, people):
        assert [deleted(former(school), people).number for _ in range(2)] == [1, 2]


def test_every_model_of_a_child_is_traced():
    """A table that points at a child goes with it, is emptied of it, or is named as staying."""
    from pupils.services.retention.tracing import GOES, STAYS

    loose = {
        model
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Pupil
        and not hasattr(model, "pgh_tracked_model")
        and field.remote_field.on_delete.__name__ != "CASCADE"
    }
    assert loose == {*GOES, *STAYS}
