"""What is owed to a child: written, changed, ended. Plans of other floors write it here too."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from provision.models import Promise
from provision.provision_codes import USUAL_WEIGHT
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

PROMISE_FIELDS = (
    "text", "source", "weight", "reference", "sessions_a_week", "minutes", "hours_a_week",
    "starts_on", "ends_on", "sensitivity",
)  # fmt: skip


@transaction.atomic
def add_promise(*, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any) -> Promise:
    """Write down what a child is owed; `facts` are PROMISE_FIELDS, the usual weight if none."""
    pupil = lock_pupil(pupil)
    if known := added_before(Promise, pupil, key):
        return known
    facts = _sound(facts)
    promise = Promise.objects.create(
        school=pupil.school, pupil=pupil, written_by=by, **as_pk(key), **facts
    )
    _record("added", promise, pupil, by)
    return promise


@transaction.atomic
def keep_promise_of_plan(*, pupil: Pupil, origin: str, by: User | None, **facts: Any) -> Promise:
    """The line of a plan that another floor keeps, as it says now; `origin` names the line.

    Written when it is new, changed when it differs, left alone otherwise.
    """
    pupil = lock_pupil(pupil)
    facts = _sound(facts)
    rows = Promise.objects.select_for_update(no_key=True).filter(school_id=pupil.school_id)
    promise = rows.filter(pupil=pupil, origin=origin).first()
    if promise is None:
        promise = Promise.objects.create(
            school=pupil.school, pupil=pupil, origin=origin, written_by=by, **facts
        )
        _record("added", promise, pupil, by)
    elif any(getattr(promise, name) != value for name, value in facts.items()):
        _write(promise, facts)
        _record("changed", promise, pupil, by)
    return promise


@transaction.atomic
def change_promise(*, promise: Promise, version: str, by: User, **facts: Any) -> Promise:
    """Correct what is owed; what a plan of another floor says is changed there."""
    pupil = lock_pupil(promise.pupil)
    promise = _own(lock(promise))
    require_version(promise, PROMISE_FIELDS, version)
    _write(promise, _sound(facts))
    _record("changed", promise, pupil, by)
    return promise


@transaction.atomic
def end_promise(*, promise: Promise, ends_on: dt.date, by: User) -> Promise:
    """It is owed no longer after this day."""
    pupil = lock_pupil(promise.pupil)
    promise = _own(lock(promise))
    if ends_on < promise.starts_on:
        raise TransitionNotAllowed(
            f"It is owed from {promise.starts_on:%-d %B %Y}, after that day."
        )
    _write(promise, {"ends_on": ends_on})
    _record("ended", promise, pupil, by)
    return promise


def _own(promise: Promise) -> Promise:
    if promise.origin:
        raise TransitionNotAllowed("This is a line of the child's plan. Change it there.")
    return promise


def _sound(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with the usual weight; refused without an amount, or with two."""
    facts = facts | {"weight": facts.get("weight") or USUAL_WEIGHT[facts["source"]]}
    sessions, minutes = facts.get("sessions_a_week"), facts.get("minutes")
    by_sessions = bool(sessions and minutes)
    if by_sessions == bool(facts.get("hours_a_week")) or bool(sessions) != bool(minutes):
        raise TransitionNotAllowed(
            "Say how much is owed: sessions a week with their minutes, or hours a week."
        )
    ends_on = facts.get("ends_on")
    if ends_on and ends_on < facts["starts_on"]:
        raise TransitionNotAllowed("It would end before it begins.")
    return facts


def _write(promise: Promise, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(promise, name, value)
    promise.save(update_fields=list(facts))


def _record(step: str, promise: Promise, pupil: Pupil, by: User | None) -> None:
    record_change(
        Action.CHANGE_PROMISE,
        pupil=pupil,
        by=by,
        subject=promise,
        detail={"step": step},
        moves_dates=False,
    )
