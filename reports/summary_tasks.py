"""Counting every school at night for the page on which they stand side by side."""

import datetime as dt
from collections.abc import Generator
from typing import Any

from celery import shared_task
from django.urls import reverse

from aylsham import clock
from aylsham.jobs.registry import Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from aylsham.models import Job, School
from reports.services.summaries import keep_summary
from reports.summaries.codes import SUMMARY_JOB


@shared_task(name="reports.tasks.count_all_schools")
def count_all_schools() -> None:
    """Every school once a night; beat asks for it."""
    start_once_a_day(SUMMARY_JOB, on=clock.today())


def _page(job: Job) -> str:
    return reverse("compared")


@job_handler(
    SUMMARY_JOB,
    title="Counts of schools side by side",
    result_url=_page,
    lease=dt.timedelta(minutes=5),
)
def count_schools(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """School by school, each kept by itself, so that a lost worker loses one."""
    schools = list(School.objects.filter(pk__in=work.job.school_ids).order_by("slug"))
    begin = work.cursor.get("next", 0)
    for number, school in enumerate(schools[begin:], begin + 1):
        keep_summary(school=school, today=clock.today())
        yield Step(
            done=number, total=len(schools), sentence="Schools counted", cursor={"next": number}
        )
    return {"schools": len(schools)}
