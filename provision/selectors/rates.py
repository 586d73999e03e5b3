"""What an hour of each role costs at a school, and so what a provision costs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.models import School
from aylsham.statements import Statement, among, columns_of, made_from
from provision.models import Provision, RateCard, RoleRate
from provision.provision_codes import ELEMENT_2_PENCE, StaffRole
from provision.rules.costs import Rate, cost_of


@dataclass(frozen=True)
class RateBook:
    """The rate cards of a school, the newest first."""

    cards: tuple[tuple[RateCard, dict[str, Rate]], ...]

    def card_on(self, day: dt.date) -> tuple[RateCard, dict[str, Rate]] | None:
        """The card that holds on a day."""
        return next((pair for pair in self.cards if pair[0].starts_on <= day), None)

    def rate_for(self, provision: Provision) -> Rate | None:
        """What an hour costs: as a list of before said, or the role's on the first day.

        Once a person is named, what a list said would be that person's: the role's counts alone.
        """
        if provision.pence_an_hour is not None and provision.staff_id is None:
            return Rate(provision.pence_an_hour)
        card = self.card_on(provision.starts_on)
        return card[1].get(provision.staff_role) if card else None

    def threshold_on(self, day: dt.date) -> int:
        """What the school pays for a child itself, in pence a year."""
        card = self.card_on(day)
        return card[0].threshold_pence if card else ELEMENT_2_PENCE


def rate_book(school: School) -> RateBook:
    """All rate cards of a school; one statement."""
    return rate_books([school])[school.pk]


def rate_books(schools: Collection[School]) -> dict[UUID, RateBook]:
    """All rate cards of each school; one statement."""
    cards: dict[UUID, dict[UUID, tuple[RateCard, dict[str, Rate]]]] = defaultdict(dict)
    for values in _CARDS.dicts(schools=[school.pk for school in schools]):
        of_school = cards[values["school_id"]]
        if values["id"] not in of_school:
            of_school[values["id"]] = (made_from(RateCard, values), {})
        if role := values["rates__role"]:
            rate = Rate(values["rates__pence_an_hour"], values["rates__on_cost_percent"])
            of_school[values["id"]][1][role] = rate
    return {school.pk: RateBook(tuple(cards[school.pk].values())) for school in schools}


def _cards(schools: list[UUID]) -> QuerySet:
    rows = RateCard.objects.filter(among("school_id", schools))
    of_role = ("rates__role", "rates__pence_an_hour", "rates__on_cost_percent")
    return rows.order_by("-starts_on", "id").values(*columns_of(RateCard), *of_role)


_CARDS = Statement(_cards, schools=list)


def cost_of_provision(provision: Provision, book: RateBook) -> int | None:
    """Planned pence of a provision from its first week to its last; None without a rate."""
    rate = book.rate_for(provision)
    if rate is None:
        return None
    return cost_of(provision.minutes_in_all, rate, provision.resources_pence)


def rate_card_of(access: Access, pk: UUID) -> RateCard | None:
    """One card of the school."""
    return RateCard.objects.filter(school=access.school, pk=pk).first()


def rates_on(card: RateCard) -> dict[str, Rate]:
    """What each role costs by this card."""
    rows = RoleRate.objects.filter(school_id=card.school_id, card=card)
    return {row.role: Rate(row.pence_an_hour, row.on_cost_percent) for row in rows}


@dataclass(frozen=True)
class CardLine:
    """A rate card as the page lists it."""

    card: RateCard
    rates: tuple[tuple[str, Rate], ...]


def card_lines(school: School) -> list[CardLine]:
    """Every card, the newest first, with its roles in words."""
    return [
        CardLine(card, tuple((role.label, rates[role]) for role in StaffRole if role in rates))
        for card, rates in rate_book(school).cards
    ]
