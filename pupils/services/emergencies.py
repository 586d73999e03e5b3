"""Break-glass: a child out of reach, for 60 minutes, with a reason; the head is told at once."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.mail.services import queue_mail
from aylsham.models import AuditEvent, School, User
from pupils.models import EmergencyAccess
from pupils.selectors.adults import adults_at
from pupils.services.recording import lock

OPEN_FOR = dt.timedelta(minutes=60)
#: Who asks for children who are not there is guessing.
MOST_GUESSES, GUESSES_WITHIN = 5, dt.timedelta(hours=1)
MAIL = "emergency_opened"


@transaction.atomic
def open_emergency_access(
    *, school: School, pupil_id: UUID | None, reason: str, by: User
) -> EmergencyAccess | None:
    """Open one child's record for 60 minutes and tell those who review it.

    None when no child was found: the attempt is written down all the same.
    """
    _require_no_guessing(school, by)
    if pupil_id is None:
        record_event(Action.EMERGENCY_NOT_FOUND, school=school, by=by)
        return None
    now = timezone.now()
    open_now = EmergencyAccess.objects.filter(
        school=school, pupil_id=pupil_id, user=by, closes_at__gt=now
    ).first()
    if open_now:
        raise TransitionNotAllowed(f"It is open until {_time(open_now.closes_at)} already.")
    emergency = EmergencyAccess.objects.create(
        school=school,
        pupil_id=pupil_id,
        user=by,
        reason=reason,
        opened_at=now,
        closes_at=now + OPEN_FOR,
    )
    _record(Action.OPEN_EMERGENCY, emergency, by)
    _tell_reviewers(emergency)
    return emergency


@transaction.atomic
def close_emergency_access(*, emergency: EmergencyAccess, by: User) -> EmergencyAccess:
    """Close it before the hour is over."""
    emergency = lock(emergency)
    now = timezone.now()
    if emergency.closes_at <= now:
        raise TransitionNotAllowed(f"It closed by itself at {_time(emergency.closes_at)}.")
    emergency.closes_at = now
    emergency.save(update_fields=["closes_at"])
    _record(Action.CLOSE_EMERGENCY, emergency, by)
    return emergency


@transaction.atomic
def review_emergency_access(*, emergency: EmergencyAccess, note: str, by: User) -> EmergencyAccess:
    """Say what came of it; nobody reviews their own."""
    emergency = lock(emergency)
    if emergency.reviewed_at:
        raise TransitionNotAllowed("Somebody has reviewed this already.")
    if emergency.user_id == by.pk:
        raise TransitionNotAllowed(
            "You opened this record yourself, so somebody else must review it."
        )
    emergency.reviewed_by, emergency.reviewed_at = by, timezone.now()
    emergency.review_note = note
    emergency.save(update_fields=["reviewed_by", "reviewed_at", "review_note"])
    _record(Action.REVIEW_EMERGENCY, emergency, by)
    return emergency


def _require_no_guessing(school: School, by: User) -> None:
    guesses = AuditEvent.objects.filter(
        school=school,
        actor_id=by.pk,
        at__gt=timezone.now() - GUESSES_WITHIN,
        action=Action.EMERGENCY_NOT_FOUND,
    )
    if guesses.count() >= MOST_GUESSES:
        raise TransitionNotAllowed(
            "Five children in an hour were not found. Ask the head or the office to look with you."
        )


def _tell_reviewers(emergency: EmergencyAccess) -> None:
    reviewers = [
        r for r, rule in ROLES.items() if Permission.REVIEW_BREAK_GLASS in rule.permissions
    ]
    school = emergency.school
    people = {a.user for a in adults_at(school, today=clock.today(), roles=reviewers)}
    for person in people - {emergency.user}:
        queue_mail(
            MAIL,
            to=person,
            context={"school": str(school.pk), "opened_at": emergency.opened_at.isoformat()},
            schools=[school],
            by=emergency.user,
        )


def _record(action: Action, emergency: EmergencyAccess, by: User) -> None:
    record_event(
        action,
        school=emergency.school,
        by=by,
        pupil_ids=[emergency.pupil_id],
        subject=emergency,
    )


def _time(moment: dt.datetime) -> str:
    return f"{clock.shown(moment):%H:%M}"
