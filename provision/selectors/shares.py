"""Each child's share of what a provision costs, to the penny: what every sum of costs is made of."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from aylsham.models import School
from provision.models import Place, Provision
from provision.rules.costs import parts_of
from provision.rules.delivery import REASON_WORDS
from provision.rules.spending import Spent
from provision.selectors.ledgers import Part
from provision.selectors.rates import RateBook, cost_of_provision
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
        return Amount(
            self.planned + other.planned, self.spent + other.spent, self.unknown + other.unknown
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
        pupils = {place.pupil_id: place.pupil for place in places[row.pk]}
        weights = {p.pupil_id: (p.ends_on - p.starts_on).days + 1 for p in places[row.pk]}
        for part in parts_of(row.pk, total, weights):
            is_seen = part.pupil_id in seen and not is_closed
            pupil = pupils[part.pupil_id] if part.pupil_id and is_seen else None
            is_hidden = part.pupil_id is not None and not is_seen
            used = known.get((row.pk, part.pupil_id), Spent()) if part.pupil_id else Spent()
            found.append((Share(row, pupil, is_hidden, is_closed), Amount(part.pence, used)))
    return found


def places_of(
    schools: Iterable[School], provisions: Iterable[Provision]
) -> dict[UUID, list[Place]]:
    """The children in each provision, with their classes; one statement."""
    found: dict[UUID, list[Place]] = defaultdict(list)
    rows = Place.objects.filter(school__in=schools, provision__in=[row.pk for row in provisions])
    for place in rows.select_related("pupil", "pupil__class_group"):
        found[place.provision_id].append(place)
    return found
