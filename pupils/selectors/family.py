"""The adults in a child's life, their homes and orders, cut to what the asker may know."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import Deadline
from aylsham.statements import Statement, columns_of, made_from
from pupils.family_codes import OrderKind, Withheld
from pupils.meeting_codes import MeetingState
from pupils.models import (
    Contact,
    ContactOrder,
    ContributionRequest,
    Home,
    MeetingInvitee,
    Pupil,
    Voice,
)
from pupils.selectors.actions import actions_of
from pupils.selectors.contributions import requests_of, voices_of
from pupils.selectors.homes import NOT_SHOWN, is_withheld, shows_home
from pupils.selectors.sharing import home_facts, named_people
from pupils.selectors.talks import TalkLine, talks_of

#: So many entries of the log stand on the tab; the others are one step away.
RECENT = 5


@dataclass(frozen=True)
class OrderLine:
    """An order as a page shows it: what it means for everybody, what it says for few."""

    id: UUID
    kind: str
    meaning: str
    starts_on: dt.date
    ends_on: dt.date | None
    is_live: bool
    says: str
    evidence: str


@dataclass(frozen=True)
class HomeLine:
    """A home; without name and address for those who may not know it."""

    id: UUID
    name: str
    address: str
    child_is_there: str
    withheld_from: str
    is_cut: bool


@dataclass(frozen=True)
class ContactLine:
    """A contact with everything that a caller has to know first."""

    contact: Contact
    home: str
    orders: tuple[OrderLine, ...]
    #: Empty for somebody in a home that is not shown.
    phone: str
    email: str
    is_cut: bool

    @property
    def warnings(self) -> list[str]:
        """What live orders mean at the gate and on the phone."""
        return [order.meaning for order in self.orders if order.is_live and order.meaning]

    @property
    def needs(self) -> str:
        """Language and interpreter in words."""
        contact = self.contact
        interpreter = contact.get_interpreter_display() if contact.interpreter else ""
        return ", ".join(filter(None, (contact.language, interpreter)))


@dataclass(frozen=True)
class ToldService:
    """A service of the Local Offer that the family was told about, the last time."""

    name: str
    on: dt.date
    how: str
    by: str


@dataclass(frozen=True)
class FamilyPage:
    """Everything on the Family tab that the asker may see."""

    contacts: list[ContactLine]
    homes: list[HomeLine]
    talks: list[TalkLine]
    more_talks: bool
    services: list[ToldService]
    actions: list
    asks: list[ContributionRequest]
    voices: list[Voice]
    meeting: Deadline | None


def family_page(access: Access, pupil: Pupil) -> FamilyPage:
    """The Family tab in at most eight statements."""
    knows_log = Permission.VIEW_FAMILY_LOG in access.permissions_at(pupil.school)
    contacts = _contacts(pupil).annotate(said_orders=_orders())
    talks = talks_of(access, pupil) if knows_log else []
    homes = homes_of(access, pupil, contacts)
    return FamilyPage(
        contacts=_lines(access, pupil, contacts, homes),
        homes=homes,
        talks=talks[:RECENT],
        more_talks=len(talks) > RECENT,
        services=_told_about(talks),
        actions=actions_of(access, pupil) if knows_log else [],
        asks=requests_of(pupil) if knows_log else [],
        voices=voices_of(access, pupil),
        meeting=_meeting(access, pupil) if knows_log else None,
    )


def _told_about(talks: list[TalkLine]) -> list[ToldService]:
    told = {
        name: ToldService(name, talk.on, talk.how, talk.logged_by)
        for talk in reversed(talks)
        for name in talk.services
    }
    return sorted(told.values(), key=lambda each: each.on, reverse=True)


def contacts_of(pupil: Pupil) -> list[Contact]:
    """Contacts in the order in which they are called."""
    return list(_contacts(pupil))


def contacts_to_meet(pupil: Pupil, *, today: dt.date) -> list[Contact]:
    """The same, each with `meets_on`: the next planned meeting to which they are asked."""
    found = _TO_MEET.dicts(school=pupil.school_id, pupil=pupil.pk, today=today)
    return [_contact_to_meet(values) for values in found]


def _contact_to_meet(values: dict[str, Any]) -> Contact:
    contact = made_from(Contact, values)
    contact.home = made_from(Home, values, "home__")
    contact.meets_on = values["meets_on"]
    return contact


def _to_meet(school: UUID, pupil: UUID, today: dt.date) -> QuerySet:
    asked = MeetingInvitee.objects.filter(
        school_id=school,
        contact=OuterRef("pk"),
        meeting__pupil=pupil,
        meeting__state=MeetingState.PLANNED,
        meeting__on__gte=today,
    )
    days = asked.order_by("meeting__on").values("meeting__on")
    contacts = Contact.objects.filter(school_id=school, pupil=pupil)
    columns = [*columns_of(Contact), *columns_of(Home, "home__")]
    return contacts.annotate(meets_on=Subquery(days[:1])).values(*columns, "meets_on")


_TO_MEET = Statement(_to_meet, school=UUID, pupil=UUID, today=dt.date)


def contact_of(pupil: Pupil, pk: UUID) -> Contact | None:
    """One contact of this child."""
    return _contacts(pupil).filter(pk=pk).first()


def _contacts(pupil: Pupil):
    return Contact.objects.filter(school_id=pupil.school_id, pupil=pupil)


def home_of(pupil: Pupil, pk: UUID) -> Home | None:
    """One home of this child, with the contacts from whom it is withheld by name."""
    homes = Home.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return homes.annotate(named=named_people()).first()


def order_of(pupil: Pupil, pk: UUID) -> ContactOrder | None:
    """One order about a contact of this child."""
    orders = ContactOrder.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return orders.select_related("contact").first()


def homes_of(access: Access, pupil: Pupil, contacts: list[Contact]) -> list[HomeLine]:
    """The homes; a withheld one without name and address for those who may not know it."""
    names = {contact.pk: contact.name for contact in contacts}
    homes = Home.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return [
        _home(home, names, shows_home(access, home, pupil.school))
        for home in homes.annotate(named=named_people())
    ]


def _home(home: Home, names: dict[UUID, str], is_shown: bool) -> HomeLine:
    named = sorted(names[pk] for pk in home_facts(home).withheld_from if pk in names)
    who = ", ".join(named) if home.withheld == Withheld.NAMED else home.get_withheld_display()
    is_cut = not is_shown
    return HomeLine(
        id=home.pk,
        name=NOT_SHOWN if is_cut else home.name,
        address="" if is_cut else home.address,
        child_is_there="" if is_cut else home.child_is_there,
        withheld_from=who if is_withheld(home) else "",
        is_cut=is_cut,
    )


def _lines(access: Access, pupil: Pupil, contacts, homes) -> list[ContactLine]:
    by_home = {home.id: home for home in homes}
    reads = Permission.RECORD_ORDERS in access.permissions_at(pupil.school)
    return [
        _line(contact, by_home.get(contact.home_id), access.today, reads) for contact in contacts
    ]


def _line(contact, home: HomeLine | None, today: dt.date, reads: bool) -> ContactLine:
    is_cut = home is not None and home.is_cut
    return ContactLine(
        contact,
        home.name if home else "",
        tuple(_order(said, today, reads) for said in contact.said_orders),
        phone="" if is_cut else contact.phone,
        email="" if is_cut else contact.email,
        is_cut=is_cut,
    )


def _orders() -> ArraySubquery:
    """The orders about a contact, in the statement that reads the contacts."""
    names = ("id", "kind", "starts_on", "ends_on", "says", "evidence", *_MEANINGS)
    return ArraySubquery(
        ContactOrder.objects.filter(school_id=OuterRef("school_id"), contact_id=OuterRef("pk"))
        .order_by("-starts_on")
        .values(data=JSONObject(**{name: name for name in names}))
    )


_MEANINGS = {
    "stops_contact": "No contact with the child",
    "stops_information": "Tell nothing about the child",
    "shares_responsibility": "Acts as a parent",
}


def _order(said: dict, today: dt.date, reads: bool) -> OrderLine:
    starts_on = dt.date.fromisoformat(said["starts_on"])
    ends_on = dt.date.fromisoformat(said["ends_on"]) if said["ends_on"] else None
    return OrderLine(
        id=UUID(said["id"]),
        kind=OrderKind(said["kind"]).label if reads else "",
        meaning=". ".join(words for name, words in _MEANINGS.items() if said[name]),
        starts_on=starts_on,
        ends_on=ends_on,
        is_live=starts_on <= today and (ends_on is None or today <= ends_on),
        says=said["says"] if reads else "",
        evidence=said["evidence"] if reads else "",
    )


def _meeting(access: Access, pupil: Pupil) -> Deadline | None:
    rows = Deadline.objects.readable_by(access).filter(pupil_id=pupil.pk, kind="parent_meeting")
    return rows.live(access.today).order_by("due_on").first()
