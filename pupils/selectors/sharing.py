"""May this person be given this? Asked by everything that sends, prints or hands over."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from aylsham.together import Reads, read
from pupils.family_codes import Withheld
from pupils.models import Contact, ContactOrder, Home
from pupils.rules.sharing import Family, HomeFacts, Order, Person, Thing, Verdict, may_share


def may_receive(
    contact: Contact, thing: Thing, *, today: dt.date, family: Family | None = None
) -> Verdict:
    """Whether a contact may be given a thing about the child; one statement, or `family`.

    Everything that is sent, printed or shown to one person goes through here, at the moment of
    sending: an order may have come since it was written.
    """
    family = family or family_facts(contact.pupil_id, school_id=contact.school_id)
    return may_share(person_in(family, contact), thing, family, today=today)


def verdicts_on(
    contacts: Sequence[Contact], thing: Thing, *, today: dt.date
) -> dict[UUID, Verdict]:
    """For each of a child's contacts whether they may be given a thing; one statement."""
    if not contacts:
        return {}
    family = family_facts(contacts[0].pupil_id, school_id=contacts[0].school_id)
    return {c.pk: may_share(person_in(family, c), thing, family, today=today) for c in contacts}


def person_in(family: Family, contact: Contact) -> Person:
    """What the rules know of a contact."""
    return next(person for person in family.people if person.id == contact.pk)


def family_facts(pupil_id, *, school_id) -> Family:
    """Everybody in a child's life as the rules know them; one statement."""
    return family_rows(pupil_id, school_id=school_id).family


@dataclass(frozen=True)
class FamilyRows:
    """A family as the rules know it, with the rows that it was read from."""

    family: Family
    contacts: list[Contact]
    homes: list[Home]


def family_rows(pupil_id, *, school_id) -> FamilyRows:
    """A family with its rows, for whoever needs addresses and names too; one statement."""
    return read(family_reads(pupil_id, school_id=school_id))


def family_reads(pupil_id, *, school_id) -> Reads[FamilyRows]:
    """The same, to go with other reads."""
    own = {"school_id": school_id, "pupil_id": pupil_id}
    found, homes, contacts = yield [
        ContactOrder.objects.filter(**own),
        Home.objects.filter(**own).annotate(named=named_people()),
        Contact.objects.filter(**own),
    ]
    orders: dict = defaultdict(list)
    for order in found:
        orders[order.contact_id].append(order_facts(order))
    people = tuple(
        Person(
            id=contact.pk,
            home=contact.home_id,
            has_parental_responsibility=contact.has_parental_responsibility,
            may_collect=contact.may_collect,
            receives_letters=contact.receives_letters,
            orders=tuple(orders[contact.pk]),
        )
        for contact in contacts
    )
    return FamilyRows(Family(people, tuple(home_facts(home) for home in homes)), contacts, homes)


def named_people() -> ArrayAgg:
    """Beside a home: the contacts from whom its address is withheld by name."""
    return ArrayAgg("withheld_from__contact_id", filter=Q(withheld_from__isnull=False), default=[])


def home_facts(home: Home) -> HomeFacts:
    """A home, read with `named_people`, as the rules know it."""
    return HomeFacts(
        id=home.pk,
        is_withheld_from_everybody=home.withheld == Withheld.EVERYBODY,
        withheld_from=frozenset(home.named if home.withheld == Withheld.NAMED else ()),
    )


def order_facts(order: ContactOrder) -> Order:
    """An order as the rules know it."""
    return Order(
        title=order.get_kind_display(),
        starts_on=order.starts_on,
        ends_on=order.ends_on,
        stops_contact=order.stops_contact,
        stops_information=order.stops_information,
        shares_responsibility=order.shares_responsibility,
    )
