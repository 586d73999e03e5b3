"""A plan is made by the planner, as background work."""

from typing import Any

from django.db import transaction

from aylsham.apart import solve_apart
from aylsham.jobs.services import start_job
from aylsham.models import Job, User
from staff.codes import WEEK_JOB
from staff.models import WeekPlan
from staff.services.weeks.plans import locked_draft

#: Seconds that the planner has.
SECONDS = 30


@transaction.atomic
def start_planning(*, plan: WeekPlan, by: User) -> Job:
    """Ask for the plan; pressed twice, or while it is being planned, it is the same job."""
    plan = locked_draft(plan)
    running = Job.objects.open().filter(kind=WEEK_JOB, arguments__plan=str(plan.pk)).first()
    if running:
        return running
    arguments = {"plan": str(plan.pk), "school": plan.school.slug, "seconds": SECONDS}
    return start_job(WEEK_JOB, school=plan.school, by=by, arguments=arguments)


def solve(data: dict[str, Any], seconds: int) -> dict[str, Any]:
    """The answer of the planner, in a process of its own."""
    failed = "The week could not be planned. Nothing was changed."
    return solve_apart("staff.planning.apart", data, seconds, failed=failed)
