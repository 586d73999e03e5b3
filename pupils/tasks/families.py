"""Background work for families: reminders, their pages, letters."""

from collections.abc import Generator
from typing import Any

from celery import shared_task
from django.urls import reverse

from aylsham import clock
from aylsham.documents.rendering import PdfProblem
from aylsham.jobs.registry import JobFailed, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from aylsham.models import Job
from pupils.services.agreements.reminding import remind_to_agree
from pupils.services.contributions.reminding import remind_school
from pupils.services.letters.together import SEND_JOB, send_together
from pupils.services.parents.news import tell_of_stages
from pupils.services.parents.pages import stop_barred


@shared_task(name="pupils.tasks.start_request_reminders")
def start_request_reminders() -> None:
    """Ask once a day for each school's reminders of unanswered requests."""
    start_once_a_day("remind_of_requests", on=clock.today())


@job_handler("remind_of_requests", title="Reminding of requests", can_be_cancelled=False)
def remind_of_requests(work: Work) -> dict[str, Any]:
    """One e-mail to each address that has been asked and has not answered."""
    today = clock.today()
    sent = remind_school(work.school, today=today)
    return {"sent": sent + remind_to_agree(work.school, today=today)}


@shared_task(name="pupils.tasks.look_after_parents_pages")
def look_after_parents_pages() -> None:
    """Ask once a day, for each school, who may still read and who is told of what has moved."""
    start_once_a_day("parents_pages", on=clock.today())


@job_handler("parents_pages", title="Looking after parents' pages", can_be_cancelled=False)
def parents_pages(work: Work) -> dict[str, Any]:
    """Stop the pages of those who may not read any more; tell the others what has moved."""
    today = clock.today()
    stopped = stop_barred(school=work.school, today=today)
    return {"stopped": stopped, "told": tell_of_stages(school=work.school, today=today)}


def _batch_page(job: Job) -> str:
    return reverse("letter_batch", args=[job.school.slug, job.arguments["batch"]])


@job_handler(SEND_JOB, title="Letters to print", result_url=_batch_page)
def send_letters(work: Work) -> Generator[Step, None, dict[str, Any]]:
    """Set and keep letters that were begun together, each in a transaction of its own."""
    done = left = 0
    try:
        for done, total, refused in send_together(work.job):
            left = refused
            yield Step(done=done, total=total, sentence=f"{done} of {total} letters")
    except PdfProblem as problem:
        raise JobFailed(str(problem)) from None
    return {"letters": done - left, "left": left}
