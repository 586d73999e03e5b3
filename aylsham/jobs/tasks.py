"""What Celery calls: a job's id in, one service done."""

from uuid import UUID

from celery import shared_task

from aylsham.jobs.codes import JobQueue
from aylsham.jobs.keeping import forget_old_work
from aylsham.jobs.marks import mark
from aylsham.jobs.runner import run_job, run_waiting
from aylsham.jobs.services import ring_missed


@shared_task(name="aylsham.jobs.tasks.run", bind=True)
def run(self, job_id: str) -> None:
    """Do a piece of background work, if nobody else does; then what else waits, for a while."""
    mark("task begun")
    run_job(UUID(job_id))
    run_waiting((self.request.delivery_info or {}).get("routing_key", JobQueue.DEFAULT))


@shared_task(name="aylsham.jobs.tasks.ring_again")
def ring_again() -> None:
    """Ring for work that was missed; beat asks for it every 20 seconds."""
    ring_missed()


@shared_task(name="aylsham.jobs.tasks.forget_old")
def forget_old() -> None:
    """Forget what was over three months ago; beat asks for it every day."""
    forget_old_work()
