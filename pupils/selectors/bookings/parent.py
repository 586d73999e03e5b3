"""The times that a parent may choose from: free or taken, and nothing of who took them."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.together import Reads, at_once, read
from pupils.models import Contact, MeetingRound, MeetingSlot, RoundPerson, SlotBooking
from pupils.rules.bookings import Span
from pupils.selectors.bookings.times import planned_meetings, span_of, with_taken


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
    return read(booking_reads(contact, today=today))


def booking_reads(contact: Contact, *, today: dt.date) -> Reads[tuple[Bookable, ...]]:
    """The same, to go with other reads; three statements, however many rounds."""
    open_rounds = MeetingRound.objects.filter(
        school_id=contact.school_id,
        closed_on=None,
        book_by__gte=today,
        children__pupil_id=contact.pupil_id,
    ).select_related("chair", "school")
    (rounds,) = yield [open_rounds.order_by("book_by", "pk")]
    found = yield from at_once(*(_bookable(each, contact, today) for each in rounds))
    return tuple(found)


def bookable(round: MeetingRound, contact: Contact, *, today: dt.date) -> Bookable:
    """One round as a contact sees it; two statements."""
    return read(_bookable(round, contact, today))


def _bookable(round: MeetingRound, contact: Contact, today: dt.date) -> Reads[Bookable]:
    own = {"school_id": round.school_id, "round": round}
    bookings = SlotBooking.objects.filter(household_of(contact), **own, cancelled_at=None)
    booked, slots, people = yield [
        bookings.filter(pupil_id=contact.pupil_id).select_related("meeting", "slot")[:1],
        with_taken(MeetingSlot.objects.filter(**own, on__gt=today)),
        RoundPerson.objects.filter(**own).values_list("user_id", flat=True),
    ]
    (meetings,) = yield [
        planned_meetings(round.school, {round.chair_id, *people}, {slot.on for slot in slots})
    ]
    booking = next(iter(booked), None)
    mine = booking.meeting_id if booking else None
    busy = [Span(*when) for pk, *when in meetings if pk != mine]
    lines = [
        SlotLine(slot, not slot.is_taken and not _clashes(slot, round, busy)) for slot in slots
    ]
    return Bookable(round, tuple(lines), booking)


def _clashes(slot: MeetingSlot, round: MeetingRound, busy) -> bool:
    return any(span_of(slot, round.length).clashes(each) for each in busy)


def slot_of(round: MeetingRound, pk: UUID) -> MeetingSlot | None:
    """One time of a round."""
    rows = MeetingSlot.objects.filter(school_id=round.school_id, round=round, pk=pk)
    return rows.select_related("round").first()
