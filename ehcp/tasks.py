"""Background work of this floor: the calendar of annual reviews."""

import datetime as dt
from collections.abc import Generator
from functools import partial
from typing import Any

from django.urls import reverse

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.jobs.codes import JobQueue
from aylsham.jobs.registry import JobFailed, Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job, School
from ehcp.selectors.calendar.instances import planning_of
from ehcp.services.calendar.planning import CALENDAR_JOB, CalendarChanged, keep_proposals
from ehcp.services.calendar.solver import solve


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
