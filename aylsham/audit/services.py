"""Writing to the audit log: one statement, in the transaction of what it speaks of."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import models

from aylsham.access.current import Access
from aylsham.audit.codes import Action
from aylsham.audit.context import current_cause
from aylsham.models import AuditEvent, School, User


def record_event(
    action: Action,
    *,
    school: School,
    by: User | Access | None,
    pupil_ids: Iterable[UUID] = (),
    subject: models.Model | None = None,
    detail: Mapping[str, Any] | None = None,
    as_name: str = "",
) -> AuditEvent:
    """Write down that `by` did `action`: a list view once, with the ids of all children shown.

    `detail` holds ids, field names and counts: no case text, no names. `by=None`: the system, or
    somebody without an account whom `as_name` names.
    """
    event = _event(action, school=school, by=by, pupil_ids=pupil_ids, detail=detail)
    if as_name and by is None:
        event.actor_name = as_name[: event._meta.get_field("actor_name").max_length]
    if subject is not None:
        event.subject_type = subject._meta.label_lower
        event.subject_id = str(subject.pk)
    event.save(force_insert=True)
    return event


def record_events(
    action: Action,
    *,
    by: User | Access | None,
    pupil_ids_by_school: Mapping[School, Iterable[UUID]],
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Write down a page over several schools: a row for each school, in one statement."""
    AuditEvent.objects.bulk_create(
        _event(action, school=school, by=by, pupil_ids=ids, detail=detail)
        for school, ids in pupil_ids_by_school.items()
    )


def _event(action, *, school, by, pupil_ids, detail) -> AuditEvent:
    cause = current_cause()
    user = by.user if isinstance(by, Access) else by
    access = by if isinstance(by, Access) else cause.access if cause else None
    return AuditEvent(
        school=school,
        actor_id=user.pk if user else None,
        actor_name=user.name if user else "Aylsham",
        actor_roles=_roles(user, access, school),
        action=action,
        pupil_ids=list(pupil_ids),
        detail=dict(detail or {}),
        request_id=cause.id if cause else None,
    )


def _roles(user: User | None, access: Access | None, school: School) -> str:
    """The roles the person had there at that moment, as far as the request knows them."""
    if user is None or access is None or access.user != user:
        return ""
    at = access.by_school.get(school.pk)
    return ",".join(sorted({post.role for post in at.posts})) if at else ""
