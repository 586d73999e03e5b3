"""Sealing, and sending the witness away, as background work."""

from celery import shared_task
from django.conf import settings

from aylsham import clock
from aylsham.audit.mail import WITNESS
from aylsham.audit.seals import seal_events
from aylsham.audit.witness import newest_lines, thin_witness
from aylsham.jobs.registry import job_handler
from aylsham.jobs.services import start_job
from aylsham.mail.services import queue_mail

DAILY = "audit_witness_daily"


@shared_task(name="aylsham.audit.tasks.seal")
def seal() -> None:
    """Seal every school's new events; beat asks for it every 20 seconds.

    No row in the job table: a missed pass is made good by the next one.
    """
    seal_events()


@shared_task(name="aylsham.audit.tasks.send_witness")
def send_witness() -> None:
    """Once a day, however often beat asks."""
    start_job(DAILY, school=None, by=None, key=f"{DAILY} {clock.today().isoformat()}")


@job_handler(DAILY, title="Sending away the seals of the audit log", can_be_cancelled=False)
def send_witness_away(work) -> dict:
    """Mail the newest seals to whoever keeps them, and thin the witness of closed days."""
    is_sent = bool(settings.AUDIT_WITNESS_EMAIL and newest_lines())
    if is_sent:
        queue_mail(WITNESS, to=settings.AUDIT_WITNESS_EMAIL)
    thin_witness(before=clock.today())
    return {"sent": is_sent}
