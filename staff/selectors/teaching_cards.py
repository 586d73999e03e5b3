"""The cards of adaptive teaching of a school, by need."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School
from aylsham.together import read_rows
from pupils.codes import NEED_TYPES
from staff.models import FederationCard, SchoolCard

type Card = FederationCard | SchoolCard


@dataclass(frozen=True)
class CardsOfNeed:
    """The cards about one need."""

    code: str
    label: str
    cards: tuple[Card, ...]


def cards_by_need(
    access: Access, *, need: str = "", words: str = "", with_retired: bool = False
) -> list[CardsOfNeed]:
    """Cards of the federation and of the school, need by need in the census's order; one statement.

    `words`: every one of them stands somewhere in the card.
    """
    school = access.school
    shared, own = read_rows(
        FederationCard.objects.filter(federation_id=school.federation_id),
        SchoolCard.objects.filter(school=school),
    )
    found: dict[str, list[Card]] = {}
    for card in [*own, *shared]:
        is_asked = (not need or card.need_type == need) and _has(card, words)
        if is_asked and (with_retired or not card.is_retired):
            found.setdefault(card.need_type, []).append(card)
    return [
        CardsOfNeed(code, kind.label, tuple(found[code]))
        for code, kind in NEED_TYPES.items()
        if code in found
    ]


def _has(card: Card, words: str) -> bool:
    text = f"{card.title} {card.text} {NEED_TYPES[card.need_type].label}".casefold()
    return all(word in text for word in words.casefold().split())


def card_of(school: School, pk: UUID) -> Card | None:
    """One card of the school, or of its federation."""
    own = SchoolCard.objects.filter(school=school, pk=pk).first()
    shared = FederationCard.objects.filter(federation_id=school.federation_id, pk=pk)
    return own or shared.first()
