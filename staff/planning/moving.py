"""A session put somewhere by hand: what speaks against each place, what it costs, in words.

The same rules as the planner's, asked one place at a time: quick enough to show while dragging.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from .board import minutes_of
from .codes import Hard, Rank, Soft
from .costs import adult_cost, circles, duty_cost, is_many, teacher_cost
from .diary import Diary
from .instance import Demand, Instance, Session, Span
from .rooms import room_for
from .times import Times, rule

#: What a place costs, in words; the first for what is lost, the second for what is won.
COST_WORDS = {
    Soft.CONTINUITY: ("an adult more than is good for a child", "better for knowing few adults"),
    Soft.SPREAD: ("twice on one day", "better spread"),
    Soft.TEACHER: ("not when the teacher asked for it", "when the teacher asked for it"),
    Soft.WALKING: ("a way to another site", "one way less"),
    Soft.ADULT: ("not what the adult asked for", "what the adult asked for"),
    Soft.FAIR_DUTIES: ("duties shared less evenly", "duties shared more evenly"),
}


@dataclass(frozen=True)
class Place:
    """Where a session could stand, and what the wishes missed there cost."""

    session: Session
    costs: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def cost(self) -> int:
        return sum(self.costs.values())


@dataclass(frozen=True)
class Cell:
    """An adult's time on a weekday: the best place in it, or what speaks against all of it."""

    adult: str
    weekday: int
    starts: int
    place: Place | None
    bars: tuple[str, ...] = ()
    #: What the bars are about.
    tried: Session | None = None


@dataclass(frozen=True)
class Swap:
    """Two sessions whose adults change places."""

    one: Session
    other: Session
    costs: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def cost(self) -> int:
        return sum(self.costs.values())

    @property
    def after(self) -> tuple[Session, Session]:
        return swapped(self.one, self.other)


def swapped(one: Session, other: Session) -> tuple[Session, Session]:
    """Each at its own time, given by the adult of the other."""
    return replace(one, adult=other.adult), replace(other, adult=one.adult)


