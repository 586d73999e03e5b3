"""Background work of this floor: the nightly look at the records, and the report as a PDF."""

from collections.abc import Generator
from functools import partial
from typing import Any

from celery import shared_task
from django.template.loader import render_to_string
from django.urls import reverse

from aylsham import clock
from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from aylsham.models import Job
from lac.models import YearReport
from lac.selectors.year_reports import year_paper
from lac.services.watching import WATCH_JOB, raise_signs
from lac.services.year_reports import YEAR_REPORT_JOB, keep_year_pdf
from pupils.tasks.setting import write_pages


@shared_task(name="lac.tasks.watch_all")
def watch_all() -> None:
    """Every school once a night; beat asks for it."""
    start_once_a_day(WATCH_JOB, on=clock.today())


@job_handler(WATCH_JOB, title="Watching over children in care", can_be_cancelled=False)
def watch_school(work: Work) -> dict[str, int]:
    """One transaction: whoever takes it over raises what was not kept."""
    return {"raised": raise_signs(school=work.school)}


def _report_page(job: Job) -> str:
    return reverse("year_report", args=[job.school.slug, job.arguments["report"]])


@job_handler(YEAR_REPORT_JOB, title="Designated teacher’s report", result_url=_report_page)
def print_year_report(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set a published report as a PDF, and keep it."""
    report = YearReport.objects.select_related("school").get(pk=work.arguments["report"])
    if report.files.exists():
        return {"state": "kept"}
    html = render_to_string("lac/print/year_report.html", {"paper": year_paper(report)})
    pdf = yield Outside(
        done=0, total=2, sentence="Setting the pages", compute=partial(write_pages, html)
    )
    yield Step(done=1, total=2, sentence="Keeping the PDF")
    keep_year_pdf(report=report, pdf=pdf)
    return {"state": "kept", "bytes": len(pdf)}
