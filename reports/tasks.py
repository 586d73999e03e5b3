"""Reminders, the nightly check and governor reports, as background work."""

import datetime as dt
from collections.abc import Generator
from functools import partial
from typing import Any

from celery import shared_task
from django.urls import reverse

from aylsham import clock
from aylsham.jobs.codes import JobQueue
from aylsham.jobs.registry import JobFailed, Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from pupils.tasks.setting import write_pages
from reports import (
    bundle_tasks,
    handover_tasks,
    publication_tasks,
    summary_tasks,
    survey_tasks,
)
from reports.digests.services import (
    DIGEST_JOB,
    NIGHT_JOB,
    check_school,
    start_digests,
    start_night,
    write_digest,
)
from reports.governor.document import document_of, html_of
from reports.models import FederationReport, GovernorReport, SchoolReport
from reports.selectors.governor import TermNotKnown
from reports.selectors.published import mark_of, pdf_of
from reports.services.bundles.making import forget_unsent
from reports.services.federation_objectives import take_on_federation_objectives
from reports.services.governor.preparing import REPORT_JOB, count_report
from reports.services.governor.printing import keep_pdf
from reports.services.surveys.rounds import forget_invitees
from staff.services.duties import tell_of_ends
from staff.services.forgetting import forget_people_time
from staff.services.supervision import forget_supervision

#: Registered by being loaded.
__all__ = [
    "bundle_tasks",
    "handover_tasks",
    "publication_tasks",
    "summary_tasks",
    "survey_tasks",
]

#: Counting and printing a trust of a hundred schools.
REPORT_LEASE = dt.timedelta(minutes=10)


@shared_task(name="reports.tasks.start_reminders")
def start_reminders() -> None:
    """Start what is due now; beat asks every minute, and a late run catches up."""
    now = clock.now()
    start_night(now)
    start_digests(now)


@job_handler(DIGEST_JOB, title="Reminder", can_be_cancelled=False)
def digest(work):
    """Write one person's digest: one transaction, the e-mail in it."""
    on = dt.date.fromisoformat(work.arguments["on"])
    return write_digest(person=work.arguments["person"], parts=work.arguments["parts"], on=on)


@job_handler(NIGHT_JOB, title="Nightly check of dates", can_be_cancelled=False)
def night(work):
    """Compute a school's dates anew, forget what is over, say which loans of duties ended.

    A school that came into the federation gets the objectives that its sisters have.
    """
    forget_unsent(school=work.school, now=clock.moment())
    forget_invitees(school=work.school, today=clock.today())
    forget_supervision(school=work.school, today=clock.today())
    forget_people_time(school=work.school, today=clock.today())
    tell_of_ends(school=work.school, today=clock.today())
    take_on_federation_objectives(school=work.school)
    return check_school(work.school)


def _report_page(job: Job) -> str:
    if job.arguments["of"] == "school":
        return reverse("report", args=[job.school.slug, job.arguments["report"]])
    return f"{reverse('federation_report')}?report={job.arguments['report']}"


@job_handler(
    REPORT_JOB,
    title="Governor report",
    queue=JobQueue.HEAVY,
    lease=REPORT_LEASE,
    result_url=_report_page,
)
def governor_report(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Count the report if it waits for that, then print it and keep the PDF."""
    report = _report_of(work)
    if report is None:
        return {"state": "discarded"}
    if report.is_counting:
        yield Step(done=0, total=3, sentence="Counting children and legal dates")
        report = _counted(report)
    if pdf_of(report):
        return {"state": "kept"}
    html, made_of = html_of(document_of(report)), mark_of(report)
    pdf = yield Outside(
        done=1, total=3, sentence="Setting the pages", compute=partial(write_pages, html)
    )
    yield Step(done=2, total=3, sentence="Keeping the PDF")
    kept = keep_pdf(report=report, pdf=pdf, made_of=made_of)
    return {"state": "kept" if kept else "changed", "bytes": len(pdf)}


def _report_of(work: Work) -> GovernorReport | None:
    model = SchoolReport if work.arguments["of"] == "school" else FederationReport
    return model.objects.filter(pk=work.arguments["report"]).first()


def _counted(report: GovernorReport) -> GovernorReport:
    try:
        return count_report(report=report, today=clock.today())
    except TermNotKnown as reason:
        raise JobFailed(str(reason)) from None
