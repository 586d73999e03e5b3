"""Delivered against planned: minutes of children in provision this term, and what is owed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.clock import academic_year
from aylsham.school_calendar import SchoolCalendar
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Delivery
from provision.selectors.ledgers import Books, Ledger, Part, books_of
from provision.selectors.provisions import ProvisionLine


@dataclass(frozen=True)
class PartDelivery:
    """What became of a child's sessions of one provision since a day."""

    since: dt.date
    delivery: Delivery
    #: Sessions of which two logs differ: the later one is counted until somebody settles it.
    conflicts: int


def delivered(access: Access, lines: Iterable[ProvisionLine]) -> dict[Part, PartDelivery]:
    """This term until today, for each child shown in provision that has begun; see `books_of`."""
    chosen = list(lines)
    books = open_books(access, chosen)
    since, today = term_began(books.calendar, access.today), access.today
    return {
        part: part_delivery(ledger, since, today)
        for part, ledger in ledgers(books, chosen, since).items()
    }


def part_delivery(ledger: Ledger, first: dt.date, last: dt.date) -> PartDelivery:
    """What a ledger says of some days."""
    disputed = sum(first <= day <= last for day in ledger.conflicts)
    return PartDelivery(first, ledger.between(first, last), disputed)


def open_books(access: Access, lines: Iterable[ProvisionLine], pupil: UUID | None = None) -> Books:
    """What was logged this school year of these provisions; see `books_of`."""
    first = dt.date(academic_year(access.today), 9, 1)
    ids = [line.id for line in lines if not line.is_draft]
    return books_of(access.school, ids, today=access.today, since=first, pupil=pupil)


def ledgers(
    books: Books, lines: Iterable[ProvisionLine], since: dt.date, pupil: UUID | None = None
) -> dict[Part, Ledger]:
    """The ledger of each child shown (or one) who was in something since a day, or is owed it."""
    found = {}
    for line in lines:
        if line.provision.state == ProvisionState.DRAFT:
            continue
        for place in line.places:
            if place.starts_on > books.today or pupil not in (None, place.pupil_id):
                continue
            ledger = books.ledger(line.provision, place)
            if place.ends_on >= since or ledger.between(since, books.today).owed:
                found[line.id, place.pupil_id] = ledger
    return found


def term_began(calendar: SchoolCalendar, today: dt.date) -> dt.date:
    """First day of the term of a day, or of the last one; without terms that of the school year."""
    began = [first for first, _ in calendar.terms if first <= today]
    return max([dt.date(academic_year(today), 9, 1), *began])
