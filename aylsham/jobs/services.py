"""Starting and cancelling background work."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from aylsham.jobs.codes import JobState
from aylsham.jobs.doorbell import ring, ring_on_commit
from aylsham.jobs.marks import mark
from aylsham.jobs.plain import require_plain
from aylsham.jobs.registry import handler_for
from aylsham.models import Job, School, User


@transaction.atomic
def start_job(
    kind: str,
    *,
    school: School | None,
    by: User | None,
    key: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    not_before: dt.datetime | None = None,
    schools: Iterable[School] = (),
) -> Job:
    """Write down a piece of background work in the caller's transaction; it starts on commit.

    With a `key` that is already there, that job is returned and nothing is written. `school` is
    the one it is about; for work over several schools give None and `schools`.
    """
    about = [school] if school else list(schools)
    job = Job(
        kind=kind,
        key=key,
        school=about[0] if len(about) == 1 else None,
        school_ids=[s.pk for s in about],
        started_by=by,
        queue=handler_for(kind).queue,
        arguments=require_plain(arguments or {}),
    )
    if not_before is not None:
        job.not_before = not_before
    if key is None:
        job.save(force_insert=True)
    else:
        Job.objects.bulk_create([job], ignore_conflicts=True)
        job = Job.objects.get(key=key)
    mark("job written")
    if not_before is None:
        ring_on_commit(job)
    return job


def start_once_a_day(
    kind: str, *, on: dt.date, wants: Callable[[School], object] = lambda school: True
) -> None:
    """Start a kind of work for every school that wants it, once on a day however often asked."""
    for school in School.objects.order_by("slug"):
        if wants(school):
            start_job(kind, school=school, by=None, key=f"{kind}:{school.pk}:{on.isoformat()}")


@transaction.atomic
def cancel_job(job: Job, *, by: User) -> Job:
    """Stop work that waits at once, and work that runs before its next step is kept."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    if not job.is_open or not handler_for(job.kind).can_be_cancelled:
        return job
    job.cancel_requested_at = job.cancel_requested_at or Now()
    job.cancelled_by = job.cancelled_by or by
    if job.state == JobState.WAITING:
        job.state, job.ended_at = JobState.CANCELLED, Now()
    job.save()
    job.refresh_from_db()
    return job


@transaction.atomic
def try_again(job: Job) -> Job:
    """Let work that failed be done after all; it goes on where it last got to."""
    failed = Job.objects.filter(pk=job.pk, state=JobState.FAILED)
    if failed.update(state=JobState.WAITING, attempts=0, ended_at=None, error="", not_before=Now()):
        ring_on_commit(job)
    return job


def ring_missed(*, at_most: int = 500) -> int:
    """Ring for what is due and not being done: the bell was missed, or the worker is gone."""
    waiting = Job.objects.to_be_taken().order_by("not_before").values_list("pk", "queue")
    found = list(waiting[:at_most])
    mark("missed found")
    for job_id, queue in found:
        if not ring(job_id, queue):
            break
        mark("missed rung")
    return len(found)
