"""A referral: begun, written, agreed to by the parents, sent, answered, closed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import Sensitivity
from aylsham.models import User
from pupils.agency_codes import (
    OPEN_STATES,
    REFERRAL_STEPS,
    SENSITIVE_SERVICES,
    ReferralState,
    ReferralStepKind,
)
from pupils.models import Pupil, Referral, ReferralStep
from pupils.rules import referrals as rules
from pupils.services.recording import lock, lock_pupil, record_change

REFERRAL_FIELDS = ("service", "kind", "owed_by", "usual_weeks", "reason", "sensitivity")
CONSENT_FIELDS = ("consent_by", "consent_on", "consent_how", "no_consent_why")
#: What a page of steps starts from.
STEP_FIELDS = ("state", "sent_on", "closed_on", "nudge_on")


@dataclass(frozen=True)
class ParentsTold:
    """When and how the parents were told of a step; nothing when they were not yet."""

    on: dt.date | None = None
    how: str = ""


NOT_TOLD = ParentsTold()


@transaction.atomic
def begin_referral(
    *, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any
) -> Referral:
    """A draft; what a sensitive service's name says is sensitive from the beginning.

    `key` comes with the form, so that pressing twice leaves one.
    """
    pupil = lock_pupil(pupil)
    known = Referral.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=key).first()
    if known:
        return known
    today = clock.today()
    referral = Referral.objects.create(
        school=pupil.school,
        pupil=pupil,
        begun_on=today,
        begun_by=by,
        nudge_on=rules.next_nudge(ReferralState.DRAFT, today),
        **({"pk": key} if key else {}),
        **_kept_quiet(facts),
    )
    add_step(referral, ReferralStepKind.DRAFTED, today, by)
    record_change(Action.CHANGE_REFERRAL, pupil=pupil, by=by, subject=referral)
    return referral


@transaction.atomic
def change_referral(*, referral: Referral, version: str, by: User, **facts: Any) -> Referral:
    """Say it better; what was sent stays in the history."""
    referral, pupil = locked(referral)
    require_version(referral, REFERRAL_FIELDS, version)
    require_open(referral)
    return _saved(referral, pupil, by, "changed", **_kept_quiet(facts))


@transaction.atomic
def record_consent(*, referral: Referral, version: str, by: User, **facts: Any) -> Referral:
    """Who agreed, when and how; or why it goes without."""
    referral, pupil = locked(referral)
    require_version(referral, CONSENT_FIELDS, version)
    if referral.sent_on and not (facts["consent_on"] or facts["no_consent_why"]):
        raise TransitionNotAllowed("It was sent: say who agreed, or why it went without consent.")
    return _saved(referral, pupil, by, "consent", **facts)


@transaction.atomic
def take_step(
    *,
    referral: Referral,
    step: str,
    on: dt.date,
    version: str,
    by: User,
    words: str = "",
    told: ParentsTold = NOT_TOLD,
    reference: str = "",
    nudge_on: dt.date | None = None,
) -> Referral:
    """Sent, acknowledged, accepted, declined or closed, on a day that has come.

    Without consent nothing is sent, unless the reason is written down.
    """
    referral, pupil = locked(referral)
    require_version(referral, STEP_FIELDS, version)
    starts, leads_to = REFERRAL_STEPS[step]
    if referral.state not in starts:
        raise TransitionNotAllowed(f"This referral is “{referral.get_state_display()}” now.")
    _check_step(referral, step, on, words)
    facts: dict[str, Any] = {"state": leads_to, f"{step}_on": on}
    if step == "closed":
        facts["outcome"] = words
    if reference:
        facts["reference"] = reference
    if step == "sent" and on < referral.begun_on:
        _begun_earlier(referral, on)
    is_open = leads_to in OPEN_STATES
    usual = rules.next_nudge(leads_to, clock.today())
    facts["nudge_on"] = (nudge_on or usual) if is_open else None
    add_step(referral, ReferralStepKind(step), on, by, words, told)
    return _saved(referral, pupil, by, step, **facts)


@transaction.atomic
def reopen(*, referral: Referral, why: str, version: str, by: User) -> Referral:
    """It was declined or closed by mistake, or goes on: back to how far it had come."""
    referral, pupil = locked(referral)
    require_version(referral, STEP_FIELDS, version)
    if referral.is_open:
        raise TransitionNotAllowed("This referral is open.")
    state = _came_to(referral)
    add_step(referral, ReferralStepKind.REOPENED, clock.today(), by, why)
    return _saved(
        referral,
        pupil,
        by,
        "reopened",
        state=state,
        declined_on=None,
        closed_on=None,
        outcome="",
        nudge_on=rules.next_nudge(state, clock.today()),
    )


@transaction.atomic
def tell_parents(*, step: ReferralStep, told: ParentsTold, by: User) -> ReferralStep:
    """The parents know of a step now."""
    _, pupil = locked(step.referral)
    step = lock(step)
    if told.on is None or told.on < step.on:
        raise TransitionNotAllowed("They can be told on the day of the step or later.")
    step.told_on, step.told_how = told.on, told.how
    step.save(update_fields=["told_on", "told_how"])
    detail = {"step": "parents_told"}
    record_change(
        Action.CHANGE_REFERRAL, pupil=pupil, by=by, subject=step, detail=detail, moves_dates=False
    )
    return step


def locked(referral: Referral) -> tuple[Referral, Pupil]:
    """The referral and its child as they are now."""
    pupil = lock_pupil(referral.pupil)
    return lock(referral), pupil


def require_open(referral: Referral) -> None:
    """Refuse what is declined or closed."""
    if not referral.is_open:
        raise TransitionNotAllowed("This referral is over. Open it again first.")


def add_step(
    referral: Referral,
    kind: ReferralStepKind,
    on: dt.date,
    by: User | None,
    words: str = "",
    told: ParentsTold = NOT_TOLD,
) -> ReferralStep:
    """Write a step down on the (locked) referral."""
    return ReferralStep.objects.create(
        school_id=referral.school_id,
        referral=referral,
        kind=kind,
        on=on,
        words=words,
        by=by,
        told_on=told.on,
        told_how=told.how,
    )


def _kept_quiet(facts: dict[str, Any]) -> dict[str, Any]:
    if facts["kind"] in SENSITIVE_SERVICES:
        asked = facts.get("sensitivity", Sensitivity.EVERYONE)
        return facts | {"sensitivity": max(asked, Sensitivity.SENSITIVE)}
    return facts


def _begun_earlier(referral: Referral, on: dt.date) -> None:
    """It is written down here after it was sent: it was begun that day at the latest."""
    referral.begun_on = on
    referral.save(update_fields=["begun_on"])
    steps = ReferralStep.objects.filter(school_id=referral.school_id, referral=referral)
    steps.filter(kind=ReferralStepKind.DRAFTED).update(on=on)


def _check_step(referral: Referral, step: str, on: dt.date, words: str) -> None:
    if on > clock.today():
        raise TransitionNotAllowed("That day has not come yet.")
    if step == "sent" and not (referral.has_consent or referral.no_consent_why):
        raise TransitionNotAllowed(
            "Nobody has agreed to it yet. Record the consent first, or why it goes without."
        )
    if referral.sent_on and on < referral.sent_on:
        raise TransitionNotAllowed(f"It was sent on {referral.sent_on:%-d %B %Y}, after that day.")
    if step == "declined" and not words.strip():
        raise TransitionNotAllowed("Write what the service said.")
    if step == "closed" and not words.strip():
        raise TransitionNotAllowed("Write what came of it, or why it is not sent.")


def _came_to(referral: Referral) -> ReferralState:
    if referral.accepted_on:
        return ReferralState.ACCEPTED
    if referral.acknowledged_on:
        return ReferralState.ACKNOWLEDGED
    return ReferralState.SENT if referral.sent_on else ReferralState.DRAFT


def _saved(referral: Referral, pupil: Pupil, by: User | None, step: str, **facts: Any) -> Referral:
    for name, value in facts.items():
        setattr(referral, name, value)
    referral.save(update_fields=list(facts))
    detail = {"step": step}
    record_change(Action.CHANGE_REFERRAL, pupil=pupil, by=by, subject=referral, detail=detail)
    return referral
