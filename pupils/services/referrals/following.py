"""What follows a referral: chased, appointments, the report; and how one follows a concern."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Owes, User
from pupils.agency_codes import (
    AppointmentState,
    ReferralStepKind,
    ServiceKind,
)
from pupils.concern_codes import SEEN_WORDS, StepKind
from pupils.models import (
    ConcernStep,
    Document,
    Referral,
    ReferralAppointment,
    ReferralStep,
)
from pupils.rules import referrals as rules
from pupils.selectors.services import OfferedService
from pupils.services.actions import withdraw_action
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.referrals.referring import (
    NOT_TOLD,
    ParentsTold,
    add_step,
    begin_referral,
    locked,
    require_open,
)

APPOINTMENT_FIELDS = ("on", "at", "place", "state", "note")


@transaction.atomic
def chase(*, referral: Referral, by: User, words: str = "") -> ReferralStep:
    """The service was asked today; it is asked again on the usual later day.

    A second tap by the same person on the same day changes nothing.
    """
    referral, pupil = locked(referral)
    require_open(referral)
    if referral.sent_on is None:
        raise TransitionNotAllowed("This referral has not been sent yet.")
    today = clock.today()
    steps = ReferralStep.objects.filter(school_id=referral.school_id, referral=referral)
    known = steps.filter(kind=ReferralStepKind.CHASED, on=today, by=by, words=words).first()
    if known:
        return known
    step = add_step(referral, ReferralStepKind.CHASED, today, by, words)
    referral.nudge_on = rules.next_nudge(referral.state, today)
    referral.save(update_fields=["nudge_on"])
    _record(referral, pupil, by, "chased")
    return step


@transaction.atomic
def set_nudge(*, referral: Referral, nudge_on: dt.date, by: User) -> Referral:
    """Ask again on another day than the usual one."""
    referral, pupil = locked(referral)
    require_open(referral)
    if nudge_on <= clock.today():
        raise TransitionNotAllowed("Choose a later day.")
    referral.nudge_on = nudge_on
    referral.save(update_fields=["nudge_on"])
    _record(referral, pupil, by, "nudge")
    return referral


@transaction.atomic
def add_appointment(
    *, referral: Referral, by: User, told: ParentsTold = NOT_TOLD, **facts: Any
) -> ReferralAppointment:
    """The service offers a day, or saw the child; the same once more changes nothing."""
    referral, pupil = locked(referral)
    require_open(referral)
    if referral.sent_on is None:
        raise TransitionNotAllowed("Record first that the referral was sent.")
    _check_appointment(facts)
    rows = ReferralAppointment.objects.filter(school=pupil.school, referral=referral)
    if known := rows.filter(**facts).first():
        return known
    appointment = ReferralAppointment.objects.create(
        school=pupil.school, referral=referral, **facts
    )
    words = f"{appointment.on:%-d %B %Y}: {appointment.get_state_display().lower()}"
    add_step(referral, ReferralStepKind.APPOINTMENT, clock.today(), by, words, told)
    _record(referral, pupil, by, "appointment")
    return appointment


@transaction.atomic
def change_appointment(
    *, appointment: ReferralAppointment, version: str, by: User, **facts: Any
) -> ReferralAppointment:
    """Attended, not attended, moved; or put right."""
    referral, pupil = locked(appointment.referral)
    appointment = lock(appointment)
    require_version(appointment, APPOINTMENT_FIELDS, version)
    _check_appointment(facts)
    was = appointment.state
    for name in APPOINTMENT_FIELDS:
        setattr(appointment, name, facts[name])
    appointment.save(update_fields=APPOINTMENT_FIELDS)
    if was != appointment.state:
        words = f"{appointment.on:%-d %B %Y}: {appointment.get_state_display().lower()}"
        add_step(referral, ReferralStepKind.APPOINTMENT, clock.today(), by, words)
    _record(referral, pupil, by, "appointment")
    return appointment


@transaction.atomic
def receive_report(
    *, referral: Referral, document: Document, by: User, told: ParentsTold = NOT_TOLD
) -> Referral:
    """The report is here: a document on the child's record."""
    referral, pupil = locked(referral)
    if document.pupil_id != referral.pupil_id:
        raise TransitionNotAllowed("Choose a document of this child.")
    if referral.sent_on is None:
        raise TransitionNotAllowed("This referral has not been sent yet.")
    if referral.report_id == document.pk:
        return referral
    referral.report = document
    referral.save(update_fields=["report"])
    add_step(referral, ReferralStepKind.REPORT, clock.today(), by, "", told)
    _record(referral, pupil, by, "report")
    return referral


@transaction.atomic
def open_from_concern(*, step: ConcernStep, offered: list[OfferedService], by: User) -> Referral:
    """Begin the referral that was decided about a concern, in the words that stand there.

    The action agreed with the decision is no longer needed: the referral is due instead.
    """
    lock_pupil(step.concern.pupil)
    step = ConcernStep.objects.select_related("concern__pupil__school", "action").get(
        school_id=step.school_id, pk=step.pk
    )
    known = Referral.objects.filter(school_id=step.school_id, concern_step=step).first()
    if known:
        return known
    if step.kind != StepKind.REFERRAL:
        raise TransitionNotAllowed("Nobody decided to refer: decide that first.")
    concern, action = step.concern, step.action
    wanted = action.outside_owner if action else ""
    service = next((s for s in offered if s.name.casefold() == wanted.casefold()), None)
    referral = begin_referral(
        pupil=concern.pupil,
        by=by,
        concern_step=step,
        service=service.name if service else wanted or "Service to be chosen",
        kind=service.kind if service else ServiceKind.OTHER,
        owed_by=service.owed_by if service else _owed_by(action),
        usual_weeks=service.usual_weeks if service else None,
        reason=_words(step),
        sensitivity=concern.sensitivity,
    )
    if action and action.is_open:
        why = "Followed up as a referral"
        withdraw_action(action=action, on=clock.today(), why=why, by=by)
    return referral


def _owed_by(action) -> str:
    known = {Owes.HEALTH, Owes.LOCAL_AUTHORITY, Owes.SOCIAL_CARE}
    return action.owed_by if action and action.owed_by in known else Owes.HEALTH


def _words(step: ConcernStep) -> str:
    concern = step.concern
    seen = "; ".join(SEEN_WORDS.get(code, code) for code in concern.seen)
    asked = step.action.what if step.action else ""
    return "\n\n".join(filter(None, (asked, step.reason, seen, concern.seen_words)))


def _check_appointment(facts: dict[str, Any]) -> None:
    happened = facts["state"] in (AppointmentState.ATTENDED, AppointmentState.MISSED)
    if happened and facts["on"] > clock.today():
        raise TransitionNotAllowed("That day has not come yet.")


def _record(referral: Referral, pupil, by: User, step: str) -> None:
    detail = {"step": step}
    record_change(Action.CHANGE_REFERRAL, pupil=pupil, by=by, subject=referral, detail=detail)
