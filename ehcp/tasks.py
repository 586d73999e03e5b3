"""Background work of this floor: the calendar of annual reviews, consultations at their end."""

import datetime as dt
from collections.abc import Generator
from functools import partial
from typing import Any

from celery import shared_task
from django.urls import reverse

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.jobs.codes import JobQueue
from aylsham.jobs.registry import JobFailed, Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from aylsham.models import Job, School
from ehcp.selectors.calendar.instances import planning_of
from ehcp.services.calendar.planning import CALENDAR_JOB, CalendarChanged, keep_proposals
from ehcp.services.calendar.solver import solve
from ehcp.services.consultation_deleting import (
    DELETE_JOB,
    certificate_html,
    delete_consultation,
    start_deletions,
)
from pupils.services.retention.deleting import issue_certificate
from pupils.tasks.setting import write_pages


def _calendar_page(job: Job) -> str:
    slugs = job.arguments["schools"]
    if len(slugs) == 1:
        return reverse("review_calendar", args=slugs)
    return reverse("federation_review_calendar")


@job_handler(
    CALENDAR_JOB,
    title="Calendar of annual reviews",
    queue=JobQueue.HEAVY,
    lease=dt.timedelta(minutes=8),
    max_attempts=2,
    result_url=_calendar_page,
)
def plan_calendar(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Collect what is due, let the solver's process plan it, check it and write it down."""
    yield Step(done=0, total=3, sentence="Collecting legal days, people and rooms")
    schools = list(School.objects.filter(pk__in=work.job.school_ids).order_by("name"))
    asked = work.arguments["until"]
    until = dt.date.fromisoformat(asked) if asked else None
    planning = planning_of(schools, clock.today(), until=until)
    number, seconds = len(planning.due), work.arguments["seconds"]
    sentence = f"Planning {number} review{'' if number == 1 else 's'}, {seconds} seconds at most"
    compute = partial(solve, planning.data, seconds)
    answer = yield Outside(done=1, total=3, sentence=sentence, compute=compute)
    yield Step(done=2, total=3, sentence="Checking every rule and writing the proposals")
    try:
        return keep_proposals(
            schools=schools, planning=planning, answer=answer, until=until, by=work.by
        )
    except CalendarChanged:
        raise JobFailed(
            "Somebody changed the calendar while it was being planned. Plan it again."
        ) from None
    except TransitionNotAllowed as refused:
        raise JobFailed(str(refused)) from None


@shared_task(name="ehcp.tasks.forget_consultations")
def forget_consultations() -> None:
    """Ask every school, once a night, to delete the consultations that lay in the bin."""
    start_once_a_day("forget_consultations", on=clock.today())


@job_handler("forget_consultations", title="Old consultations", can_be_cancelled=False)
def forget_old(work: Work) -> Generator[Step, None, dict[str, Any]]:
    """Each has work of its own, so that one that fails stops no other."""
    begun = start_deletions(school=work.school)
    yield Step(sentence="What is to be deleted is named.")
    return {"consultations": begun}


@job_handler(DELETE_JOB, title="Deleting a consultation for good", can_be_cancelled=False)
def delete_one(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """The rows, then the certificate: each is done once, whoever goes on with it."""
    certificate = delete_consultation(school=work.school, end_id=work.arguments["end"])
    if certificate is None or certificate.issued_at:
        return {}
    html = certificate_html(certificate)
    pdf = yield Outside(
        done=1, total=2, sentence="The rows are deleted.", compute=partial(write_pages, html)
    )
    issue_certificate(certificate=certificate, pdf=pdf)
    return {"certificate": certificate.number}
