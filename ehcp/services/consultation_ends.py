"""Consultations at the end of their time: proposed, confirmed by a second person, undone."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from ehcp.models import Consultation, ConsultationEnd
from ehcp.rules.consultations import stands_against
from pupils.retention_codes import RetentionKind
from pupils.services.recording import lock


@transaction.atomic
def decide_ends(
    *,
    school: School,
    consultation_ids: Iterable[UUID],
    kind: str,
    reason: str,
    until: dt.date | None = None,
    by: User,
) -> int:
    """Keep these consultations longer, hold them, or propose to delete them; how many.

    One that cannot be decided so stops all of them.
    """
    rows, today = _locked(school, consultation_ids), clock.today()
    if until is not None and until <= today:
        raise TransitionNotAllowed("Keep it until a day that is still to come.")
    for row in rows:
        before = ConsultationEnd.objects.live().filter(school=school, consultation=row).first()
        if before and before.confirmed_at:
            raise TransitionNotAllowed("One among them is in the bin. Take it out first.")
        if kind == RetentionKind.DELETE:
            _require_at_end(row, today, before)
        if before:
            _end(before, by)
        made = ConsultationEnd.objects.create(
            school=school,
            consultation=row,
            kind=kind,
            reason=reason,
            until=until if kind == RetentionKind.KEEP else None,
            proposed_on=today,
            proposed_by=by,
        )
        _record(made, by, f"{kind} decided")
    rebuild_deadlines(school)
    return len(rows)


@transaction.atomic
def confirm_ends(*, school: School, decision_ids: Iterable[UUID], by: User) -> int:
    """Put the consultations into the bin: the second person agrees; how many."""
    rows, today = _proposals(school, decision_ids), clock.today()
    for row in rows:
        if row.proposed_by_id == by.pk:
            raise TransitionNotAllowed(
                "You proposed one of these yourself. Somebody else has to confirm it."
            )
        _require_at_end(row.consultation, today, None)
        row.confirmed_at, row.confirmed_by = clock.moment(), by
        row.save(update_fields=["confirmed_at", "confirmed_by"])
        _record(row, by, "deletion confirmed")
    rebuild_deadlines(school)
    return len(rows)


@transaction.atomic
def send_ends_back(*, school: School, decision_ids: Iterable[UUID], by: User) -> int:
    """Do not confirm these deletions: they are to be decided anew; how many."""
    rows = _proposals(school, decision_ids)
    for row in rows:
        _end(row, by)
        _record(row, by, "deletion sent back")
    rebuild_deadlines(school)
    return len(rows)


@transaction.atomic
def undo_end(*, decision: ConsultationEnd, by: User) -> ConsultationEnd:
    """Take it out of the bin, lift a hold, or take a decision back: it is to be decided anew."""
    _locked(decision.school, [decision.consultation_id])
    row = lock(decision)
    if row.ended_on:
        raise TransitionNotAllowed("This is undone already.")
    _end(row, by)
    _record(row, by, "taken out of the bin" if row.confirmed_at else f"{row.kind} taken back")
    rebuild_deadlines(row.school)
    return row


def against(row: Consultation) -> list[str]:
    """Why this consultation cannot be deleted now; one statement."""
    is_open = row.closed_on is None and not row.replies.exists()
    return stands_against(is_open=is_open)


def _require_at_end(row: Consultation, today: dt.date, before: ConsultationEnd | None) -> None:
    if today <= row.keep_until:
        raise TransitionNotAllowed(f"One among them is kept until {row.keep_until:%-d %B %Y}.")
    if before and before.kind == RetentionKind.HOLD:
        raise TransitionNotAllowed("One among them is held. Lift the hold first.")
    if problems := against(row):
        raise TransitionNotAllowed(f"One among them cannot be deleted. {' '.join(problems)}")


def _locked(school: School, ids: Iterable[UUID]) -> list[Consultation]:
    """Consultations about children who are not on our roll, locked in one order."""
    wanted = sorted(set(ids))
    chosen = Consultation.objects.filter(school=school, pk__in=wanted, pupil=None)
    rows = list(chosen.order_by("pk").select_for_update(of=("self",), no_key=True))
    if not wanted or len(rows) < len(wanted):
        raise TransitionNotAllowed("Tick the consultations first.")
    return rows


def _proposals(school: School, ids: Iterable[UUID]) -> list[ConsultationEnd]:
    wanted = set(ids)
    chosen = ConsultationEnd.objects.filter(school=school, pk__in=wanted)
    _locked(school, chosen.values_list("consultation_id", flat=True))
    waiting = chosen.to_confirm().select_related("consultation")
    rows = list(waiting.select_for_update(of=("self",)))
    if len(rows) < len(wanted):
        raise TransitionNotAllowed("One of these is decided already. Look at the list again.")
    return rows


def _end(row: ConsultationEnd, by: User) -> None:
    row.ended_on, row.ended_by = clock.today(), by
    row.save(update_fields=["ended_on", "ended_by"])


def _record(row: ConsultationEnd, by: User, step: str) -> None:
    record_event(
        Action.DECIDE_RETENTION, school=row.school, by=by, subject=row, detail={"step": step}
    )
