"""What becomes of records at the end of their time: proposed, confirmed by a second person, undone."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.models import Document, Enrolment, Pupil, RecordsRequest, RetentionDecision
from pupils.retention_codes import RetentionKind
from pupils.rules.retention import gone_from, obstacles, period_of
from pupils.services.recording import lock


@transaction.atomic
def decide_records(
    *,
    school: School,
    pupil_ids: Iterable[UUID],
    kind: str,
    reason: str,
    until: dt.date | None = None,
    by: User,
) -> int:
    """Keep these children's records longer, hold them, or propose to delete them; how many.

    A live decision that is not a confirmed deletion is replaced. One that cannot be decided so
    stops all of them: nobody wants to find out which ones were done.
    """
    pupils = _locked(school, pupil_ids)
    today = clock.today()
    if until is not None and until <= today:
        raise TransitionNotAllowed("Keep it until a day that is still to come.")
    for pupil in pupils:
        before = RetentionDecision.objects.live().filter(school=school, pupil=pupil).first()
        if before and before.confirmed_at:
            raise TransitionNotAllowed("A record among them is in the bin. Take it out first.")
        if kind == RetentionKind.DELETE:
            _require_at_end(pupil, today, before)
        if before:
            _end(before, by)
        decision = RetentionDecision.objects.create(
            school=school,
            pupil=pupil,
            kind=kind,
            reason=reason,
            until=until if kind == RetentionKind.KEEP else None,
            proposed_on=today,
            proposed_by=by,
        )
        _record(decision, by, f"{kind} decided")
    rebuild_deadlines(school, [pupil.pk for pupil in pupils])
    return len(pupils)


@transaction.atomic
def confirm_deletions(*, school: School, decision_ids: Iterable[UUID], by: User) -> int:
    """Put the records into the bin: the second person agrees; how many."""
    rows = _proposals(school, decision_ids)
    today = clock.today()
    for row in rows:
        if row.proposed_by_id == by.pk:
            raise TransitionNotAllowed(
                "You proposed one of these yourself. Somebody else has to confirm it."
            )
        _require_at_end(row.pupil, today, None)
        row.confirmed_at, row.confirmed_by = clock.moment(), by
        row.save(update_fields=["confirmed_at", "confirmed_by"])
        _record(row, by, "deletion confirmed")
    rebuild_deadlines(school, [row.pupil_id for row in rows])
    return len(rows)


@transaction.atomic
def send_back(*, school: School, decision_ids: Iterable[UUID], by: User) -> int:
    """Do not confirm these deletions: the records are to be decided anew; how many."""
    rows = _proposals(school, decision_ids)
    for row in rows:
        _end(row, by)
        _record(row, by, "deletion sent back")
    rebuild_deadlines(school, [row.pupil_id for row in rows])
    return len(rows)


@transaction.atomic
def undo_decision(*, decision: RetentionDecision, by: User) -> RetentionDecision:
    """Take a record out of the bin, lift a hold, or take a decision back: it is to be decided anew."""
    _locked(decision.school, [decision.pupil_id])
    row = lock(decision)
    if row.ended_on:
        raise TransitionNotAllowed("This is undone already.")
    _end(row, by)
    _record(row, by, "taken out of the bin" if row.confirmed_at else f"{row.kind} taken back")
    rebuild_deadlines(row.school, [row.pupil_id])
    return row


def obstacles_of(pupil: Pupil, today: dt.date) -> list[str]:
    """Why this record cannot be deleted now; three statements."""
    mine = {"school_id": pupil.school_id, "pupil": pupil}
    stays = Enrolment.objects.filter(**mine)
    return obstacles(
        is_on_roll=stays.filter(ends_on=None).exists() or stays.filter(ends_on__gte=today).exists(),
        held_documents=Document.objects.filter(**mine).exclude(hold_reason="").count(),
        open_requests=RecordsRequest.objects.open().filter(**mine).count(),
    )


def is_gone_by(decision: RetentionDecision, today: dt.date) -> bool:
    """Whether a confirmed deletion has lain in the bin for its thirty days."""
    confirmed = decision.confirmed_at
    return bool(confirmed) and today >= gone_from(timezone.localtime(confirmed).date())


def _require_at_end(pupil: Pupil, today: dt.date, before: RetentionDecision | None) -> None:
    through = period_of(pupil.born_on).through
    if today <= through:
        raise TransitionNotAllowed(
            f"A record among them is kept until {through:%-d %B %Y} (IRMS Schools Toolkit)."
        )
    if before and before.kind == RetentionKind.HOLD:
        raise TransitionNotAllowed("A record among them is held. Lift the hold first.")
    if problems := obstacles_of(pupil, today):
        raise TransitionNotAllowed(f"A record among them cannot be deleted. {' '.join(problems)}")


def _locked(school: School, pupil_ids: Iterable[UUID]) -> list[Pupil]:
    """The children's rows, locked in one order; a record that moved away ends too."""
    ids = sorted(set(pupil_ids))
    rows = Pupil.objects.filter(school=school, pk__in=ids).order_by("pk")
    pupils = list(rows.select_for_update(of=("self",), no_key=True))
    if not ids or len(pupils) < len(ids):
        raise TransitionNotAllowed("Tick the records first.")
    return pupils


def _proposals(school: School, ids: Iterable[UUID]) -> list[RetentionDecision]:
    wanted = set(ids)
    chosen = RetentionDecision.objects.filter(school=school, pk__in=wanted)
    _locked(school, chosen.values_list("pupil_id", flat=True))
    rows = list(chosen.to_confirm().select_related("pupil").select_for_update(of=("self",)))
    if len(rows) < len(wanted):
        raise TransitionNotAllowed("One of these is decided already. Look at the list again.")
    return rows


def _end(row: RetentionDecision, by: User) -> None:
    row.ended_on, row.ended_by = clock.today(), by
    row.save(update_fields=["ended_on", "ended_by"])


def _record(row: RetentionDecision, by: User, step: str) -> None:
    record_event(
        Action.DECIDE_RETENTION,
        school=row.school,
        by=by,
        pupil_ids=[row.pupil_id],
        subject=row,
        detail={"step": step},
    )
