"""What provision costs: one line for each child's share, broken down as somebody asks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from provision.access import sees_children
from provision.models import Provision
from provision.provision_codes import ProvisionState
from provision.rules.costs import Proof
from provision.rules.spending import SecondWay, Spent
from provision.selectors.cost_rows import CostRow, ThresholdLine, broken, rows_of, summed
from provision.selectors.cost_ways import Asked, Way
from provision.selectors.provisions import school_year
from provision.selectors.rates import RateBook, cost_of_provision, rate_books
from provision.selectors.shares import Amount, Share, gap_lines, seen_places, shares, together
from provision.selectors.spending import Spending, spending
from provision.selectors.spent import Until, until_of, with_unknown
from pupils.models.roll import tell_apart

type Lines = Sequence[tuple[Share, Amount]]
type Ids = Mapping[School, tuple[UUID, ...]]
#: How many children stand against the threshold, those who cost most first.
NEAREST = 10


@dataclass(frozen=True)
class Costs:
    """What is planned of a school year, broken down, with the proof that it adds up."""

    asked: Asked
    rows: tuple[CostRow, ...]
    #: Of everything that the asker may read, however it is narrowed.
    total: int
    #: Of what was asked for.
    shown: Amount
    drafts: int
    proofs: tuple[tuple[str, Proof], ...]
    #: Provision for which no rate is known: left out of every sum.
    without_rate: tuple[Provision, ...]
    nearest: tuple[ThresholdLine, ...]  # the children who cost most
    over: int  # children above the threshold of their school
    #: What every school of the page pays for a child itself; None where they differ.
    threshold: int | None
    #: Children whose figures the page shows one by one; and those of its lines alone.
    pupil_ids: Ids
    pupil_ids_of_rows: Ids
    until: Until
    #: What was delivered proved from the adults' minutes; None while it is not known of everything.
    second: SecondWay | None = None

    @property
    def ways(self) -> tuple[Way, ...]:
        return self.asked.ways

    @property
    def left_out(self) -> int:
        """Planned pence that are not among what was asked for."""
        return self.total - self.shown.planned

    @property
    def spent(self) -> Spent:
        """Until today, of what was asked for."""
        return self.shown.spent

    @property
    def is_sound(self) -> bool:
        """Every breakdown adds up to the whole."""
        second = self.second is None or self.second.proof.is_sound
        return second and all(proof.is_sound for _, proof in self.proofs)

    @property
    def gap(self) -> list[tuple[str, int]]:
        """Why less was given than planned until today: words and pence, the largest first."""
        return gap_lines(self.spent)


@dataclass(frozen=True)
class _Read:
    """What the costs of a page are made from."""

    schools: tuple[School, ...]
    provisions: tuple[Provision, ...]
    books: Mapping[UUID, RateBook]
    lines: tuple[tuple[Share, Amount], ...]
    spent: Spending

    @property
    def delivered(self) -> int:
        """Pence delivered of the provisions one by one."""
        return sum(self.spent.delivered.values())

    @property
    def second(self) -> SecondWay | None:
        """What was delivered, from the adults' minutes alone."""
        known = self.spent.by_adults
        if not known or known.keys() != self.spent.delivered.keys():
            return None
        spent = summed(self.lines).spent
        return SecondWay(sum(known.values()), spent.delivered, spent.away)

    @cached_property
    def whole(self) -> int:
        """Planned pence of the provisions one by one."""
        each = (cost_of_provision(row, self.books[row.school_id]) for row in self.provisions)
        return sum(filter(None, each))

    @property
    def without_rate(self) -> tuple[Provision, ...]:
        """Those for which no rate is known; no name of a school whose children are not seen."""
        closed = {share.provision.school_id for share, _ in self.lines if share.is_closed}
        rows = [row for row in self.provisions if row.school_id not in closed]
        return tuple(r for r in rows if self.books[r.school_id].rate_for(r) is None)


