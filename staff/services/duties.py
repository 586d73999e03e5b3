"""Naming who holds a duty, handing it over for a time and back, covering while somebody is away."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.mail.services import queue_mail
from aylsham.models import School, User
from pupils.services.recording import as_pk, lock
from staff.duty_codes import HeldDuty
from staff.models import Away, Delegation, DutyHolder, HandoverNote
from staff.selectors.duties import team_of

HANDED_MAIL = "duty_handed"
AWAY_MAIL = "away_covered"
DELEGATION_FIELDS = ("starts_on", "ends_on", "note")
AWAY_FIELDS = ("starts_on", "ends_on", "note")
NOTE_FIELDS = ("text",)
#: Longer than this is no loan: name somebody else.
LONGEST = 400


@transaction.atomic
def name_holder(
    *, school: School, duty: str, user: User, starts_on: dt.date, by: User | None
) -> DutyHolder:
    """Name somebody for a duty from a day on."""
    _lock(school)
    if not team_of(school, clock.today()).may(user.pk, HeldDuty(duty)):
        raise TransitionNotAllowed(f"The roles of {user.name} do not allow this duty.")
    rows = DutyHolder.objects.filter(school=school, duty=duty, user=user)
    if rows.filter(ends_on=None).exists() or rows.filter(ends_on__gte=starts_on).exists():
        raise TransitionNotAllowed(f"{user.name} is named for this duty already.")
    holder = DutyHolder(school=school, duty=duty, user=user, starts_on=starts_on)
    holder.save(force_insert=True)
    _record(holder, school, by, "named", duty)
    return holder


@transaction.atomic
def end_holder(*, holder: DutyHolder, ends_on: dt.date, by: User) -> DutyHolder:
    """Say the last day of somebody in a duty."""
    _lock(holder.school)
    holder = lock(holder)
    if ends_on < holder.starts_on:
        raise TransitionNotAllowed("The last day is before the first one.")
    if holder.ends_on and holder.ends_on < clock.today():
        raise TransitionNotAllowed("This has ended already.")
    holder.ends_on = ends_on
    holder.save(update_fields=["ends_on"])
    _record(holder, School.objects.get(pk=holder.school_id), by, "ended", holder.duty)
    return holder


@transaction.atomic
def hand_over(
    *,
    school: School,
    duty: str,
    giver: User,
    taker: User,
    starts_on: dt.date,
    ends_on: dt.date,
    by: User,
    note: str = "",
    key: UUID | None = None,
) -> Delegation:
    """Put a duty into a colleague's hands until a day; both are told.

    The colleague's own roles must allow it: handing over gives nobody more than they have.
    """
    _lock(school)
    if key and (known := Delegation.objects.filter(school=school, pk=key).first()):
        return known
    _require_days(starts_on, ends_on)
    team = team_of(school, clock.today())
    held = HeldDuty(duty)
    if giver.pk not in {person for person, _ in team.holders_of(held)}:
        raise TransitionNotAllowed(f"{giver.name} does not hold this duty.")
    if giver.pk == taker.pk or not team.may(taker.pk, held):
        raise TransitionNotAllowed(f"The roles of {taker.name} do not allow this duty.")
    row = Delegation(
        school=school,
        duty=duty,
        giver=giver,
        taker=taker,
        starts_on=starts_on,
        ends_on=ends_on,
        note=note,
        **as_pk(key),
    )
    _require_free(row)
    row.save(force_insert=True)
    _record(row, school, by, "handed_over", duty)
    _tell(row, school, "given", by)
    return row


@transaction.atomic
def change_delegation(*, delegation: Delegation, version: str, by: User, **facts: Any):
    """Other days or another note for what is handed over."""
    row = lock(delegation)
    _require_open(row)
    require_version(row, DELEGATION_FIELDS, version)
    for name, value in facts.items():
        setattr(row, name, value)
    if row.ends_on < row.starts_on:
        raise TransitionNotAllowed("The last day is before the first one.")
    _require_free(row)
    row.save(update_fields=list(facts))
    school = School.objects.get(pk=row.school_id)
    _record(row, school, by, "changed", row.duty)
    _tell(row, school, "changed", by)
    return row


@transaction.atomic
def hand_back(*, delegation: Delegation, by: User) -> Delegation:
    """The duty is back before its time, from today on; both are told."""
    row = lock(delegation)
    _require_open(row)
    row.back_on, row.back_by = clock.today(), by
    row.save(update_fields=["back_on", "back_by"])
    school = School.objects.get(pk=row.school_id)
    _record(row, school, by, "handed_back", row.duty)
    _tell(row, school, "back", by)
    return row


@transaction.atomic
def tell_of_ends(*, school: School, today: dt.date) -> int:
    """Tell both of every delegation that ended by itself; each once."""
    rows = Delegation.objects.select_for_update(no_key=True, of=("self",)).filter(
        school=school, back_on=None, ends_on__lt=today, is_end_told=False
    )
    found = list(rows.select_related("giver", "taker"))
    for row in found:
        row.is_end_told = True
        row.save(update_fields=["is_end_told"])
        _tell(row, school, "ended", None)
    return len(found)


@transaction.atomic
def say_away(
    *,
    school: School,
    user: User,
    cover: User,
    starts_on: dt.date,
    ends_on: dt.date,
    by: User,
    note: str = "",
    key: UUID | None = None,
) -> Away:
    """Somebody is away and a colleague covers, with what the colleague's own roles allow."""
    _lock(school)
    if key and (known := Away.objects.filter(school=school, pk=key).first()):
        return known
    _require_days(starts_on, ends_on)
    team = team_of(school, clock.today())
    if cover.pk not in team.roles or user.pk == cover.pk:
        raise TransitionNotAllowed("Choose a colleague who works here.")
    row = Away(
        school=school,
        user=user,
        cover=cover,
        starts_on=starts_on,
        ends_on=ends_on,
        note=note,
        **as_pk(key),
    )
    _require_present(row)
    row.save(force_insert=True)
    _record(row, school, by, "away")
    context = {"away": str(row.user_id), "cover": str(row.cover_id)} | _days(row)
    for person in (cover, user):
        queue_mail(AWAY_MAIL, to=person, schools=[school], by=by, context=context)
    return row


