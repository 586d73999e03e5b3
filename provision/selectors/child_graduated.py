"""A child's part of the graduated map: what every tier gives, hours, and pence against element 2."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from provision.models import Place, Provision
from provision.rules.elements import AgainstThreshold
from provision.rules.graduated_map import MapShape, MapTier, shapes_for
from provision.selectors.delivery import PartDelivery, delivered
from provision.selectors.of_year import counted, counted_elsewhere, is_draft
from provision.selectors.provisions import ProvisionLine, school_year
from provision.selectors.rates import rate_book
from provision.selectors.shares import shares
from pupils.models import Strategy
from pupils.selectors.identity import Child
from pupils.selectors.strategies import live_strategies


@dataclass(frozen=True)
class GivenLine:
    """A provision that the child is in: hours of the year, of the term so far, and its share."""

    line: ProvisionLine
    place: Place
    hours: float
    term: PartDelivery | None
    pence: int | None
    #: The school year in which its cost counts, where that is another: `2025/26`.
    counted_in: str


@dataclass(frozen=True)
class TierPart:
    """What a tier gives the child: sentences that help, and provision."""

    tier: MapTier
    strategies: tuple[str, ...]
    given: tuple[GivenLine, ...]


@dataclass(frozen=True)
class ChildGraduated:
    """A child's graduated map of a school year."""

    shape: MapShape
    council: str
    year: int
    tiers: tuple[TierPart, ...]
    #: None for who sees no costs.
    against: AgainstThreshold | None
    #: How many are left out, as far as the asker may read them.
    drafts: int

    @property
    def lines(self) -> list[GivenLine]:
        """Every provision."""
        return [line for part in self.tiers for line in part.given]


def child_graduated(
    access: Access, child: Child, year: int, *, goes_out: bool = False
) -> ChildGraduated | None:
    """The map of a child; None where the council had none.

    `goes_out` leaves out what is confidential, and sentences that only a few may read.
    """
    shapes = shapes_for(child.school.la_code)[0]
    first, last = school_year(year)
    shape = shapes.map_on(min(max(first, access.today), last))
    if shape is None:
        return None
    every = _running(access, child, (first, last), goes_out=goes_out)
    found = [row for row in every if not is_draft(row)]
    places = _places(child, found)
    mine = {p.provision_id: p for group in places.values() for p in group if p.pupil == child.pupil}
    lines = [ProvisionLine(row, (mine[row.pk],), 0) for row in found]
    hours = delivered(access, lines)
    pence, against = _costs(access, child, counted(found, year), places, first)
    given = [_given(line, mine[line.id], hours, pence, year) for line in lines]
    helps = [
        line
        for line in live_strategies(access, child.pupil)
        if not goes_out or line.sensitivity == Sensitivity.EVERYONE
    ]
    return ChildGraduated(
        shape=shape,
        council=shapes.council,
        year=year,
        tiers=tuple(_tier_part(tier, helps, given) for tier in shape.tiers),
        against=against,
        drafts=len(every) - len(found),
    )


def _running(
    access: Access, child: Child, days: tuple[dt.date, dt.date], *, goes_out: bool
) -> list[Provision]:
    """The child's provision of some days, drafts too."""
    rows = Provision.objects.filter(school=child.school, places__pupil=child.pupil)
    rows = rows.readable_by(access).between(*days)
    rows = rows.filter(is_confidential=False) if goes_out else rows
    return list(rows.distinct().select_related("staff").order_by("name", "starts_on", "pk"))


def _tier_part(tier: MapTier, helps: Iterable[Strategy], given: Iterable[GivenLine]) -> TierPart:
    return TierPart(
        tier,
        tuple(line.text for line in helps if line.tier == tier.code),
        tuple(each for each in given if each.line.provision.tier == tier.code),
    )


def _places(child: Child, found: list[Provision]) -> dict[UUID, list[Place]]:
    places: dict[UUID, list[Place]] = defaultdict(list)
    rows = Place.objects.filter(school=child.school, provision__in=[row.pk for row in found])
    for place in rows.select_related("pupil", "pupil__class_group"):
        places[place.provision_id].append(place)
    return places


def _costs(access: Access, child: Child, found, places, first):
    """(pence of each provision for this child, all of them against element 2), if they are seen."""
    if Permission.VIEW_COSTS not in access.permissions_at(child.school):
        return {}, None
    book = rate_book(child.school)
    parts = shares(found, places, book, {child.pupil.pk})
    pence = {share.provision.pk: part.planned for share, part in parts if share.pupil}
    return pence, AgainstThreshold(sum(pence.values()), book.threshold_on(first))


def _given(line: ProvisionLine, place: Place, hours, pence, year: int) -> GivenLine:
    row = line.provision
    days, whole = (each.ends_on - each.starts_on for each in (place, row))
    minutes = row.minutes_in_all * (days.days + 1) / (whole.days + 1)  # the child's own days
    part, elsewhere = hours.get((row.pk, place.pupil_id)), counted_elsewhere(row, year)
    return GivenLine(line, place, round(minutes / 60, 1), part, pence.get(row.pk), elsewhere)
