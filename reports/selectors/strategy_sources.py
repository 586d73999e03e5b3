"""What the record offers an inclusion strategy: the costed map, the training, areas of need."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from aylsham.models import School
from provision.models import Provision
from provision.provision_codes import FundingStream, ProvisionState
from provision.selectors.provisions import school_year
from provision.selectors.rates import RateBook, cost_of_provision, rate_book
from pupils.codes import NEED_TYPES, AreaOfNeed, Tier
from pupils.models import Need
from reports.selectors.publication_facts import FOR_EVERYBODY
from reports.strategy_codes import (
    ADAPTIVE_TEACHING,
    BARRIER_WORDS,
    EARLY_SUPPORT,
    ENOUGH_CHILDREN,
    Reach,
)
from staff.models import TrainingSession
from staff.training_codes import SessionState

type Source = tuple[str, Any]  # which kind of thing, and its key


@dataclass(frozen=True)
class Offer:
    """An activity that the record offers: whole-school, with the planned cost of the year."""

    source: Source
    what: str
    reach: Reach
    #: None: no rate is known for a part of it.
    pence: int | None
    fund_pence: int
    funding: tuple[str, ...]
    principle: str
    areas: frozenset[str]

    @property
    def key(self) -> str:
        """How a form names it."""
        return ":".join(map(str, self.source))

    @property
    def values(self) -> dict[str, Any]:
        """What an activity takes from it."""
        name, key = self.source
        return {
            "what": self.what,
            "reach": self.reach.value,
            "pence": self.pence,
            "fund_pence": self.fund_pence,
            "funding": list(self.funding),
            "principles": [self.principle],
            "taken_pence": self.pence,
            name: key,
        }


def offers(school: School, year: int) -> list[Offer]:
    """Everything that may be taken for a school year, dearest first; four statements.

    An intervention that fewer than five children have would tell what it costs to help them.
    """
    found = [*_interventions(school, year), *_trainings(school, year)]
    return sorted(found, key=lambda each: (-(each.pence or 0), each.what.casefold()))


def areas_of_need(school: School) -> list[str]:
    """Areas of need on the register that enough children have, the largest first; one statement."""
    rows = (
        Need.objects.filter(
            school=school, ended_on=None, rank=1, pupil__status_periods__ends_on=None
        )
        .filter(pupil__status_periods__isnull=False)
        .order_by()
        .values("need_type")
        .annotate(children=Count("pupil", distinct=True))
    )
    children: dict[str, int] = defaultdict(int)
    for row in rows:
        if need := NEED_TYPES.get(row["need_type"]):
            children[need.area.value] += row["children"]
    enough = {a: n for a, n in children.items() if n >= ENOUGH_CHILDREN and a in BARRIER_WORDS}
    return sorted(enough, key=lambda area: (-enough[area], AreaOfNeed(area).label))


def _interventions(school: School, year: int) -> list[Offer]:
    rows = (
        Provision.objects.filter(
            school=school, is_confidential=False, starts_on__range=school_year(year)
        )
        .exclude(state=ProvisionState.DRAFT)
        .exclude(shared_item=None, own_item=None)
        .select_related("shared_item", "own_item")
    )
    groups: dict[Source, list[Provision]] = defaultdict(list)
    for row in rows:
        name = "shared_item_id" if row.shared_item_id else "own_item_id"
        groups[name, getattr(row, name)].append(row)
    book, children = rate_book(school), _children(rows)
    return [
        _offer(source, group, book)
        for source, group in groups.items()
        if children.get(source, 0) >= ENOUGH_CHILDREN
    ]


def _children(rows) -> dict[Source, int]:
    """How many children each intervention has, by what of the catalogue it is."""
    counted = rows.order_by().values("shared_item_id", "own_item_id")
    found = {}
    for row in counted.annotate(children=Count("places__pupil", distinct=True)):
        name = "shared_item_id" if row["shared_item_id"] else "own_item_id"
        found[name, row[name]] = row["children"]
    return found


def _offer(source: Source, group: list[Provision], book: RateBook) -> Offer:
    item = group[0].shared_item or group[0].own_item
    costs = [(row.funding, cost_of_provision(row, book)) for row in group]
    is_known = all(pence is not None for _, pence in costs)
    of_fund = sum(pence or 0 for stream, pence in costs if stream == FundingStream.MAINSTREAM)
    return Offer(
        source=source,
        what=f"{item.name}: {item.aim}".rstrip(".")[:300] if item.aim else item.name,
        reach=Reach.UNIVERSAL if item.tier == Tier.UNIVERSAL else Reach.TARGETED,
        pence=sum(pence for _, pence in costs) if is_known else None,
        fund_pence=of_fund if is_known else 0,
        funding=_streams(stream for stream, _ in costs),
        principle=EARLY_SUPPORT,
        areas=_areas(item.need_types),
    )


def _trainings(school: School, year: int) -> list[Offer]:
    rows = (
        TrainingSession.objects.filter(
            school=school, year=year, kind__in=FOR_EVERYBODY, pence__gt=0
        )
        .exclude(state=SessionState.CALLED_OFF)
        .select_related("topic")
    )
    return [
        Offer(
            source=("training_id", row.pk),
            what=f"Training for all staff: {row.title or row.topic.name}",
            reach=Reach.UNIVERSAL,
            pence=row.pence,
            fund_pence=0,
            funding=(FundingStream.CORE.value,),
            principle=ADAPTIVE_TEACHING,
            areas=_areas(row.topic.need_types),
        )
        for row in rows
    ]


def _streams(streams: Iterable[str]) -> tuple[str, ...]:
    """What else than the fund pays, in the order of the code set."""
    used = set(streams) - {FundingStream.MAINSTREAM}
    return tuple(each.value for each in FundingStream if each in used)


def _areas(need_types: Iterable[str]) -> frozenset[str]:
    return frozenset(NEED_TYPES[code].area.value for code in need_types if code in NEED_TYPES)
