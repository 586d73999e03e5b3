"""From the wish for a report to its end: who may do what when, and what is kept."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Job
from pupils.models import Pupil
from reports.models import SchoolReport
from reports.selectors.governor import TermNotKnown
from reports.selectors.published import files_of, mark_of, pdf_of
from reports.services.governor import publishing
from reports.services.governor.preparing import (
    ask_for_pdf,
    count_report,
    discard_draft,
    prepare_report,
    write_words,
)
from reports.services.governor.printing import keep_pdf
from reports.services.governor.publishing import publish_report, withdraw_report
from reports.services.governor.recording import record_report
from tests.factories import TODAY, SchoolFactory, behind_the_wall, member
from tests.reports.governor.makers import AUTUMN, GOVERNORS, PUBLIC, counted, published, reportable

pytestmark = pytest.mark.django_db


def actions(school) -> list[str]:
    rows = AuditEvent.objects.filter(school=school, action__contains="_report")
    return list(rows.order_by("pk").values_list("action", flat=True))


@pytest.fixture
def school():
    return reportable()


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


class TestPreparing:
    def test_a_report_is_asked_for_and_a_job_waits_to_count_it(self, school, head):
        report = prepare_report(owner=school, key=AUTUMN, audience=GOVERNORS, by=head)
        job = Job.objects.get(pk=report.job_id)
        assert (report.state, report.version) == ("counting", 1)
        assert (job.kind, job.school, job.started_by) == ("governor_report", school, head)
        assert actions(school) == [Action.PREPARE_REPORT]

    def test_asked_twice_it_is_one_report_and_one_job(self, school, head):
        first = prepare_report(owner=school, key=AUTUMN, audience=GOVERNORS, by=head)
        again = prepare_report(owner=school, key=AUTUMN, audience=GOVERNORS, by=head)
        assert again == first
        assert Job.objects.filter(kind="governor_report").count() == 1
        assert actions(school) == [Action.PREPARE_REPORT]

    def test_it_says_what_was_counted(self, school):
        report = counted(school).report
        assert (report.roll, report.register) == (48, 18)
        assert [line.count for line in report.levels] == [12, 6]
        assert len(report.questions) == 3

    def test_a_term_that_has_not_begun_is_refused_in_words(self, school):
        spring = type(AUTUMN).parse("Spring 2027")
        report = prepare_report(owner=school, key=spring, audience=GOVERNORS, by=None)
        with pytest.raises(TermNotKnown, match="has not begun"):
            count_report(report=report, today=TODAY)

    def test_a_new_version_begins_with_the_words_of_the_last(self, school, head):
        report = counted(school)
        report = write_words(report=report, words={"short": "A good term."}, by=head)
        publish_report(report=report, by=head)
        assert counted(school).words == {"short": "A good term."}


class TestOwnWords:
    def test_they_are_kept_and_empty_boxes_left_out(self, school, head):
        words = {"short": "  A good term. ", "who": " "}
        report = write_words(report=counted(school), words=words, by=head)
        assert report.words == {"short": "A good term."}
        assert AuditEvent.objects.filter(detail__words=["short"]).exists()

    def test_a_second_editor_sees_both_texts(self, school, head):
        report = counted(school)
        version = version_of(report, ["words"])
        write_words(report=report, words={"short": "Mine."}, by=head, version=version)
        with pytest.raises(StaleSave) as refused:
            write_words(report=report, words={"short": "Theirs."}, by=head, version=version)
        assert refused.value.differences[0].now == "Mine."

    def test_words_that_name_a_child_are_refused(self, school, head):
        pupil = school_child(school)
        text = f"We are proud of {pupil.first_name}  {pupil.last_name.upper()}."
        with pytest.raises(TransitionNotAllowed, match="name a child"):
            write_words(report=counted(school), words={"short": text}, by=head)

    def test_a_published_report_takes_no_words(self, school, head):
        with pytest.raises(TransitionNotAllowed, match="stays as it is"):
            write_words(report=published(school), words={"short": "Late."}, by=head)


class TestPublishing:
    def test_governors_have_it_and_the_version_before_is_kept(self, school, head):
        first = published(school)
        second = published(school, by=head)
        first.refresh_from_db()
        assert (first.state, second.state) == ("replaced", "published")
        assert second.published_by == head
        assert [r.version for r in SchoolReport.objects.order_by("version")] == [1, 2]

    def test_what_is_not_counted_cannot_be_published(self, school, head):
        report = prepare_report(owner=school, key=AUTUMN, audience=GOVERNORS, by=head)
        with pytest.raises(TransitionNotAllowed, match="still being counted"):
            publish_report(report=report, by=head)

    def test_published_twice_is_refused(self, school, head):
        report = published(school)
        with pytest.raises(TransitionNotAllowed):
            publish_report(report=report, by=head)

    def test_another_report_in_between_asks_for_a_new_count(self, school, head):
        public = counted(school, PUBLIC)
        published(school, GOVERNORS)
        with pytest.raises(TransitionNotAllowed, match="Count this one again"):
            publish_report(report=public, by=head)
        publish_report(report=counted(school, PUBLIC), by=head)

    def test_a_sister_schools_report_is_in_nobodys_way(self, school, head):
        draft = counted(school)
        sister = reportable(federation=school.federation)
        published(sister)
        assert publish_report(report=draft, by=head).is_published

    def test_rolled_back_it_leaves_no_trace(self, school, head, monkeypatch):
        report = counted(school)
        before = actions(school)

        def write_and_fail(*args, **more):
            record_report(*args, **more)
            raise RuntimeError

        monkeypatch.setattr(publishing, "record_report", write_and_fail)
        with pytest.raises(RuntimeError), transaction.atomic():
            publish_report(report=report, by=head)
        report.refresh_from_db()
        assert report.is_draft
        assert actions(school) == before

    def test_withdrawn_with_a_reason_and_never_without(self, school, head):
        report = published(school)
        with pytest.raises(TransitionNotAllowed, match="Say why"):
            withdraw_report(report=report, reason=" ", by=head)
        report = withdraw_report(report=report, reason="A wrong roll.", by=head)
        assert (report.state, report.withdrawn_because) == ("withdrawn", "A wrong roll.")
        assert actions(school)[-1] == Action.WITHDRAW_REPORT
        with pytest.raises(TransitionNotAllowed):
            withdraw_report(report=report, reason="Again.", by=head)

    def test_a_draft_can_be_thrown_away_and_a_published_report_not(self, school, head):
        discard_draft(report=counted(school, PUBLIC), by=head)
        assert not SchoolReport.objects.exists()
        with pytest.raises(TransitionNotAllowed):
            discard_draft(report=published(school), by=head)

    def test_the_database_refuses_two_published_versions(self, school):
        published(school)
        second = counted(school)
        with pytest.raises(IntegrityError), transaction.atomic():
            SchoolReport.objects.filter(pk=second.pk).update(
                state="published", published_at=second.made_at
            )


class TestPdf:
    def kept(self, report, pdf=b"%PDF-1"):
        return keep_pdf(report=report, pdf=pdf, made_of=mark_of(report))

    def test_a_published_pdf_is_kept_once(self, school):
        report = fresh(published(school))
        first = self.kept(report)
        assert self.kept(report, b"%PDF-2") == first
        assert bytes(pdf_of(report).pdf) == b"%PDF-1"

    def test_nobody_can_change_or_delete_it(self, school):
        self.kept(fresh(published(school)))
        file = files_of(SchoolReport.objects.get())
        with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
            file.update(pdf=b"%PDF-other")
        with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
            file.delete()

    def test_a_drafts_pdf_is_old_when_the_words_change(self, school, head):
        report = fresh(counted(school))
        self.kept(report)
        assert pdf_of(report)
        report = write_words(report=report, words={"who": "New."}, by=head)
        assert pdf_of(report) is None

    def test_a_draft_published_while_it_was_printed_is_not_taken_for_the_published_one(
        self, school, head
    ):
        report = fresh(counted(school))
        made_of = mark_of(report)
        publish_report(report=report, by=head)
        assert keep_pdf(report=report, pdf=b"%PDF-draft", made_of=made_of) is None

    def test_it_is_asked_for_once(self, school, head):
        report = counted(school)
        Job.objects.update(state="done", ended_at=report.made_at)
        ask_for_pdf(report=report, by=head)
        ask_for_pdf(report=report, by=head)
        assert Job.objects.filter(state="waiting").count() == 1

    def test_what_is_withdrawn_is_not_printed(self, school, head):
        report = withdraw_report(report=published(school), reason="Wrong.", by=head)
        with pytest.raises(TransitionNotAllowed):
            ask_for_pdf(report=report, by=head)


def test_a_federations_report_is_written_down_at_each_of_its_schools(school):
    sister = reportable(federation=school.federation)
    report = published(school.federation)
    assert report.report.roll == 96
    assert [line.name for line in report.report.schools] == [school.name, sister.name]
    for each in (school, sister):
        assert actions(each) == [Action.PREPARE_REPORT, Action.PUBLISH_REPORT]


def test_another_federation_has_no_part_in_it(school):
    stranger = SchoolFactory()
    published(school)
    behind_the_wall(stranger)
    assert not SchoolReport.objects.filter(school=stranger).exists()


def fresh(report):
    """As another process would read it."""
    return type(report).objects.get(pk=report.pk)


def school_child(school) -> Pupil:
    return Pupil.objects.filter(school=school).first()
