"""The money for SEN of a financial year as pages show it: streams, sums, children, cohorts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from provision.models import FundingSum, Provision
from provision.provision_codes import FundingStream, ProvisionState
from provision.rules.costs import Proof
from provision.rules.elements import AgainstThreshold
from provision.rules.funding import Flow, StreamSum, flowing
from provision.selectors.cost_rows import broken
from provision.selectors.cost_ways import Way, sortable
from provision.selectors.shares import Amount, Share
from pupils.models import Pupil

PLUS = FundingStream.PREMIUM_PLUS


@dataclass(frozen=True)
class SumLine:
    """A sum as somebody wrote it down, and the one that put it right."""

    row: FundingSum
    corrected_by: FundingSum | None

    @property
    def stream_words(self) -> str:
        return FundingStream(self.row.stream).label


@dataclass(frozen=True)
class StreamLine:
    """A stream in words; `source` says where its sum stands, if nobody typed it here."""

    sum: StreamSum
    source: str = ""

    @property
    def words(self) -> str:
        return FundingStream(self.sum.stream).label


@dataclass(frozen=True)
class CohortLine:
    """A group of children: how many have provision, what it costs, and those above element 2."""

    name: str
    children: int
    planned: int
    delivered: int
    #: Planned for those of its children whose whole provision costs more than element 2.
    for_dear: int

    @property
    def each(self) -> int:
        """Planned pence a child, to the nearest penny; nothing without children."""
        return (self.planned + self.children // 2) // self.children if self.children else 0


@dataclass(frozen=True)
class CaseLine:
    """A child with its costs by stream, against element 2."""

    pupil: Pupil
    against: AgainstThreshold
    delivered: int
    by_stream: Mapping[str, int]


@dataclass(frozen=True)
class Funding:
    """A financial year of a school."""

    year: int
    lines: tuple[tuple[Share, Amount], ...]
    streams: tuple[StreamLine, ...]
    sums: tuple[SumLine, ...]
    children: tuple[CaseLine, ...]
    threshold: int
    #: Planned pence of provision that the map pays from pupil premium plus.
    plus_on_map: int
    #: Provisions one by one, for the proof.
    whole: int
    without_rate: tuple[Provision, ...]

    @property
    def flow(self) -> Flow:
        """All streams that are shown."""
        return flowing(line.sum.flow for line in self.streams)

    @property
    def received(self) -> int:
        return sum(line.sum.received or 0 for line in self.streams)

    @property
    def left(self) -> int:
        """Of the streams for which a sum is known."""
        return sum(line.sum.left or 0 for line in self.streams)

    @cached_property
    def proof(self) -> Proof:
        """The streams' plans, and what the map pays from pupil premium plus, against each line."""
        planned = sum(x.sum.flow.planned for x in self.streams if x.sum.stream != PLUS)
        return Proof(self.whole, planned + self.plus_on_map)

    @property
    def above(self) -> tuple[CaseLine, ...]:
        """Children whose provision costs more than element 2, dearest first."""
        return tuple(line for line in self.children if line.against.above)

    @property
    def drafts(self) -> int:
        """Planned pence that nobody has begun."""
        return sum(a.planned for s, a in self.lines if s.provision.state == ProvisionState.DRAFT)

    @property
    def hidden(self) -> int:
        """Planned pence of children whose record the asker cannot open."""
        return sum(amount.planned for share, amount in self.lines if share.is_hidden)

    def cohorts(self, way: Way) -> tuple[CohortLine, ...]:
        """The costed case by group of children."""
        dear = {line.pupil.pk for line in self.above}
        pupils: dict[tuple, set[UUID]] = defaultdict(set)
        of_dear: dict[tuple, int] = defaultdict(int)
        for share, amount in self.lines:
            if share.pupil:
                name = way.name_of(share)
                pupils[name].add(share.pupil.pk)
                of_dear[name] += amount.planned if share.pupil.pk in dear else 0
        found = broken(self.lines, way)
        return tuple(
            CohortLine(
                name[-1], len(pupils[name]), each.planned, each.spent.delivered, of_dear[name]
            )
            for (name,), each in sorted(found.items(), key=lambda pair: sortable(pair[0][0]))
        )
