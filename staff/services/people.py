"""Members of staff: taken in, changed, gone."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.services.recording import as_pk, lock
from staff.models import Contract, StaffMember, TrainingRecord

MEMBER_FIELDS = ("name", "user", "role", "line_manager")
LEAVE_FIELDS = ("left_on",)


@transaction.atomic
def add_member(
    *, school: School, by: User | None, key: UUID | None = None, **facts: Any
) -> StaffMember:
    """Somebody works here; `facts` are MEMBER_FIELDS, the account may be missing."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := StaffMember.objects.filter(school=school, pk=key).first()):
        return known
    member = StaffMember(school=school, **as_pk(key), **facts)
    _require_free_account(member)
    member.save(force_insert=True)
    return record_staff(member, by, "added")


@transaction.atomic
def change_member(*, member: StaffMember, version: str, by: User, **facts: Any) -> StaffMember:
    """Put a member of staff right, or link the account."""
    School.objects.select_for_update(no_key=True).get(pk=member.school_id)
    member = lock(member)
    require_version(member, MEMBER_FIELDS, version)
    for name, value in facts.items():
        setattr(member, name, value)
    _require_free_account(member)
    member.save(update_fields=list(facts))
    _take_trainings(member)
    return record_staff(member, by, "changed")


@transaction.atomic
def leave(*, member: StaffMember, version: str, by: User, left_on: dt.date | None) -> StaffMember:
    """Say the last day, which ends the contract too; None: the person stays after all."""
    member = lock(member)
    require_version(member, LEAVE_FIELDS, version)
    contracts = Contract.objects.select_for_update(no_key=True).filter(
        school_id=member.school_id, member=member
    )
    if left_on and contracts.filter(starts_on__gt=left_on).exists():
        raise TransitionNotAllowed("A contract begins after that day. Change the contract first.")
    member.left_on = left_on
    if left_on is None:
        _require_free_account(member)
    else:
        contracts.filter(ends_on=None).update(ends_on=left_on)
        contracts.filter(ends_on__gt=left_on).update(ends_on=left_on)
    member.save(update_fields=LEAVE_FIELDS)
    record_staff(member, by, "left" if left_on else "stays")
    rebuild_deadlines(School.objects.get(pk=member.school_id))  # trainings need no renewal now
    return member


def _require_free_account(member: StaffMember) -> None:
    """One person has one entry at a school."""
    if member.user_id is None or member.left_on is not None:
        return
    others = StaffMember.objects.filter(
        school_id=member.school_id, user_id=member.user_id, left_on=None
    )
    if other := others.exclude(pk=member.pk).first():
        raise TransitionNotAllowed(f"This account belongs to {other.name} already.")


def _take_trainings(member: StaffMember) -> None:
    """What was recorded before there was an account is the person's own from then on."""
    mine = TrainingRecord.objects.filter(school_id=member.school_id, member=member)
    mine.exclude(user=member.user_id).update(user=member.user_id)


def record_staff(member: StaffMember, by: User | None, step: str) -> StaffMember:
    """The trace of a change."""
    school = School.objects.get(pk=member.school_id)
    record_event(Action.CHANGE_STAFF, school=school, by=by, subject=member, detail={"step": step})
    return member
