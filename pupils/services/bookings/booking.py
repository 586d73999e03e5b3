"""A time is booked, changed or cancelled: by a parent from their page, or by a colleague for them.

A booked time is a meeting like any other: it stands in the calendar, has minutes, and counts as
one of the three a year once it was held.
"""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, User
from pupils.meeting_codes import MeetingKind, MeetingState, Reply
from pupils.models import (
    Contact,
    Meeting,
    MeetingInvitee,
    MeetingRound,
    MeetingSlot,
    RoundChild,
    RoundPerson,
    SlotBooking,
)
from pupils.rules.bookings import MOST_CHANGES_A_DAY
from pupils.selectors.bookings.parent import bookable
from pupils.selectors.bookings.times import meetings_of, people_of, span_of
from pupils.services.meetings.inviting import Guest, about_meeting, as_outgoing
from pupils.services.meetings.planning import call_off, plan_meeting
from pupils.services.meetings.steps import record_step
from pupils.services.outgoing import refusal_of, send_outside
from pupils.services.recording import lock, lock_pupil, record_change

BOOKED_MAIL = "meeting_booked"
OF_THEIR_OWN = "Plan a meeting of their own instead."
CANCELLED_WHY = "The family cancelled the time that they had booked."


@transaction.atomic
def book_slot(
    *,
    slot: MeetingSlot,
    contact: Contact,
    wants_interpreter: bool = False,
    wants_second: bool = False,
    by: User | None = None,
) -> SlotBooking:
    """Take a time for a contact, or change to it; pressed twice nothing more happens.

    Whoever shares the contact's home changes the same booking; another home has its own, and
    neither learns of the other. `by=None`: the person themselves, until the last day for booking.
    """
    pupil = lock_pupil(contact.pupil)
    slot = _locked(slot)
    _require_open(slot.round, by)
    if slot.on <= clock.today():
        raise TransitionNotAllowed("This time has passed. Please choose another.")
    if not RoundChild.objects.filter(
        school_id=pupil.school_id, round=slot.round, pupil=pupil
    ).exists():
        raise TransitionNotAllowed("These times are not for this child.")
    own = bookable(slot.round, contact, today=clock.today()).booking
    wishes = {"wants_interpreter": wants_interpreter, "wants_second": wants_second}
    if own and own.slot_id == slot.pk:
        return _with_wishes(lock(own), wishes)
    if by is None:
        _require_calm(contact)
    _require_free(slot, own)
    booking = _moved(own, slot, by) if own else _booked(slot, contact, pupil, by)
    booking = _with_wishes(booking, wishes)
    _confirm(booking, by)
    record_change(
        Action.BOOK_MEETING,
        pupil=pupil,
        by=by,
        subject=booking,
        detail={"step": "moved" if own else "booked"},
    )
    return booking


def _locked(slot: MeetingSlot) -> MeetingSlot:
    rows = MeetingSlot.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("round__school", "round__chair").get(
        school_id=slot.school_id, pk=slot.pk
    )


def _require_open(round: MeetingRound, by: User | None) -> None:
    if round.closed_on is not None or (by is None and clock.today() > round.book_by):
        raise TransitionNotAllowed("Booking is closed. Please ring the school.")


def _require_calm(contact: Contact) -> None:
    """Each change is a row of the child's record, and an e-mail: not without end."""
    bookings = SlotBooking.objects.filter(school_id=contact.school_id, contact=contact)
    changes = AuditEvent.objects.about_one(contact.pupil_id).filter(
        school_id=contact.school_id,
        action=Action.BOOK_MEETING,
        actor_id=None,
        subject_id__in=[str(pk) for pk in bookings.values_list("pk", flat=True)],
        at__gte=timezone.now() - DAY,
    )
    if changes.count() >= MOST_CHANGES_A_DAY:
        raise TransitionNotAllowed("That is a lot of changes in one day. Please ring the school.")


