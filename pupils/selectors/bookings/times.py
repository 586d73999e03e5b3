"""When the colleagues of a round are busy with other meetings, and which times are taken."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from aylsham.models import School
from pupils.meeting_codes import MeetingState
from pupils.models import Meeting, MeetingRound, MeetingSlot, RoundPerson, SlotBooking
from pupils.rules.bookings import Span


def people_of(round: MeetingRound) -> set[UUID]:
    """Whoever takes part in the meetings of a round, with whoever leads them; one statement."""
    others = RoundPerson.objects.filter(school_id=round.school_id, round=round)
    return {round.chair_id, *others.values_list("user_id", flat=True)}


def meetings_of(
    school: School, people: Collection[UUID], days: Collection[dt.date]
) -> list[tuple[UUID, Span]]:
    """Planned meetings of these people on these days, each once; one statement."""
    return [(pk, Span(*when)) for pk, *when in planned_meetings(school, people, days)]


def planned_meetings(
    school: School, people: Collection[UUID], days: Collection[dt.date]
) -> QuerySet:
    """The same as values: id, day, beginning and length in minutes."""
    rows = Meeting.objects.filter(
        Q(chair__in=people) | Q(invitees__user__in=people),
        school=school,
        state=MeetingState.PLANNED,
        on__in=set(days),
    ).distinct()
    return rows.order_by().values_list("pk", "on", "starts_at", "length")


def offered_to_others(
    school: School, people: Collection[UUID], days: Collection[dt.date]
) -> list[Span]:
    """Times of open rounds in which these people take part: each may still be booked."""
    rows = MeetingSlot.objects.filter(
        Q(round__chair__in=people) | Q(round__people__user__in=people),
        school=school,
        round__closed_on=None,
        on__in=set(days),
    ).distinct()
    values = rows.order_by().values_list("on", "starts_at", "round__length")
    return [Span(*each) for each in values]


def with_taken(slots):
    """Slots that say whether somebody has booked them."""
    booked = SlotBooking.objects.filter(
        school_id=OuterRef("school_id"), slot=OuterRef("pk"), cancelled_at=None
    )
    return slots.annotate(is_taken=Exists(booked))


def span_of(slot: MeetingSlot, length: int) -> Span:
    """A slot as the rules see it."""
    return Span(slot.on, slot.starts_at, length)
