"""Who came to a training: taken once, written as everybody's training; how it was."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.services.recording import lock
from staff.codes import TrainingSubject
from staff.models import Invitation, TrainingRecord, TrainingSession
from staff.services.training_plan import locked_session, record_plan
from staff.training_codes import SessionState

SPENT_FIELDS = ("spent_pence",)
SEEN_FIELDS = ("seen",)
ANSWER_FIELDS = ("useful", "will_try", "still_needs")


@transaction.atomic
def take_attendance(
    *, session: TrainingSession, absent: Collection[UUID], spent_pence: int | None, by: User
) -> TrainingSession:
    """Everybody who was asked came, but for `absent` (keys of invitations).

    Each who came gets one training; taken again, it puts right what was wrong.
    """
    session = locked_session(session)
    if session.state == SessionState.CALLED_OFF:
        raise TransitionNotAllowed("It is called off. Plan it again first.")
    if session.starts_on is None:
        raise TransitionNotAllowed("Say first on which day it was.")
    if session.last_on > clock.today():
        raise TransitionNotAllowed("Its last day has not come yet.")
    rows = Invitation.objects.filter(school_id=session.school_id, session=session)
    invited = list(rows.select_related("user", "member").select_for_update(of=("self",)))
    if not invited:
        raise TransitionNotAllowed("Nobody is asked to it. Say first who is.")
    for row in invited:
        _mark(session, row, row.pk not in absent)
    session.state, session.spent_pence = SessionState.HELD, spent_pence
    session.save(update_fields=["state", "spent_pence"])
    came = sum(row.has_come is True for row in invited)
    detail = {"step": "attendance", "session": str(session.pk), "came": came}
    record_event(Action.CHANGE_TRAINING, school=session.school, by=by, detail=detail)
    return record_plan(session, by, "held")


@transaction.atomic
def take_back_attendance(*, session: TrainingSession, by: User) -> TrainingSession:
    """It was written down by mistake: it is planned again, and the trainings it wrote are gone."""
    session = locked_session(session)
    if session.state != SessionState.HELD:
        raise TransitionNotAllowed("Attendance is not taken.")
    mine = {"school_id": session.school_id, "session": session}
    rows = Invitation.objects.select_for_update().filter(**mine)
    if session.seen or any(row.answered_on for row in rows):
        raise TransitionNotAllowed("Somebody has said how it was: it took place. Correct who came.")
    records = [row.record_id for row in rows if row.record_id]
    rows.update(has_come=None, record=None)
    TrainingRecord.objects.filter(school_id=session.school_id, pk__in=records).delete()
    session.state, session.spent_pence = SessionState.PLANNED, None
    session.save(update_fields=["state", "spent_pence"])
    return record_plan(session, by, "attendance taken back")


def _mark(session: TrainingSession, row: Invitation, has_come: bool) -> None:
    row.has_come = has_come
    record = None
    if has_come:
        if row.record_id:
            record = TrainingRecord.objects.filter(
                school_id=session.school_id, pk=row.record_id
            ).first()
        record = record or _write(session, row)
    elif row.record_id:
        TrainingRecord.objects.filter(school_id=session.school_id, pk=row.record_id).delete()
    row.record = record
    if not has_come:
        row.useful = row.will_try = row.still_needs = ""
        row.answered_on = None
    row.save()


def _write(session: TrainingSession, row: Invitation) -> TrainingRecord:
    """The training of one person; a member of staff with an account has it under both."""
    return TrainingRecord.objects.create(
        school_id=session.school_id,
        user=row.user or (row.member.user if row.member else None),
        member=row.member,
        topic=session.topic,
        subject=TrainingSubject.OTHER,
        title=session.title or session.topic.name,
        provider=session.provider,
        taken_on=session.last_on,
        hours=session.hours,
    )


@transaction.atomic
def say_how_it_was(
    *, invitation: Invitation, useful: str, will_try: str, still_needs: str, by: User
) -> Invitation:
    """Three short answers of somebody who came; they can be said again."""
    row = lock(invitation)
    if not row.has_come:
        raise TransitionNotAllowed("Attendance says that you were not there. Ask your SENDCo.")
    row.useful, row.will_try, row.still_needs = useful, will_try, still_needs
    row.answered_on = clock.today()
    row.save(update_fields=[*ANSWER_FIELDS, "answered_on"])
    detail = {"step": "evaluated", "session": str(row.session_id)}
    record_event(Action.PLAN_TRAINING, school=invitation.school, by=by, detail=detail)
    return row


@transaction.atomic
def say_what_is_seen(
    *, session: TrainingSession, seen: str, version: str, by: User
) -> TrainingSession:
    """What is seen of a training in classrooms a term later: about practice, not about a person."""
    session = locked_session(session)
    if session.state != SessionState.HELD:
        raise TransitionNotAllowed("Take attendance first.")
    require_version(session, SEEN_FIELDS, version)
    session.seen = seen
    session.seen_on, session.seen_by = (clock.today(), by) if seen else (None, None)
    session.save(update_fields=["seen", "seen_on", "seen_by"])
    return record_plan(session, by, "seen in classrooms")
