"""Parents are sent a link to book a time, and reminded while they have not."""

from dataclasses import dataclass, field

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import Contact, MeetingRound, ParentPage, Pupil, RoundChild, SlotBooking
from pupils.parent_codes import PageScope, PageStep
from pupils.selectors.parents.pages import is_at_address, page_of
from pupils.services.bookings.rounds import lock_round, record_round
from pupils.services.outgoing import refusal_of
from pupils.services.parents.pages import BOOK_MAIL, as_outgoing, note, send_link, send_page
from pupils.services.recording import lock


@dataclass
class Asked:
    """What became of asking: e-mails that went out, and children of whom nobody could be told."""

    sent: int = 0
    unreached: list[RoundChild] = field(default_factory=list)


@transaction.atomic
def ask_to_book(*, round: MeetingRound, children: list[RoundChild], by: User) -> Asked:
    """Send everybody who may be told a link to book, for children without a booking; once a day.

    A person with a page gets a further address of it; others a page that shows meetings only.
    """
    round = lock_round(round)
    today = clock.today()
    if round.closed_on or round.book_by < today:
        raise TransitionNotAllowed("Booking is closed, so nobody is asked any more.")
    booked = SlotBooking.objects.filter(school_id=round.school_id, round=round, cancelled_at=None)
    done = set(booked.values_list("pupil_id", flat=True))
    ids = [c.pupil_id for c in children]
    here = Pupil.objects.on_roll(today).filter(
        school_id=round.school_id, closed_on=None, pk__in=ids
    )
    open_to = set(here.values_list("pk", flat=True)) - done
    waiting = [c for c in children if c.pupil_id in open_to and c.asked_on != today]
    result = Asked()
    contacts = Contact.objects.filter(
        school_id=round.school_id, pupil__in=[c.pupil_id for c in waiting]
    ).exclude(email="")
    by_child: dict = {}
    for contact in contacts.select_related("pupil__school"):
        by_child.setdefault(contact.pupil_id, []).append(contact)
    for child in waiting:
        sent = sum(_ask(contact, round, by) for contact in by_child.get(child.pupil_id, ()))
        if sent:
            child.asked_on = today
            child.save(update_fields=["asked_on"])
        else:
            result.unreached.append(child)
        result.sent += sent
    record_round(round, by, "asked", [child.pupil_id for child in waiting])
    return result


def _ask(contact: Contact, round: MeetingRound, by: User) -> bool:
    """Whether the contact was sent a link; whoever may not be told is not."""
    page = page_of(contact)
    is_good = page is not None and is_at_address(page) and page.expires_on >= round.book_by
    if page is None or not is_good or page.locked_at:
        try:
            with transaction.atomic():
                send_page(contact=contact, by=by, scope=PageScope.BOOKING, is_booking=True)
        except TransitionNotAllowed:
            return False
        return True
    return _send_further(page, contact, by)


def _send_further(page: ParentPage, contact: Contact, by: User) -> bool:
    page = lock(page)
    page.contact, page.pupil, page.school = contact, contact.pupil, contact.pupil.school
    if refusal_of(as_outgoing(page)):
        return False
    page.codes_sent = 0
    page.save(update_fields=["codes_sent"])
    send_link(page, BOOK_MAIL, {"until": page.expires_on}, by=by)
    note(page, PageStep.ASKED, by=by)
    return True
