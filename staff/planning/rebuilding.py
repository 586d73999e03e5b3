"""A plan taken apart and put together again in places, thousands of times; the better one stays.

Made for large parts, where the solver itself finds no good plan in time. Nothing is proved here.
"""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from operator import itemgetter

from .board import Board
from .codes import RANKS, Rank, Soft
from .costs import adult_cost, circles, is_many, teacher_cost
from .instance import Demand, Instance, Session
from .tally import Tally
from .times import Times

#: So many demands are taken out at once; so many adults are tried for each.
MOST_OUT, MOST_TRIED = 5, 9
#: What a session counts that another adult must give.
OF_MISSING = 30
#: A plan that costs so much more is gone on from, in the beginning.
WARMTH = 40

_first = itemgetter(0)


class Rebuilder:
    """The plan of one part, and how it is made better; `kept` sessions stand."""

    def __init__(
        self,
        instance: Instance,
        times: Times,
        demands: list[Demand],
        start: Collection[Session],
        kept: Collection[Session],
        seed: int,
    ) -> None:
        self.instance, self.times, self.demands = instance, times, demands
        self.chance = random.Random(seed)  # noqa: S311 (no secret depends on it)
        self._former = frozenset(instance.former)
        self.weight = instance.weight(Soft.CONTINUITY)
        self.kept = frozenset(kept)
        self.board = Board(instance, start)
        own = {demand.key for demand in demands}
        every = circles(instance)
        self.few = {child: 1 + is_many(each) for child, each in every.items()}
        #: For each child the adults who give something, and how much.
        self.knows: dict[str, Counter[str]] = defaultdict(Counter)
        for session in start:
            self._count(session, 1)
        self.of_child: dict[str, list[Demand]] = defaultdict(list)
        for demand in demands:
            for child in demand.children:
                self.of_child[child].append(demand)
        self.by_adult = {key: self._by_adult(instance.demands[key]) for key in own}
        self.own_cost = {
            (key, adult): adult_cost(instance, instance.demands[key], instance.adults[adult])
            for key, adults in self.by_adult.items()
            for adult in adults
        }
        self.tally = Tally(instance, demands, self.board, self.few)
        self.best = tuple(start)
        self.worth = self.now = self.tally.worth

    def start_anew(self) -> None:
        """Build the whole from the kept sessions alone, for few adults."""
        for session in self._sessions():
            if session not in self.kept:
                self._take(session)
        self._build(sorted(self.demands, key=lambda d: (RANKS.index(d.rank), -len(d.training))))
        self.tally.count_all()
        self.now = self.tally.worth
        self._remember()

    def improve(self, *, until: float, rounds: int | None = None) -> None:
        """Go on until then, or for so many rounds."""
        began, done = time.monotonic(), 0
        while time.monotonic() < until and (rounds is None or done < rounds):
            share = done / rounds if rounds else (time.monotonic() - began) / (until - began)
            self._round(WARMTH * max(0.0, 0.9 - share))
            done += 1

    def _round(self, warmth: float) -> None:
        out = self._choose()
        before = [s for d in out for s in sorted(self.board.sessions[d.key])]
        removed = [session for session in before if session not in self.kept]
        for session in removed:
            self._take(session)
        added = self._build(self._shuffled(out))
        adults = {session.adult for session in (*removed, *added)}
        worth = self.tally.count(out, adults)
        if worth[0] <= self.now[0] and (
            worth[0] < self.now[0] or worth[1] <= self.now[1] + warmth * self.chance.random()
        ):
            self.now = worth
            self._remember()
            return
        for session in added:
            self._take(session)
        for session in removed:
            self._put(session)
        self.tally.count(out, adults)

    def _shuffled(self, demands: list[Demand]) -> list[Demand]:
        """In any order, mostly with what is owed most first."""
        self.chance.shuffle(demands)
        if self.chance.random() < 0.5:
            demands.sort(key=lambda demand: RANKS.index(demand.rank))
        return demands

    def _choose(self) -> list[Demand]:
        """A demand, those of its children and some of those of one adult."""
        lacking = [d for d in self.demands if self.board.given[d.key] < d.sessions]
        pool = lacking if lacking and self.chance.random() < 0.2 else self.demands
        demand = self.chance.choice(pool)
        near = {demand.key: demand}
        for child in demand.children:
            near |= {each.key: each for each in self.of_child[child]}
        adults = sorted({s.adult for key in near for s in self.board.sessions[key]})
        could = sorted(self.by_adult[demand.key])
        chosen = [self.chance.choice(each) for each in (adults, could) if each]
        of_adults = {s.demand for adult in chosen for s in self.board.of_adult[adult]}
        others = sorted(of_adults - near.keys())
        self.chance.shuffle(others)
        keys = [*near, *others][: max(MOST_OUT, len(near))]
        return [self.instance.demands[key] for key in keys]

    def _build(self, demands: Iterable[Demand]) -> list[Session]:
        added: list[Session] = []
        for demand in demands:
            while self.board.given[demand.key] < demand.sessions:
                chosen = self._best_of(demand)
                if not chosen:
                    break
                for session in chosen:
                    self._put(session)
                added += chosen
        return added

    def _best_of(self, demand: Demand) -> list[Session]:
        """What one adult can give of what the demand lacks, at the least cost."""
        lacks = demand.sessions - self.board.given[demand.key]
        is_duty = demand.rank == Rank.DUTY
        every = [(self._dear(demand, adult), adult) for adult in self.by_adult[demand.key]]
        ranked = sorted(every, key=lambda each: each[0] + 8 * self.chance.random())
        best, least = [], float("inf")
        for number, (cost, adult) in enumerate(ranked):
            if number >= MOST_TRIED and best:
                break
            # Duties go round: each adult takes one at a time.
            chosen = self._pick(demand, adult, 1 if is_duty else lacks)
            own = self.own_cost[demand.key, adult] * len(chosen)
            lost = OF_MISSING * (lacks - len(chosen)) + cost + own + self._crowded(demand, chosen)
            if chosen and lost < least:
                best, least = chosen, lost
                if lost <= 0:
                    break
        return best

    def _dear(self, demand: Demand, adult: str) -> float:
        """What it costs that this adult gives the demand, before it is known how much of it."""
        if demand.rank == Rank.DUTY:
            others = self.board.of_adult[adult]
            duties = sum(self.instance.demands[s.demand].rank == Rank.DUTY for s in others)
            return self.instance.weight(Soft.FAIR_DUTIES) * duties + self._strange(demand, adult)
        return self._strange(demand, adult)

    def _crowded(self, demand: Demand, chosen: list[Session]) -> int:
        days = Counter(session.span.weekday for session in chosen)
        usual, on_day = demand.usual_a_day, self.board.on_day
        beyond = sum(max(0, n + on_day[demand.key, day] - usual) for day, n in days.items())
        return self.tally.spread * beyond

    def _strange(self, demand: Demand, adult: str) -> float:
        """What it costs in continuity that this adult gives the demand."""
        cost = 0.0
        for child in demand.children if demand.continuity else ():
            known = self.knows[child]
            if adult not in known:
                number, few = len(known), self.few[child]
                cost += self.weight if number >= few else -self.weight / 2 if number > 0 else 0
        return cost

    def _pick(self, demand: Demand, adult: str, lacks: int) -> list[Session]:
        """So many sessions of one adult, spread over the days, in the teacher's times first."""
        sessions = self.by_adult[demand.key][adult]
        order = sessions[:]
        self.chance.shuffle(order)
        order.sort(key=_first)
        chosen: list[Session] = []
        for most in dict.fromkeys((demand.usual_a_day, demand.most_a_day)):
            for _, session in order:
                if len(chosen) == lacks:
                    break
                day = demand.key, session.span.weekday
                if self.board.on_day[day] < most and self.board.fits(session):
                    self.board.put(session)
                    chosen.append(session)
        for session in chosen:
            self.board.take(session)
        return chosen

    def _by_adult(self, demand: Demand) -> dict[str, list[tuple[int, Session]]]:
        found = defaultdict(list)
        for session in self.times.free(demand):
            cost = teacher_cost(self.instance, demand, session.span)
            found[session.adult].append((cost - 20 * (session in self._former), session))
        return found

    def _put(self, session: Session) -> None:
        self.board.put(session)
        self._count(session, 1)

    def _take(self, session: Session) -> None:
        self.board.take(session)
        self._count(session, -1)

    def _count(self, session: Session, number: int) -> None:
        demand = self.instance.demands[session.demand]
        for child in demand.children if demand.continuity else ():
            known = self.knows[child]
            known[session.adult] += number
            if not known[session.adult]:
                del known[session.adult]

    def _sessions(self) -> list[Session]:
        return sorted(s for d in self.demands for s in self.board.sessions[d.key])

    def _remember(self) -> None:
        if self.now < self.worth:
            self.worth, self.best = self.now, tuple(self._sessions())
