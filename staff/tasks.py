"""Background work of this floor: what nobody gave goes into the log at the day's end."""

from collections.abc import Generator
from typing import Any

from celery import shared_task

from aylsham import clock
from aylsham.jobs.registry import Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from staff.services.not_given import NOT_GIVEN_JOB, log_not_given


@shared_task(name="staff.tasks.log_what_was_not_given")
def log_what_was_not_given() -> None:
    """Every school once an evening; beat asks for it."""
    start_once_a_day(NOT_GIVEN_JOB, on=clock.today())


@job_handler(NOT_GIVEN_JOB, title="Sessions that nobody gave", can_be_cancelled=False)
def log_missed(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Each decision once, however often the work is begun."""
    number = log_not_given(school=work.school, until=clock.today())
    yield Step(sentence="Sessions that nobody gave are in the log.")
    return {"sessions": number}
