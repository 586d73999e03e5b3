"""Changing how reminders reach a person; none of it can silence one."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.models import (
    CalendarFeed,
    Federation,
    HolidayCover,
    ReminderPreference,
    School,
    User,
)
from aylsham.secrets import new_secret
from aylsham.tenancy.row_security import school_transaction


@transaction.atomic
def save_preference(
    *, by: User, hour: int, passes_to: User | None, passes_until: dt.date | None
) -> ReminderPreference:
    """The hour at which a person wants reminders, and who gets them instead."""
    preference, _ = ReminderPreference.objects.update_or_create(
        user=by,
        defaults={
            "hour": hour,
            "passes_to": passes_to,
            "passes_until": passes_until if passes_to else None,
        },
    )
    return preference


@transaction.atomic
def name_cover(*, school: School, user: User | None, by: User) -> None:
    """Say who gets a school's statutory reminders in the holidays; None: the SENDCo."""
    if user is None:
        HolidayCover.objects.filter(school=school).delete()
    else:
        HolidayCover.objects.update_or_create(school=school, defaults={"user": user})
    detail = {"user": str(user.pk) if user else None}
    record_event(Action.CHANGE_COVER, school=school, by=by, detail=detail)


@transaction.atomic
def make_feed(
    *, by: User, federation: Federation, school: School | None
) -> tuple[CalendarFeed, str]:
    """A secret calendar address; the secret is handed out here and never again."""
    secret, token_hash = new_secret()
    feed = CalendarFeed.objects.create(
        user=by, federation=federation, school=school, token_hash=token_hash
    )
    _record(Action.MAKE_FEED, feed, by)
    return feed, secret


@transaction.atomic
def end_feed(feed: CalendarFeed, *, by: User) -> None:
    """The address stops working at once."""
    feed = CalendarFeed.objects.select_for_update().get(pk=feed.pk)
    if feed.revoked_at is None:
        feed.revoked_at = timezone.now()
        feed.save(update_fields=["revoked_at"])
        _record(Action.END_FEED, feed, by)


def _record(action: Action, feed: CalendarFeed, by: User) -> None:
    schools = [feed.school] if feed.school else list(feed.federation.schools.all())
    for school in schools:
        with school_transaction(school):
            record_event(action, school=school, by=by, subject=feed)
