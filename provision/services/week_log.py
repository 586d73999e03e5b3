"""A whole week typed in from a tick sheet: all of its sessions, or none."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from aylsham.models import School, User
from provision.models import Provision, SessionLog
from provision.rules.standing_marks import SessionAt
from provision.services.sessions import MarkFacts, log_session
from pupils.services.recording import lock_pupils


@dataclass(frozen=True)
class ToLog:
    """One session of a sheet, with the number of the last log that was in view."""

    provision: Provision
    at: SessionAt
    marks: tuple[MarkFacts, ...]
    seen: int
    #: Who gives it by the plan of that week, or as the provision says; None: nobody with an account.
    given_for: User | None = None


@transaction.atomic
def log_week(
    *, school: School, sessions: Sequence[ToLog], by: User, key: uuid.UUID | None = None
) -> list[SessionLog]:
    """Log each session, on behalf of whoever gives it; sent again with its key it is the same."""
    lock_pupils(school, {mark.pupil.pk for each in sessions for mark in each.marks})
    return [_log(each, school, by, key) for each in sessions]


def _log(each: ToLog, school: School, by: User, key: uuid.UUID | None) -> SessionLog:
    row, at = each.provision, each.at
    row.school = school
    name = f"{row.pk} {at.on} {at.slot}"
    giver = each.given_for
    return log_session(
        provision=row,
        at=at,
        marks=each.marks,
        by=by,
        key=uuid.uuid5(key, name) if key else None,
        seen=each.seen,
        on_behalf_of=giver if giver != by else None,
    )
