"""A plan as it was found: what `manage plan_staff` writes. A plan made by hand is the same file.

One JSON object, `format` "aylsham-staff-plan-1"; of a plan by hand only `sessions` is read.

    status      "optimal" (proved to be the best), "feasible" (the best found in the time),
                or "impossible": the locks exclude each other, see conflicts
    sessions    {demand, adult, weekday, at, room} each; room null where none is needed
    unmet       {rank: minutes a week that are owed and not covered}
    bounds      {rank: no plan that meets the ranks before as well leaves fewer}
    cost, bound, gap    of the wishes missed: no plan with as little unmet costs less than the
                bound; gap is (cost - bound) / cost
    costs       the cost by rule
    seconds     how long it took
    uncovered   {demand, rank, sessions, minutes, is_proved, remedies: [{kind, adult, name,
                 minutes, pence, covers, words}, …] the cheapest first}; is_proved: no plan that
                 meets the ranks before as well leaves fewer minutes of this rank
    conflicts   {locks: [number, …], rules: [name, …], is_proved, words}
                 they cannot be met together, and any one fewer can
    figures     adults per child and the like; greedy: the same of a plan made greedily
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .codes import RANKS, Rank
from .costs import cost_of, unmet_of
from .instance import Instance, Session

FORMAT = "aylsham-staff-plan-1"


@dataclass(frozen=True)
class Conflict:
    """Locks, by their number from 0, and rules that exclude each other; none can be left out."""

    locks: tuple[int, ...]
    rules: tuple[str, ...]
    is_proved: bool = True


@dataclass(frozen=True)
class Remedy:
    """What would cover a demand, proved by a plan that keeps every rule; pence None if unknown."""

    kind: str
    adult: str = ""
    name: str = ""
    #: More minutes of the adult a week.
    minutes: int = 0
    pence: int | None = 0
    #: So many of the missing sessions.
    covers: int = 1
    #: The whole plan with it, as its proof.
    sessions: tuple[Session, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class Uncovered:
    """Sessions that a demand lacks, and the ways out, the cheapest first."""

    demand: str
    rank: Rank
    sessions: int
    minutes: int
    is_proved: bool
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True)
class Limits:
    """What solving may take; `effort` is deterministic time for each step."""

    seconds: float = 60
    workers: int = 2
    seed: int = 1
    effort: float | None = None


@dataclass(frozen=True)
class Found:
    """A plan for some demands, with what no plan for them can be below."""

    sessions: tuple[Session, ...]
    bounds: Mapping[Rank, int]
    bound: int


@dataclass(frozen=True)
class Progress:
    """How far it is: steps of the whole, and what is being done."""

    done: int
    total: int
    words: str


class Steps:
    """Counts the steps of solving and says each of them."""

    def __init__(self, total: int, say: Callable[[Progress], None]) -> None:
        self.done, self.total, self.words = 0, total, ""
        self._say = say

    def next(self, words: str) -> None:
        """A step begins."""
        self._say(Progress(self.done, self.total, words))
        self.done, self.words = self.done + 1, words

    def better(self, value: float) -> None:
        """Something better was found in the step that runs."""
        self._say(Progress(self.done - 1, self.total, f"{self.words}: {value:,.0f}"))


@dataclass(frozen=True)
class Plan:
    """Who is with whom, when; and how good that is."""

    instance: Instance
    sessions: tuple[Session, ...]
    bounds: Mapping[Rank, int]
    bound: int
    seconds: float = 0.0
    uncovered: tuple[Uncovered, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def unmet(self) -> dict[Rank, int]:
        """Minutes a week that are owed and not covered."""
        return unmet_of(self.instance, self.sessions)

    @property
    def costs(self) -> Counter[str]:
        return cost_of(self.instance, self.sessions)

    @property
    def cost(self) -> int:
        return self.costs.total()

    @property
    def gap(self) -> float:
        """How much fewer wishes the best plan could miss at most, as a share."""
        return max(0.0, (self.cost - self.bound) / self.cost) if self.cost else 0.0

    @property
    def is_least_unmet(self) -> bool:
        """Whether it is proved that no plan covers more of what is owed."""
        return all(self.unmet[rank] <= self.bounds[rank] for rank in RANKS)

    @property
    def status(self) -> str:
        if self.conflicts:
            return "impossible"
        return "optimal" if self.is_least_unmet and self.cost <= self.bound else "feasible"
