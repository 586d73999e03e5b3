"""Background work as pages show it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse

from aylsham.access.current import Access
from aylsham.access.links import may_open
from aylsham.access.permissions import Permission
from aylsham.components import Progress
from aylsham.jobs.codes import JobState
from aylsham.jobs.registry import Handler, UnknownKind, handler_for
from aylsham.models import Job, School

#: The colour and shape of each state (see `aylsham.components.STATES`).
STATE_KEYS = {
    JobState.WAITING: "waiting",
    JobState.RUNNING: "due_soon",
    JobState.DONE: "on_track",
    JobState.FAILED: "overdue",
    JobState.CANCELLED: "closed",
}
#: Shown on a page of their own.
MAIL = "mail"


@dataclass(frozen=True)
class JobLine:
    """One piece of work in a list."""

    id: str
    title: str
    where: str
    started_by: str
    state_key: str
    state_words: str
    words: str
    created_at: dt.datetime
    ended_at: dt.datetime | None
    can_be_stopped: bool
    can_be_tried_again: bool
    result_url: str


def jobs_of_person(access: Access) -> QuerySet[Job]:
    """What the person asked for, at the schools to which they still belong."""
    mine = Job.objects.started_by_person(access.user)
    return mine.filter(school_ids__contained_by=list(access.by_school))


def jobs_at(schools: Iterable[School]) -> QuerySet[Job]:
    """What was done for these schools, and for no others; e-mails have their own page."""
    return Job.objects.about_only(list(schools)).exclude(kind=MAIL)


def jobs_in_reach(access: Access) -> QuerySet[Job]:
    """What the person may stop or try again: their own, and that of schools they oversee."""
    overseen = [s.pk for s in access.schools_with(Permission.VIEW_JOBS)]
    return Job.objects.filter(
        Q(started_by=access.user, school_ids__contained_by=list(access.by_school))
        | Q(school_ids__contained_by=overseen, school_ids__len__gt=0)
    )


def lines(jobs: Iterable[Job], access: Access) -> list[JobLine]:
    """Jobs as lines of a list for one person."""
    names = {school.pk: school.name for school in access.all_schools}
    return [_line(job, names, access) for job in jobs]


def job_progress(job: Job, access: Access) -> Progress:
    """The panel that shows how far a job is, on any page; it asks again by itself."""
    here = f"{reverse('my_work')}?job={job.pk}"
    result, handler = result_url_of(job, access), _handler(job)
    return Progress(
        label=title_of(job),
        done=job.steps_done,
        total=job.steps_total,
        url=here,
        words=words_of(job),
        is_finished=job.state in (JobState.DONE, JobState.CANCELLED),
        has_failed=job.state == JobState.FAILED,
        result_url=result,
        result_label="See the result",
        file_url=f"{result}?as=pdf" if result and handler and handler.is_paper else "",
        cancel_url=f"{reverse('stop_work')}?job={job.pk}" if _can_be_stopped(job) else "",
    )


def title_of(job: Job) -> str:
    """What kind of work it is, in words."""
    handler = _handler(job)
    return handler.title if handler else job.kind.replace("_", " ").capitalize()


def words_of(job: Job) -> str:
    """How far it is, in a sentence."""
    if job.state == JobState.FAILED:
        return job.error
    if job.state == JobState.CANCELLED:
        return "Stopped. What it had not finished was not kept."
    if job.state == JobState.DONE:
        return job.sentence or "Finished."
    if job.cancel_requested_at:
        return "Stopping."
    if job.state == JobState.WAITING:
        return job.error or "Waiting for its turn."
    counts = f"{job.steps_done:,} of {job.steps_total:,}" if job.steps_total else ""
    return ": ".join(filter(None, (job.sentence, counts))) or "At work."


def result_url_of(job: Job, access: Access) -> str:
    """The page of the result; empty while there is none, and for those whom it would refuse."""
    handler = _handler(job)
    if job.state != JobState.DONE or handler is None or handler.result_url is None:
        return ""
    try:
        url = handler.result_url(job)
    except (NoReverseMatch, KeyError):
        return ""  # a result of an older version
    return url if may_open(access, url) else ""


def _line(job: Job, names: dict, access: Access) -> JobLine:
    return JobLine(
        id=str(job.pk),
        title=title_of(job),
        where=", ".join(names[pk] for pk in job.school_ids if pk in names),
        started_by=job.started_by.name if job.started_by else "By the clock",
        state_key=STATE_KEYS[JobState(job.state)],
        state_words=JobState(job.state).label,
        words=words_of(job),
        created_at=job.created_at,
        ended_at=job.ended_at,
        can_be_stopped=_can_be_stopped(job),
        can_be_tried_again=job.state == JobState.FAILED and _handler(job) is not None,
        result_url=result_url_of(job, access),
    )


def _can_be_stopped(job: Job) -> bool:
    handler = _handler(job)
    return bool(
        handler and handler.can_be_cancelled and job.is_open and not job.cancel_requested_at
    )


def _handler(job: Job) -> Handler | None:
    try:
        return handler_for(job.kind)
    except UnknownKind:
        return None
