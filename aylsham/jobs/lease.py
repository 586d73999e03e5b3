"""Taking a job, holding it and letting go: every change of its row by a worker stands here.

A worker holds a job by a token until a time. Whoever comes later takes the job over with a new
token, and the former holder's next write finds nothing to change, so its transaction is undone.
"""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models.functions import Now

from aylsham.jobs.codes import JobState
from aylsham.jobs.marks import mark
from aylsham.jobs.registry import Step
from aylsham.models import Job


class LeaseLost(Exception):
    """Somebody else holds the job now: undo, and say nothing."""


class CancelAsked(Exception):
    """The person who started it wants it stopped: undo this step."""


_CLAIM = """
UPDATE aylsham_job
   SET state = %(running)s, lease_token = %(token)s, attempts = attempts + 1,
       lease_until = statement_timestamp() + %(lease)s,
       started_at = coalesce(started_at, statement_timestamp())
 WHERE id = (
    SELECT id FROM aylsham_job
     WHERE id = %(id)s
       AND (state = %(waiting)s AND not_before <= statement_timestamp()
            OR state = %(running)s AND lease_until < statement_timestamp())
       FOR UPDATE SKIP LOCKED)
RETURNING *
"""


def claim(job_id: UUID, lease: dt.timedelta) -> Job | None:
    """Take the job if it is due and nobody holds it, in one statement that never waits."""
    values = {
        "id": job_id,
        "token": uuid4(),
        "lease": lease,
        "running": JobState.RUNNING,
        "waiting": JobState.WAITING,
    }
    with transaction.atomic():
        taken = list(Job.objects.raw(_CLAIM, values))
        mark("claimed, uncommitted")
    return taken[0] if taken else None


def hold(job: Job) -> None:
    """Lock the job's row until this transaction ends: nobody can take it over or cancel it."""
    held = Job.objects.select_for_update().filter(pk=job.pk, lease_token=job.lease_token).first()
    if held is None:
        raise LeaseLost
    if held.cancel_requested_at:
        raise CancelAsked


def keep(job: Job, step: Step, lease: dt.timedelta) -> None:
    """Write down how far it is and renew the lease, together with the step's effects."""
    changes: dict[str, Any] = {"lease_until": Now() + lease}
    if step.done is not None:
        changes["steps_done"] = step.done
    if step.total is not None:
        changes["steps_total"] = step.total
    if step.sentence:
        changes["sentence"] = step.sentence
    if step.cursor is not None and step.cursor != job.cursor:
        # It got somewhere that the next worker can go on from: the count starts again.
        changes["cursor"], changes["attempts"] = step.cursor, 1
    _change(job, changes)


def finish(job: Job, result: dict[str, Any]) -> None:
    """The last act of the last transaction: effects and `done` are one."""
    _change(job, {**_let_go(JobState.DONE), "result": result, "error": ""})


def fail(job: Job, error: str) -> None:
    """Give up, and say why."""
    _change(job, {**_let_go(JobState.FAILED), "error": error}, heeds_cancel=False)


def cancel(job: Job) -> None:
    """Stop because somebody asked."""
    _change(job, _let_go(JobState.CANCELLED), heeds_cancel=False)


def put_back(job: Job, error: str, wait: dt.timedelta) -> None:
    """Let another worker try after a while."""
    changes = _let_go(JobState.WAITING) | {"ended_at": None, "error": error}
    _change(job, changes | {"not_before": Now() + wait})


def _let_go(state: JobState) -> dict[str, Any]:
    return {"state": state, "lease_token": None, "lease_until": None, "ended_at": Now()}


def _change(job: Job, changes: dict[str, Any], *, heeds_cancel: bool = True) -> None:
    mine = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, lease_token=job.lease_token)
    wanted = mine.filter(cancel_requested_at=None) if heeds_cancel else mine
    if wanted.update(**changes):
        return
    raise CancelAsked if mine.exists() else LeaseLost
