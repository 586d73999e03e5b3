"""What the SENDCo decides about a concern: each step dated, with its reason."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.codes import SenStatus, StatusReason
from pupils.concern_codes import StepKind
from pupils.family_codes import ActionSource
from pupils.models import Concern, ConcernStep, Pupil
from pupils.rules import concerns as rules
from pupils.services.actions import NewAction, add_action
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.status import Told, start_status

#: What a page of decisions starts from.
TRIAGE_FIELDS = ("step", "review_on", "reviews", "closed_on")


@transaction.atomic
def decide(
    *,
    concern: Concern,
    kind: str,
    reason: str,
    version: str,
    by: User,
    review_on: dt.date | None = None,
) -> ConcernStep:
    """Strategies in class, monitoring until a review, assessment, or the end of the concern.

    Monitoring that ran out begins again only so: by a named person, with a reason.
    """
    concern, pupil = _locked(concern, version)
    if kind == StepKind.MONITORING:
        _require_later(review_on)
        if concern.step == StepKind.MONITORING and concern.review_on:
            raise TransitionNotAllowed("It is being monitored. Record the review instead.")
    return _take(concern, pupil, kind, reason, by, until_on=review_on)


@transaction.atomic
def review_monitoring(
    *, concern: Concern, found: str, next_on: dt.date | None, version: str, by: User
) -> ConcernStep:
    """Look at a monitored concern; with the second review monitoring runs out."""
    concern, pupil = _locked(concern, version)
    if concern.step != StepKind.MONITORING or concern.review_on is None:
        raise TransitionNotAllowed("This concern is not being monitored.")
    if rules.is_last_review(concern.reviews):
        next_on = None
    else:
        _require_later(next_on)
    concern.reviews += 1
    return _take(concern, pupil, StepKind.REVIEWED, found, by, until_on=next_on)


@transaction.atomic
def give_support(
    *,
    concern: Concern,
    reason: str,
    told: Told,
    version: str,
    by: User,
    primary_need: str = "",
) -> ConcernStep:
    """SEN support begins today, with the parents told (s.68); the concern has done its work."""
    concern, pupil = _locked(concern, version)
    period = start_status(
        pupil=pupil,
        status=SenStatus.SUPPORT,
        starts_on=clock.today(),
        reason=StatusReason.CONCERN,
        note=reason,
        told=told,
        primary_need=primary_need,
        by=by,
    )
    return _take(concern, pupil, StepKind.SUPPORT, reason, by, period=period)


@transaction.atomic
def refer(
    *, concern: Concern, action: NewAction, reason: str, version: str, by: User
) -> ConcernStep:
    """Ask somebody else to look at the child: an agreed action that is then due."""
    concern, pupil = _locked(concern, version)
    agreed = add_action(
        pupil=pupil,
        action=action,
        agreed_on=clock.today(),
        by=by,
        source=ActionSource.REFERRAL,
        source_id=concern.pk,
        sensitivity=concern.sensitivity,
    )
    return _take(concern, pupil, StepKind.REFERRAL, reason, by, action=agreed)


def _locked(concern: Concern, version: str) -> tuple[Concern, Pupil]:
    pupil = lock_pupil(concern.pupil)
    concern = lock(concern)
    if not concern.is_open:
        raise TransitionNotAllowed("This concern is closed. Raise a new one if it is seen again.")
    require_version(concern, TRIAGE_FIELDS, version)
    return concern, pupil


def _require_later(day: dt.date | None) -> None:
    if day is None or day <= clock.today():
        raise TransitionNotAllowed("Say on which later day the concern is looked at again.")


def _take(
    concern: Concern, pupil: Pupil, kind: str, reason: str, by: User, **more: Any
) -> ConcernStep:
    """Write the step down and bring the concern to where it leads."""
    if not reason.strip():
        raise TransitionNotAllowed("Say why.")
    today = clock.today()
    step = ConcernStep.objects.create(
        school=pupil.school, concern=concern, kind=kind, on=today, reason=reason, by=by, **more
    )
    concern.step = StepKind.MONITORING if kind == StepKind.REVIEWED else kind
    concern.review_on = step.until_on
    if kind != StepKind.REVIEWED:
        concern.reviews = 0
    if kind in (StepKind.SUPPORT, StepKind.CLOSED):
        concern.closed_on = today
    concern.save(update_fields=TRIAGE_FIELDS)
    detail = {"step": kind}
    record_change(Action.CHANGE_CONCERN, pupil=pupil, by=by, subject=concern, detail=detail)
    return step
