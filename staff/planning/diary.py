"""What is taken already: the time of adults, children and rooms."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from .codes import Hard
from .instance import Instance, Session, Span
from .rooms import room_for
from .times import rule


class Diary:
    """A plan as far as it is made; knows what stands in the way of one more session."""

    def __init__(self, instance: Instance, sessions: Iterable[Session] = ()) -> None:
        self.instance = instance
        self.left = {key: adult.minutes_left for key, adult in instance.adults.items()}
        self.given: Counter[str] = Counter()
        self.on_day: Counter[tuple[str, int]] = Counter()
        self.of_adult: dict[tuple[str, int], list[Session]] = defaultdict(list)
        self.of_child: dict[tuple[str, int], list[Session]] = defaultdict(list)
        self.of_demand: dict[tuple[str, int], list[Session]] = defaultdict(list)
        self.in_kind: dict[tuple[str, str, int], list[Span]] = defaultdict(list)
        for session in sessions:
            self.add(session)

    def add(self, session: Session) -> None:
        """A session stands."""
        self._count(session, 1)
        for rows in self._lists(session):
            rows.append(session)
        self.in_kind[self._kind(session)].append(session.span)

    def remove(self, session: Session) -> None:
        """It stands no more."""
        self._count(session, -1)
        for rows in self._lists(session):
            rows.remove(session)
        self.in_kind[self._kind(session)].remove(session.span)

    def _count(self, session: Session, number: int) -> None:
        self.left[session.adult] -= number * session.span.minutes
        self.given[session.demand] += number
        self.on_day[session.demand, session.span.weekday] += number

    def _lists(self, session: Session) -> Iterator[list[Session]]:
        day = session.span.weekday
        yield self.of_adult[session.adult, day]
        yield self.of_demand[session.demand, day]
        for child in self.instance.demands[session.demand].children:
            yield self.of_child[child, day]

    def _kind(self, session: Session) -> tuple[str, str, int]:
        demand = self.instance.demands[session.demand]
        return self.instance.site_of(demand.key), demand.room_kind, session.span.weekday

    def has_room(self, session: Session) -> bool:
        """Whether one more session can stand there beside what is taken."""
        return next(self.bars(session), None) is None

    def bars(self, session: Session) -> Iterator[str]:
        """Which rules between sessions it would break."""
        demand, span = self.instance.demands[session.demand], session.span
        if self.left[session.adult] < span.minutes:
            yield rule(Hard.CONTRACT, session.adult)
        if self.given[demand.key] >= demand.sessions:
            yield rule(Hard.SESSIONS, demand.key)
        if self.on_day[demand.key, span.weekday] >= demand.most_a_day:
            yield rule(Hard.A_DAY, demand.key)
        if any(self.clashes(session)):
            yield rule(Hard.ADULT_ONCE, session.adult)
        for child in demand.children:
            if any(s.span.overlaps(span) for s in self.of_child[child, span.weekday]):
                yield rule(Hard.CHILD_ONCE, child)
        if any(s.span.overlaps(span) for s in self.of_demand[demand.key, span.weekday]):
            yield rule(Hard.DEMAND_ONCE, demand.key)
        if demand.room_kind and not self._has_room_of_kind(session):
            yield rule(Hard.ROOM, self.instance.site_of(demand.key), demand.room_kind)

    def clashes(self, session: Session) -> Iterator[Session]:
        """The sessions of the adult that leave no time for this one, the way included."""
        site = self.instance.site_of(session.demand)
        for other in self.of_adult[session.adult, session.span.weekday]:
            is_here = self.instance.site_of(other.demand) == site
            way = 0 if is_here else self.instance.walk_minutes
            if other.span.overlaps(session.span, way):
                yield other

    def _has_room_of_kind(self, session: Session) -> bool:
        site, kind, day = self._kind(session)
        taken = self.in_kind[site, kind, day]
        return room_for(self.instance, site, kind, taken, session.span)
