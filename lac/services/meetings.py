"""Meetings about children in care: held, put right, and what was agreed in them."""

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from aylsham.tenancy.models import SchoolOwned
from lac.models import CareAction, CareMeeting, CareMeetingChild
from lac.services.recording import require_come
from pupils.models import Pupil
from pupils.services.recording import as_pk, lock, lock_pupil

MEETING_FIELDS = ("kind", "held_on", "came", "notes")
ACTION_FIELDS = ("what", "pupil", "owner", "outside_owner", "due_on")
SAID_FIELDS = ("said",)


@transaction.atomic
def add_meeting(
    *,
    school: School,
    children: Collection[Pupil],
    by: User | None,
    key: UUID | None = None,
    **values: Any,
) -> CareMeeting:
    """Record a meeting, and which children it spoke of."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := CareMeeting.objects.filter(school=school, pk=key).first()):
        return known
    require_come(values["held_on"])
    meeting = CareMeeting(school=school, **as_pk(key), **values)
    meeting.save(force_insert=True)
    _speak_of(meeting, children)
    _record(meeting, children, by, "added")
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: CareMeeting, children: Collection[Pupil], version: str, by: User, **values: Any
) -> CareMeeting:
    """Put a meeting right; a child who is taken out takes along what was said of it."""
    meeting = _locked(meeting)
    require_version(meeting, MEETING_FIELDS, version)
    require_come(values["held_on"])
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting.save(update_fields=list(values))
    rows = {row.pupil_id: row for row in meeting.children.select_related("pupil")}
    wanted = {pupil.pk for pupil in children}
    gone = [row for pk, row in rows.items() if pk not in wanted]
    for row in gone:
        lock_pupil(row.pupil)
        if meeting.actions.filter(pupil=row.pupil).exists():
            raise TransitionNotAllowed(
                "An action is for a child that you take out. Change it first."
            )
        row.delete()
    new = [pupil for pupil in children if pupil.pk not in rows]
    _speak_of(meeting, new)
    _record(meeting, [*children, *(row.pupil for row in gone)], by, "changed")
    return meeting


@transaction.atomic
def remove_meeting(*, meeting: CareMeeting, by: User) -> None:
    """Take out a meeting that was entered by mistake, with its actions."""
    meeting = _locked(meeting)
    pupils = [lock_pupil(row.pupil) for row in meeting.children.select_related("pupil")]
    pk = meeting.pk
    meeting.delete()
    meeting.pk = pk  # for the log
    _record(meeting, pupils, by, "removed")
    rebuild_deadlines(meeting.school)


@transaction.atomic
def say_of_child(*, child: CareMeetingChild, said: str, version: str, by: User) -> CareMeetingChild:
    """Write down what the meeting said of one child."""
    pupil = lock_pupil(child.pupil)
    child = lock(child)
    child.school = pupil.school
    require_version(child, SAID_FIELDS, version)
    child.said = said
    child.save(update_fields=["said"])
    _record(child, [pupil], by, "changed")
    return child


@transaction.atomic
def add_care_action(
    *, meeting: CareMeeting, by: User | None, key: UUID | None = None, **values: Any
) -> CareAction:
    """Agree on something; from now on it is due."""
    meeting = _locked(meeting)
    rows = CareAction.objects.filter(school_id=meeting.school_id, meeting=meeting)
    if key and (known := rows.filter(pk=key).first()):
        return known
    action = CareAction(school=meeting.school, meeting=meeting, **as_pk(key), **values)
    _require_good(action, meeting)
    action.save(force_insert=True)
    return _agreed(action, by, "added")


@transaction.atomic
def change_care_action(*, action: CareAction, version: str, by: User, **values: Any) -> CareAction:
    """Put an action right, or give it another day or person."""
    action, meeting = _locked_action(action)
    require_version(action, ACTION_FIELDS, version)
    before = action.pupil_id
    for name, value in values.items():
        setattr(action, name, value)
    _require_good(action, meeting)
    action.save(update_fields=list(values))
    if before != action.pupil_id:
        rebuild_deadlines(action.school)
    return _agreed(action, by, "changed")


@transaction.atomic
def finish_care_action(*, action: CareAction, done_on: dt.date, by: User) -> CareAction:
    """It is done; pressing twice changes nothing."""
    action, _ = _locked_action(action)
    if action.done_on:
        return action
    require_come(done_on)
    action.done_on, action.done_by = done_on, by
    action.save(update_fields=["done_on", "done_by"])
    return _agreed(action, by, "done")


@transaction.atomic
def reopen_care_action(*, action: CareAction, by: User) -> CareAction:
    """It was not done after all."""
    action, _ = _locked_action(action)
    action.done_on = action.done_by = None
    action.save(update_fields=["done_on", "done_by"])
    return _agreed(action, by, "reopened")


@transaction.atomic
def remove_care_action(*, action: CareAction, by: User) -> None:
    """Take out what was agreed by mistake."""
    action, _ = _locked_action(action)
    pk = action.pk
    action.delete()
    action.pk = pk  # for the log
    _agreed(action, by, "removed")


def _speak_of(meeting: CareMeeting, children: Collection[Pupil]) -> None:
    for pupil in sorted(children, key=lambda pupil: pupil.pk):
        pupil = lock_pupil(pupil)
        CareMeetingChild.objects.create(school=pupil.school, meeting=meeting, pupil=pupil)


def _locked(meeting: CareMeeting) -> CareMeeting:
    locked = lock(meeting)
    locked.school = meeting.school
    return locked


def _locked_action(action: CareAction) -> tuple[CareAction, CareMeeting]:
    """The action with its meeting, locked; refused where its child's record is closed."""
    meeting = _locked(action.meeting)
    locked = lock(action)
    locked.school, locked.meeting = meeting.school, meeting
    if locked.pupil_id:
        locked.pupil = lock_pupil(locked.pupil)
    return locked, meeting


def _require_good(action: CareAction, meeting: CareMeeting) -> None:
    if (action.owner_id is None) == (action.outside_owner == ""):
        raise TransitionNotAllowed("Say who does it: a colleague, or somebody outside, not both.")
    if action.due_on < meeting.held_on:
        raise TransitionNotAllowed("That day is before the meeting.")
    if action.pupil_id:
        lock_pupil(action.pupil)
        if not meeting.children.filter(pupil=action.pupil_id).exists():
            raise TransitionNotAllowed("The meeting did not speak of that child.")


def _agreed(action: CareAction, by: User | None, step: str) -> CareAction:
    children = [action.pupil] if action.pupil else []
    _record(action, children, by, step)
    rebuild_deadlines(action.school, [action.pupil_id] if action.pupil_id else None)
    return action


def _record(row: SchoolOwned, children: Collection[Pupil], by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_CARE,
        school=row.school,
        by=by,
        pupil_ids=[pupil.pk for pupil in children],
        subject=row,
        detail={"what": row._meta.model_name, "step": step},
    )
