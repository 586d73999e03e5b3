"""Papers for the council: asked for on a page, set by a worker, kept for a day."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from provision.models import CouncilPaper

COUNCIL_PAPER_JOB = "print_council_paper"
#: How long a paper is kept for whoever asked.
KEPT_FOR = dt.timedelta(days=1)


@transaction.atomic
def ask_for_council_paper(*, school: School, kind: str, html: str, of_on: dt.date, by: User) -> Job:
    """Start setting a paper; those of the school that were asked for before yesterday go."""
    now = clock.moment()
    CouncilPaper.objects.filter(school=school, asked_at__lt=now - KEPT_FOR).delete()
    row = CouncilPaper.objects.create(
        school=school, kind=kind, of_on=of_on, asked_by=by, asked_at=now, html=html
    )
    return start_job(COUNCIL_PAPER_JOB, school=school, by=by, arguments={"paper": str(row.pk)})


@transaction.atomic
def keep_council_paper(*, row: CouncilPaper, pdf: bytes) -> None:
    """Keep the PDF, and forget what it was set from."""
    row.pdf, row.html = pdf, ""
    row.save(update_fields=["pdf", "html"])
