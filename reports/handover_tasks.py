"""Setting the handover pack in a worker."""

from collections.abc import Generator
from functools import partial
from typing import Any

from django.urls import reverse

from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from pupils.tasks.setting import write_pages
from staff.models import HandoverPaper
from staff.services.handover_papers import HANDOVER_JOB, keep_handover_paper


def _page(job: Job) -> str:
    return reverse("handover_paper", args=[job.school.slug, job.arguments["paper"]])


@job_handler(HANDOVER_JOB, title="The handover pack", result_url=_page, is_paper=True)
def print_handover_pack(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set the paper in a child process outside any transaction, and keep it."""
    rows = HandoverPaper.objects.filter(school=work.school)
    row = rows.filter(pk=work.arguments["paper"]).first()
    if row is None or row.pdf is not None:
        return {}
    pdf = yield Outside(
        done=1, total=2, sentence="Setting the pages", compute=partial(write_pages, row.html)
    )
    keep_handover_paper(row=row, pdf=pdf)
    return {"bytes": len(pdf)}
