"""Coaching: a goal, visits with a next step, what changed; and the school's checklist."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.services.recording import as_pk, lock
from staff.codes import VisitKind
from staff.models import CoachingCycle, PracticePoint, TeachingVisit
from staff.practice_codes import MOST

CYCLE_FIELDS = ("goal", "objective", "starts_on")
CLOSE_FIELDS = ("closed_on", "changed")
VISIT_FIELDS = (
    "kind",
    "visited_on",
    "lesson",
    "at_school",
    "seen",
    "noticed",
    "next_step",
    "next_on",
)
ANSWER_FIELDS = ("answer",)


@transaction.atomic
def start_coaching(
    *,
    school: School,
    teacher: User,
    coach: User,
    goal: str,
    objective: str,
    starts_on: dt.date,
    by: User | None,
    key: UUID | None = None,
) -> CoachingCycle:
    """A teacher and a coach begin to work on a goal."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := CoachingCycle.objects.filter(school=school, pk=key).first()):
        return known
    _require_two(teacher, coach)
    cycle = CoachingCycle(
        school=school,
        teacher=teacher,
        coach=coach,
        goal=goal,
        objective=objective,
        starts_on=starts_on,
        **as_pk(key),
    )
    cycle.save(force_insert=True)
    return _record(cycle, by, "started")


@transaction.atomic
def change_coaching(*, cycle: CoachingCycle, version: str, by: User, **facts: Any):
    """Put the goal or its objective right."""
    row = lock(cycle)
    require_version(row, CYCLE_FIELDS, version)
    _require_open(row)
    _set(row, facts)
    return _record(row, by, "changed")


@transaction.atomic
def close_coaching(
    *, cycle: CoachingCycle, version: str, by: User, closed_on: dt.date, changed: str
) -> CoachingCycle:
    """Close a cycle with what changed for children."""
    row = lock(cycle)
    require_version(row, CLOSE_FIELDS, version)
    if closed_on < row.starts_on or closed_on > clock.today():
        raise TransitionNotAllowed("Close it on a day between its first one and today.")
    _set(row, {"closed_on": closed_on, "changed": changed})
    return _record(row, by, "closed")


@transaction.atomic
def record_visit(
    *,
    school: School,
    teacher: User,
    coach: User,
    by: User | None,
    cycle: CoachingCycle | None = None,
    key: UUID | None = None,
    **facts: Any,
) -> TeachingVisit:
    """A visit to a lesson: what was noticed and the next step."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := TeachingVisit.objects.filter(school=school, pk=key).first()):
        return known
    if cycle:
        _require_open(cycle := lock(cycle))
    _require_two(teacher, coach)
    row = TeachingVisit(
        school=school, teacher=teacher, coach=coach, cycle=cycle, **as_pk(key), **facts
    )
    _require_sense(row)
    row.save(force_insert=True)
    return _record(row, by, "visited")


@transaction.atomic
def change_visit(*, visit: TeachingVisit, version: str, by: User, **facts: Any) -> TeachingVisit:
    """Put a visit right."""
    row = lock(visit)
    require_version(row, VISIT_FIELDS, version)
    for name, value in facts.items():
        setattr(row, name, value)
    _require_sense(row)
    row.save(update_fields=list(facts))
    return _record(row, by, "changed")


@transaction.atomic
def answer_visit(*, visit: TeachingVisit, version: str, by: User, answer: str) -> TeachingVisit:
    """What the teacher takes from it, in their own words."""
    row = lock(visit)
    if row.teacher_id != by.pk:
        raise TransitionNotAllowed("Only the teacher writes this.")
    require_version(row, ANSWER_FIELDS, version)
    _set(row, {"answer": answer})
    return _record(row, by, "answered")


@transaction.atomic
def keep_points(*, school: School, lines: Sequence[str], version: str, by: User | None) -> None:
    """The checklist as a whole, in its order; visits keep the words of their day."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    wanted = list(dict.fromkeys(filter(None, (" ".join(line.split()) for line in lines))))
    if len(wanted) > MOST:
        raise TransitionNotAllowed(f"Keep it to {MOST} points: longer lists are not used.")
    known = {row.words: row for row in PracticePoint.objects.filter(school=school)}
    if version != points_version(known):
        raise StaleSave([], points_version(known))
    for words, row in known.items():
        if words not in wanted:
            row.delete()
    for place, words in enumerate(wanted):
        row = known.get(words) or PracticePoint(school=school, words=words)
        row.place = place
        row.save()
    record_event(Action.CHANGE_COACHING, school=school, by=by, detail={"step": "checklist"})


def points_version(words: Iterable[str]) -> str:
    """A short mark of what the checklist says."""
    return hashlib.sha256("\n".join(sorted(words)).encode()).hexdigest()[:16]


def _require_two(teacher: User, coach: User) -> None:
    if teacher.pk == coach.pk:
        raise TransitionNotAllowed("Choose two people: nobody coaches themselves.")


def _require_open(cycle: CoachingCycle) -> None:
    if cycle.closed_on:
        raise TransitionNotAllowed("This cycle is closed. Begin another.")


def _require_sense(row: TeachingVisit) -> None:
    if row.visited_on > clock.today():
        raise TransitionNotAllowed("That day has not come yet.")
    if row.next_on and row.next_on < row.visited_on:
        raise TransitionNotAllowed("The next visit is before this one.")
    if row.at_school_id and row.kind != VisitKind.PEER:
        raise TransitionNotAllowed("Only a peer visit is at another school.")


def _set(row, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))


def _record(row, by: User | None, step: str):
    school = School.objects.get(pk=row.school_id)
    record_event(Action.CHANGE_COACHING, school=school, by=by, subject=row, detail={"step": step})
    return row
