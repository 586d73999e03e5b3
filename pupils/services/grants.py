"""Exceptions by hand: a named person, a named child, a reason, an end."""

import datetime as dt

from django.contrib.auth.models import Permission as DjangoPermission
from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import Pupil, PupilGrant
from pupils.services.classes import require_post
from pupils.services.recording import lock, lock_pupil

#: Nobody remembers a grant for longer than a school year.
LONGEST = dt.timedelta(days=366)


@transaction.atomic
def grant_access(
    *,
    pupil: Pupil,
    user: User,
    reason: str,
    starts_on: dt.date,
    ends_on: dt.date,
    by: User,
) -> PupilGrant:
    """Let a person open a child's record from a day to a day."""
    pupil = lock_pupil(pupil)
    require_post(pupil.school, user, None, starts_on)
    if ends_on - starts_on > LONGEST:
        raise TransitionNotAllowed("Access is given for a year at most. Give it again then.")
    live = _live_grants(pupil, user).filter(ends_on__gte=starts_on, starts_on__lte=ends_on).first()
    if live:
        raise TransitionNotAllowed(
            f"{user.name} has access until {live.ends_on:%-d %B %Y} already. End that first."
        )
    # Written as a row: the library's assign_perm knows neither school nor reason nor end.
    grant = PupilGrant.objects.create(
        school=pupil.school,
        content_object=pupil,
        user=user,
        permission=_view_permission(),
        reason=reason,
        granted_by=by,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _record(Action.GRANT_ACCESS, grant, by, {"until": ends_on.isoformat()})
    return grant


@transaction.atomic
def end_grant(*, grant: PupilGrant, by: User) -> PupilGrant:
    """Take the access back from this moment on."""
    grant = lock(grant)
    if grant.ended_at or grant.ends_on < clock.today():
        raise TransitionNotAllowed("This access has ended already.")
    grant.ended_at = timezone.now()
    grant.save(update_fields=["ended_at"])
    _record(Action.END_GRANT, grant, by, {})
    return grant


def _live_grants(pupil: Pupil, user: User):
    return PupilGrant.objects.filter(
        school_id=pupil.school_id, content_object=pupil, user=user, ended_at=None
    )


def _view_permission() -> DjangoPermission:
    return DjangoPermission.objects.get(
        content_type__app_label="pupils", content_type__model="pupil", codename="view_pupil"
    )


def _record(action: Action, grant: PupilGrant, by: User, detail: dict) -> None:
    record_event(
        action,
        school=grant.school,
        by=by,
        pupil_ids=[grant.content_object_id],
        subject=grant,
        detail={"person": str(grant.user_id), **detail},
    )
