"""A record is set apart: few may open it, and nothing is matched with it any more."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import Enrolment, Pupil
from pupils.services.details import record_leaving
from pupils.services.recording import lock_pupil, record_change


@transaction.atomic
def set_apart(*, pupil: Pupil, last_day: dt.date, by: User | None) -> Pupil:
    """Close a record like a leaver's, and keep it out of every search, hint and matching."""
    if last_day > clock.today():
        raise TransitionNotAllowed("The last day has not come yet. Check the date.")
    pupil = lock_pupil(pupil)
    if pupil.set_apart_on:
        raise TransitionNotAllowed("This record is set apart already.")
    if Enrolment.objects.filter(school=pupil.school, pupil=pupil, ends_on=None).exists():
        record_leaving(pupil=pupil, last_day=last_day, by=by)
        pupil = lock_pupil(pupil)
    pupil.set_apart_on = clock.today()
    pupil.save(update_fields=["set_apart_on"])
    record_change(Action.SET_APART, pupil=pupil, by=by, detail={"step": "apart"})
    return pupil


@transaction.atomic
def put_back(*, pupil: Pupil, by: User | None) -> Pupil:
    """It was a mistake: the record is found again; a number that stands elsewhere by now goes.

    Which other record has the number is not said: that would tell who the child is.
    """
    pupil = lock_pupil(pupil)
    if not pupil.set_apart_on:
        raise TransitionNotAllowed("This record is not set apart.")
    others = Pupil.objects.matched().filter(school=pupil.school)
    for name in ("upn", "mis_id"):
        number = getattr(pupil, name)
        if number and others.filter(**{name: number}).exists():
            setattr(pupil, name, "")
    pupil.set_apart_on = None
    pupil.save(update_fields=["set_apart_on", "upn", "mis_id"])
    record_change(Action.SET_APART, pupil=pupil, by=by, detail={"step": "back"})
    return pupil
