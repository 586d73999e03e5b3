"""A plan laid out for very many changes: what is taken, as bits, and what it costs, as it changes.

Counts what `costs.py` counts, for a part whose demands share nothing with any other.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from .codes import Rank, Soft
from .costs import adult_cost, circles, duty_cost, is_many, teacher_cost
from .instance import Demand, Instance, Session
from .jobs import Job, Option, Place, Ticks
from .rooms import capacity
from .times import Times


class Desk:
    """The jobs of one part, their places, and the cost of all that stands."""

    def __init__(
        self,
        instance: Instance,
        times: Times,
        demands: Collection[Demand],
        start: Collection[Session],
        kept: Collection[Session],
    ) -> None:
        self.instance, self.cost = instance, 0
        self.spread = instance.weight(Soft.SPREAD)
        self.walking = instance.weight(Soft.WALKING)
        self._steps = _steps(instance)
        self._former = frozenset(instance.former)
        self._clear()
        every = {session.span for demand in demands for session in times.free(demand)}
        ticks = Ticks(every)
        self._bits = {span: ticks.of(span) for span in every}
        self.jobs = {demand.key: self._job(demand, times) for demand in demands}
        self._holds = {j.room: capacity(instance, *j.room) for j in self.jobs.values() if j.room}
        #: The jobs of each child.
        self.with_child: dict[str, list[Job]] = defaultdict(list)
        for job in self.jobs.values():
            for child in job.children:
                self.with_child[child].append(job)
        for session in start:
            self._lay(session, kept)

    def _clear(self) -> None:
        """Nothing stands yet."""
        instance = self.instance
        self.left = {key: adult.minutes_left for key, adult in instance.adults.items()}
        self.busy: dict[str, int] = defaultdict(int)
        self.of_child: dict[str, int] = defaultdict(int)
        self.knows: dict[str, dict[str, int]] = defaultdict(dict)
        self.duties: Counter[str] = Counter()
        self.walks = {key for key, adult in instance.adults.items() if len(adult.sites) > 1}
        self.ways: dict[tuple[str, int], list[Session]] = defaultdict(list)
        #: For each adult what may be taken out, in the order in which it was put.
        self.of_adult: dict[str, dict[tuple[Job, Place], None]] = defaultdict(dict)
        #: What was put (True) and taken since it was last cleared.
        self.journal: list[tuple[bool, Job, Place]] = []
        self._in_rooms: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)

    def _job(self, demand: Demand, times: Times) -> Job:
        can: dict[str, dict[int, list[Option]]] = defaultdict(lambda: defaultdict(list))
        for session in times.free(demand):
            option = self._option(demand, session)
            can[session.adult][session.span.weekday].append(option)
        for by_day in can.values():
            for options in by_day.values():
                options.sort(key=lambda option: option.cost)
        site, kind = self.instance.site_of(demand.key), demand.room_kind
        return Job(
            demand=demand,
            minutes=demand.minutes,
            children=demand.children,
            circle=demand.children if demand.continuity else (),
            usual=demand.usual_a_day,
            levels=tuple(dict.fromkeys((demand.usual_a_day, demand.most_a_day))),
            is_duty=demand.rank == Rank.DUTY,
            room=(site, kind) if kind else None,
            can={adult: dict(by_day) for adult, by_day in can.items()},
            adults=list(can),
        )

    def _option(self, demand: Demand, session: Session) -> Option:
        cost = adult_cost(self.instance, demand, self.instance.adults[session.adult])
        cost += teacher_cost(self.instance, demand, session.span)
        if session in self._former:
            cost -= self.instance.weight(Soft.STABLE)
        return Option(session, self._bits[session.span], cost)

    def _lay(self, session: Session, kept: Collection[Session]) -> None:
        job, day = self.jobs[session.demand], session.span.weekday
        options = job.can[session.adult][day]
        place = session.adult, day, next(o for o in options if o.session == session)
        self.put(job, place)
        if session in kept:
            job.held.remove(place)
            del self.of_adult[session.adult][job, place]
        else:
            job.need += 1

    def sessions(self) -> Iterator[Session]:
        """All that stands and is not kept."""
        for job in self.jobs.values():
            for _, _, option in job.held:
                yield option.session

    def first(self, job: Job, adults: Iterable[str], day: int, turn: float) -> Place | None:
        """The first adult who is free on a day, at their first free time."""
        taken = job.busy
        for child in job.children:
            taken |= self.of_child[child]
        for adult in adults:
            if self.left[adult] < job.minutes:
                continue
            options = job.can[adult].get(day, ())
            mine = taken | self.busy[adult]
            if turn < 0.5 and options:
                from_here = int(2 * turn * len(options))
                options = [*options[from_here:], *options[:from_here]]
            for option in options:
                if not option.bits & mine and self._is_free(job, adult, option):
                    return adult, day, option
        return None

    def _is_free(self, job: Job, adult: str, option: Option) -> bool:
        if job.room and not self._has_room(job.room, option.bits):
            return False
        return adult not in self.walks or self._can_walk(job, adult, option)

    def _can_walk(self, job: Job, adult: str, option: Option) -> bool:
        site, way = self.instance.site_of(job.demand.key), self.instance.walk_minutes
        return not any(
            self.instance.site_of(other.demand) != site
            and other.span.overlaps(option.session.span, way)
            for other in self.ways[adult, option.session.span.weekday]
        )

    def _has_room(self, room: tuple[str, str], bits: int) -> bool:
        taken, holds = self._in_rooms[room], self._holds[room]
        return all(taken[tick] < holds for tick in _ticks(bits))

    def put(self, job: Job, place: Place) -> None:
        """A session stands."""
        adult, day, option = place
        self._turn(job, adult, option, 1)
        job.held.append(place)
        self.of_adult[adult][job, place] = None
        self.journal.append((True, job, place))
        if job.on_day[day] >= job.usual:
            self.cost += self.spread
        job.on_day[day] += 1
        self.cost += option.cost
        for child in job.circle:
            known = self.knows[child]
            if adult in known:
                known[adult] += 1
            else:
                known[adult] = 1
                self.cost += self._steps[child][len(known)]

    def take(self, job: Job, place: Place) -> None:
        """It stands no more."""
        adult, day, option = place
        self._turn(job, adult, option, -1)
        job.held.remove(place)
        del self.of_adult[adult][job, place]
        self.journal.append((False, job, place))
        job.on_day[day] -= 1
        if job.on_day[day] >= job.usual:
            self.cost -= self.spread
        self.cost -= option.cost
        for child in job.circle:
            known = self.knows[child]
            if known[adult] > 1:
                known[adult] -= 1
            else:
                self.cost -= self._steps[child][len(known)]
                del known[adult]

    def undo(self) -> None:
        """As it was before what the journal holds."""
        for was_put, job, place in self.journal[::-1]:
            if was_put:
                self.take(job, place)
            else:
                self.put(job, place)
        self.journal.clear()

    def in_the_way(self, job: Job, place: Place) -> list[tuple[Job, Place]] | None:
        """What must be taken out for a place; None if something there cannot be."""
        adult, _, option = place
        bits, left = option.bits, job.minutes - self.left[adult]
        if job.busy & bits or (job.room and not self._has_room(job.room, bits)):
            return None
        mine, taken = self.of_adult[adult], self.busy[adult] & bits
        out = {each: None for each in mine if each[1][2].bits & bits} if taken else {}
        covered = sum(each[1][2].bits for each in out)
        if taken & ~covered:
            return None
        for child in job.children:
            if theirs := self.of_child[child] & bits:
                found = _overlapping(self.with_child[child], bits)
                if theirs & ~sum(each[1][2].bits for each in found):
                    return None
                out |= dict.fromkeys(found)
        left -= sum(each[0].minutes for each in out if each[1][0] == adult)
        for each in mine:
            if left <= 0:
                break
            if each not in out:
                out[each] = None
                left -= each[0].minutes
        if left > 0 or not self._can_walk(job, adult, option):
            return None
        return list(out)

    def _turn(self, job: Job, adult: str, option: Option, number: int) -> None:
        """What is busy is free, or the other way round."""
        bits = option.bits
        self.busy[adult] ^= bits
        job.busy ^= bits
        for child in job.children:
            self.of_child[child] ^= bits
        self.left[adult] -= number * job.minutes
        if job.room:
            taken = self._in_rooms[job.room]
            for tick in _ticks(bits):
                taken[tick] += number
        if job.is_duty:
            before = duty_cost(self.instance, self.duties[adult])
            self.duties[adult] += number
            self.cost += duty_cost(self.instance, self.duties[adult]) - before
        if adult in self.walks:
            self._walk(adult, option.session, number)

    def _walk(self, adult: str, session: Session, number: int) -> None:
        ways = self.ways[adult, session.span.weekday]
        before = self._journeys(ways)
        if number > 0:
            ways.append(session)
        else:
            ways.remove(session)
        self.cost += self.walking * (self._journeys(ways) - before)

    def _journeys(self, sessions: list[Session]) -> int:
        return max(0, len({self.instance.site_of(s.demand) for s in sessions}) - 1)


def _overlapping(jobs: Iterable[Job], bits: int) -> list[tuple[Job, Place]]:
    return [
        (job, place)
        for job in jobs
        if job.busy & bits
        for place in job.held
        if place[2].bits & bits
    ]


def _ticks(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low
        bits ^= low


def _steps(instance: Instance) -> dict[str, list[int]]:
    """For each child what the first, second, … adult adds to the cost."""
    weight, most = instance.weight(Soft.CONTINUITY), len(instance.adults)
    found = {}
    for child, demands in circles(instance).items():
        few = 1 + is_many(demands)
        costs = [0] + [max(0, n - few) + (n == 1 < few) for n in range(1, most + 1)]
        found[child] = [0] + [weight * (b - a) for a, b in pairwise(costs)]
    return found
