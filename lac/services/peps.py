"""A plan is made ready, signed, sent and completed; each step by the table of steps."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from lac.codes import CareKind
from lac.models import CarePeriod, Pep, PepSignature
from lac.pep_codes import (
    IN_HAND_STATES,
    MUST_SIGN,
    NEVER_SIGNS,
    OPEN_STATES,
    PART_SETTLED,
    SHORT,
    TRANSITIONS,
    PepKind,
    PepState,
    Signer,
)
from lac.pep_parts import BY_KEY
from lac.selectors.pep_content import content_of
from lac.selectors.virtual_schools import criteria_of
from lac.services.pep_asks import cancel_asks
from lac.services.recording import record, require_come
from pupils.models import Pupil
from pupils.services.recording import lock, lock_pupil

#: Written after the meeting: a plan is ready without it.
AFTER_MEETING = "review"


@transaction.atomic
def change_pep(*, pep: Pep, version: str, by: User | None, **facts: Any) -> Pep:
    """Change what a plan is for, who leads it, its meeting, or what parents agree to."""
    pupil, pep = opened(pep)
    require_version(pep, facts, version)
    for name, value in facts.items():
        setattr(pep, name, value)
    if bool(pep.consents_on) != bool(pep.consents_to):
        raise TransitionNotAllowed("Say both what the parents agree to and when, or neither.")
    require_come(pep.consents_on)
    pep.save(update_fields=list(facts))
    record(pep, pupil, by, "changed")
    return pep


@transaction.atomic
def set_meeting_day(*, pep: Pep, meeting_on: dt.date, by: User | None) -> Pep:
    """Say when the meeting will be, for example together with another of the child."""
    pupil, pep = opened(pep)
    if pep.state == PepState.HELD:
        raise TransitionNotAllowed("The meeting was held already.")
    if meeting_on < clock.today():
        raise TransitionNotAllowed("That day has passed.")
    pep.meeting_on = meeting_on
    pep.save(update_fields=["meeting_on"])
    record(pep, pupil, by, "changed")
    return pep


@transaction.atomic
def mark_ready(*, pep: Pep, by: User | None) -> Pep:
    """The parts are written and the plan is checked: it can go to the meeting."""
    pupil, pep = _stepped(pep, PepState.READY)
    require_parts(pep, {AFTER_MEETING})
    _require_checked(pep)
    if pep.kind == PepKind.SUPPORT and pep.consents_on is None:
        raise TransitionNotAllowed("Record first what the parents agree to have recorded.")
    return _keep(pep, pupil, by, PepState.READY)


@transaction.atomic
def record_meeting(*, pep: Pep, meeting_on: dt.date, by: User | None) -> Pep:
    """The meeting was held."""
    pupil, pep = _stepped(pep, PepState.HELD)
    require_come(meeting_on, "The meeting")
    return _keep(pep, pupil, by, PepState.HELD, meeting_on=meeting_on)


@transaction.atomic
def add_signature(
    *, pep: Pep, whose: Signer, name: str, signed_on: dt.date, by: User | None
) -> PepSignature:
    """Somebody agreed to the plan after the meeting; said again, it takes the place of before."""
    pupil, pep = _locked(pep)
    if pep.state != PepState.HELD:
        raise TransitionNotAllowed("A plan is signed after its meeting.")
    if whose in NEVER_SIGNS[PepKind(pep.kind)]:
        raise TransitionNotAllowed("They do not sign a support plan.")
    require_come(signed_on)
    row, _ = PepSignature.objects.update_or_create(
        school_id=pep.school_id,
        pep=pep,
        whose=whose,
        defaults={"name": name, "signed_on": signed_on, "recorded_by": by},
    )
    row.school = pupil.school
    record(row, pupil, by, "signed")
    return row


@transaction.atomic
def finish_signing(*, pep: Pep, by: User | None) -> Pep:
    """Everybody who has to has signed: facts, words and targets are kept as they are now."""
    pupil, pep = _stepped(pep, PepState.SIGNED)
    require_parts(pep, set())
    signed = set(pep.signatures.values_list("whose", flat=True))
    missing = [Signer(who).label for who in MUST_SIGN[PepKind(pep.kind)] if who not in signed]
    if missing:
        raise TransitionNotAllowed(f"Still to sign: {', '.join(missing).lower()}.")
    cancel_asks(pep, by=by)
    today = clock.today()
    content = content_of(pep, today)
    return _keep(pep, pupil, by, PepState.SIGNED, signed_on=today, snapshot=content)


@transaction.atomic
def send_pep(
    *, pep: Pep, sent_on: dt.date, sent_how: str, has_officer: bool, by: User | None
) -> Pep:
    """The plan went to the virtual school; `has_officer`: the reviewing officer has it too."""
    pupil, pep = _stepped(pep, PepState.SENT)
    if pep.kind == PepKind.SUPPORT:
        raise TransitionNotAllowed("A support plan is not sent to the virtual school.")
    require_come(sent_on)
    if sent_on < pep.started_on:
        raise TransitionNotAllowed(f"The plan was begun on {pep.started_on:%-d %B %Y}, after that.")
    facts: dict[str, Any] = {"sent_on": sent_on, "sent_how": sent_how}
    if has_officer:
        facts["officer_on"] = sent_on
        periods = CarePeriod.objects.live(sent_on).filter(
            school_id=pep.school_id, pupil=pupil, kind=CareKind.LOOKED_AFTER
        )
        for period in periods.filter(pep_with_officer_on=None):
            period.pep_with_officer_on = sent_on
            period.save(update_fields=["pep_with_officer_on"])
    return _keep(pep, pupil, by, PepState.SENT, **facts)


@transaction.atomic
def complete_support_plan(*, pep: Pep, by: User | None) -> Pep:
    """A support plan is complete when it is signed: no virtual school looks at it."""
    if pep.kind != PepKind.SUPPORT:
        raise TransitionNotAllowed("The virtual school completes a PEP: record what it says.")
    pupil, pep = _stepped(pep, PepState.COMPLETE)
    return _keep(pep, pupil, by, PepState.COMPLETE, completed_on=clock.today())


@transaction.atomic
def reopen_pep(*, pep: Pep, why: str, by: User | None) -> Pep:
    """Write on at a plan that was ready, signed or sent; whoever signed signs again."""
    pupil, pep = _stepped(pep, PepState.WRITING)
    _require_only_one(pep)
    PepSignature.objects.filter(school_id=pep.school_id, pep=pep).delete()
    cleared = {"signed_on": None, "snapshot": {}, "sent_on": None, "sent_how": ""}
    cleared |= {"completed_on": None, "step_why": why}
    return _keep(pep, pupil, by, PepState.WRITING, **cleared)


@transaction.atomic
def withdraw_pep(*, pep: Pep, why: str, by: User | None) -> Pep:
    """A plan that is not needed after all; it stays readable, and the term is free again."""
    pupil, pep = _stepped(pep, PepState.WITHDRAWN)
    cancel_asks(pep, by=by)
    return _keep(pep, pupil, by, PepState.WITHDRAWN, step_why=why)


def require_parts(pep: Pep, without: Iterable[str]) -> None:
    """Refuse while a part is neither done nor said not to be needed; names each."""
    open_parts = pep.parts.exclude(state__in=PART_SETTLED).values_list("key", flat=True)
    titles = [BY_KEY[key] for key in open_parts if key not in without]
    if titles:
        named = "; ".join(part.title for part in sorted(titles, key=lambda part: part.number))
        raise TransitionNotAllowed(f"Still open: {named}.")


def _require_only_one(pep: Pep) -> None:
    same = {"pupil_id": pep.pupil_id, "academic_year": pep.academic_year, "term": pep.term}
    others = Pep.objects.filter(school_id=pep.school_id, state__in=IN_HAND_STATES, **same)
    if others.exclude(pk=pep.pk).exists():
        raise TransitionNotAllowed(
            f"Another {SHORT[PepKind(pep.kind)]} of this term is being written. Finish that first."
        )


def _require_checked(pep: Pep) -> None:
    said = set(pep.checks.values_list("criterion", flat=True))
    missing = [each for each in criteria_of(pep) if each not in said]
    if missing:
        raise TransitionNotAllowed(
            f"Check it first: {len(missing)} of the virtual school’s criteria have no answer."
        )


def opened(pep: Pep) -> tuple[Pupil, Pep]:
    """The child and the plan, locked, whose words may still change."""
    pupil, pep = _locked(pep)
    if pep.state not in OPEN_STATES:
        raise TransitionNotAllowed(
            f"This {SHORT[PepKind(pep.kind)]} is {pep.get_state_display().lower()}: its words stay "
            "as they are. Open it again first."
        )
    return pupil, pep


def _stepped(pep: Pep, to: PepState) -> tuple[Pupil, Pep]:
    pupil, pep = _locked(pep)
    if to not in TRANSITIONS[PepState(pep.state)]:
        raise TransitionNotAllowed(
            f"This {SHORT[PepKind(pep.kind)]} is “{pep.get_state_display().lower()}”, so that "
            "step is not open now."
        )
    return pupil, pep


def _locked(pep: Pep) -> tuple[Pupil, Pep]:
    pupil = lock_pupil(pep.pupil)
    pep = lock(pep)
    pep.school, pep.pupil = pupil.school, pupil
    return pupil, pep


def _keep(pep: Pep, pupil: Pupil, by: User | None, state: PepState, **facts: Any) -> Pep:
    pep.state = state
    for name, value in facts.items():
        setattr(pep, name, value)
    pep.save(update_fields=["state", *facts])
    record(pep, pupil, by, str(state))
    return pep
