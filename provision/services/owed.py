"""What is owed: a make-up planned or cancelled, who has time, and what parents are told."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from provision.models import (
    MakeUp,
    Place,
    Promise,
    Provision,
    ReleasedDelivery,
    SessionMark,
    SpareTime,
)
from provision.provision_codes import ProvisionState
from provision.rules.promised import Kept
from pupils.models import Pupil
from pupils.services.recording import lock, lock_pupil, lock_pupils, record_change

#: So far ahead a make-up can be planned.
AHEAD = dt.timedelta(days=60)


@transaction.atomic
def plan_make_up(
    *,
    provision: Provision,
    pupils: Sequence[Pupil],
    on: dt.date,
    minutes: int,
    staff: User | None,
    by: User,
) -> list[MakeUp]:
    """Plan a session that makes up what these children are owed; pressed twice it is planned once.

    It stands on the list of `staff` for that day, and is logged there.
    """
    lock_pupils(provision.school, [pupil.pk for pupil in pupils])
    provision = lock(provision)
    _require_possible(provision, pupils, on)
    mine = {"school": provision.school, "provision": provision, "on": on}
    known = set(MakeUp.objects.filter(**mine).values_list("pupil_id", flat=True))
    rows = [
        MakeUp(**mine, pupil=pupil, minutes=minutes, staff=staff, planned_by=by)
        for pupil in pupils
        if pupil.pk not in known
    ]
    MakeUp.objects.bulk_create(rows)
    if rows:
        _record_make_up("planned", provision, [row.pupil_id for row in rows], by)
    return rows


@transaction.atomic
def cancel_make_up(*, make_up: MakeUp, by: User) -> None:
    """It does not take place, for anybody; refused once it is logged."""
    provision, on = make_up.provision, make_up.on
    rows = MakeUp.objects.filter(school=provision.school, provision=provision, on=on)
    pupil_ids = sorted(rows.values_list("pupil_id", flat=True))
    lock_pupils(provision.school, pupil_ids)
    marks = SessionMark.objects.filter(school=provision.school, log__session__provision=provision)
    if marks.filter(log__session__on=on, log__session__is_make_up=True).exists():
        raise TransitionNotAllowed("It is logged already. Correct the log instead.")
    rows.delete()
    _record_make_up("cancelled", provision, pupil_ids, by)


def _require_possible(provision: Provision, pupils: Sequence[Pupil], on: dt.date) -> None:
    today = clock.today()
    if provision.state == ProvisionState.DRAFT:
        raise TransitionNotAllowed("It has not begun yet.")
    if not today <= on <= today + AHEAD:
        raise TransitionNotAllowed("Choose a day from today to two months ahead.")
    if not calendar_of(provision.school).is_open_day(on):
        raise TransitionNotAllowed(f"The school is closed on {on:%-d %B}.")
    places = Place.objects.filter(school=provision.school, provision=provision)
    there = set(places.values_list("pupil_id", flat=True))
    if not pupils or {pupil.pk for pupil in pupils} - there:
        raise TransitionNotAllowed("A child is not in it. Open the page again.")


def _record_make_up(step: str, provision: Provision, pupil_ids: Iterable[UUID], by: User) -> None:
    record_event(
        Action.PLAN_MAKE_UP,
        school=provision.school,
        by=by,
        pupil_ids=sorted(pupil_ids),
        subject=provision,
        detail={"step": step},
    )


@transaction.atomic
def set_spare_time(
    *, school: School, staff: User, role: str, weekday: int, minutes: int, by: User
) -> None:
    """How many minutes an adult has free on a day of the week; none takes the line away."""
    rows = SpareTime.objects.filter(school=school, staff=staff, weekday=weekday)
    known = rows.select_for_update(no_key=True).first()
    if known and not minutes:
        known.delete()
    elif known:
        known.role, known.minutes = role, minutes
        known.save(update_fields=["role", "minutes"])
    elif minutes:
        SpareTime.objects.create(
            school=school, staff=staff, role=role, weekday=weekday, minutes=minutes
        )
    record_event(Action.CHANGE_SPARE_TIME, school=school, by=by, subject=staff)


@dataclass(frozen=True)
class ReleasedLine:
    """A promise with its minutes of the days that are released."""

    promise: Promise
    kept: Kept


@transaction.atomic
def release_delivery(
    *, pupil: Pupil, first: dt.date, last: dt.date, lines: Sequence[ReleasedLine], by: User
) -> int:
    """Show parents what of these promises was kept from one day to another; how many lines.

    What was released for the same days before is replaced.
    """
    pupil = lock_pupil(pupil)
    if not lines:
        raise TransitionNotAllowed("There is nothing that parents may be shown.")
    mine = {"school_id": pupil.school_id, "pupil": pupil}
    ReleasedDelivery.objects.filter(**mine, first=first, last=last).delete()
    ReleasedDelivery.objects.bulk_create(
        ReleasedDelivery(
            **mine,
            promise=line.promise,
            first=first,
            last=last,
            promised=line.kept.promised,
            planned=line.kept.planned,
            delivered=line.kept.delivered,
            owed=line.kept.owed,
            why=line.kept.words,
            released_on=clock.today(),
            released_by=by,
        )
        for line in lines
    )
    _record_release("released", pupil, by)
    return len(lines)


@transaction.atomic
def take_back_release(*, pupil: Pupil, by: User) -> None:
    """Parents see nothing of it any more."""
    pupil = lock_pupil(pupil)
    ReleasedDelivery.objects.filter(school_id=pupil.school_id, pupil=pupil).delete()
    _record_release("taken back", pupil, by)


def _record_release(step: str, pupil: Pupil, by: User) -> None:
    record_change(
        Action.RELEASE_DELIVERY,
        pupil=pupil,
        by=by,
        subject=pupil,
        detail={"step": step},
        moves_dates=False,
    )
