"""A child's details, contacts, and coming and going."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.agreement_codes import AgreementState
from pupils.codes import Source, StatusReason
from pupils.family_codes import AskState
from pupils.leaving import endings_of
from pupils.meeting_codes import MeetingState
from pupils.models import (
    AgreementAsk,
    ClassGroup,
    Contact,
    Enrolment,
    Pupil,
    PupilAdult,
    StatusPeriod,
)
from pupils.services.parents.pages import stop_page_of
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

#: What `correct_pupil` may change; a roll asks before it changes one of them back.
PUPIL_FIELDS = (
    "first_name",
    "last_name",
    "preferred_first_name",
    "born_on",
    "sex",
    "upn",
    "year_group",
    "class_group",
    "ethnicity",
    "first_language",
    "is_eal",
)
CONTACT_FIELDS = (
    "name",
    "relationship",
    "has_parental_responsibility",
    "phone",
    "email",
    "priority",
    "home",
    "language",
    "interpreter",
    "preferred_channel",
    "may_collect",
    "receives_letters",
)


@transaction.atomic
def correct_pupil(*, pupil: Pupil, changes: dict[str, Any], version: str, by: User) -> Pupil:
    """Correct a child's details; what was corrected here is kept when a roll says otherwise."""
    pupil = lock_pupil(pupil)
    require_version(pupil, PUPIL_FIELDS, version)
    changed = [f for f in PUPIL_FIELDS if f in changes and changes[f] != getattr(pupil, f)]
    if not changed:
        return pupil
    if "upn" in changed and pupil.upn:
        # After an adoption the old number must not lead to the new one: `former_upn` is a
        # roll's to say, and the history keeps who changed what.
        pupil.former_upn = ""
    for field in changed:
        setattr(pupil, field, changes[field])
    pupil.kept_fields = sorted({*pupil.kept_fields, *changed})
    pupil.save(update_fields=[*changed, "former_upn", "kept_fields"])
    record_change(
        Action.CHANGE_PUPIL, pupil=pupil, by=by, subject=pupil, detail={"fields": changed}
    )
    return pupil


@transaction.atomic
def move_to_class(*, school: School, pupils: list[Pupil], class_group: ClassGroup, by: User) -> int:
    """Move children to a class of their school; says how many moved."""
    moved = 0
    for pupil in sorted(pupils, key=lambda p: p.pk):  # one order of locks for everybody
        pupil = lock_pupil(pupil)
        if pupil.class_group_id == class_group.pk:
            continue
        pupil.class_group = class_group
        pupil.kept_fields = sorted({*pupil.kept_fields, "class_group"})
        pupil.save(update_fields=["class_group", "kept_fields"])
        record_change(Action.CHANGE_PUPIL, pupil=pupil, by=by, detail={"fields": ["class_group"]})
        moved += 1
    return moved


@transaction.atomic
def record_leaving(*, pupil: Pupil, last_day: dt.date, by: User | None) -> Enrolment:
    """A child leaves: the enrolment, the place on the register and who supports the child end."""
    pupil = lock_pupil(pupil)
    stay = _open_enrolment(pupil)
    if stay is None:
        raise TransitionNotAllowed("This child is not on roll.")
    if last_day < stay.starts_on:
        raise TransitionNotAllowed(f"The child came on {stay.starts_on:%-d %B %Y}, after that day.")
    stay.ends_on = last_day
    stay.save(update_fields=["ends_on"])
    _end_with_stay(pupil, last_day, by)
    pupil.class_group = None
    pupil.save(update_fields=["class_group"])
    record_change(Action.CHANGE_PUPIL, pupil=pupil, by=by, subject=stay, detail={"step": "left"})
    return stay


