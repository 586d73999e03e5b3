"""A record is set apart: few may open it, and nothing is matched with it any more."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.agreement_codes import AgreementState
from pupils.family_codes import AskState
from pupils.meeting_codes import MeetingState
from pupils.models import (
    AgreementAsk,
    ContributionRequest,
    Enrolment,
    Meeting,
    OutsideShare,
    ParentPage,
    Pupil,
)
from pupils.services.agreements.asking import cancel_ask
from pupils.services.contributions.asking import cancel_request
from pupils.services.details import record_leaving
from pupils.services.meetings.planning import call_off
from pupils.services.parents.pages import stop_page
from pupils.services.recording import lock_pupil, record_change
from pupils.services.shares.sharing import stop_share
from pupils.share_codes import StopReason

#: Why meetings are called off; nobody outside is told.
CLOSED = "The record is closed."


@transaction.atomic
def set_apart(*, pupil: Pupil, last_day: dt.date, by: User) -> Pupil:
    """Close a record like a leaver's, and keep it out of every search, hint and matching."""
    if last_day > clock.today():
        raise TransitionNotAllowed("The last day has not come yet. Check the date.")
    pupil = lock_pupil(pupil)
    if pupil.set_apart_on:
        raise TransitionNotAllowed("This record is set apart already.")
    if Enrolment.objects.filter(school=pupil.school, pupil=pupil, ends_on=None).exists():
        record_leaving(pupil=pupil, last_day=last_day, by=by)
        pupil = lock_pupil(pupil)
    _close_doors(pupil, by)
    pupil.set_apart_on = clock.today()
    pupil.save(update_fields=["set_apart_on"])
    record_change(Action.SET_APART, pupil=pupil, by=by, detail={"step": "apart"})
    return pupil


@transaction.atomic
def put_back(*, pupil: Pupil, by: User) -> Pupil:
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


def _close_doors(pupil: Pupil, by: User) -> None:
    """Every link and page of this record is dead: none leads its family or carers further."""
    own = {"school_id": pupil.school_id, "pupil_id": pupil.pk}
    for ask in _of_child(ContributionRequest.objects.filter(**own, state=AskState.OPEN), pupil):
        cancel_request(ask=ask, by=by)
    for agreement in _of_child(
        AgreementAsk.objects.filter(**own, state=AgreementState.OPEN), pupil
    ):
        cancel_ask(ask=agreement, by=by)
    for share in _of_child(OutsideShare.objects.filter(**own, stopped_at=None), pupil):
        stop_share(share=share, why=StopReason.BULK, by=by)
    for page in _of_child(ParentPage.objects.filter(**own, stopped_on=None), pupil):
        stop_page(page=page, by=by)
    for meeting in _of_child(Meeting.objects.filter(**own, state=MeetingState.PLANNED), pupil):
        call_off(meeting=meeting, why=CLOSED, by=by)


def _of_child(rows: QuerySet, pupil: Pupil) -> list:
    """Rows with the child and the school at hand."""
    found = list(rows.order_by("pk"))
    for row in found:
        row.pupil, row.school = pupil, pupil.school
    return found
