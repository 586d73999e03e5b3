"""Background work: a published document as a PDF."""

from collections.abc import Generator
from functools import partial
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from aylsham.documents.rendering import PangoMissing, PdfProblem, write_pdf
from aylsham.jobs.registry import JobFailed, Outside, Step, TryAgain, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from reports.models import Publication
from reports.selectors.publications import paper_of
from reports.services.publications import PUBLICATION_JOB, keep_pdf


def _page(job: Job) -> str:
    return reverse("publication", args=[job.school.slug, job.arguments["publication"]])


@job_handler(PUBLICATION_JOB, title="SEN information report", result_url=_page)
def print_publication(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set a published document as a PDF, and keep it."""
    rows = Publication.objects.select_related("school")
    publication = rows.get(pk=work.arguments["publication"])
    if publication.files.exists():
        return {"state": "kept"}
    html = render_to_string("reports/print/publication.html", {"paper": paper_of(publication)})
    pdf = yield Outside(
        done=0, total=2, sentence="Setting the pages", compute=partial(_printed, html)
    )
    yield Step(done=1, total=2, sentence="Keeping the PDF")
    keep_pdf(publication=publication, pdf=pdf)
    return {"state": "kept", "bytes": len(pdf)}


def _printed(html: str) -> bytes:
    try:
        return write_pdf(html)
    except PangoMissing as problem:
        raise JobFailed(str(problem)) from None  # trying again would not install it
    except PdfProblem as problem:
        raise TryAgain(str(problem)) from None
