"""What two people keep of supervision: days, agreed actions, objectives for practice.

The log says only that somebody kept something: no person, no day and no word of it.
"""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.services.recording import as_pk, lock
from staff.models import LineAction, StaffMember, Supervision
from staff.rules.supervision import forget_before, left_before

MEETING_FIELDS = ("planned_on", "is_held")
ACTION_FIELDS = ("text", "side", "due_on", "done_on")
NOT_YOURS = "This is between two others, or the line manager has changed."


@transaction.atomic
def plan_supervision(
    *, member: StaffMember, planned_on: dt.date, by: User, key: UUID | None = None
) -> Supervision:
    """A day on which the two meet."""
    member = _between(member, by)
    rows = Supervision.objects.filter(school_id=member.school_id, member=member)
    if key and (known := rows.filter(pk=key).first()):
        return known
    if rows.filter(planned_on=planned_on).exists():
        raise TransitionNotAllowed("A supervision stands on this day already.")
    row = Supervision(
        school_id=member.school_id,
        member=member,
        manager=_manager(member),
        planned_on=planned_on,
        **as_pk(key),
    )
    row.save(force_insert=True)
    return _kept(row, by)


@transaction.atomic
def change_supervision(
    *, supervision: Supervision, version: str, by: User, planned_on: dt.date, is_held: bool
) -> Supervision:
    """Another day, or that it took place."""
    row = _own(supervision, by)
    require_version(row, MEETING_FIELDS, version)
    if is_held and planned_on > clock.today():
        raise TransitionNotAllowed("That day has not come yet.")
    rows = Supervision.objects.filter(
        school_id=row.school_id, member_id=row.member_id, planned_on=planned_on
    )
    if rows.exclude(pk=row.pk).exists():
        raise TransitionNotAllowed("A supervision stands on this day already.")
    row.planned_on, row.is_held = planned_on, is_held
    row.save(update_fields=MEETING_FIELDS)
    return _kept(row, by)


@transaction.atomic
def agree(
    *,
    member: StaffMember,
    kind: str,
    text: str,
    side: str,
    due_on: dt.date | None,
    by: User,
    key: UUID | None = None,
    done_on: dt.date | None = None,
) -> LineAction:
    """An action or an objective that the two agreed."""
    member = _between(member, by)
    if key and (known := LineAction.objects.filter(school_id=member.school_id, pk=key).first()):
        return known
    row = LineAction(
        school_id=member.school_id,
        member=member,
        manager=_manager(member),
        kind=kind,
        text=text,
        side=side,
        agreed_on=clock.today(),
        due_on=due_on,
        done_on=done_on,
        **as_pk(key),
    )
    _require_days(row)
    row.save(force_insert=True)
    return _kept(row, by)


@transaction.atomic
def change_agreed(*, action: LineAction, version: str, by: User, **facts: Any) -> LineAction:
    """Put an action right, or say that it is done."""
    row = _own(action, by)
    require_version(row, ACTION_FIELDS, version)
    for name, value in facts.items():
        setattr(row, name, value)
    _require_days(row)
    row.save(update_fields=list(facts))
    return _kept(row, by)


@transaction.atomic
def take_out(*, row: Supervision | LineAction, by: User) -> None:
    """Delete a meeting or an action for good: nothing else keeps it."""
    row = _own(row, by)
    row.delete()
    _kept(row, by)


@transaction.atomic
def show_to_manager(*, member: StaffMember, by: User) -> int:
    """Show open actions agreed with an earlier manager to the present one.

    Only the one who is managed may: without their word the new manager sees none of them.
    """
    member = lock(member)
    if member.user_id != by.pk or member.line_manager_id is None:
        raise TransitionNotAllowed(NOT_YOURS)
    rows = LineAction.objects.filter(school_id=member.school_id, member=member, done_on=None)
    count = rows.exclude(manager=member.line_manager_id).update(manager=member.line_manager_id)
    _kept(member, by)
    return count


@transaction.atomic
def forget_supervision(*, school: School, today: dt.date) -> None:
    """Delete what is over: of whoever left, of long ago; planned days that never took place."""
    left = Q(member__left_on__lt=left_before(today))
    limit = forget_before(today)
    Supervision.objects.filter(left | Q(planned_on__lt=limit), school=school).delete()
    LineAction.objects.filter(left | Q(done_on__lt=limit), school=school).delete()


def _between(member: StaffMember, by: User) -> StaffMember:
    member = lock(member)
    if by.pk not in (member.user_id, member.line_manager_id) or member.line_manager_id is None:
        raise TransitionNotAllowed(NOT_YOURS)
    if member.left_on and member.left_on < clock.today():
        raise TransitionNotAllowed("This person has left.")
    return member


def _own(row, by: User):
    """The row, locked, if it is still the asker's."""
    rows = type(row).objects.filter(school_id=row.school_id, pk=row.pk).for_either(by.pk)
    if not rows.exists():
        raise TransitionNotAllowed(NOT_YOURS)
    return lock(row)


def _manager(member: StaffMember) -> User:
    return User.objects.get(pk=member.line_manager_id)


def _require_days(row: LineAction) -> None:
    if row.due_on and row.due_on < row.agreed_on:
        raise TransitionNotAllowed("The day is before the day on which you agreed it.")
    if row.done_on and (row.done_on < row.agreed_on or row.done_on > clock.today()):
        raise TransitionNotAllowed("It can be done from the day you agreed it until today.")


def _kept(row, by: User):
    record_event(Action.KEEP_SUPERVISION, school=School.objects.get(pk=row.school_id), by=by)
    return row