def costs(
    access: Access,
    year: int,
    asked: Asked,
    ways: Mapping[str, Way],
    spending_of: Callable[..., Spending] = spending,
) -> Costs:
    """What begins in a school year at the schools whose costs the asker sees.

    What was delivered is worked out here and now, or read by another `spending_of`.
    Seven statements, whatever the number of schools and provisions.
    """
    found = _read(access, year, spending_of)
    lines = [(share, amount) for share, amount in found.lines if asked.keeps(share)]
    rows = rows_of(broken(lines, *asked.ways), asked.ways)
    first = school_year(year)[0]
    dearest = _dearest(found, asked, ways["child"], first)
    thresholds = {found.books[school.pk].threshold_on(first) for school in found.schools}
    nearest = dearest[:NEAREST]
    in_rows = {row.pupil_id for row in rows}
    return Costs(
        asked=asked,
        rows=tuple(rows),
        total=found.whole,
        shown=summed(lines),
        drafts=sum(a.planned for s, a in lines if s.provision.state == ProvisionState.DRAFT),
        proofs=tuple(_proofs(found, lines, rows, ways)),
        without_rate=found.without_rate,
        nearest=tuple(nearest),
        over=sum(line.is_over for line in dearest),
        threshold=thresholds.pop() if len(thresholds) == 1 else None,
        pupil_ids=_ids(found, {*in_rows, *(line.row.pupil_id for line in nearest)}),
        pupil_ids_of_rows=_ids(found, in_rows),
        until=until_of(found.spent, found.schools, found.lines, lines),
        second=found.second,
    )


def _read(access: Access, year: int, spending_of: Callable[..., Spending]) -> _Read:
    schools = [s for s in access.schools if Permission.VIEW_COSTS in access.permissions_at(s)]
    by_id = {school.pk: school for school in schools}
    rows = Provision.objects.filter(school__in=schools, starts_on__range=school_year(year))
    provisions = list(rows.readable_by(access))
    for row in provisions:
        row.school = by_id[row.school_id]
    places, seen = seen_places(access, schools, provisions)
    books = rate_books(schools)
    spent = spending_of(schools, provisions, places, books, access.today)
    of_school: dict[UUID, list[Provision]] = defaultdict(list)
    for row in provisions:
        of_school[row.school_id].append(row)
    lines = []
    for school in schools:
        mine = of_school[school.pk]
        is_closed = not sees_children(access, school)
        of_it = shares(mine, places, books[school.pk], seen, spent.parts, is_closed=is_closed)
        lines += with_unknown(of_it, spent, access.today)
    tell_apart(share.pupil for share, _ in lines if share.pupil)
    return _Read(tuple(schools), tuple(provisions), books, tuple(lines), spent)


def _proofs(
    found: _Read, lines: Lines, rows: list[CostRow], ways: Mapping[str, Way]
) -> Iterator[tuple[str, Proof]]:
    """Every breakdown against the provisions one by one; and what is shown against the rest."""
    sums = [(way.label, together(broken(found.lines, way).values())) for way in ways.values()]
    for label, each in sums:
        yield f"{label}, planned", Proof(found.whole, each.planned)
    for label, each in sums:
        yield f"{label}, delivered", Proof(found.delivered, each.spent.delivered)
    if len(lines) < len(found.lines):
        kept = {id(share) for share, _ in lines}
        others = summed((s, a) for s, a in found.lines if id(s) not in kept)
        shown = sum(row.pence for row in rows)
        delivered = sum(row.spent.delivered for row in rows) + others.spent.delivered
        yield "Shown and not shown, planned", Proof(found.whole, shown + others.planned)
        yield "Shown and not shown, delivered", Proof(found.delivered, delivered)


def _dearest(found: _Read, asked: Asked, way: Way, first: dt.date) -> list[ThresholdLine]:
    """Each child's whole year against what its school pays itself, dearest first."""
    lines = [(share, amount) for share, amount in found.lines if asked.keeps_school(share)]
    schools = {share.pupil.pk: share.provision.school for share, _ in lines if share.pupil}
    dearest = []
    for row in sorted(rows_of(broken(lines, way), (way,)), key=lambda row: -row.pence):
        if row.pupil_id is not None:
            school = schools[row.pupil_id]
            threshold = found.books[school.pk].threshold_on(first)
            dearest.append(ThresholdLine(row, school, threshold))
    return dearest


def _ids(found: _Read, chosen: Collection[UUID | None]) -> Ids:
    """Those of the children chosen, by school."""
    ids: dict[School, dict[UUID, None]] = {school: {} for school in found.schools}
    for share, _ in found.lines:
        if share.pupil and share.pupil.pk in chosen:
            ids[share.provision.school][share.pupil.pk] = None
    return {school: tuple(each) for school, each in ids.items()}