@transaction.atomic
def record_return(*, pupil: Pupil, starts_on: dt.date, by: User | None) -> Enrolment:
    """A child who had left is on roll again; SEN status and needs are looked at anew."""
    pupil = lock_pupil(pupil)
    last = Enrolment.objects.filter(school_id=pupil.school_id, pupil=pupil)
    if last.filter(ends_on=None).exists() or last.filter(ends_on__gte=starts_on).exists():
        raise TransitionNotAllowed("This child is on roll on that day already.")
    stay = Enrolment.objects.create(school=pupil.school, pupil=pupil, starts_on=starts_on)
    record_change(
        Action.CHANGE_PUPIL, pupil=pupil, by=by, subject=stay, detail={"step": "came_back"}
    )
    return stay


@transaction.atomic
def add_contact(*, pupil: Pupil, by: User, key: UUID | None = None, **values) -> Contact:
    """Add a parent, carer or other adult in the child's life.

    `key` comes with the form, so that pressing twice adds one: what is said later of one of two
    would not hold for the other.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(Contact, pupil, key):
        return known
    contact = Contact.objects.create(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    record_change(Action.CHANGE_CONTACT, pupil=pupil, by=by, subject=contact, moves_dates=False)
    return contact


@transaction.atomic
def change_contact(*, contact: Contact, version: str, by: User, **values) -> Contact:
    """Change what is known about a contact; from now on it counts as entered here."""
    pupil = lock_pupil(contact.pupil)
    contact = lock(contact)
    require_version(contact, CONTACT_FIELDS, version)
    for field in values.keys() & set(CONTACT_FIELDS):
        setattr(contact, field, values[field])
    contact.source = Source.HERE
    contact.save(update_fields=[*CONTACT_FIELDS, "source"])
    record_change(Action.CHANGE_CONTACT, pupil=pupil, by=by, subject=contact, moves_dates=False)
    return contact


@transaction.atomic
def remove_contact(*, contact: Contact, by: User) -> None:
    """Take a contact off the record; the history keeps it, and a roll does not bring it back.

    Their page is stopped and its log stays. Raises TransitionNotAllowed while an answer of theirs
    is awaited, or a time that they booked.
    """
    pupil = lock_pupil(contact.pupil)
    contact = lock(contact)
    agreements = AgreementAsk.objects.filter(
        school_id=pupil.school_id, contact=contact, state=AgreementState.OPEN
    )
    views = contact.asks.filter(school_id=pupil.school_id, state=AskState.OPEN)
    if views.exists() or agreements.exists():
        raise TransitionNotAllowed("Cancel what this person is asked for first.")
    if contact.bookings.filter(cancelled_at=None, meeting__state=MeetingState.PLANNED).exists():
        raise TransitionNotAllowed("Cancel the time that this person has booked first.")
    contact.pupil = pupil
    stop_page_of(contact, by=by)
    record_change(
        Action.CHANGE_CONTACT,
        pupil=pupil,
        by=by,
        subject=contact,
        detail={"step": "removed"},
        moves_dates=False,
    )
    # The last that the history knows of a contact says who ended it: somebody here.
    contact.source = Source.HERE
    contact.save(update_fields=["source"])
    contact.delete()


def _open_enrolment(pupil: Pupil) -> Enrolment | None:
    return Enrolment.objects.filter(
        school_id=pupil.school_id, pupil_id=pupil.pk, ends_on=None
    ).first()


def _end_with_stay(pupil: Pupil, last_day: dt.date, by) -> None:
    own = {"school_id": pupil.school_id, "pupil_id": pupil.pk}
    for period in StatusPeriod.objects.filter(**own, ends_on=None):
        period.ends_on = max(last_day, period.starts_on)
        period.end_reason, period.ended_by = StatusReason.LEFT, by
        period.save(update_fields=["ends_on", "end_reason", "ended_by"])
    for support in PupilAdult.objects.filter(**own).exclude(ends_on__lte=last_day):
        support.ends_on = max(last_day, support.starts_on)
        support.save(update_fields=["ends_on"])
    for row, values in endings_of(pupil, last_day):
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=list(values))
