"""Who has opened a document, as the audit log knows it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Max
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.models import AuditEvent, School, User
from pupils.models import Document

#: A clip is at most a minute long.
ONE_LISTENING = dt.timedelta(minutes=2)


@dataclass(frozen=True)
class Opener:
    """A person who opened a document, how often, and when last."""

    user_id: UUID
    name: str
    times: int
    last_at: dt.datetime


def who_opened(document: Document) -> list[Opener]:
    """Everybody who opened or heard it while it lay on the record where it lies; one statement."""
    events = AuditEvent.objects.about_one(document.pupil_id).filter(
        school_id=document.school_id,
        action__in=[Action.OPEN_DOCUMENT, Action.HEAR_VOICE],
        subject_type=Document._meta.label_lower,
        subject_id=str(document.pk),
        actor_id__isnull=False,
    )
    people = (
        events.order_by()
        .values("actor_id")
        .annotate(name=Max("actor_name"), times=Count("pk"), last_at=Max("at"))
        .order_by("-last_at")
    )
    return [Opener(p["actor_id"], p["name"], p["times"], p["last_at"]) for p in people]


def has_just_heard(document: Document, user: User, now: dt.datetime) -> bool:
    """Whether the log has this listening already: a browser asks for one clip in pieces."""
    heard = AuditEvent.objects.about_one(document.pupil_id).filter(
        school_id=document.school_id,
        actor_id=user.pk,
        action=Action.HEAR_VOICE,
        subject_id=str(document.pk),
        at__gte=now - ONE_LISTENING,
    )
    return heard.exists()


def has_seen_photo_today(school: School, user: User, pupil_id: UUID) -> bool:
    """Whether the log has it already that this person saw this child's photo today."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    seen = AuditEvent.objects.about_one(pupil_id).filter(
        school=school, actor_id=user.pk, action=Action.VIEW_PHOTO, at__gte=midnight
    )
    return seen.exists()
