"""Doing a piece of background work, so that a worker may be killed at any moment.

The row's `done` is committed together with the work's effects; everything before is either kept
with a cursor or undone. What a killed worker held is taken over when its lease has run out.
"""

import datetime as dt
import logging
import time
import traceback
from collections.abc import Generator
from dataclasses import dataclass
from types import GeneratorType
from typing import Any
from uuid import UUID

from aylsham.audit.context import Cause, caused_by
from aylsham.jobs import lease
from aylsham.jobs.codes import JobState
from aylsham.jobs.lease import CancelAsked, LeaseLost
from aylsham.jobs.marks import mark
from aylsham.jobs.plain import require_plain
from aylsham.jobs.registry import (
    Handler,
    JobFailed,
    Outside,
    Step,
    TryAgain,
    UnknownKind,
    handler_for,
)
from aylsham.models import Job, School, User
from aylsham.tenancy.row_security import school_transaction

logger = logging.getLogger(__name__)

#: The first wait after a failure; each further one is four times as long.
FIRST_WAIT = dt.timedelta(seconds=10)
LONGEST_WAIT = dt.timedelta(hours=1)
#: Seconds for which a worker goes on with other work, and how much it looks up at a time.
GO_ON, AT_ONCE = 5, 20
#: For a kind that this worker does not know: an older worker beside a newer web server.
UNKNOWN_LEASE = dt.timedelta(minutes=1)

WENT_WRONG = "Something went wrong on our side. Nothing was changed by the last step."
STOPPED = "It stopped without an answer {count} times. Nothing was changed by the last step."


@dataclass(frozen=True)
class Work:
    """What a handler is given."""

    job: Job

    @property
    def school(self) -> School | None:
        """The school it is about, if it is one."""
        return self.job.school

    @property
    def by(self) -> User | None:
        """The person who asked for it; None for the clock."""
        return self.job.started_by

    @property
    def arguments(self) -> dict[str, Any]:
        return self.job.arguments

    @property
    def cursor(self) -> dict[str, Any]:
        """Where a former worker left off; empty at the start."""
        return self.job.cursor

    def hold(self) -> None:
        """Let nobody take this job over until the running transaction ends."""
        lease.hold(self.job)


def run_job(job_id: UUID) -> JobState | None:
    """Do the job if it is due and nobody else does; the state it was left in, None if not taken."""
    mark("before claim")
    handler = _handler_of(job_id)
    job = lease.claim(job_id, handler.lease if handler else UNKNOWN_LEASE)
    if job is None:
        return None
    mark("claimed")
    try:
        return _run(job, handler)
    except LeaseLost:
        logger.warning("Job %s was taken over by another worker.", job.pk)
        return None


def run_waiting(queue: str) -> int:
    """Do what else is due in a queue, the oldest first; how many were done.

    A worker that is awake need not wait for a bell of each: a folder rings two of them a second.
    It stops before a new job once GO_ON has passed, so that a worker can be stopped in time.
    """
    until = time.monotonic() + GO_ON
    done = 0
    while True:
        waiting = Job.objects.to_be_taken().filter(queue=queue).order_by("not_before")
        found = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
        before = done
        for job_id in found:
            if time.monotonic() > until:
                return done
            done += run_job(job_id) is not None
        if done == before:  # nothing is due, or others have it in hand
            return done


def _handler_of(job_id: UUID) -> Handler | None:
    kind = Job.objects.filter(pk=job_id).values_list("kind", flat=True).first()
    try:
        return handler_for(kind) if kind else None
    except UnknownKind:
        return None


def _run(job: Job, handler: Handler | None) -> JobState:
    if job.cancel_requested_at:
        return _end(lease.cancel, job, state=JobState.CANCELLED)
    if handler is None:
        return _try_again(job, WENT_WRONG, most=20)
    if job.attempts > handler.max_attempts:
        stopped = STOPPED.format(count=job.attempts - 1)
        return _end(lease.fail, job, stopped, state=JobState.FAILED)
    try:
        _carry_out(job, handler)
    except LeaseLost:
        raise
    except CancelAsked:
        return _end(lease.cancel, job, state=JobState.CANCELLED)
    except JobFailed as problem:
        return _end(lease.fail, job, str(problem)[:300], state=JobState.FAILED)
    except TryAgain as problem:
        return _try_again(job, str(problem)[:300], most=handler.max_attempts)
    except Exception as problem:
        _log(job, problem)
        return _try_again(job, WENT_WRONG, most=handler.max_attempts)
    return JobState.DONE


def _carry_out(job: Job, handler: Handler) -> None:
    """Run the handler stretch by stretch, each in a transaction that sees the job's schools."""
    steps = _as_steps(handler, Work(job))
    cause = Cause(job.pk, job.started_by_id)
    answer = None
    while True:
        with caused_by(cause), school_transaction(*job.school_ids):
            mark("step begun")
            try:
                step = steps.send(answer)
            except StopIteration as end:
                mark("before finish")
                lease.finish(job, require_plain(end.value or {}, "result"))
                mark("finished, uncommitted")
                break
            mark("step written")
            lease.keep(job, step, handler.lease)
            mark("step kept, uncommitted")
        mark("step committed")
        answer = _compute(step)
    mark("finished")


def _as_steps(handler: Handler, work: Work) -> Generator[Step, Any, dict | None]:
    """A plain function is one stretch; a generator is as many as it yields, and one more."""
    result = handler.function(work)
    if isinstance(result, GeneratorType):
        return (yield from result)
    return result


def _compute(step: Step) -> Any:
    if not isinstance(step, Outside):
        return None
    mark("before outside work")
    answer = step.compute()
    mark("after outside work")
    return answer


def _try_again(job: Job, error: str, *, most: int) -> JobState:
    attempts = Job.objects.values_list("attempts", flat=True).get(pk=job.pk)
    if attempts >= most:
        return _end(lease.fail, job, error, state=JobState.FAILED)
    wait = min(FIRST_WAIT * 4 ** (attempts - 1), LONGEST_WAIT)
    try:
        return _end(lease.put_back, job, error, wait, state=JobState.WAITING)
    except CancelAsked:
        return _end(lease.cancel, job, state=JobState.CANCELLED)


def _end(act, job: Job, *values, state: JobState) -> JobState:
    act(job, *values)
    return state


def _log(job: Job, problem: Exception) -> None:
    # The place and the kind of the problem, never its message: a database names the row in it.
    frames = traceback.extract_tb(problem.__traceback__)
    places = " < ".join(f"{f.filename}:{f.lineno}" for f in reversed(frames[-6:]))
    logger.error("Job %s (%s): %s at %s", job.pk, job.kind, type(problem).__name__, places)
