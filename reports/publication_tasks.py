"""Background work: a published document as a PDF."""

from collections.abc import Generator
from functools import partial
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from pupils.tasks.setting import write_pages
from reports.codes import Duty
from reports.models import Publication
from reports.selectors.publications import paper_of
from reports.services.publications import PUBLICATION_JOB, keep_pdf


def _page(job: Job) -> str:
    arguments = job.arguments
    # Work of before there were kinds names none.
    kind = arguments.get("kind", Duty.SEN_REPORT.value)
    return reverse("publication", args=[job.school.slug, kind, arguments["publication"]])


@job_handler(PUBLICATION_JOB, title="Document for the website", result_url=_page)
def print_publication(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set a published document as a PDF, and keep it."""
    rows = Publication.objects.select_related("school")
    publication = rows.get(pk=work.arguments["publication"])
    if publication.files.exists():
        return {"state": "kept"}
    html = render_to_string("reports/print/publication.html", {"paper": paper_of(publication)})
    pdf = yield Outside(
        done=0, total=2, sentence="Setting the pages", compute=partial(write_pages, html)
    )
    yield Step(done=1, total=2, sentence="Keeping the PDF")
    keep_pdf(publication=publication, pdf=pdf)
    return {"state": "kept", "bytes": len(pdf)}
