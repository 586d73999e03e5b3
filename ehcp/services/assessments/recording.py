"""What every change to a needs assessment has in common: locks, the stage, a trace."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import models

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.models import NeedsAssessment
from ehcp.rules.stages import Stage, stage_of
from ehcp.selectors.assessments.files import dates_of
from pupils.services.recording import lock, lock_pupil, record_change


def lock_assessment(row: NeedsAssessment) -> NeedsAssessment:
    """The assessment as it is now, locked after its child."""
    pupil = lock_pupil(row.pupil)
    row = lock(row)
    row.pupil, row.school = pupil, pupil.school
    return row


def stage_now(row: NeedsAssessment) -> Stage:
    """How far a (locked) assessment is."""
    return stage_of(dates_of(row, row.appeals.all()))


def save[Row: models.Model](
    row: Row,
    values: Mapping[str, Any],
    version: str | None,
    check: Callable[[Row], None] | None = None,
) -> list[str]:
    """Set what differs on a locked row and give the names of it; refuse a stale form.

    `check` looks at the row as it would be, before the database does.
    """
    if version is not None:
        require_version(row, values, version)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed and check:
        check(row)
    if changed:
        row.save(update_fields=changed)
    return changed


def known_by_key[Row: models.Model](model: type[Row], row: NeedsAssessment, key) -> Row | None:
    """What the same press has added to a (locked) assessment already."""
    rows = model._default_manager.filter(school_id=row.school_id, assessment=row)
    return rows.filter(pk=key).first() if isinstance(key, UUID) else None


def require_open(row: NeedsAssessment) -> NeedsAssessment:
    """An assessment by which somebody has still something to do."""
    stage = stage_now(row)
    if not stage.is_open:
        raise TransitionNotAllowed(f"This request is over. {stage.label}.")
    return row


def record(
    row: NeedsAssessment, *, by: User | None, what: str, subject: models.Model | None = None, **more
) -> None:
    """Write the change down and work out again what is due for the child."""
    record_change(
        Action.CHANGE_NEEDS_ASSESSMENT,
        pupil=row.pupil,
        by=by,
        subject=subject or row,
        detail={"what": what, **more},
    )
