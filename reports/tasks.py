"""Reminders and the nightly check, as background work."""

import datetime as dt

from celery import shared_task

from aylsham import clock
from aylsham.jobs.registry import job_handler
from reports.digests.services import (
    DIGEST_JOB,
    NIGHT_JOB,
    check_school,
    start_digests,
    start_night,
    write_digest,
)


@shared_task(name="reports.tasks.start_reminders")
def start_reminders() -> None:
    """Start what is due now; beat asks every minute, and a late run catches up."""
    now = clock.now()
    start_night(now)
    start_digests(now)


@job_handler(DIGEST_JOB, title="Reminder", can_be_cancelled=False)
def digest(work):
    """Write one person's digest: one transaction, the e-mail in it."""
    on = dt.date.fromisoformat(work.arguments["on"])
    return write_digest(person=work.arguments["person"], parts=work.arguments["parts"], on=on)


@job_handler(NIGHT_JOB, title="Nightly check of dates", can_be_cancelled=False)
def night(work):
    """Compute a school's dates anew."""
    return check_school(work.school)
