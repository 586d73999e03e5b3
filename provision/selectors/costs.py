"""What provision costs: one line for each child's share, broken down as somebody asks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from aylsham.access.current import Access
from aylsham.codes import YEAR_GROUP_ORDER
from aylsham.models import School
from provision.models import Place, Provision, RateCard, RoleRate
from provision.provision_codes import ELEMENT_2_PENCE, FundingStream, ProvisionState, StaffRole
from provision.rules.costs import Proof, Rate, broken_down, cost_of, parts_of, planned_minutes
from provision.selectors.provisions import school_year
from pupils.codes import NEED_TYPES, Tier
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.words import year_words

NOBODY = "No child in it yet"
NOT_YOURS = "A child whose record you cannot open"
NO_NEED = "No main need"
NO_CLASS = "No class"


@dataclass(frozen=True)
class RateBook:
    """The rate cards of a school, the newest first."""

    cards: tuple[tuple[RateCard, dict[str, Rate]], ...]

    def card_on(self, day: dt.date) -> tuple[RateCard, dict[str, Rate]] | None:
        """The card that holds on a day."""
        return next((pair for pair in self.cards if pair[0].starts_on <= day), None)

    def rate_for(self, provision: Provision) -> Rate | None:
        """What an hour costs: as a list of before said, or the role's on the first day."""
        if provision.pence_an_hour is not None:
            return Rate(provision.pence_an_hour)
        card = self.card_on(provision.starts_on)
        return card[1].get(provision.staff_role) if card else None

    def threshold_on(self, day: dt.date) -> int:
        """What the school pays for a child itself, in pence a year."""
        card = self.card_on(day)
        return card[0].threshold_pence if card else ELEMENT_2_PENCE


@dataclass(frozen=True)
class Share:
    """One child's part of what one provision costs."""

    provision: Provision
    pupil: Pupil | None
    is_hidden: bool  # there is a child, whose record the asker cannot open


@dataclass(frozen=True)
class Way:
    """One way to break costs down: what a line is called, and in which order lines stand."""

    key: str
    label: str
    of: Callable[[Share], tuple]


def _child(share: Share) -> tuple:
    if share.pupil:
        pupil = share.pupil
        return (0, pupil.last_name, pupil.first_name, pupil.pk, pupil.full_name)
    return (2, "", "", None, NOT_YOURS) if share.is_hidden else (3, "", "", None, NOBODY)


def _group(share: Share) -> tuple:
    row = share.provision
    return (row.name, row.starts_on, row.pk, row.name)


def _class(share: Share) -> tuple:
    group = share.pupil.class_group if share.pupil else None
    return (0, group.name, group.pk, group.name) if group else (1, "", None, NO_CLASS)


def _year(share: Share) -> tuple:
    if share.pupil is None:
        return (99, NOT_YOURS if share.is_hidden else NOBODY)
    year = share.pupil.year_group
    return (YEAR_GROUP_ORDER.get(year, 98), year_words(year))


def _need(share: Share) -> tuple:
    code = share.provision.need_type
    return (0, NEED_TYPES[code].label) if code else (1, NO_NEED)


WAYS: dict[str, Way] = {
    way.key: way
    for way in (
        Way("child", "Child", _child),
        Way("group", "Provision", _group),
        Way("class", "Class", _class),
        Way("year", "Year group", _year),
        Way("need", "Main need", _need),
        Way(
            "tier", "Tier", lambda s: ("UTE".index(s.provision.tier), Tier(s.provision.tier).label)
        ),
        Way(
            "stream",
            "Paid from",
            lambda s: (
                list(FundingStream.values).index(s.provision.funding),
                FundingStream(s.provision.funding).label,
            ),
        ),
    )
}


@dataclass(frozen=True)
class CostRow:
    """A line of a breakdown: what it is of, by each way asked, and pence."""

    names: tuple[str, ...]
    pence: int
    pupil_id: UUID | None = None
    #: The sum of the rows of the first way; on the first of them only.
    subtotal: int | None = None


@dataclass(frozen=True)
class Costs:
    """What is planned of a school year, broken down, with the proof that it adds up."""

    ways: tuple[Way, ...]
    rows: tuple[CostRow, ...]
    total: int
    drafts: int
    proofs: tuple[tuple[str, Proof], ...]
    #: Provision for which no rate is known: left out of every sum.
    without_rate: tuple[Provision, ...]
    over: tuple[CostRow, ...]  # children above the threshold
    threshold: int
    pupil_ids: tuple[UUID, ...]

    @property
    def is_sound(self) -> bool:
        """Every breakdown adds up to the whole."""
        return all(proof.is_sound for _, proof in self.proofs)


