"""The times that a parent may choose from: free or taken, and nothing of who took them."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from pupils.models import Contact, MeetingRound, MeetingSlot, SlotBooking
from pupils.selectors.bookings.times import meetings_of, people_of, span_of, with_taken


@dataclass(frozen=True)
class SlotLine:
    """A time as a parent sees it."""

    slot: MeetingSlot
    is_free: bool


@dataclass(frozen=True)
class Bookable:
    """A round in which a person can book, with what their own home has booked in it."""

    round: MeetingRound
    slots: tuple[SlotLine, ...]
    booking: SlotBooking | None

    @property
    def days(self) -> list[tuple[dt.date, list[SlotLine]]]:
        """The times of each day."""
        found: dict[dt.date, list[SlotLine]] = defaultdict(list)
        for line in self.slots:
            found[line.slot.on].append(line)
        return list(found.items())

    @property
    def has_free(self) -> bool:
        """Whether there is a time left."""
        return any(line.is_free for line in self.slots)


def household_of(contact: Contact) -> Q:
    """Bookings of a person, and of whoever shares their home: another home's are a secret."""
    if contact.home_id is None:
        return Q(contact=contact)
    return Q(contact=contact) | Q(contact__home=contact.home_id)


def bookable_rounds(contact: Contact, *, today: dt.date) -> tuple[Bookable, ...]:
    """The rounds in which a contact can book, change or cancel today, the next to end first."""
    rounds = MeetingRound.objects.filter(
        school_id=contact.school_id,
        closed_on=None,
        book_by__gte=today,
        children__pupil_id=contact.pupil_id,
    ).select_related("chair", "school")
    return tuple(bookable(each, contact, today=today) for each in rounds.order_by("book_by", "pk"))


def bookable(round: MeetingRound, contact: Contact, *, today: dt.date) -> Bookable:
    """One round as a contact sees it; four statements."""
    bookings = SlotBooking.objects.filter(
        household_of(contact), school_id=round.school_id, round=round, cancelled_at=None
    )
    own = bookings.filter(pupil_id=contact.pupil_id).select_related("meeting", "slot").first()
    return Bookable(round, tuple(_slots(round, own, today)), own)


def _slots(round: MeetingRound, own: SlotBooking | None, today: dt.date) -> list[SlotLine]:
    rows = MeetingSlot.objects.filter(school_id=round.school_id, round=round, on__gt=today)
    slots = list(with_taken(rows))
    mine = own.meeting_id if own else None
    others = meetings_of(round.school, people_of(round), {slot.on for slot in slots})
    busy = [span for pk, span in others if pk != mine]
    return [SlotLine(slot, not slot.is_taken and not _clashes(slot, round, busy)) for slot in slots]


def _clashes(slot: MeetingSlot, round: MeetingRound, busy) -> bool:
    return any(span_of(slot, round.length).clashes(each) for each in busy)


def slot_of(round: MeetingRound, pk: UUID) -> MeetingSlot | None:
    """One time of a round."""
    rows = MeetingSlot.objects.filter(school_id=round.school_id, round=round, pk=pk)
    return rows.select_related("round").first()
