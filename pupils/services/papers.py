"""Papers about a child: asked for on a page, set by a worker, kept for a day."""

import datetime as dt
import hashlib
import io
from collections.abc import Iterable

import pypdf
from django.db import transaction

from aylsham import clock
from aylsham.access.permissions import Permission
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from pupils.models import PrintedPaper, Pupil

PAPER_JOB = "print_paper"
#: How long a paper is kept for whoever asked.
KEPT_FOR = dt.timedelta(days=1)


@transaction.atomic
def ask_for_paper(
    *,
    pupil: Pupil,
    kind: str,
    html: str,
    of_on: dt.date,
    permission: Permission,
    by: User,
    others: Iterable[Pupil] = (),
) -> tuple[PrintedPaper, Job]:
    """Start setting a paper from what the asker may see now; the page has recorded that they ask.

    One about several children lies with the first of them, and only for who may see all of them.
    """
    row = PrintedPaper.objects.create(
        school_id=pupil.school_id,
        pupil=pupil,
        other_ids=[str(other.pk) for other in others],
        kind=kind,
        permission=permission,
        of_on=of_on,
        asked_by=by,
        asked_at=clock.moment(),
        html=html,
    )
    arguments = {"paper": str(row.pk), "pupil": str(pupil.pk)}
    return row, start_job(PAPER_JOB, school=pupil.school, by=by, arguments=arguments)


@transaction.atomic
def keep_paper(*, row: PrintedPaper, pdf: bytes) -> None:
    """Keep the PDF with its digests, and forget what it was set from."""
    row.pdf, row.html = pdf, ""
    row.digest, row.page_digests = hashlib.sha256(pdf).hexdigest(), page_digests(pdf)
    row.save(update_fields=["pdf", "html", "digest", "page_digests"])


def page_digests(pdf: bytes) -> list[str]:
    """SHA-256 in hex of what each page of our own PDF draws: its contents, uncompressed."""
    found = [page.get_contents() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    drawn = [b"" if each is None else each.get_data() for each in found]
    return [hashlib.sha256(each).hexdigest() for each in drawn]


def forget_papers(*, school: School, now: dt.datetime) -> int:
    """Delete what was asked for more than a day ago; how many."""
    return PrintedPaper.objects.filter(school=school, asked_at__lt=now - KEPT_FOR).delete()[0]
