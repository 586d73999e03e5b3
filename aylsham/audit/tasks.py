"""Sealing as background work."""

from celery import shared_task

from aylsham.audit.seals import seal_events


@shared_task(name="aylsham.audit.tasks.seal")
def seal() -> None:
    """Seal every school's new events; beat asks for it every 20 seconds.

    No row in the job table: a missed pass is made good by the next one.
    """
    seal_events()
