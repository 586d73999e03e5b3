"""The previous setting's record: asked for on the first day, chased, received."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import Pupil, RecordRequest, RecordRequestNote
from pupils.moving_codes import RequestStep
from pupils.services.recording import lock, lock_pupil, record_change


@transaction.atomic
def ask_for_record(
    *, pupil: Pupil, setting: str, address: str, how: str, on: dt.date, by: User
) -> RecordRequest:
    """The letter, mail or call went out; pressed twice it is one request."""
    pupil = lock_pupil(pupil)
    mine = RecordRequest.objects.filter(school_id=pupil.school_id, pupil=pupil)
    if known := mine.filter(received_on=None, ended_on=None).first():
        return known
    request = RecordRequest.objects.create(
        school=pupil.school,
        pupil=pupil,
        setting=setting,
        address=address,
        asked_on=on,
        asked_by=by,
    )
    return _recorded(request, RequestStep.ASKED, on, by, how)


@transaction.atomic
def chase_record(*, request: RecordRequest, how: str, on: dt.date, by: User) -> RecordRequest:
    """Asked again; the next time is due ten school days later."""
    request = _locked(request)
    if on < (request.chased_on or request.asked_on):
        raise TransitionNotAllowed("It was asked for later than that day.")
    request.chased_on = on
    request.save(update_fields=["chased_on"])
    return _recorded(request, RequestStep.CHASED, on, by, how)


@transaction.atomic
def receive_record(
    *, request: RecordRequest, received: str, on: dt.date, by: User
) -> RecordRequest:
    """It is here."""
    request = _locked(request)
    if on < request.asked_on:
        raise TransitionNotAllowed("It was asked for later than that day.")
    request.received_on, request.received = on, received
    request.save(update_fields=["received_on", "received"])
    return _recorded(request, RequestStep.RECEIVED, on, by)


@transaction.atomic
def end_request(*, request: RecordRequest, why: str, on: dt.date, by: User) -> RecordRequest:
    """Nothing comes, with the reason."""
    request = _locked(request)
    request.ended_on, request.ended_why = on, why
    request.save(update_fields=["ended_on", "ended_why"])
    return _recorded(request, RequestStep.ENDED, on, by)


def _locked(request: RecordRequest) -> RecordRequest:
    pupil = lock_pupil(request.pupil)
    request = lock(request)
    if not request.is_open:
        raise TransitionNotAllowed("This request is over already.")
    request.pupil = pupil
    return request


def _recorded(
    request: RecordRequest, step: RequestStep, on: dt.date, by: User, how: str = ""
) -> RecordRequest:
    RecordRequestNote.objects.create(
        school_id=request.school_id, request=request, step=step, how=how, on=on, by=by
    )
    record_change(
        Action.CHANGE_MOVE,
        pupil=request.pupil,
        by=by,
        subject=request,
        detail={"step": f"record_{step.value}"},
    )
    return request
