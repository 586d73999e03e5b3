"""What a plan on the board misses, kept up to date where it changes; equal to `costs.py`."""

from collections.abc import Collection, Iterable, Mapping

from .board import Board
from .codes import RANKS, Rank, Soft
from .costs import adult_cost, duty_cost, teacher_cost
from .instance import Demand, Instance, Session

#: Minutes that are not covered, by rank; the cost of the wishes missed.
Worth = tuple[tuple[int, ...], int]


class Tally:
    """The cost by demand, child and adult, and the sum of it."""

    def __init__(
        self, instance: Instance, demands: Collection[Demand], board: Board, few: Mapping[str, int]
    ) -> None:
        self.instance, self.demands, self.board = instance, demands, board
        self.few = few
        self.continuity = instance.weight(Soft.CONTINUITY)
        self.spread, self.walking = instance.weight(Soft.SPREAD), instance.weight(Soft.WALKING)
        keys = {demand.key for demand in demands}
        self.former: dict[str, set[Session]] = {key: set() for key in keys}
        for session in instance.former:
            if session.demand in keys:
                self.former[session.demand].add(session)
        self.circle: dict[str, list[str]] = {}
        for demand in demands:
            for child in demand.children if demand.continuity else ():
                self.circle.setdefault(child, []).append(demand.key)
        self._each: dict[Session, int] = {}
        self._costs: dict[tuple[str, str], int] = {}
        self._missing: dict[str, int] = {}
        self._unmet = dict.fromkeys(RANKS, 0)
        self._cost = 0
        self.count_all()

    @property
    def worth(self) -> Worth:
        """The less the better, minutes first."""
        return tuple(self._unmet[rank] for rank in RANKS), self._cost

    def count_all(self) -> None:
        """Count everything anew."""
        self.count(self.demands, {s.adult for d in self.demands for s in self._of(d)})

    def count(self, demands: Iterable[Demand], adults: Iterable[str]) -> Worth:
        """Count what these demands and adults change."""
        children: dict[str, None] = {}
        for demand in demands:
            self._note(("d", demand.key), self._of_demand(demand))
            missing = demand.minutes * (demand.sessions - self.board.given[demand.key])
            self._unmet[demand.rank] += missing - self._missing.get(demand.key, 0)
            self._missing[demand.key] = missing
            children |= dict.fromkeys(demand.children)
        for child in children:
            self._note(("c", child), self._of_child(child))
        for adult in adults:
            self._note(("a", adult), self._of_adult(adult))
        return self.worth

    def _note(self, key: tuple[str, str], cost: int) -> None:
        self._cost += cost - self._costs.get(key, 0)
        self._costs[key] = cost

    def _of(self, demand: Demand) -> set[Session]:
        return self.board.sessions[demand.key]

    def _of_demand(self, demand: Demand) -> int:
        sessions = self._of(demand)
        cost = sum(self._of_session(demand, session) for session in sessions)
        for weekday in {session.span.weekday for session in sessions}:
            beyond = self.board.on_day[demand.key, weekday] - demand.usual_a_day
            cost += self.spread * max(0, beyond)
        gone = self.former[demand.key] - sessions
        return cost + self.instance.weight(Soft.STABLE) * len(gone)

    def _of_session(self, demand: Demand, session: Session) -> int:
        if session not in self._each:
            adult = self.instance.adults[session.adult]
            cost = adult_cost(self.instance, demand, adult)
            self._each[session] = cost + teacher_cost(self.instance, demand, session.span)
        return self._each[session]

    def _of_child(self, child: str) -> int:
        keys = self.circle.get(child, ())
        adults = {session.adult for key in keys for session in self.board.sessions[key]}
        if not adults:
            return 0
        few = self.few[child]
        return self.continuity * (max(0, len(adults) - few) + (len(adults) == 1 < few))

    def _of_adult(self, adult: str) -> int:
        duties, sites = 0, set()
        for session in self.board.of_adult[adult]:
            duties += self.instance.demands[session.demand].rank == Rank.DUTY
            sites.add((session.span.weekday, self.board.site[session.demand]))
        days = {weekday for weekday, _ in sites}
        return duty_cost(self.instance, duties) + self.walking * (len(sites) - len(days))
