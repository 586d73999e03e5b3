"""Recording what is watched, setting the rules, and saying what is done about what they saw."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, require_version
from aylsham.models import School, User
from lac.models import SdqTotal, WatchRules, WatchTask, WatchTold, WeekAttendance
from lac.models.watch import HIGHEST_TOTAL, MOST_SESSIONS
from lac.selectors.weeks import mark_of_weeks, weeks_of
from lac.services.recording import add, change, record, remove, require_come
from lac.services.watching import raise_signs
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, require_born

SDQ_FIELDS = ("answered_on", "answered_by", "total")
RULE_FIELDS = (
    "attendance_below",
    "attendance_weeks",
    "moves",
    "sdq_total",
    "stalled_weeks",
    "suspensions",
    "new_worker",
)
#: Possible and attended half days of a child; None: nothing is recorded of that week.
Figures = dict[UUID, tuple[int, int] | None]


@transaction.atomic
def keep_week(
    *, school: School, week_on: dt.date, figures: Figures, version: str, by: User | None
) -> int:
    """Keep a week of several children as it was typed; how many rows changed."""
    if week_on.isoweekday() != 1 or week_on > clock.today():
        raise TransitionNotAllowed("Choose a week that has begun, by its Monday.")
    pupils = Pupil.objects.filter(school=school, pk__in=list(figures)).order_by("pk")
    locked = [lock_pupil(pupil) for pupil in pupils]
    rows = {row.pupil_id: row for row in weeks_of(school, week_on)}
    said = {pk: row for pk, row in rows.items() if pk in figures}
    if version != (now := mark_of_weeks(said.values())):
        raise StaleSave([], now)
    return sum(_keep(pupil, rows.get(pupil.pk), week_on, figures[pupil.pk], by) for pupil in locked)


def _keep(pupil: Pupil, row: WeekAttendance | None, week_on, said, by: User | None) -> bool:
    if said is None:
        if row:
            remove(row, pupil, by)
        return row is not None
    values = dict(zip(("possible", "attended"), said, strict=True))
    if row is None:
        week = WeekAttendance(school=pupil.school, pupil=pupil, week_on=week_on, **values)
        add(week, pupil, by, _week_is_good)
    elif said != (row.possible, row.attended):
        change(row, pupil, values=values, version=None, by=by, check=_week_is_good)
    else:
        return False
    return True


def _week_is_good(row: WeekAttendance) -> None:
    if not 1 <= row.possible <= MOST_SESSIONS:
        raise TransitionNotAllowed(f"A week has between 1 and {MOST_SESSIONS} half days.")
    if not 0 <= row.attended <= row.possible:
        raise TransitionNotAllowed("Nobody attends more half days than there are.")


@transaction.atomic
def add_sdq(*, pupil: Pupil, by: User | None, key: UUID | None = None, **values: Any) -> SdqTotal:
    """Keep the total of a questionnaire."""
    pupil = lock_pupil(pupil)
    if known := added_before(SdqTotal, pupil, key):
        return known
    row = SdqTotal(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    return add(row, pupil, by, _total_is_good)


@transaction.atomic
def change_sdq(*, sdq: SdqTotal, version: str, by: User | None, **values: Any) -> SdqTotal:
    """Put a total right."""
    pupil = lock_pupil(sdq.pupil)
    return change(sdq, pupil, values=values, version=version, by=by, check=_total_is_good)


@transaction.atomic
def remove_sdq(*, sdq: SdqTotal, by: User | None) -> None:
    """Take out a total that was entered by mistake."""
    remove(sdq, lock_pupil(sdq.pupil), by)


def _total_is_good(row: SdqTotal) -> None:
    require_born(row.pupil, row.answered_on)
    require_come(row.answered_on)
    if not 0 <= row.total <= HIGHEST_TOTAL:
        raise TransitionNotAllowed(f"The total is between 0 and {HIGHEST_TOTAL}.")
    same = SdqTotal.objects.filter(
        school_id=row.school_id,
        pupil_id=row.pupil_id,
        answered_on=row.answered_on,
        answered_by=row.answered_by,
    )
    if same.exclude(pk=row.pk).exists():
        raise TransitionNotAllowed("A total of that day by the same person is recorded already.")


@transaction.atomic
def set_watch_rules(*, school: School, version: str, by: User, **values: Any) -> WatchRules:
    """Say when the school wants to be told; the rules look at once."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    row = WatchRules.objects.filter(school=school).first()
    if row is None and version != "new":
        raise StaleSave([], "new")
    if row is not None:
        require_version(row, values, version)
    row = row or WatchRules(school=school)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    detail = {"what": "watchrules", "step": "changed"}
    record_event(Action.CHANGE_CARE, school=school, by=by, subject=row, detail=detail)
    raise_signs(school=school, by=by)
    return row


@transaction.atomic
def note_told(
    *,
    task: WatchTask,
    told_on: dt.date,
    by: User | None,
    user: User | None = None,
    name: str = "",
    key: UUID | None = None,
) -> WatchTold:
    """Somebody was told of what a rule saw: a colleague or, by name, somebody outside."""
    pupil = lock_pupil(task.pupil)
    rows = WatchTold.objects.filter(school_id=pupil.school_id, task=task)
    if key and (known := rows.filter(pk=key).first()):
        return known
    if (user is None) == (name == ""):
        raise TransitionNotAllowed("Say who: a colleague, or somebody outside, not both.")
    require_come(told_on)
    if told_on < task.raised_on:
        raise TransitionNotAllowed(f"This was seen on {task.raised_on:%-d %B %Y}, not before.")
    told = WatchTold(
        school=pupil.school, task=task, user=user, name=name, told_on=told_on, **as_pk(key)
    )
    return add(told, pupil, by, lambda row: None)


@transaction.atomic
def close_watch_task(*, task: WatchTask, done: str, by: User) -> WatchTask:
    """Say what is done about it: nobody is asked to look any more."""
    pupil = lock_pupil(task.pupil)
    task = lock(task)
    if task.closed_on:
        raise TransitionNotAllowed("Somebody has closed this already. Open it to read their words.")
    if not done.strip():
        raise TransitionNotAllowed("Say what is done about it, or why nothing is needed.")
    task.done, task.closed_on, task.closed_by = done, clock.today(), by
    task.save(update_fields=["done", "closed_on", "closed_by"])
    record(task, pupil, by, "closed")
    return task


@transaction.atomic
def reopen_watch_task(*, task: WatchTask, by: User) -> WatchTask:
    """It needs another look; what was written stands in the history."""
    pupil = lock_pupil(task.pupil)
    task = lock(task)
    if task.closed_on:
        task.done, task.closed_on, task.closed_by = "", None, None
        task.save(update_fields=["done", "closed_on", "closed_by"])
        record(task, pupil, by, "reopened")
    return task
