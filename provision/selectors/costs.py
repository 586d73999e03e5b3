"""What provision costs: one line for each child's share, broken down as somebody asks."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from uuid import UUID

from aylsham.access.current import Access
from aylsham.codes import YEAR_GROUP_ORDER
from aylsham.models import School
from provision.models import Place, Provision
from provision.provision_codes import FundingStream, ProvisionState
from provision.rules.costs import Proof, broken_down, parts_of
from provision.rules.delivery import REASON_WORDS
from provision.rules.spending import Spent
from provision.selectors.ledgers import Part
from provision.selectors.provisions import school_year
from provision.selectors.rates import RateBook, cost_of_provision, rate_book
from provision.selectors.spending import spending
from pupils.codes import NEED_TYPES, Tier
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.words import year_words

NOBODY = "No child in it yet"
NOT_YOURS = "A child whose record you cannot open"
NO_NEED = "No main need"
NO_CLASS = "No class"
#: How many children stand against the threshold, those who cost most first.
NEAREST = 10


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
    labels: tuple[str, ...]
    pence: int
    #: Until today: what was planned, what was spent on what was given, and the rest by reason.
    spent: Spent
    pupil_id: UUID | None = None
    #: The sum of the rows of the first way; on the first of them only.
    subtotal: int | None = None

    @property
    def gap(self) -> list[tuple[str, int]]:
        """Why less was given than planned until today: words and pence."""
        return gap_lines(self.spent)

    @property
    def longer(self) -> int:
        """Pence planned until today above what was costed: it runs longer than its weeks."""
        return max(0, self.spent.so_far - self.pence)

    @property
    def others(self) -> list[tuple[str, str]]:
        """What the further ways say: label and name."""
        return list(zip(self.labels, self.names, strict=True))[1:]


@dataclass(frozen=True)
class ThresholdLine:
    """A child's planned pence against what the school pays itself."""

    row: CostRow
    threshold: int

    @property
    def is_over(self) -> bool:
        return self.row.pence > self.threshold

    @property
    def gap(self) -> int:
        """Pence above or below."""
        return abs(self.row.pence - self.threshold)


@dataclass(frozen=True)
class Costs:
    """What is planned of a school year, broken down, with the proof that it adds up."""

    ways: tuple[Way, ...]
    rows: tuple[CostRow, ...]
    total: int
    drafts: int
    #: Until today, of the whole.
    spent: Spent
    proofs: tuple[tuple[str, Proof], ...]
    #: The same for what was spent.
    spent_proofs: tuple[tuple[str, Proof], ...]
    #: Provision for which no rate is known: left out of every sum.
    without_rate: tuple[Provision, ...]
    nearest: tuple[ThresholdLine, ...]  # the children who cost most
    over: int  # children above the threshold
    threshold: int
    pupil_ids: tuple[UUID, ...]

    @property
    def is_sound(self) -> bool:
        """Every breakdown adds up to the whole."""
        return all(proof.is_sound for _, proof in (*self.proofs, *self.spent_proofs))

    @property
    def gap(self) -> list[tuple[str, int]]:
        """Why less was given than planned until today: words and pence, the largest first."""
        return gap_lines(self.spent)


@dataclass(frozen=True)
class Amount:
    """Pence of a share: planned for the whole provision, and what became of it until today."""

    planned: int = 0
    spent: Spent = field(default_factory=Spent)

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.planned + other.planned, self.spent + other.spent)


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
            is_seen = part.pupil_id in seen
            pupil = pupils[part.pupil_id] if part.pupil_id and is_seen else None
            share = Share(row, pupil, part.pupil_id is not None and not is_seen)
            used = known.get((row.pk, part.pupil_id), Spent()) if part.pupil_id else Spent()
            found.append((share, Amount(part.pence, used)))
    return found


def costs(access: Access, year: int, keys: Iterable[str]) -> Costs:
    """The planned costs of what begins in a school year, of all that the asker may read."""
    school, first = access.school, school_year(year)[0]
    rows = Provision.objects.filter(school=school, starts_on__range=school_year(year))
    provisions = list(rows.readable_by(access))
    places = _places(school, provisions)
    seen = set(Pupil.objects.visible_to(access).filter(school=school).values_list("pk", flat=True))
    book = rate_book(school)
    spent = spending(school, provisions, places, book, access.today)
    lines = shares(provisions, places, book, seen, spent.parts)
    tell_apart(share.pupil for share, _ in lines if share.pupil)
    whole = sum(filter(None, (cost_of_provision(row, book) for row in provisions)))
    ways = tuple(WAYS[key] for key in dict.fromkeys(keys) if key in WAYS) or (WAYS["tier"],)
    found = _broken(lines, *ways)
    threshold = book.threshold_on(first)
    sums = [(way.label, sum(_broken(lines, way).values(), Amount())) for way in WAYS.values()]
    by_child = _rows(_broken(lines, WAYS["child"]), (WAYS["child"],))
    dearest = sorted((r for r in by_child if r.pupil_id), key=lambda r: -r.pence)
    return Costs(
        ways=ways,
        rows=tuple(_rows(found, ways)),
        total=whole,
        drafts=sum(a.planned for s, a in lines if s.provision.state == ProvisionState.DRAFT),
        spent=sum((amount.spent for _, amount in lines), Spent()),
        proofs=tuple((label, Proof(whole, each.planned)) for label, each in sums),
        spent_proofs=tuple(
            (label, Proof(spent.whole, each.spent.delivered)) for label, each in sums
        ),
        without_rate=tuple(row for row in provisions if book.rate_for(row) is None),
        nearest=tuple(ThresholdLine(row, threshold) for row in dearest[:NEAREST]),
        over=sum(row.pence > threshold for row in dearest),
        threshold=threshold,
        pupil_ids=tuple(row.pupil_id for row in by_child if row.pupil_id),
    )


def _places(school: School, provisions: list[Provision]) -> dict[UUID, list[Place]]:
    found: dict[UUID, list[Place]] = defaultdict(list)
    rows = Place.objects.filter(school=school, provision__in=[row.pk for row in provisions])
    for place in rows.select_related("pupil", "pupil__class_group"):
        found[place.provision_id].append(place)
    return found


def _broken(lines: Iterable[tuple[Share, Amount]], *ways: Way) -> dict[tuple, Amount]:
    return broken_down(lines, *(way.of for way in ways), nothing=Amount())


def _rows(found: dict[tuple, Amount], ways: tuple[Way, ...]) -> list[CostRow]:
    """Lines in the order of each way, with the sum of the first way on its first line."""
    ordered = sorted(found.items(), key=lambda pair: [_sortable(key) for key in pair[0]])
    rows = []
    for _, same in groupby(ordered, key=lambda pair: pair[0][0]):
        group = list(same)
        for place, (keys, amount) in enumerate(group):
            rows.append(
                CostRow(
                    names=tuple(key[-1] for key in keys),
                    labels=tuple(way.label for way in ways),
                    pence=amount.planned,
                    spent=amount.spent,
                    pupil_id=_pupil_in(keys, ways),
                    subtotal=sum(a.planned for _, a in group) if place == 0 else None,
                )
            )
    return rows


def _sortable(key: tuple) -> tuple[str, ...]:
    return tuple(f"{part:03d}" if isinstance(part, int) else str(part or "") for part in key)


def _pupil_in(keys: tuple, ways: tuple[Way, ...]) -> UUID | None:
    return next((key[3] for key, way in zip(keys, ways, strict=True) if way.key == "child"), None)