@transaction.atomic
def change_away(*, away: Away, version: str, by: User, **facts: Any) -> Away:
    """Other days or another note."""
    row = lock(away)
    require_version(row, AWAY_FIELDS, version)
    if row.back_on:
        raise TransitionNotAllowed("This is over.")
    for name, value in facts.items():
        setattr(row, name, value)
    if row.ends_on < row.starts_on:
        raise TransitionNotAllowed("The last day is before the first one.")
    _require_present(row)
    row.save(update_fields=list(facts))
    _record(row, School.objects.get(pk=row.school_id), by, "changed")
    return row


@transaction.atomic
def be_back(*, away: Away, by: User) -> Away:
    """Somebody is back before the last day; from today on everything is theirs again."""
    row = lock(away)
    if row.back_on:
        raise TransitionNotAllowed("This is over already.")
    row.back_on = clock.today()
    row.save(update_fields=["back_on"])
    _record(row, School.objects.get(pk=row.school_id), by, "back")
    return row


@transaction.atomic
def write_note(
    *, school: School, heading: str, text: str, version: str, by: User | None
) -> HandoverNote:
    """What a successor should know under one heading of the handover pack."""
    _lock(school)
    note = HandoverNote.objects.filter(school=school, heading=heading).first()
    if note:
        require_version(note, NOTE_FIELDS, version)
    elif version != "new":
        raise TransitionNotAllowed("Open the page again: the note is gone.")
    note = note or HandoverNote(school=school, heading=heading)
    note.text, note.written_by, note.written_on = text, by, clock.today()
    note.save()
    _record(note, school, by, "note", heading)
    return note


def _lock(school: School) -> None:
    School.objects.select_for_update(no_key=True).get(pk=school.pk)


def _require_days(starts_on: dt.date, ends_on: dt.date) -> None:
    if ends_on < starts_on:
        raise TransitionNotAllowed("The last day is before the first one.")
    if ends_on < clock.today():
        raise TransitionNotAllowed("The last day has gone already.")
    if (ends_on - starts_on).days > LONGEST:
        raise TransitionNotAllowed(
            "That is longer than a year. Name somebody for the duty instead."
        )


def _require_open(row: Delegation) -> None:
    if row.back_on or row.ends_on < clock.today():
        raise TransitionNotAllowed("This is back already.")


def _require_free(row: Delegation) -> None:
    others = Delegation.objects.filter(
        school_id=row.school_id, duty=row.duty, giver_id=row.giver_id, back_on=None
    )
    if others.filter(starts_on__lte=row.ends_on, ends_on__gte=row.starts_on).exclude(pk=row.pk):
        raise TransitionNotAllowed("In these days it is handed over already.")


def _require_present(row: Away) -> None:
    others = Away.objects.filter(school_id=row.school_id, user_id=row.user_id, back_on=None)
    if others.filter(starts_on__lte=row.ends_on, ends_on__gte=row.starts_on).exclude(pk=row.pk):
        raise TransitionNotAllowed("For some of these days it is said already who covers.")


def _tell(row: Delegation, school: School, step: str, by: User | None) -> None:
    context = {
        "step": step,
        "duty": row.duty,
        "giver": str(row.giver_id),
        "taker": str(row.taker_id),
    } | _days(row)
    for person in (row.taker, row.giver):
        queue_mail(HANDED_MAIL, to=person, schools=[school], by=by, context=context)


def _days(row: Delegation | Away) -> dict[str, str]:
    return {
        "school": str(row.school_id),
        "from": row.starts_on.isoformat(),
        "until": row.ends_on.isoformat(),
    }


def _record(row, school: School, by: User | None, step: str, duty: str = "") -> None:
    detail = {"step": step} | ({"duty": duty} if duty else {})
    record_event(Action.CHANGE_HELD_DUTY, school=school, by=by, subject=row, detail=detail)
