"""The previous setting's record: asked for on the first day, chased, received."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import PreviousRecord, PreviousRecordNote, Pupil
from pupils.moving_codes import RecordStep
from pupils.services.recording import lock, lock_pupil, record_change


@transaction.atomic
def ask_for_record(
    *, pupil: Pupil, setting: str, address: str, how: str, on: dt.date, by: User
) -> PreviousRecord:
    """The letter, mail or call went out; pressed twice it is one request."""
    pupil = lock_pupil(pupil)
    mine = PreviousRecord.objects.filter(school_id=pupil.school_id, pupil=pupil)
    if known := mine.filter(received_on=None, ended_on=None).first():
        return known
    record = PreviousRecord.objects.create(
        school=pupil.school,
        pupil=pupil,
        setting=setting,
        address=address,
        asked_on=on,
        asked_by=by,
    )
    return _recorded(record, RecordStep.ASKED, on, by, how)


@transaction.atomic
def chase_record(*, record: PreviousRecord, how: str, on: dt.date, by: User) -> PreviousRecord:
    """Asked again; the next time is due ten school days later."""
    record = _locked(record)
    if on < (record.chased_on or record.asked_on):
        raise TransitionNotAllowed("It was asked for later than that day.")
    record.chased_on = on
    record.save(update_fields=["chased_on"])
    return _recorded(record, RecordStep.CHASED, on, by, how)


@transaction.atomic
def receive_record(
    *, record: PreviousRecord, received: str, on: dt.date, by: User
) -> PreviousRecord:
    """It is here."""
    record = _locked(record)
    if on < record.asked_on:
        raise TransitionNotAllowed("It was asked for later than that day.")
    record.received_on, record.received = on, received
    record.save(update_fields=["received_on", "received"])
    return _recorded(record, RecordStep.RECEIVED, on, by)


@transaction.atomic
def stop_waiting(*, record: PreviousRecord, why: str, on: dt.date, by: User) -> PreviousRecord:
    """Nothing comes, with the reason."""
    record = _locked(record)
    record.ended_on, record.ended_why = on, why
    record.save(update_fields=["ended_on", "ended_why"])
    return _recorded(record, RecordStep.ENDED, on, by)


def _locked(record: PreviousRecord) -> PreviousRecord:
    pupil = lock_pupil(record.pupil)
    record = lock(record)
    if not record.is_open:
        raise TransitionNotAllowed("This request is over already.")
    record.pupil = pupil
    return record


def _recorded(
    record: PreviousRecord, step: RecordStep, on: dt.date, by: User, how: str = ""
) -> PreviousRecord:
    PreviousRecordNote.objects.create(
        school_id=record.school_id, record=record, step=step, how=how, on=on, by=by
    )
    record_change(
        Action.CHANGE_MOVE,
        pupil=record.pupil,
        by=by,
        subject=record,
        detail={"step": f"record_{step.value}"},
    )
    return record
