"""The school day: bells, rooms and lessons that nobody is taken from."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, require_version, version_of
from aylsham.models import School, User
from pupils.models import ClassGroup
from pupils.services.recording import as_pk, lock
from staff.models import Period, ProtectedLesson, Room, SchoolDay
from staff.rules.bells import Bell, starting_days, wrong_with
from staff.rules.patterns import Span, clash, minutes_between

DAY_FIELDS = ("name", "year_groups", "starts_on")
ROOM_FIELDS = ("name", "capacity", "walking_minutes")
LESSON_FIELDS = ("name", "weekday", "starts_at", "ends_at")


@transaction.atomic
def start_school_days(*, school: School, starts_on: dt.date, by: User | None) -> int:
    """A usual day for each part of the school, to be put right; how many were made."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if SchoolDay.objects.filter(school=school).exists():
        raise TransitionNotAllowed("The school has its bells already. Change them.")
    days = starting_days(school.year_groups)
    for day in days:
        row = SchoolDay.objects.create(
            school=school, name=day.name, year_groups=list(day.year_groups), starts_on=starts_on
        )
        _set_bells(row, day.bells)
    _record(school, None, by, "usual bells")
    return len(days)


@transaction.atomic
def add_school_day(
    *,
    school: School,
    bells: Iterable[Bell],
    by: User | None,
    key: UUID | None = None,
    **facts: Any,
) -> SchoolDay:
    """Bells from a day on; `facts` are DAY_FIELDS."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    rows = SchoolDay.objects.filter(school=school)
    if key and (known := rows.filter(pk=key).first()):
        return known
    day = SchoolDay(school=school, **as_pk(key), **facts)
    _require_new(day)
    day.save(force_insert=True)
    _set_bells(day, bells)
    _record(school, day, by, "bells added")
    return day


@transaction.atomic
def change_school_day(
    *, day: SchoolDay, bells: Iterable[Bell], version: str, by: User, **facts: Any
) -> SchoolDay:
    """Put bells right; for new bells from a later day another school day is added."""
    school = School.objects.select_for_update(no_key=True).get(pk=day.school_id)
    day = lock(day)
    fields, _, mark = version.partition(".")
    require_version(day, DAY_FIELDS, fields)
    if mark != _mark(day):
        raise StaleSave([], day_version(day))
    for name, value in facts.items():
        setattr(day, name, value)
    _require_new(day)
    day.save(update_fields=list(facts))
    _set_bells(day, bells)
    _record(school, day, by, "bells changed")
    return day


@transaction.atomic
def remove_school_day(*, day: SchoolDay, by: User) -> None:
    """Take out bells that never held."""
    day = lock(day)
    pk = day.pk
    day.delete()
    day.pk = pk  # for the log
    _record(School.objects.get(pk=day.school_id), day, by, "bells removed")


def day_version(day: SchoolDay | None) -> str:
    """What a form of bells starts from."""
    return f"{version_of(day, DAY_FIELDS)}.{_mark(day) if day else ''}"


def _mark(day: SchoolDay) -> str:
    rows = Period.objects.filter(school_id=day.school_id, day=day).order_by("starts_at")
    text = repr([(r.name, r.kind, str(r.starts_at), str(r.ends_at)) for r in rows])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _require_new(day: SchoolDay) -> None:
    same = SchoolDay.objects.filter(school_id=day.school_id, name=day.name, starts_on=day.starts_on)
    if same.exclude(pk=day.pk).exists():
        raise TransitionNotAllowed("Bells of this name from this day are there already.")


def _set_bells(day: SchoolDay, bells: Iterable[Bell]) -> None:
    bells = list(bells)
    if why := wrong_with(bells):
        raise TransitionNotAllowed(why)
    mine = {"school_id": day.school_id, "day": day}
    Period.objects.filter(**mine).delete()
    Period.objects.bulk_create(
        Period(
            **mine, name=bell.name, kind=bell.kind, starts_at=bell.starts_at, ends_at=bell.ends_at
        )
        for bell in bells
    )


@transaction.atomic
def keep_room(
    *,
    school: School,
    by: User | None,
    room: Room | None = None,
    version: str = "",
    key: UUID | None = None,
    **facts: Any,
) -> Room:
    """Add a room, or put one right; `facts` are ROOM_FIELDS."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    rows = Room.objects.filter(school=school)
    if room is None and key and (known := rows.filter(pk=key).first()):
        return known
    if room is not None:
        room = lock(room)
        require_version(room, ROOM_FIELDS, version)
    others = rows.exclude(pk=room.pk) if room else rows
    if others.filter(name__iexact=facts["name"]).exists():
        raise TransitionNotAllowed("A room of this name is there already.")
    room = room or Room(school=school, **as_pk(key))
    for name, value in facts.items():
        setattr(room, name, value)
    room.save()
    _record(school, room, by, "room kept")
    return room


@transaction.atomic
def remove_room(*, room: Room, by: User) -> None:
    """The room is no longer used."""
    room = lock(room)
    pk = room.pk
    room.delete()
    room.pk = pk  # for the log
    _record(School.objects.get(pk=room.school_id), room, by, "room removed")


@transaction.atomic
def protect_lesson(
    *, class_group: ClassGroup, by: User | None, key: UUID | None = None, **facts: Any
) -> ProtectedLesson:
    """Nobody of the class is taken out of this lesson; `facts` are LESSON_FIELDS."""
    school = School.objects.select_for_update(no_key=True).get(pk=class_group.school_id)
    rows = ProtectedLesson.objects.filter(school=school, class_group=class_group)
    if key and (known := rows.filter(pk=key).first()):
        return known
    if minutes_between(facts["starts_at"], facts["ends_at"]) <= 0:
        raise TransitionNotAllowed("It ends before it begins.")
    span = Span(facts["weekday"], facts["starts_at"], facts["ends_at"])
    known = [Span(r.weekday, r.starts_at, r.ends_at, r.name) for r in rows]
    if other := clash(span, known):
        raise TransitionNotAllowed(f"{other.name} is protected at that time already.")
    row = ProtectedLesson.objects.create(
        school=school, class_group=class_group, **as_pk(key), **facts
    )
    _record(school, row, by, "lesson protected")
    return row


@transaction.atomic
def free_lesson(*, lesson: ProtectedLesson, by: User) -> None:
    """Children may be taken out of this lesson again."""
    lesson = lock(lesson)
    pk = lesson.pk
    lesson.delete()
    lesson.pk = pk  # for the log
    _record(School.objects.get(pk=lesson.school_id), lesson, by, "lesson freed")


def _record(school: School, row, by: User | None, step: str) -> None:
    record_event(Action.CHANGE_SCHOOL_DAY, school=school, by=by, subject=row, detail={"step": step})
