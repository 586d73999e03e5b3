"""Each child's share of what a provision costs, to the penny: what every sum of costs is made of."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.models import School
from aylsham.statements import among
from provision.models import Place, Provision
from provision.rules.costs import parts_of
from provision.rules.delivery import REASON_WORDS
from provision.rules.spending import Spent, sum_of
from provision.selectors.ledgers import Part
from provision.selectors.rates import RateBook, cost_of_provision
from pupils.access import seen_whole
from pupils.models import Pupil


@dataclass(frozen=True)
class Share:
    """One child's part of what one provision costs."""

    provision: Provision
    pupil: Pupil | None
    is_hidden: bool  # there is a child, whose record the asker cannot open
    #: Of a school whose children the asker does not see: of it the sum is told, nothing else.
    is_closed: bool = False


@dataclass(frozen=True)
class Amount:
    """Pence of a share: planned for the whole provision, and what became of it until a day."""

    planned: int = 0
    spent: Spent = field(default_factory=Spent)
    #: Of what is planned and has begun: so much of which nothing is known yet.
    unknown: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return together((self, other))


def together(amounts: Iterable[Amount]) -> Amount:
    """What they come to."""
    each = list(amounts)
    return Amount(
        sum([amount.planned for amount in each]),
        sum_of(amount.spent for amount in each),
        sum([amount.unknown for amount in each]),
    )


def gap_lines(spent: Spent) -> list[tuple[str, int]]:
    """Why less was given than planned: words and pence, the largest first; what was given above."""
    lines = [
        (REASON_WORDS[reason] if reason else "cut short", pence)
        for reason, pence in spent.missed.items()
    ]
    lines.append(("no log, so nobody knows", spent.unlogged))
    return sorted(((words, pence) for words, pence in lines if pence), key=lambda pair: -pair[1])


def shares(
    provisions: Iterable[Provision],
    places: dict[UUID, list[Place]],
    book: RateBook,
    seen: set[UUID],
    spent: dict[Part, Spent] | None = None,
    *,
    is_closed: bool = False,
) -> list[tuple[Share, Amount]]:
    """Each child's part of each provision with a rate; the parts add up to what it costs."""
    found = []
    known = spent or {}
    for row in provisions:
        total = cost_of_provision(row, book)
        if total is None:
            continue
        of_child = {place.pupil_id: place for place in places[row.pk]}
        weights = {p.pupil_id: (p.ends_on - p.starts_on).days + 1 for p in places[row.pk]}
        for part in parts_of(row.pk, total, weights):
            is_seen = part.pupil_id in seen and not is_closed
            pupil = of_child[part.pupil_id].pupil if part.pupil_id and is_seen else None
            is_hidden = part.pupil_id is not None and not is_seen
            used = known.get((row.pk, part.pupil_id), Spent()) if part.pupil_id else Spent()
            found.append((Share(row, pupil, is_hidden, is_closed), Amount(part.pence, used)))
    return found


def places_of(
    schools: Iterable[School], provisions: Iterable[Provision]
) -> dict[UUID, list[Place]]:
    """The children in each provision, with their classes; one statement."""
    rows = _places(schools, provisions).select_related("pupil", "pupil__class_group")
    return _by_provision(rows)


def seen_places(
    access: Access, schools: Collection[School], provisions: Iterable[Provision]
) -> tuple[dict[UUID, list[Place]], set[UUID]]:
    """The same for thousands, each child read once; and which of them the asker sees.

    Two statements, and a third where the asker does not see all children of a school.
    """
    rows = _places(schools, provisions)
    places = _by_provision(rows)
    once = rows.order_by("pupil_id").distinct("pupil_id")
    children = [p.pupil for p in once.select_related("pupil", "pupil__class_group")]
    by_id = {child.pk: child for child in children}
    for group in places.values():
        for place in group:
            place.pupil = by_id[place.pupil_id]
    return places, _seen(access, children)


def _seen(access: Access, children: Iterable[Pupil]) -> set[UUID]:
    """Those whose record the asker may open.

    Asked only where that is not all of a school: PostgreSQL takes seconds over a hundred schools.
    """
    whole = set(seen_whole(access))
    seen = {child.pk for child in children if child.school_id in whole}
    others = [child for child in children if child.school_id not in whole]
    if others:
        rows = Pupil.objects.visible_to(access).filter(among("id", [c.pk for c in others]))
        seen |= set(rows.values_list("pk", flat=True))
    return seen


def _places(schools: Iterable[School], provisions: Iterable[Provision]) -> QuerySet[Place]:
    ids = [row.pk for row in provisions]
    return Place.objects.filter(among("provision_id", ids), school__in=schools)


def _by_provision(rows: Iterable[Place]) -> dict[UUID, list[Place]]:
    found: dict[UUID, list[Place]] = defaultdict(list)
    for place in rows:
        found[place.provision_id].append(place)
    return found