def rate_book(school: School) -> RateBook:
    """All rate cards of a school; two statements."""
    rates: dict[UUID, dict[str, Rate]] = defaultdict(dict)
    for row in RoleRate.objects.filter(school=school):
        rates[row.card_id][row.role] = Rate(row.pence_an_hour, row.on_cost_percent)
    cards = RateCard.objects.filter(school=school)
    return RateBook(tuple((card, rates[card.pk]) for card in cards))


def cost_of_provision(provision: Provision, book: RateBook) -> int | None:
    """Planned pence of a provision from its first week to its last; None without a rate."""
    rate = book.rate_for(provision)
    if rate is None:
        return None
    minutes = planned_minutes(provision.sessions_a_week, provision.minutes, provision.weeks)
    return cost_of(minutes, rate, provision.resources_pence)


def shares(
    provisions: Iterable[Provision],
    places: dict[UUID, list[Place]],
    book: RateBook,
    seen: set[UUID],
) -> list[tuple[Share, int]]:
    """Each child's part of each provision with a rate; the parts add up to what it costs."""
    found = []
    for row in provisions:
        total = cost_of_provision(row, book)
        if total is None:
            continue
        pupils = {place.pupil_id: place.pupil for place in places[row.pk]}
        weights = {p.pupil_id: (p.ends_on - p.starts_on).days + 1 for p in places[row.pk]}
        for part in parts_of(row.pk, total, weights):
            is_seen = part.pupil_id in seen
            pupil = pupils[part.pupil_id] if part.pupil_id and is_seen else None
            found.append((Share(row, pupil, part.pupil_id is not None and not is_seen), part.pence))
    return found


def costs(access: Access, year: int, keys: Iterable[str]) -> Costs:
    """The planned costs of what begins in a school year, of all that the asker may read."""
    school, first = access.school, school_year(year)[0]
    rows = Provision.objects.filter(school=school, starts_on__range=school_year(year))
    provisions = list(rows.readable_by(access))
    places = _places(school, provisions)
    seen = set(Pupil.objects.visible_to(access).filter(school=school).values_list("pk", flat=True))
    book = rate_book(school)
    lines = shares(provisions, places, book, seen)
    tell_apart(share.pupil for share, _ in lines if share.pupil)
    whole = sum(filter(None, (cost_of_provision(row, book) for row in provisions)))
    ways = tuple(WAYS[key] for key in dict.fromkeys(keys) if key in WAYS) or (WAYS["tier"],)
    found = broken_down(lines, *(way.of for way in ways))
    threshold = book.threshold_on(first)
    by_child = _rows(broken_down(lines, WAYS["child"].of), (WAYS["child"],))
    return Costs(
        ways=ways,
        rows=tuple(_rows(found, ways)),
        total=whole,
        drafts=sum(p for s, p in lines if s.provision.state == ProvisionState.DRAFT),
        proofs=tuple(
            (way.label, Proof(whole, sum(broken_down(lines, way.of).values())))
            for way in WAYS.values()
        ),
        without_rate=tuple(row for row in provisions if book.rate_for(row) is None),
        over=tuple(row for row in by_child if row.pupil_id and row.pence > threshold),
        threshold=threshold,
        pupil_ids=tuple(row.pupil_id for row in by_child if row.pupil_id),
    )


def _places(school: School, provisions: list[Provision]) -> dict[UUID, list[Place]]:
    found: dict[UUID, list[Place]] = defaultdict(list)
    rows = Place.objects.filter(school=school, provision__in=[row.pk for row in provisions])
    for place in rows.select_related("pupil", "pupil__class_group"):
        found[place.provision_id].append(place)
    return found


def _rows(found: dict[tuple, int], ways: tuple[Way, ...]) -> list[CostRow]:
    """Lines in the order of each way, with the sum of the first way on its first line."""
    ordered = sorted(found.items(), key=lambda pair: [_sortable(key) for key in pair[0]])
    rows = []
    for _, same in groupby(ordered, key=lambda pair: pair[0][0]):
        group = list(same)
        for place, (keys, pence) in enumerate(group):
            rows.append(
                CostRow(
                    names=tuple(key[-1] for key in keys),
                    pence=pence,
                    pupil_id=_pupil_in(keys, ways),
                    subtotal=sum(p for _, p in group) if place == 0 else None,
                )
            )
    return rows


def _sortable(key: tuple) -> tuple[str, ...]:
    return tuple(f"{part:03d}" if isinstance(part, int) else str(part or "") for part in key)


def _pupil_in(keys: tuple, ways: tuple[Way, ...]) -> UUID | None:
    return next((key[3] for key, way in zip(keys, ways, strict=True) if way.key == "child"), None)


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
