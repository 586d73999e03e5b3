"""What is taken, minute by minute, as bits of whole numbers: for trying thousands of sessions."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from .instance import Instance, Session, Span
from .rooms import room_for

DAY_MINUTES = 24 * 60


@lru_cache(maxsize=20_000)
def minutes_of(weekday: int, starts: int, ends: int) -> int:
    """One bit for each minute of the week that is taken."""
    return ((1 << (ends - starts)) - 1) << (weekday * DAY_MINUTES + max(0, starts))


class Board:
    """Sessions that keep every rule about themselves; knows whether one more fits beside them."""

    def __init__(self, instance: Instance, sessions: Iterable[Session] = ()) -> None:
        self.instance = instance
        self.left = {key: adult.minutes_left for key, adult in instance.adults.items()}
        self.site = {key: instance.site_of(key) for key in instance.demands}
        self.given: Counter[str] = Counter()
        self.on_day: Counter[tuple[str, int]] = Counter()
        self.busy: dict[str, int] = defaultdict(int)
        self.sessions: dict[str, set[Session]] = defaultdict(set)
        self.of_adult: dict[str, set[Session]] = defaultdict(set)
        self._in_kind: dict[tuple[str, str, int], list[Span]] = defaultdict(list)
        self._whom = {
            key: (f"d {key}", *(f"c {child}" for child in demand.children))
            for key, demand in instance.demands.items()
        }
        self._walks = {key for key, adult in instance.adults.items() if len(adult.sites) > 1}
        for session in sessions:
            self.put(session)

    def fits(self, session: Session) -> bool:
        """Whether no rule between sessions is broken by one more."""
        key, span = session.demand, session.span
        demand = self.instance.demands[key]
        bits = minutes_of(span.weekday, span.starts, span.ends)
        if self.busy[f"a {session.adult}"] & bits or self.left[session.adult] < span.minutes:
            return False
        if any(self.busy[who] & bits for who in self._whom[key]):
            return False
        if self.given[key] >= demand.sessions:
            return False
        if self.on_day[key, span.weekday] >= demand.most_a_day:
            return False
        if session.adult in self._walks and not self._can_walk(session):
            return False
        kind = self.site[key], demand.room_kind, span.weekday
        return not demand.room_kind or room_for(self.instance, *kind[:2], self._in_kind[kind], span)

    def _can_walk(self, session: Session) -> bool:
        way = self.instance.walk_minutes
        return not any(
            self.site[other.demand] != self.site[session.demand]
            and other.span.overlaps(session.span, way)
            for other in self.of_adult[session.adult]
        )

    def put(self, session: Session) -> None:
        self._change(session, 1)
        self.sessions[session.demand].add(session)
        self.of_adult[session.adult].add(session)

    def take(self, session: Session) -> None:
        self._change(session, -1)
        self.sessions[session.demand].remove(session)
        self.of_adult[session.adult].remove(session)

    def _change(self, session: Session, number: int) -> None:
        key, span = session.demand, session.span
        bits = minutes_of(span.weekday, span.starts, span.ends)
        for who in (f"a {session.adult}", *self._whom[key]):
            self.busy[who] ^= bits
        self.left[session.adult] -= number * span.minutes
        self.given[key] += number
        self.on_day[key, span.weekday] += number
        if kind := self.instance.demands[key].room_kind:
            taken = self._in_kind[self.site[key], kind, span.weekday]
            if number > 0:
                taken.append(span)
            else:
                taken.remove(span)
