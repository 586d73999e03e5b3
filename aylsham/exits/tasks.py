"""Background work: a whole school as one file; old files go every night."""

import datetime as dt
from collections.abc import Generator
from functools import partial
from typing import Any

from celery import shared_task
from django.urls import reverse

from aylsham import clock
from aylsham.exits.codes import EXPORT_JOB
from aylsham.exits.services import forget_expired, keep_school, path_of
from aylsham.exits.writing import add_files, close_file, write_records
from aylsham.jobs.codes import JobQueue
from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job, SchoolExport

#: Uploads put into the file in one step.
AT_ONCE = 25


def _page(job: Job) -> str:
    assert job.school is not None
    return reverse("school_exports", args=[job.school.slug])


@job_handler(
    EXPORT_JOB,
    title="Whole school as a file",
    queue=JobQueue.HEAVY,
    lease=dt.timedelta(minutes=9),
    max_attempts=3,
    result_url=_page,
)
def export_school(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Read all records as of one moment, put the uploads beside them, and close the file."""
    export = SchoolExport.objects.select_related("school__federation").get(
        pk=work.arguments["export"]
    )
    path, school = path_of(export), export.school
    manifest = yield Outside(
        sentence="Reading the records", compute=partial(write_records, school, path)
    )
    digests, missing = manifest["files"], []
    for first in range(0, len(digests), AT_ONCE):
        missing += yield Outside(
            done=first,
            total=len(digests),
            sentence="Adding uploads",
            compute=partial(add_files, school, path, digests[first : first + AT_ONCE]),
        )
    manifest = yield Outside(
        sentence="Closing the file", compute=partial(close_file, path, manifest, missing)
    )
    keep_school(export=export, manifest=manifest)
    return {"rows": export.rows, "files": export.files}


@shared_task(name="aylsham.exits.tasks.forget_exports")
def forget_exports() -> None:
    """Delete files of schools that have expired; beat asks for it every night."""
    forget_expired(clock.moment())
