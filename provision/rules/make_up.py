"""Which free times make up what is owed: the heaviest duty first, the cheapest time first.

No law says how a missed session is made up. The order is the house's own: what the council must
secure (Children and Families Act 2014, s. 42), what was agreed for a child in care, best endeavours
(s. 66), our own choice; then the oldest debt.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provision.rules.costs import Rate, cost_of

#: How hard a promise binds, hardest first; codes of `provision_codes.LegalWeight`.
BY_WEIGHT = ("council", "care", "best", "none")
_WEIGHT_WORDS = {
    "council": "The council must secure it",
    "care": "Agreed for a child in care",
    "best": "The school owes its best endeavours",
    "none": "The school chose it",
}
#: Children and the days on which they have a make-up already.
Days = set[tuple[str, dt.date]]
#: Minutes under which a time is not worth fetching a child for.
SHORTEST = 10


@dataclass(frozen=True)
class Debt:
    """Minutes that a child is owed of a provision."""

    child: str
    provision: str
    minutes: int
    weight: str
    since: dt.date
    #: How many children may have this provision at once.
    together: int = 1


@dataclass(frozen=True)
class FreeTime:
    """Minutes in which somebody could give a session; `gives` None: any provision."""

    key: str
    adult: str
    on: dt.date
    minutes: int
    pence_an_hour: int
    gives: frozenset[str] | None = None

    def suits(self, debt: Debt) -> bool:
        """Long enough, after the day of the debt, and the adult gives this provision."""
        is_long_enough = self.minutes >= min(SHORTEST, debt.minutes)
        return (
            is_long_enough
            and self.on > debt.since
            and (self.gives is None or debt.provision in self.gives)
        )


@dataclass(frozen=True)
class MakeUp:
    """A proposed session: which time, how long, for whom (child, minutes), what it costs."""

    time: str
    adult: str
    on: dt.date
    provision: str
    minutes: int
    children: tuple[tuple[str, int], ...]
    pence: int
    because: str


@dataclass(frozen=True)
class Proposal:
    """Make-up sessions in the order in which they were chosen, and what stays owed."""

    sessions: tuple[MakeUp, ...]
    left: tuple[Debt, ...]

    @property
    def pence(self) -> int:
        """What all of it costs."""
        return sum(session.pence for session in self.sessions)

    @property
    def words(self) -> str:
        """What it does and what it leaves, in a sentence; names no child."""
        made = sum(minutes for each in self.sessions for _, minutes in each.children)
        still = sum(debt.minutes for debt in self.left)
        told = f"{made} min made up in {len(self.sessions)} sessions for £{self.pence / 100:.2f}"
        return told + (f"; {still} min stay owed: no free time suits." if still else ".")


def propose(
    debts: Iterable[Debt], times: Iterable[FreeTime], busy: Iterable[tuple[str, dt.date]] = ()
) -> Proposal:
    """A make-up session at a time until nothing is owed or no time suits.

    A child has one make-up a day at most, `busy` those who have one already: two free times of a
    day may be at the same hour. Whoever
    is owed the same provision comes along, as far as the group has room.
    """
    owed = sorted((d for d in debts if d.minutes > 0), key=_heaviest)
    free = list(times)
    sessions: list[MakeUp] = []
    left: list[Debt] = []
    taken: Days = set(busy)
    while owed:
        time = _cheapest(owed[0], free, taken)
        if time is None:
            left.append(owed.pop(0))
            continue
        group = _group(owed, time, taken)
        session = _session(group, time)
        sessions.append(session)
        taken |= {(debt.child, time.on) for debt in group}
        free = _without(free, time, session.minutes)
        owed = _paid(owed, group, session.minutes)
    return Proposal(tuple(sessions), tuple(left))


def _heaviest(debt: Debt) -> tuple:
    weight = BY_WEIGHT.index(debt.weight)
    return (weight, debt.since, -debt.minutes, debt.child, debt.provision, -debt.together)


def _cheapest(debt: Debt, free: Sequence[FreeTime], taken: Days) -> FreeTime | None:
    fit = [time for time in free if time.suits(debt) and (debt.child, time.on) not in taken]
    return min(fit, key=lambda t: (t.pence_an_hour, t.on, t.key), default=None)


def _session(group: Sequence[Debt], time: FreeTime) -> MakeUp:
    first = group[0]
    minutes = min(first.minutes, time.minutes)
    return MakeUp(
        time=time.key,
        adult=time.adult,
        on=time.on,
        provision=first.provision,
        minutes=minutes,
        children=tuple((debt.child, min(debt.minutes, minutes)) for debt in group),
        pence=cost_of(minutes, Rate(time.pence_an_hour)),
        because=_because(first, time, len(group)),
    )


def _group(owed: Sequence[Debt], time: FreeTime, taken: Days) -> list[Debt]:
    """The first debt and who comes along: no child twice, none who has a make-up that day."""
    group = [owed[0]]
    for debt in owed[1:]:
        is_same = debt.provision == owed[0].provision and debt.since < time.on
        is_free = (debt.child, time.on) not in taken
        is_there = any(debt.child == other.child for other in group)
        has_room = len(group) < min(debt.together, *(other.together for other in group))
        if is_same and is_free and has_room and not is_there:
            group.append(debt)
    return group


def _because(debt: Debt, time: FreeTime, children: int) -> str:
    told = f"{_WEIGHT_WORDS[debt.weight]}, owed since {debt.since:%-d %b}"
    told += f"; cheapest free time (£{time.pence_an_hour / 100:.2f} an hour)"
    return told + (f"; {children} children." if children > 1 else ".")


def _without(free: Sequence[FreeTime], taken: FreeTime, minutes: int) -> list[FreeTime]:
    rest = (replace(t, minutes=t.minutes - minutes) if t is taken else t for t in free)
    return [time for time in rest if time.minutes > 0]


def _paid(owed: Sequence[Debt], group: Sequence[Debt], minutes: int) -> list[Debt]:
    """What stays owed after a session of so many minutes for a group."""
    return [
        replace(debt, minutes=debt.minutes - minutes) if _is_among(debt, group) else debt
        for debt in owed
        if not (_is_among(debt, group) and debt.minutes <= minutes)
    ]


def _is_among(debt: Debt, group: Sequence[Debt]) -> bool:
    """By identity: two debts of a child may be alike."""
    return any(debt is other for other in group)
