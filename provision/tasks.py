"""Background work of this floor: papers for the council."""

from collections.abc import Generator
from functools import partial
from typing import Any

from django.urls import reverse

from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from provision.models import CouncilPaper
from provision.services.council_papers import COUNCIL_PAPER_JOB, keep_council_paper
from pupils.tasks.setting import write_pages


def _paper_page(job: Job) -> str:
    return reverse("council_paper", args=[job.school.slug, job.arguments["paper"]])


@job_handler(COUNCIL_PAPER_JOB, title="A paper for the council", result_url=_paper_page)
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
