"""The handover pack on paper: asked for on a page, set by a worker, kept for a day."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from staff.models import HandoverPaper

HANDOVER_JOB = "print_handover_pack"
#: How long a paper is kept for whoever asked.
KEPT_FOR = dt.timedelta(days=1)


@transaction.atomic
def ask_for_handover_paper(*, school: School, html: str, of_on: dt.date, by: User) -> Job:
    """Start setting the pack; those of the school that were asked for before yesterday go."""
    now = clock.moment()
    HandoverPaper.objects.filter(school=school, asked_at__lt=now - KEPT_FOR).delete()
    row = HandoverPaper.objects.create(
        school=school, of_on=of_on, asked_by=by, asked_at=now, html=html
    )
    return start_job(HANDOVER_JOB, school=school, by=by, arguments={"paper": str(row.pk)})


@transaction.atomic
def keep_handover_paper(*, row: HandoverPaper, pdf: bytes) -> None:
    """Keep the PDF, and forget what it was set from."""
    row.pdf, row.html = pdf, ""
    row.save(update_fields=["pdf", "html"])
