"""What the sharing rules keep from whoever asks for the records."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pupils.models import Contact, Home, RecordsRequest, RequestItem
from pupils.rules.sharing import Verdict, may_share
from pupils.rules.whole_record import for_no_contact, whole_record
from pupils.selectors.sharing import family_facts, person_in

#: A shorter line of an address ("Flat 2") would be found everywhere.
SHORTEST_MARK = 6


@dataclass(frozen=True)
class KeptFrom:
    """The verdict on everything kept about a child, for whoever asks for it."""

    verdict: Verdict

    def hides(self, item: RequestItem) -> bool:
        """Whether an item is of a home or person of whom nothing may be left in the answer."""
        hidden = self.verdict.hidden_homes | self.verdict.hidden_people
        return any(UUID(each) in hidden for each in item.holds)


def kept_from(case: RecordsRequest, *, today: dt.date) -> KeptFrom:
    """What is kept from whoever asks; three statements."""
    family = family_facts(case.pupil_id, school_id=case.school_id)
    if case.contact is None:
        return KeptFrom(for_no_contact(family))
    person = person_in(family, case.contact)
    return KeptFrom(may_share(person, whole_record(family), family, today=today))


def marks_of(school_id: UUID, pupil_id: UUID) -> dict[UUID, tuple[str, ...]]:
    """By home and contact of a child: address, phone and e-mail as they may stand in a text."""
    own = {"school_id": school_id, "pupil_id": pupil_id}
    return marks_in(Home.objects.filter(**own), Contact.objects.filter(**own))


def marks_in(homes: Iterable[Home], contacts: Iterable[Contact]) -> dict[UUID, tuple[str, ...]]:
    """The same of rows that were read already."""
    marks = {home.pk: [home.address, *home.address.splitlines()] for home in homes}
    for contact in contacts:
        marks[contact.pk] = [contact.phone, contact.email]
    return {
        pk: tuple(plain for each in said if len(plain := _plain(each)) >= SHORTEST_MARK)
        for pk, said in marks.items()
    }


def marked(text: str, marks: dict[UUID, tuple[str, ...]]) -> set[UUID]:
    """The homes and contacts whose address, phone or e-mail stands in a text."""
    words = _plain(text)
    return {pk for pk, said in marks.items() if any(each in words for each in said)}


def as_kept(holds: Iterable[UUID]) -> list[str]:
    """Homes and contacts as an item keeps them."""
    return sorted(map(str, holds))


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
