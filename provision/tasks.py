"""Background work of this floor: papers for the council, and what provision cost so far."""

import datetime as dt
from collections.abc import Generator
from functools import partial
from typing import Any

from celery import shared_task
from django.urls import reverse

from aylsham import clock
from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from aylsham.models import Job, School
from provision.models import CouncilPaper
from provision.provision_codes import SPENT_JOB
from provision.services.council_papers import COUNCIL_PAPER_JOB, keep_council_paper
from provision.services.spent import keep_spending
from pupils.tasks.setting import write_pages

DAY = dt.timedelta(days=1)


def _paper_page(job: Job) -> str:
    return reverse("council_paper", args=[job.school.slug, job.arguments["paper"]])


@job_handler(
    COUNCIL_PAPER_JOB, title="A paper about the school", result_url=_paper_page, is_paper=True
)
def print_council_paper(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set a paper in a child process outside any transaction, and keep it."""
    rows = CouncilPaper.objects.filter(school=work.school)
    row = rows.filter(pk=work.arguments["paper"]).first()
    if row is None or row.pdf is not None:
        return {}
    pdf = yield Outside(
        done=1, total=2, sentence="Setting the pages", compute=partial(write_pages, row.html)
    )
    keep_council_paper(row=row, pdf=pdf)
    return {"bytes": len(pdf)}


@shared_task(name="provision.tasks.work_out_all_spending")
def work_out_all_spending() -> None:
    """Every school once a night; beat asks for it."""
    start_once_a_day(SPENT_JOB, on=clock.today())


def _costs_page(job: Job) -> str:
    return reverse("federation_costs")


@job_handler(
    SPENT_JOB,
    title="What provision cost so far",
    result_url=_costs_page,
    lease=dt.timedelta(minutes=5),
)
def work_out_spending(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """School by school, each kept by itself: until the day asked for, or until yesterday."""
    asked = work.arguments.get("until")
    until = dt.date.fromisoformat(asked) if asked else clock.today() - DAY
    schools = list(School.objects.filter(pk__in=work.job.school_ids).order_by("slug"))
    begin = work.cursor.get("next", 0)
    for number, school in enumerate(schools[begin:], begin + 1):
        keep_spending(school=school, until=until)
        yield Step(
            done=number,
            total=len(schools),
            sentence="Schools worked out",
            cursor={"next": number},
        )
    return {"schools": len(schools)}
