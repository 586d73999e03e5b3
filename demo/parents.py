"""Parents' pages of the demonstration: sent, read, one with a message; times in December, some booked."""

import datetime as dt
from uuid import NAMESPACE_URL, uuid5

from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import SenStatus
from pupils.models import Contact, MeetingSlot, ParentPage, Pupil, RoundChild, StatusPeriod
from pupils.services.bookings.asking import ask_to_book
from pupils.services.bookings.booking import book_slot
from pupils.services.bookings.rounds import Sitting, open_round
from pupils.services.details import CONTACT_FIELDS, change_contact
from pupils.services.parents.pages import send_page
from pupils.services.parents.reading import note_read, write_to_school
from pupils.services.status import tell_parent

#: How many families have a page, were sent a link to book, and have booked.
PAGES, ASKED, BOOKED = 4, 6, 3
TOLD_ON = dt.date(2026, 9, 18)
TUESDAY, THURSDAY = dt.date(2026, 12, 8), dt.date(2026, 12, 10)
FROM, TO = dt.time(15, 30), dt.time(17, 30)
MESSAGE = "She slept badly this week. Can we talk about the mornings before the meeting?"


def load_parents(school: School, people: dict[str, User]) -> None:
    """Add to a school whose families are there; deterministic."""
    sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
    with school_transaction(school):
        contacts = _parents(school, sendco)
        pages = [send_page(contact=each, by=sendco) for each in contacts[:PAGES]]
        for page in pages[:-1]:
            note_read(page)
        _message(pages[0])
        _times(school, contacts, sendco, teacher)


def _parents(school: School, by: User) -> list[Contact]:
    """A parent with an e-mail address of each child of Oak on SEN support, told of it."""
    rows = Contact.objects.filter(
        school=school,
        orders=None,
        pupil__class_group__name="Oak",
        pupil__status_periods__status=SenStatus.SUPPORT,
        pupil__status_periods__ends_on=None,
    ).exclude(email="")
    first: dict = {}
    for contact in rows.select_related("pupil__school").order_by("pupil__last_name", "priority"):
        first.setdefault(contact.pupil_id, contact)
    found = [_responsible(contact, by) for contact in list(first.values())[:ASKED]]
    untold = StatusPeriod.objects.filter(school=school, ends_on=None, parent_told_on=None)
    for period in untold.filter(pupil__in=list(first)[:PAGES]).select_related("pupil__school"):
        tell_parent(period=period, on=TOLD_ON, how="meeting", by=by)
    return found


def _responsible(contact: Contact, by: User) -> Contact:
    """The roll does not say who has parental responsibility; the SENDCo has asked."""
    facts = {name: getattr(contact, name) for name in CONTACT_FIELDS}
    facts["has_parental_responsibility"] = True
    version = version_of(contact, CONTACT_FIELDS)
    changed = change_contact(contact=contact, version=version, by=by, **facts)
    changed.pupil = contact.pupil
    return changed


def _message(page: ParentPage) -> None:
    key = uuid5(NAMESPACE_URL, f"aylsham-demo:{page.pupil_id}:message")
    write_to_school(page=page, key=key, text=MESSAGE)


def _times(school: School, contacts: list[Contact], sendco: User, teacher: User) -> None:
    pupils = Pupil.objects.filter(school=school, pk__in=[each.pupil_id for each in contacts])
    round = open_round(
        school=school,
        key=uuid5(NAMESPACE_URL, f"aylsham-demo:{school.slug}:times"),
        title="Meetings before Christmas",
        length=20,
        gap=5,
        how="school",
        place="Rainbow room",
        chair=sendco,
        people=[teacher],
        book_by=dt.date(2026, 12, 2),
        sittings=[Sitting(TUESDAY, FROM, TO), Sitting(THURSDAY, FROM, TO)],
        pupils=pupils,
        by=sendco,
    )
    children = RoundChild.objects.filter(school=school, round=round)
    ask_to_book(round=round, children=list(children), by=sendco)
    slots = MeetingSlot.objects.filter(school=school, round=round)
    for n, contact in enumerate(contacts[:BOOKED]):
        book_slot(
            slot=slots[2 * n],
            contact=contact,
            wants_interpreter=bool(contact.interpreter),
            by=None if n else sendco,
        )