class Moves:
    """A plan without the session that is moved; knows every place for it."""

    def __init__(self, instance: Instance, sessions: Iterable[Session]) -> None:
        self.instance, self.times = instance, Times(instance)
        self.sessions = [s for s in sessions if is_known(instance, s)]
        self.diary = Diary(instance, self.sessions)
        self.circle: dict[str, Counter[str]] = defaultdict(Counter)
        self.duties: Counter[str] = Counter()
        self.busy: dict[str, int] = defaultdict(int)
        self._few = {child: 1 + is_many(each) for child, each in circles(instance).items()}
        self._own_cost: dict[tuple[str, str], int] = {}
        for session in self.sessions:
            self._count(session, 1)

    def add(self, session: Session) -> None:
        """The session stands."""
        self.sessions.append(session)
        self.diary.add(session)
        self._count(session, 1)

    def remove(self, session: Session) -> None:
        """It stands no more."""
        self.sessions.remove(session)
        self.diary.remove(session)
        self._count(session, -1)

    def _count(self, session: Session, number: int) -> None:
        demand, span = self.instance.demands[session.demand], session.span
        self.busy[session.adult] ^= minutes_of(span.weekday, span.starts, span.ends)
        self.duties[session.adult] += number * (demand.rank == Rank.DUTY)
        for child in demand.children if demand.continuity else ():
            self.circle[child][session.adult] += number

    def bars(self, session: Session) -> tuple[str, ...]:
        """Every rule that the session would break there."""
        demand = self.instance.demands[session.demand]
        found = {*self.times.bars(session), *self.diary.bars(session)}
        # Beside the bells the other rules about time hold all the same.
        found.update(self.times.bars_of_time(demand, session.span))
        return tuple(sorted(found))

    def free(self, key: str) -> Iterator[Session]:
        """Every place of a demand where no rule is broken."""
        demand = self.instance.demands[key]
        adults = self.instance.adults.values()
        for span, barred in self.times.of(demand).items():
            if barred or self._is_taken(demand, span):
                continue
            bits = minutes_of(span.weekday, span.starts, span.ends)
            for adult in adults:
                if self.busy[adult.key] & bits or self.diary.left[adult.key] < span.minutes:
                    continue
                if self.times.bars_of_adult(demand, adult, span.weekday):
                    continue
                session = Session(key, adult.key, span)
                if not self.times.bars_of_work(adult, span) and not self._has_to_walk(session):
                    yield session

    def _has_to_walk(self, session: Session) -> bool:
        adult = self.instance.adults[session.adult]
        return len(adult.sites) > 1 and any(self.diary.clashes(session))

    def _is_taken(self, demand: Demand, span: Span) -> bool:
        """Whether no adult could give it then."""
        diary, day = self.diary, span.weekday
        if diary.given[demand.key] >= demand.sessions:
            return True
        if diary.on_day[demand.key, day] >= demand.most_a_day:
            return True
        others = [*diary.of_demand[demand.key, day]]
        for child in demand.children:
            others += diary.of_child[child, day]
        if any(other.span.overlaps(span) for other in others):
            return True
        site, kind = self.instance.site_of(demand.key), demand.room_kind
        taken = diary.in_kind[site, kind, day]
        return bool(kind) and not room_for(self.instance, site, kind, taken, span)

    def costs(self, session: Session) -> dict[str, int]:
        """What the wishes missed cost more with the session than without, by wish."""
        instance, key, day = self.instance, session.demand, session.span.weekday
        demand, adult = instance.demands[key], instance.adults[session.adult]
        own = self._own_cost.get((key, adult.key))
        if own is None:
            own = self._own_cost[key, adult.key] = adult_cost(instance, demand, adult)
        found = {
            Soft.CONTINUITY: self._strange(demand, adult.key),
            Soft.TEACHER: teacher_cost(instance, demand, session.span),
            Soft.ADULT: own,
        }
        if self.diary.on_day[key, day] >= demand.usual_a_day:
            found[Soft.SPREAD] = instance.weight(Soft.SPREAD)
        if demand.rank == Rank.DUTY:
            number = self.duties[adult.key]
            found[Soft.FAIR_DUTIES] = duty_cost(instance, number + 1) - duty_cost(instance, number)
        if len(adult.sites) > 1:
            there = {instance.site_of(s.demand) for s in self.diary.of_adult[adult.key, day]}
            if there and instance.site_of(key) not in there:
                found[Soft.WALKING] = instance.weight(Soft.WALKING)
        return {wish: cost for wish, cost in found.items() if cost}

    def _strange(self, demand: Demand, adult: str) -> int:
        found = 0
        for child in demand.children if demand.continuity else ():
            adults = +self.circle[child]
            if adult not in adults:
                few, number = self._few[child], len(adults)
                found += _too_many(number + 1, few) - _too_many(number, few)
        return self.instance.weight(Soft.CONTINUITY) * found

    def ranked(self, key: str, *, now: Session | None = None) -> list[Place]:
        """Every free place, the best first; of equal ones that which changes least."""
        places = [Place(session, self.costs(session)) for session in self.free(key)]
        return sorted(places, key=lambda place: (place.cost, *_moved(place.session, now)))

    def cells(
        self, key: str, starts: Collection[int], *, now: Session | None = None
    ) -> Iterator[Cell]:
        """For each adult and each part of each day the best place, or why there is none.

        A part of a day lasts from one of `starts` to before the next.
        """
        edges = sorted(starts)
        best: dict[tuple[str, int, int], Place] = {}
        for place in self.ranked(key, now=now):
            span = place.session.span
            best.setdefault((place.session.adult, span.weekday, _part(edges, span)), place)
        tried: dict[tuple[int, int], Span] = {}
        for span in self.times.of(self.instance.demands[key]):
            tried.setdefault((span.weekday, _part(edges, span)), span)
        for adult in self.instance.adults:
            for weekday in range(5):
                for edge in edges:
                    found, other = best.get((adult, weekday, edge)), tried.get((weekday, edge))
                    session = Session(key, adult, other) if other and not found else None
                    bars = self.bars(session) if session else (rule(Hard.PERIOD, key),)
                    yield Cell(adult, weekday, edge, found, () if found else bars, session)

    def swaps(self, one: Session) -> list[Swap]:
        """Sessions whose adult could change places with that of a standing one, best first."""
        before = self._without(one)
        found = []
        for other in list(self.sessions):
            if other.adult == one.adult:
                continue
            self.remove(other)
            now = sum(before.values()) + sum(self.costs(other).values())
            first, second = swapped(one, other)
            if not self.bars(first):
                costs = Counter(self.costs(first))
                self.add(first)
                if not self.bars(second):
                    costs.update(self.costs(second))
                    costs["now"] = -now
                    found.append(Swap(one, other, dict(costs)))
                self.remove(first)
            self.add(other)
        self.add(one)
        return sorted(found, key=lambda swap: (swap.cost, swap.other))

    def _without(self, session: Session) -> dict[str, int]:
        self.remove(session)
        return self.costs(session)


def is_known(instance: Instance, session: Session) -> bool:
    """Whether the week still has the adult, and the demand with that length."""
    demand = instance.demands.get(session.demand)
    return (
        demand is not None
        and session.adult in instance.adults
        and demand.minutes == session.span.minutes
    )


def cost_in_words(costs: Mapping[str, int], now: Mapping[str, int] | None = None) -> list[str]:
    """What a place costs, or what it changes against the place now."""
    now = now or {}
    lost = [COST_WORDS[wish][0] for wish in COST_WORDS if costs.get(wish, 0) > now.get(wish, 0)]
    won = [COST_WORDS[wish][1] for wish in COST_WORDS if costs.get(wish, 0) < now.get(wish, 0)]
    return lost + won


def _too_many(number: int, few: int) -> int:
    """How far so many adults are from being few, and not only one."""
    return max(0, number - few) + (number == 1 < few)


def _moved(session: Session, now: Session | None) -> tuple:
    span = session.span
    if now is None:
        return (span, session.adult)
    return (
        session.adult != now.adult,
        span.weekday != now.span.weekday,
        abs(span.starts - now.span.starts),
        span,
        session.adult,
    )


def _part(edges: list[int], span: Span) -> int:
    """The part of the day in which it begins: the last that began by then, or the first."""
    return max((edge for edge in edges if edge <= span.starts), default=edges[0])
