"""What people's time is needed for beside provision, and what a week must heed of provision."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from provision.models import Provision
from pupils.models import Pupil
from pupils.services.recording import as_pk, lock, lock_pupil
from staff.models import (
    CarefulHandover,
    Handover,
    ProvisionPlanning,
    ProvisionWindow,
    Room,
    StaffMember,
    TimeNeed,
)
from staff.rules.patterns import minutes_between

NEED_FIELDS = (
    *("name", "kind", "class_group", "pupil", "minutes", "times_a_week", "adults"),
    *("weekdays", "starts_at", "ends_at", "topic", "starts_on", "ends_on"),
)
PLANNING_FIELDS = ("room", "keeps_adult")


@transaction.atomic
def add_need(*, school: School, by: User | None, key: UUID | None = None, **facts: Any) -> TimeNeed:
    """Something that takes an adult's time; `facts` are NEED_FIELDS."""
    if key and (known := TimeNeed.objects.filter(school=school, pk=key).first()):
        return known
    need = TimeNeed(school=school, **as_pk(key), **facts)
    _lock_child(need)
    _require_sound(need)
    need.save(force_insert=True)
    _record(need, by, "need added")
    return need


@transaction.atomic
def change_need(*, need: TimeNeed, version: str, by: User, **facts: Any) -> TimeNeed:
    """Put a time need right, or end it."""
    _lock_child(need)
    need = lock(need)
    require_version(need, NEED_FIELDS, version)
    for name, value in facts.items():
        setattr(need, name, value)
    _lock_child(need)
    _require_sound(need)
    need.save(update_fields=list(facts))
    _record(need, by, "need changed")
    return need


@transaction.atomic
def remove_need(*, need: TimeNeed, by: User) -> None:
    """Take out a time need that was written down by mistake; plans lose its sessions."""
    _lock_child(need)
    need = lock(need)
    _record(need, by, "need removed")
    need.delete()


@transaction.atomic
def plan_provision(
    *,
    provision: Provision,
    room: Room | None,
    keeps_adult: bool,
    version: str,
    by: User,
) -> ProvisionPlanning:
    """Where a provision is given, and whether one adult stays with it."""
    provision = lock(provision)
    row = ProvisionPlanning.objects.filter(
        school_id=provision.school_id, provision=provision
    ).first()
    require_version(row, PLANNING_FIELDS, version)
    row = row or ProvisionPlanning(school_id=provision.school_id, provision=provision)
    row.room, row.keeps_adult = room, keeps_adult
    row.save()
    _record(row, by, "provision planned")
    return row


@transaction.atomic
def add_window(
    *,
    provision: Provision,
    kind: str,
    weekday: int,
    starts_at: dt.time,
    ends_at: dt.time,
    by: User,
) -> ProvisionWindow:
    """A time in which alone it may be given, or in which it is wished; pressed twice it is one."""
    provision = lock(provision)
    if minutes_between(starts_at, ends_at) < min(provision.minutes, 60):
        raise TransitionNotAllowed("That time is too short for a session of it.")
    row, is_new = ProvisionWindow.objects.get_or_create(
        school_id=provision.school_id,
        provision=provision,
        kind=kind,
        weekday=weekday,
        starts_at=starts_at,
        defaults={"ends_at": ends_at, "written_by": by},
    )
    if not is_new and row.ends_at != ends_at:
        row.ends_at, row.written_by = ends_at, by
        row.save(update_fields=["ends_at", "written_by"])
    _record(row, by, "time added")
    return row


@transaction.atomic
def remove_window(*, window: ProvisionWindow, by: User) -> None:
    """The time no longer matters."""
    window = lock(window)
    _record(window, by, "time removed")
    window.delete()


@transaction.atomic
def set_careful(*, pupil: Pupil, is_careful: bool, by: User) -> None:
    """No new adult without a planned handover, or no longer so."""
    pupil = lock_pupil(pupil)
    rows = CarefulHandover.objects.filter(school_id=pupil.school_id, pupil=pupil)
    if is_careful == rows.exists():
        return
    if is_careful:
        CarefulHandover.objects.create(school_id=pupil.school_id, pupil=pupil)
    else:
        for row in rows:
            row.delete()
    record_event(
        Action.KEEP_TIME_NEEDS,
        school=pupil.school,
        by=by,
        pupil_ids=[pupil.pk],
        detail={"what": "careful" if is_careful else "no longer careful"},
    )


@transaction.atomic
def plan_handover(
    *, pupil: Pupil, member: StaffMember, on: dt.date, how: str, by: User
) -> Handover:
    """A day on which a child gets to know an adult; from then on they may be planned together."""
    pupil = lock_pupil(pupil)
    row, _ = Handover.objects.get_or_create(
        school_id=pupil.school_id,
        pupil=pupil,
        member=member,
        on=on,
        defaults={"how": how, "written_by": by},
    )
    _record(row, by, "handover planned", pupil_ids=[pupil.pk])
    return row


@transaction.atomic
def remove_handover(*, handover: Handover, by: User) -> None:
    """It does not take place."""
    lock_pupil(handover.pupil)
    handover = lock(handover)
    _record(handover, by, "handover removed", pupil_ids=[handover.pupil_id])
    handover.delete()


def _lock_child(need: TimeNeed) -> None:
    """The child whom it is for, if it is for one: nothing is written about a closed record."""
    if need.pupil:
        lock_pupil(need.pupil)


def _require_sound(need: TimeNeed) -> None:
    if need.class_group_id and need.pupil_id:
        raise TransitionNotAllowed("It is for a class or for a child, not for both.")
    if bool(need.starts_at) != bool(need.ends_at):
        raise TransitionNotAllowed("Give both times, or neither.")
    if need.starts_at and minutes_between(need.starts_at, need.ends_at) < need.minutes:
        raise TransitionNotAllowed("There are fewer minutes between the two times than it takes.")
    if need.ends_on and need.ends_on < need.starts_on:
        raise TransitionNotAllowed("It ends before it begins.")
    days = len(need.weekdays) or 5
    if need.starts_at and need.times_a_week > days:
        raise TransitionNotAllowed("At a fixed time it can be once a day at most.")


def _record(row, by: User | None, what: str, *, pupil_ids: list[UUID] = ()) -> None:
    about = [row.pupil_id] if getattr(row, "pupil_id", None) else list(pupil_ids)
    record_event(
        Action.KEEP_TIME_NEEDS,
        school=School.objects.get(pk=row.school_id),
        by=by,
        pupil_ids=about,
        subject=row,
        detail={"what": what},
    )
