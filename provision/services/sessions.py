"""Logging what children had of a session: added, corrected by adding, never written over."""

import datetime as dt
from collections.abc import Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.identifiers import uuid7
from aylsham.models import User
from provision.models import MakeUp, Provision, Session, SessionLog, SessionMark
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.selectors.log_card import day_of_log
from pupils.models import Pupil
from pupils.services.recording import lock, lock_pupils


@dataclass(frozen=True)
class MarkFacts:
    """What is said of one child; `minutes` are asked for a part of a session alone."""

    pupil: Pupil
    came: Came
    minutes: int = 0
    reason: Reason | None = None
    measure: str = ""
    word: str = ""


@transaction.atomic
def log_session(
    *,
    provision: Provision,
    at: SessionAt,
    marks: Sequence[MarkFacts],
    by: User | None,
    key: UUID | None = None,
    seen: int = 0,
    on_behalf_of: User | None = None,
) -> SessionLog:
    """Add what children had of a session; sent again with its key, it is the same log.

    `seen` is the number of the last log that the writer had in view: what that one says of these
    children is corrected, what came meanwhile stays beside it as a conflict.
    """
    school = provision.school
    lock_pupils(school, [mark.pupil.pk for mark in marks])
    provision = lock(provision)
    provision.school = school
    key = key or uuid7()
    day = day_of_log(provision, at.on, key)
    planned = planned_make_up(provision, at)
    whole = max(planned.values(), default=0) or day.earlier_minutes or provision.minutes
    if day.is_known:
        return _same(key, provision, at, {_facts(_row(mark, provision, whole)) for mark in marks})
    if not planned:
        _require_given(provision, at.on)
    rows = [_row(mark, provision, whole) for mark in marks]
    _require_places(marks, day.pupil_ids | planned.keys())
    session_id, logs = day.sessions.get(at) or (_begun(provision, at), 0)
    log = SessionLog.objects.create(
        pk=key,
        school=provision.school,
        session_id=session_id,
        number=logs + 1,
        seen=min(seen, logs),
        logged_by=by,
        on_behalf_of=on_behalf_of,
        logged_at=clock.moment(),
    )
    for row in rows:
        row.log, row.written_by = log, by
    SessionMark.objects.bulk_create(rows)
    _record(provision, log, marks, by)
    return log


def _begun(provision: Provision, at: SessionAt) -> UUID:
    """The session, new; nobody else logs while the provision is locked."""
    return Session.objects.create(
        school=provision.school,
        provision=provision,
        on=at.on,
        slot=at.slot,
        is_make_up=at.is_make_up,
    ).pk


def _same(key: UUID, provision: Provision, at: SessionAt, facts: set[tuple]) -> SessionLog:
    """The log that came before with this key, if it says the same."""
    rows = SessionLog.objects.filter(school_id=provision.school_id).select_related("session")
    log = rows.get(pk=key)
    session = log.session
    if (session.provision_id, session.on, session.slot, session.is_make_up) == (
        provision.pk, at.on, at.slot, at.is_make_up,
    ):  # fmt: skip
        marks = SessionMark.objects.filter(school_id=log.school_id, log=log)
        if {_facts(row) for row in marks} == facts:
            return log
    raise TransitionNotAllowed("This was sent before and said something else. Open the page again.")


def _facts(row: SessionMark) -> tuple:
    return row.pupil_id, row.came, row.minutes, row.reason, row.measure, row.word


def _require_given(provision: Provision, on: dt.date) -> None:
    if provision.state == ProvisionState.DRAFT:
        raise TransitionNotAllowed("It has not begun yet.")
    if on > clock.today():
        raise TransitionNotAllowed("That day is still to come.")
    if not provision.starts_on <= on <= provision.ends_on:
        raise TransitionNotAllowed(
            f"It was given from {provision.starts_on:%-d %B %Y} to {provision.ends_on:%-d %B %Y}."
        )


def planned_make_up(provision: Provision, at: SessionAt) -> dict[UUID, int]:
    """The children of a make-up that somebody planned for that day, with their minutes."""
    if not at.is_make_up:
        return {}
    rows = MakeUp.objects.filter(school=provision.school, provision=provision, on=at.on)
    if rows and at.on > clock.today():
        raise TransitionNotAllowed("That day is still to come.")
    return {row.pupil_id: row.minutes for row in rows}


def _require_places(marks: Sequence[MarkFacts], there: Set[UUID]) -> None:
    if not marks:
        raise TransitionNotAllowed("Mark at least one child.")
    if {mark.pupil.pk for mark in marks} - there:
        raise TransitionNotAllowed("A child was not in it on that day. Open the page again.")


def _row(mark: MarkFacts, provision: Provision, minutes: int) -> SessionMark:
    """The mark as a row, its minutes filled in."""
    if mark.came == Came.MISSED and not mark.reason:
        raise TransitionNotAllowed("Say why it was missed.")
    if mark.came == Came.PART and not 0 < mark.minutes < minutes:
        raise TransitionNotAllowed(f"Say how many of the {minutes} minutes the child had.")
    whole = {Came.HAD: minutes, Came.MISSED: 0}
    return SessionMark(
        school=provision.school,
        pupil=mark.pupil,
        came=mark.came,
        minutes=whole.get(mark.came, mark.minutes),
        reason="" if mark.came == Came.HAD else mark.reason or "",
        measure=mark.measure,
        word=mark.word,
    )


def _record(provision: Provision, log: SessionLog, marks: Sequence[MarkFacts], by) -> None:
    record_event(
        Action.LOG_SESSION,
        school=provision.school,
        by=by,
        pupil_ids=sorted(mark.pupil.pk for mark in marks),
        subject=log,
        detail={"number": log.number},
    )
