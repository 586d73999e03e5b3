"""Letting a colleague know of a child's care, for a time, and taking that back."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from lac.codes import USUAL_ASK
from lac.models import CarePeriod, CareView
from lac.selectors.care_views import can_open, sees_by_role
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

#: Nobody remembers it for longer than a school year.
LONGEST = dt.timedelta(days=366)


@transaction.atomic
def give_care_view(
    *,
    pupil: Pupil,
    user: User,
    starts_on: dt.date,
    ends_on: dt.date,
    by: User | None,
    to_write: str = USUAL_ASK,
    key: UUID | None = None,
) -> CareView:
    """Let a colleague who may open the child's record know that the child is or was in care.

    It opens nothing else. `key` comes with the form, so that pressing twice gives it once.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(CareView, pupil, key):
        return known
    _require_good(pupil, user, starts_on, ends_on)
    view = CareView.objects.create(
        school=pupil.school,
        pupil=pupil,
        user=user,
        to_write=to_write or USUAL_ASK,
        starts_on=starts_on,
        ends_on=ends_on,
        given_by=by,
        **as_pk(key),
    )
    _record(Action.GIVE_CARE_VIEW, view, pupil, by, {"until": ends_on.isoformat()})
    return view


@transaction.atomic
def end_care_view(*, view: CareView, by: User | None) -> CareView:
    """Take it back from this moment on."""
    pupil = lock_pupil(view.pupil)
    view = lock(view)
    if view.ended_at or view.ends_on < clock.today():
        raise TransitionNotAllowed("This has ended already.")
    return _end(view, pupil, by)


def end_views_of(pupil: Pupil, *, by: User | None) -> None:
    """Take back every view of a (locked) child of whose care nobody has to know any more."""
    views = CareView.objects.filter(school_id=pupil.school_id, pupil=pupil, ended_at=None)
    for view in views.filter(ends_on__gte=clock.today()):
        _end(view, pupil, by)


def _end(view: CareView, pupil: Pupil, by: User | None) -> CareView:
    view.ended_at = clock.moment()
    view.save(update_fields=["ended_at"])
    _record(Action.END_CARE_VIEW, view, pupil, by, {})
    return view


def _require_good(pupil: Pupil, user: User, starts_on: dt.date, ends_on: dt.date) -> None:
    today = clock.today()
    mine = {"school_id": pupil.school_id, "pupil": pupil}
    if not CarePeriod.objects.live(today).filter(**mine).exists():
        raise TransitionNotAllowed("Nothing is recorded of care for this child.")
    if ends_on < starts_on:
        raise TransitionNotAllowed("The last day is before the first.")
    if ends_on - starts_on > LONGEST:
        raise TransitionNotAllowed("It is given for a year at most. Give it again then.")
    if sees_by_role(user, pupil, today):
        raise TransitionNotAllowed(f"{user.name} knows of it by their role already.")
    if not can_open(user, pupil, today):
        raise TransitionNotAllowed(
            f"{user.name} cannot open this child’s record. Give them the class or the child first."
        )
    live = CareView.objects.filter(
        **mine, user=user, ended_at=None, ends_on__gte=starts_on, starts_on__lte=ends_on
    ).first()
    if live:
        raise TransitionNotAllowed(
            f"{user.name} knows of it until {live.ends_on:%-d %B %Y} already. End that first."
        )


def _record(action: Action, view: CareView, pupil: Pupil, by: User | None, detail: dict) -> None:
    record_change(
        action,
        pupil=pupil,
        by=by,
        subject=view,
        detail={"person": str(view.user_id), **detail},
        moves_dates=False,
    )
