"""Promises that a plan of another floor keeps: taken over, ended, followed by another."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.models import User
from provision.models import Promise, Provision, ReleasedDelivery, ServedPromise
from pupils.services.recording import lock, lock_pupil, record_change


@transaction.atomic
def adopt_promise(*, promise: Promise, origin: str, by: User | None) -> Promise:
    """A promise that came with the child's record is a line of the plan again."""
    lock_pupil(promise.pupil)
    promise = lock(promise)
    if promise.origin != origin:
        promise.origin = origin
        promise.save(update_fields=["origin"])
        _record("adopted", promise, by)
    return promise


@transaction.atomic
def end_promise_of_plan(
    *, promise: Promise, ends_on: dt.date, by: User | None, followed_by: Promise | None = None
) -> None:
    """The line is gone, or says something else: it is owed until this day.

    What keeps it keeps the promise that follows. One that would have ended before it began was
    never owed, and goes, unless parents were told of it.
    """
    lock_pupil(promise.pupil)
    promise = lock(promise)
    if followed_by:
        _hand_on(promise, followed_by)
    told = ReleasedDelivery.objects.filter(school_id=promise.school_id, promise=promise)
    if ends_on < promise.starts_on and not told.exists():
        _record("taken away", promise, by)
        promise.delete()
        return
    ends_on = max(ends_on, promise.starts_on)
    if promise.ends_on != ends_on:
        promise.ends_on = ends_on
        promise.save(update_fields=["ends_on"])
        _record("ended", promise, by)


def _hand_on(promise: Promise, to: Promise) -> None:
    """Provision that is still given serves the promise that follows too."""
    rows = ServedPromise.objects.filter(school_id=promise.school_id, promise=promise)
    given = Provision.objects.filter(
        school_id=promise.school_id, pk__in=rows.values("provision"), ends_on__gte=to.starts_on
    )
    known = ServedPromise.objects.filter(school_id=promise.school_id, promise=to)
    missing = given.exclude(pk__in=known.values("provision"))
    ServedPromise.objects.bulk_create(
        ServedPromise(school_id=promise.school_id, provision=each, promise=to) for each in missing
    )


def _record(step: str, promise: Promise, by: User | None) -> None:
    record_change(
        Action.CHANGE_PROMISE,
        pupil=promise.pupil,
        by=by,
        subject=promise,
        detail={"step": step},
        moves_dates=False,
    )
