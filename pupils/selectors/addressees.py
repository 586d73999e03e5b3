"""May this be sent to this address? Whoever of the family reads it, whatever name was typed."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models.functions import Trim

from pupils.models import Contact
from pupils.rules.sharing import Thing, Verdict, may_share, strictest
from pupils.selectors.sharing import family_facts, person_in


def may_reach(
    email: str,
    thing: Thing,
    *,
    school_id: UUID,
    pupil_ids: Collection[UUID],
    contact: Contact | None = None,
    is_colleague: bool = False,
    today: dt.date,
) -> Verdict:
    """The strictest verdict on everybody in the children's lives who reads an address.

    One statement, and one more for each child with such a person. The product sends no texts,
    so that phone numbers are no addresses. `contact` is whom it is meant for. Where that person
    shares the address with others, and for a colleague, only what orders and withheld homes say
    of the others counts: a stepfather's name on a mother's mailbox does not bar her.
    """
    readers = {each.pk: each for each in readers_of(email, school_id, pupil_ids)}
    is_shared = is_colleague or (contact is not None and contact.pk in readers)
    if contact is not None:
        readers[contact.pk] = contact
    families = {
        pupil_id: family_facts(pupil_id, school_id=school_id)
        for pupil_id in {each.pupil_id for each in readers.values()}
    }
    verdicts = []
    for reader in readers.values():
        family = families[reader.pupil_id]
        person = person_in(family, reader)
        if is_shared and reader != contact:
            person = person.as_reader
        verdicts.append(may_share(person, thing, family, today=today))
    return strictest(verdicts)


def readers_of(email: str, school_id: UUID, pupil_ids: Collection[UUID]) -> list[Contact]:
    """Contacts of the children with this e-mail address, whatever its letters and spaces."""
    if not email.strip():
        return []
    contacts = Contact.objects.filter(school_id=school_id, pupil_id__in=pupil_ids)
    return list(contacts.alias(mailbox=Trim("email")).filter(mailbox__iexact=email.strip()))
