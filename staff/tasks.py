"""Background work of this floor: the week of people's time is planned."""

import datetime as dt
from collections.abc import Generator
from functools import partial
from typing import Any

from django.urls import reverse

from aylsham.changes import TransitionNotAllowed
from aylsham.jobs.codes import JobQueue
from aylsham.jobs.registry import JobFailed, Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from staff.codes import WEEK_JOB
from staff.models import WeekPlan
from staff.planning.writing import instance_data
from staff.selectors.weeks.instances import monday_of, week_of_plan
from staff.services.weeks.planning import solve
from staff.services.weeks.plans import PlanChanged, keep_answer


def _plan_page(job: Job) -> str:
    return reverse("week_plan", args=[job.arguments["school"], job.arguments["plan"]])


@job_handler(
    WEEK_JOB,
    title="Plan of the week",
    queue=JobQueue.HEAVY,
    lease=dt.timedelta(minutes=4),
    max_attempts=2,
    result_url=_plan_page,
)
def plan_week(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Collect the week, let the planner's process plan it, check it and write it down."""
    yield Step(done=0, total=3, sentence="Collecting what is owed, people and times")
    plan = WeekPlan.objects.filter(school=work.school, pk=work.arguments["plan"]).first()
    if plan is None:
        raise JobFailed("The plan was taken out meanwhile.")
    week = week_of_plan(plan, monday_of(plan), with_rates=True)
    seconds, number = work.arguments["seconds"], len(week.instance.demands)
    sentence = f"Planning {number} things to cover, {seconds} seconds at most"
    compute = partial(solve, instance_data(week.instance), seconds)
    answer = yield Outside(done=1, total=3, sentence=sentence, compute=compute)
    yield Step(done=2, total=3, sentence="Checking every rule and writing it down")
    try:
        keep_answer(plan=plan, week=week, answer=answer, by=work.by)
    except PlanChanged:
        raise JobFailed(
            "Somebody changed the plan while it was being planned. Plan it again."
        ) from None
    except TransitionNotAllowed as refused:
        raise JobFailed(str(refused)) from None
    return {"sessions": len(answer["sessions"]), "status": answer["status"]}
