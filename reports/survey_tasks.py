"""Background work on surveys: asking families, reminding them."""

from collections.abc import Generator, Iterator
from typing import Any

from django.urls import reverse

from aylsham import clock
from aylsham.jobs.registry import Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from reports.models import SurveyRound
from reports.services.surveys.sending import REMIND_JOB, SEND_JOB, invite_all, remind_all


def _page(job: Job) -> str:
    return reverse("survey", args=[job.school.slug, job.arguments["round"]])


@job_handler(SEND_JOB, title="Links of a survey", result_url=_page)
def send(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Ask each family once, child by child."""
    return (yield from _each(work, invite_all, "children"))


@job_handler(REMIND_JOB, title="Reminder of a survey", result_url=_page)
def remind(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Remind each address that has not answered; one that was written to is not written to again."""
    return (yield from _each(work, remind_all, "addresses"))


def _each(work: Work, ask, what: str) -> Generator[Step, Any, dict[str, Any]]:
    rows = SurveyRound.objects.filter(school=work.school, pk=work.arguments["round"])
    round = rows.select_related("school").first()
    if round is None or round.is_over(clock.today()):
        return {"done": 0}
    after, count = work.cursor.get("after", 0), 0
    steps: Iterator[tuple[int, int]] = ask(round, after)
    for done, total in steps:
        count = done
        yield Step(
            done=done, total=total, sentence=f"{done} of {total} {what}", cursor={"after": done}
        )
    return {"done": count}