def _require_free(slot: MeetingSlot, own: SlotBooking | None) -> None:
    live = SlotBooking.objects.filter(school_id=slot.school_id, slot=slot, cancelled_at=None)
    mine = own.meeting_id if own else None
    others = meetings_of(slot.round.school, people_of(slot.round), [slot.on])
    span = span_of(slot, slot.round.length)
    if live.exists() or any(pk != mine and span.clashes(each) for pk, each in others):
        raise TransitionNotAllowed("Somebody has just taken this time. Please choose another.")


def _booked(slot: MeetingSlot, contact: Contact, pupil, by: User | None) -> SlotBooking:
    round = slot.round
    meeting = plan_meeting(
        pupil=pupil,
        key=uuid7(),
        by=by,
        kind=MeetingKind.PARENTS,
        on=slot.on,
        starts_at=slot.starts_at,
        length=round.length,
        place=round.where,
        chair=round.chair,
    )
    _put_on_list(meeting, contact, round)
    return SlotBooking.objects.create(
        school=pupil.school,
        slot=slot,
        round=round,
        pupil=pupil,
        contact=contact,
        meeting=meeting,
        booked_by=by,
    )


def _put_on_list(meeting: Meeting, contact: Contact, round: MeetingRound) -> None:
    """Everybody is coming: nobody is sent an invitation, as nobody has to answer one."""
    people = RoundPerson.objects.filter(school_id=round.school_id, round=round)
    guests = [Guest(user=round.chair), *(Guest(user=p.user) for p in people.select_related("user"))]
    now = timezone.now()
    for guest in (*guests, Guest(contact=contact)):
        invitee = MeetingInvitee(
            school_id=meeting.school_id,
            meeting=meeting,
            reply=Reply.COMING,
            replied_at=now,
            **guest.columns,
        )
        if guest.contact:
            invitee.invited_on = clock.today()
            out = replace(as_outgoing(invitee, meeting), on_cuts=OF_THEIR_OWN)
            if refusal := refusal_of(out):
                raise TransitionNotAllowed(refusal)
        invitee.save(force_insert=True)


def _moved(booking: SlotBooking, slot: MeetingSlot, by: User | None) -> SlotBooking:
    """The same meeting at the other time, so that its entry in calendars moves too."""
    booking = lock(booking)
    meeting = lock(booking.meeting)
    if meeting.state != MeetingState.PLANNED:
        raise TransitionNotAllowed("This meeting is over. Please ring the school.")
    meeting.on, meeting.starts_at = slot.on, slot.starts_at
    meeting.save(update_fields=["on", "starts_at"])
    meeting.school = slot.round.school
    record_step(meeting, "moved", by)
    booking.slot, booking.meeting = slot, meeting
    booking.save(update_fields=["slot"])
    return booking


def _with_wishes(booking: SlotBooking, wishes: dict[str, bool]) -> SlotBooking:
    if any(getattr(booking, name) != value for name, value in wishes.items()):
        for name, value in wishes.items():
            setattr(booking, name, value)
        booking.save(update_fields=list(wishes))
    return booking


def _confirm(booking: SlotBooking, by: User | None) -> None:
    """E-mail the day and time, with an entry for a calendar; whoever has no address was told."""
    meeting = booking.meeting
    invitees = MeetingInvitee.objects.filter(school_id=meeting.school_id, meeting=meeting)
    invitee = invitees.filter(contact=booking.contact_id).select_related("contact").first()
    if invitee is None or not invitee.email:
        return
    send_outside(
        as_outgoing(invitee, meeting),
        BOOKED_MAIL,
        context=about_meeting(meeting) | {"book_by": booking.round.book_by},
        by=by,
    )


@transaction.atomic
def cancel_booking(*, booking: SlotBooking, by: User | None = None) -> SlotBooking:
    """Give a time back: the meeting is called off and somebody else can take it."""
    pupil = lock_pupil(booking.pupil)
    _require_open(booking.round, by)
    meeting = booking.meeting
    meeting.pupil, meeting.school = pupil, pupil.school
    if lock(booking).cancelled_at is None:
        call_off(meeting=meeting, why=CANCELLED_WHY, by=by)
        record_change(
            Action.BOOK_MEETING, pupil=pupil, by=by, subject=booking, detail={"step": "cancelled"}
        )
    return lock(booking)
