"""Marked copies of shared papers: asked for by their reader, set by a worker, kept for an hour."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.template.loader import render_to_string

from aylsham import clock
from aylsham.documents import keeping
from aylsham.documents.marking import mark_pdf
from aylsham.documents.rendering import write_pdf
from aylsham.jobs.services import start_job
from aylsham.models import School
from pupils.models import MarkedCopy, OutsideShare, SharedItem
from pupils.rules.asking import MOST_FETCHED
from pupils.rules.shares import COPY_KEPT_FOR
from pupils.selectors.shares import job_key, problem_of
from pupils.services.pace import require_pace
from pupils.services.shares.opening import require_readable

COPY_JOB = "mark_copy"


@transaction.atomic
def ask_for_copy(*, share: OutsideShare, item: SharedItem) -> MarkedCopy:
    """Start making a copy that names its reader and this moment; the one that is being made.

    TransitionNotAllowed when the paper cannot be read any more, TooFast after many at once.
    """
    share, item = require_readable(share, item)
    now = clock.moment()
    mine = MarkedCopy.objects.filter(school_id=share.school_id, item__share=share)
    lately = mine.order_by("-asked_at")
    waiting = lately.filter(item=item, pdf=None, asked_at__gt=now - COPY_KEPT_FOR).first()
    if waiting and not problem_of(waiting):
        return waiting
    require_pace(lately.values_list("asked_at", flat=True)[:MOST_FETCHED])
    copy = MarkedCopy.objects.create(school_id=share.school_id, item=item, asked_at=now)
    start_job(
        COPY_JOB,
        school=share.school,
        by=None,
        key=job_key(copy),
        arguments={"copy": str(copy.pk)},
    )
    return copy


def maker_of(item: SharedItem, *, school: School, opened: str) -> Callable[[], bytes]:
    """What makes the PDF that names its reader, without the database.

    `opened` stands on each page and says when. OSError when the file is not there.
    """
    share = item.share
    mark = partial(
        mark_pdf,
        across=f"Copy for {share.name}, {opened}",
        foot=f"Copy for {share.name}, {share.organisation}, opened {opened}. From {school.name}. "
        "Confidential: do not pass on.",
        label=item.label,
    )
    if item.version is None:
        about = {"item": item, "share": share, "school": school}
        html = render_to_string("pupils/print/shared.html", about)
        return lambda: mark(write_pdf(html), "pdf")
    data = keeping.read(item.version.school_id, item.version.digest)
    return partial(mark, data, item.version.extension)


def opened_words(at: dt.datetime) -> str:
    """A moment as it stands on a copy: "23 November 2026, 09:05"."""
    at = clock.shown(at)
    return f"{at.day} {at:%B %Y, %H:%M}"


def keep_copy(*, copy: MarkedCopy, pdf: bytes) -> None:
    """Keep what was made, unless the copy was forgotten meanwhile."""
    MarkedCopy.objects.filter(school_id=copy.school_id, pk=copy.pk).update(pdf=pdf)


def forget_copies(*, school: School, now: dt.datetime) -> int:
    """Delete what was asked for more than an hour ago; how many."""
    return MarkedCopy.objects.filter(school=school, asked_at__lt=now - COPY_KEPT_FOR).delete()[0]
