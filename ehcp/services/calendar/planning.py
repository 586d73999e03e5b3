"""A calendar is planned: asked for, written down as proposals, accepted as planned meetings."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuilt_once
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from ehcp.models import AnnualReview, ProposedReview, ReviewCalendar
from ehcp.scheduling.verifying import broken_rules
from ehcp.selectors.calendar.instances import Due, Planning
from ehcp.services.meetings import move_review_meeting, plan_review_meeting

CALENDAR_JOB = "review_calendar"
#: Seconds for one school, and for each further one, up to the most.
SECONDS, SECONDS_MORE, SECONDS_MOST = 20, 3, 300


class CalendarChanged(Exception):
    """Somebody changed a calendar while it was being planned."""


@transaction.atomic
def start_planning(*, schools: Iterable[School], until: dt.date | None, by: User) -> Job:
    """Ask for a calendar; pressed twice, or while one is being planned, it is the same job."""
    schools = sorted(schools, key=lambda school: school.pk)
    for school in schools:
        lock_calendar(school)
    ids = [school.pk for school in schools]
    running = Job.objects.open().filter(kind=CALENDAR_JOB, school_ids__overlap=ids).first()
    if running:
        return running
    arguments = {
        "until": until.isoformat() if until else "",
        "seconds": min(SECONDS_MOST, SECONDS + SECONDS_MORE * len(schools)),
        "schools": [school.slug for school in schools],
    }
    one = schools[0] if len(schools) == 1 else None
    return start_job(CALENDAR_JOB, school=one, schools=schools, by=by, arguments=arguments)


def lock_calendar(school: School) -> ReviewCalendar:
    """The school's calendar, made if there is none, locked."""
    ReviewCalendar.objects.bulk_create([ReviewCalendar(school=school)], ignore_conflicts=True)
    return ReviewCalendar.objects.select_for_update(of=("self",)).get(school=school)


def touch(calendar: ReviewCalendar, *fields: str) -> None:
    """What is being planned from the state before is not to be written."""
    calendar.version += 1
    calendar.save(update_fields=["version", *fields])


@transaction.atomic
def keep_proposals(
    *,
    schools: Iterable[School],
    planning: Planning,
    answer: dict[str, Any],
    until: dt.date | None = None,
    by: User | None,
) -> dict[str, int]:
    """Write an answer down if it keeps every rule and nobody changed anything meanwhile."""
    if broken := broken_rules(planning.data, answer):
        raise TransitionNotAllowed(f"The plan breaks {len(broken)} rules; it was not kept.")
    calendars = {school.slug: lock_calendar(school) for school in schools}
    for calendar in calendars.values():
        if calendar.version != planning.versions[str(calendar.school_id)]:
            raise CalendarChanged
    placed = {row["review"]: row for row in answer["placed"]}
    conflicts = {row["review"]: row for row in answer["unplaced"]}
    for key, due in planning.due.items():
        _keep(due, placed.get(key), conflicts.get(key))
    for slug, calendar in calendars.items():
        kept = [due.plan.id for due in planning.due.values() if due.school.slug == slug]
        stale = ProposedReview.objects.filter(school=calendar.school_id).exclude(plan__in=kept)
        # What is due later than was asked for stays as it was.
        (stale.filter(legal_on__lte=until) if until else stale).delete()
        calendar.planned_at, calendar.figures = Now(), _figures(answer)
        touch(calendar, "planned_at", "figures")
        detail = {"what": "planned", "reviews": len(kept)}
        record_event(
            Action.PLAN_CALENDAR, school=calendar.school, by=by, subject=calendar, detail=detail
        )
    return {"placed": len(placed), "unplaced": len(conflicts)}


def _keep(due: Due, placed: dict[str, Any] | None, conflict: dict[str, Any] | None) -> None:
    row = due.row or ProposedReview(school=due.school, plan_id=due.plan.id)
    row.kind, window = due.kind, due.window
    row.earliest_on, row.latest_on, row.legal_on = (
        window.earliest,
        window.latest,
        window.legal_on,
    )
    row.meeting_on = dt.date.fromisoformat(placed["on"]) if placed else None
    row.starts_at = dt.time.fromisoformat(placed["at"]) if placed and placed["at"] else None
    row.is_locked = bool(placed and row.is_locked)
    row.conflict = (
        {"why": conflict["why"], "relax": [way["words"] for way in conflict["relax"]]}
        if conflict
        else {}
    )
    row.save()


def _figures(answer: dict[str, Any]) -> dict[str, Any]:
    names = ("status", "objective", "bound", "gap", "seconds", "figures", "greedy")
    return {name: answer[name] for name in names}


@transaction.atomic
def accept_calendar(*, school: School, version: int, by: User) -> tuple[int, list[UUID]]:
    """Plan the meetings that are proposed; how many, and the plans that refused theirs."""
    calendar = lock_calendar(school)
    if calendar.version != version:
        raise TransitionNotAllowed("The calendar has changed. Look at it again, then accept it.")
    rows = ProposedReview.objects.filter(school=school, meeting_on__isnull=False)
    done, refused = 0, []
    with rebuilt_once():
        for row in rows.select_related("plan__pupil", "plan__school"):
            try:
                with transaction.atomic():
                    done += _accept(row, by)
            except TransitionNotAllowed:
                refused.append(row.plan_id)
    touch(calendar)
    detail = {"what": "accepted", "reviews": done}
    record_event(Action.PLAN_CALENDAR, school=school, by=by, subject=calendar, detail=detail)
    return done, refused


def _accept(row: ProposedReview, by: User) -> bool:
    """Plan the meeting, or move the planned one; False if it is so already or people know the day."""
    review = AnnualReview.objects.filter(school=row.school_id, plan=row.plan, is_held=False).first()
    if review is None:
        review = plan_review_meeting(plan=row.plan, meeting_on=row.meeting_on, kind=row.kind, by=by)
    elif review.meeting_on == row.meeting_on or review.invited_on:
        if row.review_id != review.pk:
            row.review = review
            row.save(update_fields=["review"])
        return False
    else:
        review.plan = row.plan
        review = move_review_meeting(review=review, meeting_on=row.meeting_on, kind=row.kind, by=by)
    row.review = review
    row.save(update_fields=["review"])
    return True
