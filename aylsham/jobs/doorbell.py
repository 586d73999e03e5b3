"""Rings Celery. A bell that nobody hears is no loss: beat rings again for what was missed."""

import logging
import time
from functools import partial

from django.db import transaction

from aylsham.celery import app
from aylsham.jobs.marks import mark
from aylsham.models import Job

logger = logging.getLogger(__name__)

RUN_TASK = "aylsham.jobs.tasks.run"
#: Seconds without ringing after the broker did not answer, so that pages stay quick.
QUIET = 10

_quiet_until = 0.0


def ring_on_commit(job: Job) -> None:
    """Ring for a job once its row is really there."""
    # Not `delay_on_commit`: a broker that is gone must not turn a saved page into an error.
    transaction.on_commit(partial(ring, job.pk, job.queue))


def ring(job_id, queue: str) -> bool:
    """Tell a worker of this queue that the job waits; False if the broker did not hear."""
    global _quiet_until
    if time.monotonic() < _quiet_until:
        return False
    mark("before the bell")
    try:
        app.send_task(RUN_TASK, args=[str(job_id)], queue=queue, retry=False, ignore_result=True)
    except Exception as problem:  # every transport has errors of its own; none may stop a page
        _quiet_until = time.monotonic() + QUIET
        logger.warning("The broker did not hear of job %s: %s", job_id, type(problem).__name__)
        return False
    mark("after the bell")
    return True
