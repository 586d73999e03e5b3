"""Rows of parents' pages, and of the times that parents book."""

import datetime as dt
from uuid import uuid4

from tests.conventions.addresses.rows import row
from tests.factories import TODAY

DAY = dt.date(2026, 12, 8)


def parent_page_of(world):
    """A parent's page, sent once for all the names about it."""
    from pupils.models import ParentPage
    from pupils.services.details import add_contact
    from pupils.services.parents.pages import send_page

    known = ParentPage.objects.filter(school=world.school).first()
    if known:
        return known
    contact = add_contact(
        pupil=world.pupil,
        by=None,
        name=f"{world.marker} carer",
        email="carer@home.example",
        has_parental_responsibility=True,
    )
    return send_page(contact=contact, by=world.membership.user)


@row("shared_paper")
def _shared_paper(world):
    from pupils.models import SharedPaper
    from tests.conventions.addresses.services import filed_of

    return SharedPaper.objects.create(
        school=world.school,
        page=parent_page_of(world),
        document=filed_of(world),
        shared_on=TODAY,
        shared_by=world.membership.user,
    ).pk


def _round_of(world):
    from pupils.models import MeetingRound
    from pupils.services.bookings.rounds import Sitting, open_round

    known = MeetingRound.objects.filter(school=world.school).first()
    return known or open_round(
        school=world.school,
        key=uuid4(),
        title=f"{world.marker} times",
        length=20,
        gap=0,
        how="school",
        place=f"{world.marker} hall",
        chair=world.membership.user,
        people=[],
        book_by=TODAY,
        sittings=[Sitting(DAY, dt.time(15), dt.time(17))],
        pupils=[world.pupil],
        by=world.membership.user,
    )


@row("meeting_round")
def _meeting_round(world):
    return _round_of(world).pk


@row("booking")
def _booking(world):
    from pupils.models import MeetingSlot
    from pupils.services.bookings.booking import book_slot

    slot = MeetingSlot.objects.filter(school=world.school, round=_round_of(world)).first()
    return book_slot(slot=slot, contact=parent_page_of(world).contact, by=world.membership.user).pk
