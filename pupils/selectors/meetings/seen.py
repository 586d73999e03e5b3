"""Minutes as somebody else would see them: a reader with other permissions, a person outside."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, OuterRef, Q, Subquery

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from pupils.meeting_codes import MeetingState
from pupils.models import AgendaItem, MeetingChild, Pupil


@dataclass(frozen=True)
class SeenMinutes:
    """What was said under one item about one child."""

    on: dt.date
    kind: str
    title: str
    text: str
    sensitivity: int
    #: Contacts of the child who were there, or of whom nobody has said that they were not.
    contacts: frozenset[UUID]


def finished_minutes(pupil: Pupil) -> list[SeenMinutes]:
    """Every finished word about this child alone, the latest first; one statement.

    What was said about several children together belongs to none of them.
    """
    number = MeetingChild.objects.filter(
        school_id=OuterRef("school_id"), meeting_id=OuterRef("meeting_id")
    ).order_by()
    was_there = Q(meeting__invitees__contact__isnull=False) & ~Q(meeting__invitees__came=False)
    rows = (
        AgendaItem.objects.filter(
            Q(pupil=pupil) | Q(pupil=None, meeting__pupil=pupil),
            school_id=pupil.school_id,
            meeting__state=MeetingState.HELD,
            meeting__minutes_done_on__isnull=False,
        )
        .exclude(text="")
        .annotate(
            number=Subquery(number.values("meeting").annotate(n=Count("pk")).values("n")),
            contacts=ArrayAgg("meeting__invitees__contact", filter=was_there, default=[]),
        )
        .filter(Q(pupil=pupil) | Q(number=1))
        .select_related("meeting")
        .order_by("-meeting__on", "-meeting_id", "place")
    )
    return [
        SeenMinutes(
            row.meeting.on,
            row.meeting.get_kind_display(),
            row.title,
            row.text,
            row.sensitivity,
            frozenset(row.contacts),
        )
        for row in rows
    ]


def minutes_seen_by(access: Access, pupil: Pupil) -> tuple[SeenMinutes, ...]:
    """What a reader with this access gets of the minutes: nothing without the contact log."""
    may = access.permissions_at(pupil.school)
    if Permission.VIEW_FAMILY_LOG not in may:
        return ()
    levels = readable(may)
    return tuple(each for each in finished_minutes(pupil) if each.sensitivity in levels)
