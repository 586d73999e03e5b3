"""Background work of this floor: every night the rules of each school look at the records."""

from celery import shared_task

from aylsham import clock
from aylsham.jobs.registry import job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from lac.services.watching import WATCH_JOB, raise_signs


@shared_task(name="lac.tasks.watch_all")
def watch_all() -> None:
    """Every school once a night; beat asks for it."""
    start_once_a_day(WATCH_JOB, on=clock.today())


@job_handler(WATCH_JOB, title="Watching over children in care", can_be_cancelled=False)
def watch_school(work: Work) -> dict[str, int]:
    """One transaction: whoever takes it over raises what was not kept."""
    return {"raised": raise_signs(school=work.school)}
