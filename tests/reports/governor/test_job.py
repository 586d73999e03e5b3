"""The report as background work: counted, printed, kept once, wherever a worker is killed."""

import datetime as dt

import pytest
from django.db.models.functions import Now

from aylsham.documents.rendering import PangoMissing, PdfProblem
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.jobs.services import cancel_job
from aylsham.models import Job
from aylsham.tenancy.row_security import school_transaction
from pupils.tasks import setting
from reports.models import SchoolReport, SchoolReportFile
from reports.selectors.published import mark_of
from reports.services.governor.preparing import ask_for_pdf, prepare_report
from reports.services.governor.publishing import publish_report
from tests.aylsham.jobs.processes import in_process
from tests.factories import UserFactory
from tests.reports.governor.makers import AUTUMN, GOVERNORS, counted, reportable

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("today")]

PLACES = (
    "claimed",
    "step committed",
    "after outside work",
    "before finish",
    "finished, uncommitted",
)


@pytest.fixture(autouse=True)
def quick_printer(monkeypatch):
    """What is printed does not matter here."""
    monkeypatch.setattr(setting, "write_pdf", lambda html: b"%PDF-quick")


@pytest.fixture
def school():
    from django.db import transaction

    with transaction.atomic():
        return reportable(support=6, plans=1, others=12)


def asked(school) -> Job:
    with school_transaction(school):
        report = prepare_report(owner=school, key=AUTUMN, audience=GOVERNORS, by=None)
    return Job.objects.get(pk=report.job_id)


def state(school) -> tuple[str, int]:
    with school_transaction(school):
        return SchoolReport.objects.get().state, SchoolReportFile.objects.count()


def test_it_is_counted_and_printed(school):
    job = asked(school)
    assert run_job(job.pk) == JobState.DONE
    assert state(school) == ("draft", 1)
    job.refresh_from_db()
    assert job.result == {"state": "kept", "bytes": 10}
    assert (job.steps_done, job.steps_total) == (2, 3)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_killed_anywhere_it_is_done_once_by_the_next_worker(school, place):
    job = asked(school)
    assert in_process(lambda: run_job(job.pk), dies_at=(place, 1))
    Job.objects.filter(state="running").update(lease_until=Now() - dt.timedelta(seconds=1))
    assert run_job(job.pk) == JobState.DONE
    assert run_job(job.pk) is None
    assert state(school) == ("draft", 1)


def test_stopped_before_it_is_printed_nothing_is_kept(school):
    job = asked(school)
    cancel_job(job, by=UserFactory())
    assert run_job(job.pk) is None
    assert state(school) == ("counting", 0)


def test_published_before_anybody_began_the_same_work_prints_what_is_published(school):
    with school_transaction(school):
        report = counted(school)
        publish_report(report=report, by=None)
    [job] = Job.objects.filter(kind="governor_report")
    assert run_job(job.pk) == JobState.DONE
    with school_transaction(school):
        assert not SchoolReportFile.objects.get().is_draft


def test_a_report_thrown_away_is_no_fault(school):
    job = asked(school)
    with school_transaction(school):
        SchoolReport.objects.all().delete()
    assert run_job(job.pk) == JobState.DONE


@pytest.mark.parametrize(
    ("problem", "left"),
    [(PangoMissing(), JobState.FAILED), (PdfProblem("It took too long."), JobState.WAITING)],
)
def test_what_cannot_be_printed_is_counted_all_the_same(school, monkeypatch, problem, left):
    def refuse(html):
        raise problem

    monkeypatch.setattr(setting, "write_pdf", refuse)
    job = asked(school)
    assert run_job(job.pk) == left
    job.refresh_from_db()
    assert job.error == str(problem)[:300]
    assert state(school) == ("draft", 0)


def test_a_pdf_that_is_there_is_not_made_again(school, monkeypatch):
    job = asked(school)
    run_job(job.pk)
    monkeypatch.setattr(setting, "write_pdf", lambda html: pytest.fail("printed again"))
    with school_transaction(school):
        report = SchoolReport.objects.get()
        assert ask_for_pdf(report=report, by=None).job_id == job.pk
        assert SchoolReportFile.objects.get().made_of == mark_of(report)


def test_a_term_that_cannot_be_counted_fails_in_words(school):
    with school_transaction(school):
        spring = type(AUTUMN).parse("Spring 2027")
        report = prepare_report(owner=school, key=spring, audience=GOVERNORS, by=None)
    assert run_job(report.job_id) == JobState.FAILED
    assert "has not begun" in Job.objects.get(pk=report.job_id).error
