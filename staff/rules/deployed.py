"""Planned against delivered minutes of adults, and how well sessions were staffed (pure, no Django).

Education Endowment Foundation, "Deployment of Teaching Assistants" (2021): what counts is who gives
a session, trained and known to the child, and that it adds to the class and does not replace it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

#: Fewer sessions or children than this say nothing, and could point to one of them.
FEWEST = 5


@dataclass(frozen=True)
class Held:
    """One planned session on one day: what became of it."""

    on: dt.date
    rank: str
    minutes: int
    #: The adult by the plan, and whoever gave it or was to give it; None: nobody.
    usual: Hashable
    by: Hashable | None
    #: Given, as the log says, or as in-class support counts; None: nobody has logged it.
    given: int | None
    provision: Hashable | None = None
    children: tuple[Hashable, ...] = ()
    is_in_class: bool = False
    #: None: it asks for no training.
    is_trained: bool | None = None
    #: Its adult was out, and whether anybody has decided what then.
    is_out: bool = False
    is_open: bool = False
    #: Its adult left it to step in for another.
    is_left: bool = False
    is_moved: bool = False

    @property
    def is_covered(self) -> bool:
        return self.is_out and self.by is not None


@dataclass
class Sums:
    """Minutes of adults; planned = delivered + lost + what is not logged, as far as it is told."""

    planned: int = 0
    delivered: int = 0
    #: Nobody gave it: the adult was out or left it.
    lost: int = 0
    unlogged: int = 0
    #: Of the planned, what fell because somebody was out, and what others gave of it.
    fallen: int = 0
    covered: int = 0
    diverted: int = 0
    undecided: int = 0
    #: Minutes that children have to get again: each child counts.
    owed: int = 0
    children: set = field(default_factory=set)

    @property
    def gap(self) -> int:
        """Planned and not delivered."""
        return max(0, self.planned - self.delivered)

    def add(self, held: Held) -> None:
        """Count one session."""
        self.planned += held.minutes
        self.children.update(held.children)
        self.delivered += min(held.given or 0, held.minutes)
        is_lost = held.by is None and not held.is_open
        if is_lost and not held.given:
            self.lost += held.minutes
            self.owed += held.minutes * len(held.children) * (held.provision is not None)
        elif held.given is None:
            self.unlogged += held.minutes
        self.fallen += held.minutes * held.is_out
        self.covered += held.minutes * held.is_covered
        self.diverted += held.minutes * held.is_left
        self.undecided += held.minutes * held.is_open


def summed[K: Hashable](held: Iterable[Held], key: Callable[[Held], K]) -> dict[K, Sums]:
    """The sums by something."""
    found: dict[K, Sums] = defaultdict(Sums)
    for each in held:
        found[key(each)].add(each)
    return dict(found)


@dataclass(frozen=True)
class OfAdult:
    """Minutes of one adult."""

    planned: int
    delivered: int
    #: For somebody who was out.
    stood_in: int
    #: Own sessions that they left for it.
    diverted: int
    #: Own sessions that fell while they were out.
    out: int


def of_adults(held: Iterable[Held]) -> dict[Hashable, OfAdult]:
    """Each adult's planned minutes and what became of them; nobody is compared with anybody."""
    rows: dict[Hashable, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for each in held:
        own = rows[each.usual]
        own[0] += each.minutes
        own[3] += each.minutes * each.is_left
        own[4] += each.minutes * each.is_out
        if each.by is not None:
            rows[each.by][1] += min(each.given or 0, each.minutes)
            rows[each.by][2] += each.minutes * (each.by != each.usual)
    return {key: OfAdult(*row) for key, row in rows.items()}


@dataclass(frozen=True)
class Quality:
    """How delivered sessions were staffed; a share is None where there are too few to say."""

    sessions: int
    #: Of those that ask for a training.
    trained: float | None
    usual: float | None
    apart: float | None
    #: Different adults who gave something to a child, on average.
    adults_a_child: float | None


def quality(held: Iterable[Held]) -> Quality:
    """Of sessions that were delivered to children, never of the plan."""
    given = [each for each in held if each.given and each.by is not None and each.children]
    minutes = sum(each.given or 0 for each in given)
    adults: dict[Hashable, set] = defaultdict(set)
    for each in given:
        for child in each.children:
            adults[child].add(each.by)
    is_enough = len(given) >= FEWEST
    asked = [each for each in given if each.is_trained is not None]
    apart = sum(e.given or 0 for e in given if not e.is_in_class and len(e.children) == 1)
    return Quality(
        len(given),
        sum(bool(e.is_trained) for e in asked) / len(asked) if len(asked) >= FEWEST else None,
        sum(each.by == each.usual for each in given) / len(given) if is_enough else None,
        apart / minutes if is_enough else None,
        sum(map(len, adults.values())) / len(adults) if len(adults) >= FEWEST else None,
    )
