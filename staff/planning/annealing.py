"""A large plan made better by very many small changes, the dearer ones accepted ever less often.

Each round takes out all sessions of one demand, of two, or of the demands of one child, and puts
them back with a few adults drawn anew, at the first times that are free. What a change costs is
counted as it is made: no round looks at more than it touches. Every rule between sessions is
kept, and no demand loses a session. Nothing is proved here.
"""

import math
import random
import time
from collections.abc import Collection

from .desk import Desk
from .instance import Demand, Instance, Session
from .jobs import Job
from .times import Times

#: What a change may cost, as a temperature, at first and at last: shares of the largest weight.
HOT, COLD = 0.3, 0.05
#: So many rounds between two looks at the clock.
STRETCH = 64
#: Of the rounds: those that take one demand, those that take the demands of one child.
ALONE, OF_CHILD = 0.6, 0.27
#: How often an adult is drawn whom one of the children has already.
KNOWN = 0.65
#: How often others must give way where something does not fit; how many at once; tries.
PUSHING, MOST_OUT, TRIES = 0.6, 2, 8


class Annealer:
    """The plan of one part; `kept` sessions stand."""

    def __init__(
        self,
        instance: Instance,
        times: Times,
        demands: Collection[Demand],
        start: Collection[Session],
        kept: Collection[Session],
        seed: int,
    ) -> None:
        self.chance = random.Random(seed)  # noqa: S311 (no secret depends on it)
        self.desk = Desk(instance, times, demands, start, kept)
        self.jobs = [job for job in self.desk.jobs.values() if job.need]
        self.of_child: dict[str, list[Job]] = {}
        for job in self.jobs:
            for child in job.circle:
                self.of_child.setdefault(child, []).append(job)
        self._kept = tuple(session for session in start if session in kept)
        self._warmth = max(1, *instance.weights.values())
        self.best, self.least = tuple(sorted(start)), self.desk.cost

    def improve(self, *, until: float, rounds: int | None = None) -> None:
        """Go on until then, or for so many rounds: from hot to cold once."""
        began, done, cooling = time.monotonic(), 0, COLD / HOT
        while self.jobs and (rounds is None or done < rounds):
            now = time.monotonic()
            if now >= until:
                break
            share = done / rounds if rounds else (now - began) / (until - began)
            heat = self._warmth * HOT * cooling**share
            for _ in range(STRETCH):
                self._round(heat)
            done += STRETCH
            self._remember()

    def _remember(self) -> None:
        if self.desk.cost < self.least:
            self.least, self.best = (
                self.desk.cost,
                tuple(sorted([*self._kept, *self.desk.sessions()])),
            )

    def _round(self, heat: float) -> None:
        desk, chance = self.desk, self.chance
        jobs, shared = self._choose()
        before = desk.cost
        desk.journal.clear()
        for job in jobs:
            for place in list(job.held):
                desk.take(job, place)
        if all(self._build(job, shared) for job in jobs):
            more = desk.cost - before
            if more <= 0 or chance.random() < math.exp(-more / heat):
                return
        desk.undo()

    def _choose(self) -> tuple[list[Job], list[str]]:
        """Demands to take out, and adults who should share them."""
        chance = self.chance
        job = chance.choice(self.jobs)
        kind = chance.random()
        if kind < ALONE or not job.circle:
            return [job], []
        if kind > ALONE + OF_CHILD:
            other = chance.choice(self.jobs)
            return ([job] if other is job else [job, other]), []
        jobs = self.of_child[chance.choice(job.circle)]
        if len(jobs) > 3:
            jobs = chance.sample(jobs, chance.randint(2, len(jobs)))
        else:
            jobs = chance.sample(jobs, len(jobs))
        shared = [chance.choice(chance.choice(jobs).adults) for _ in range(2)]
        return jobs, shared

    def _build(self, job: Job, shared: list[str]) -> bool:
        """Put back what was taken out; False if it does not all fit."""
        order = self._adults(job)
        if shared:
            self.chance.shuffle(shared)
            order = [*shared, *order]
        adults = [adult for adult in dict.fromkeys(order) if adult in job.can]
        is_shared = self.chance.random() < 0.5
        if self._fill(job, adults, is_shared=is_shared):
            return True
        return self.chance.random() < PUSHING and self._push_in(job, adults)

    def _adults(self, job: Job) -> list[str]:
        """A few who could give it, mostly those whom its children have already."""
        chance, knows = self.chance, self.desk.knows
        known = [adult for child in job.circle for adult in knows[child] if adult in job.can]
        return [
            chance.choice(known if known and chance.random() < KNOWN else job.adults)
            for _ in range(chance.choice((1, 2, 2, 3)))
        ]

    def _fill(self, job: Job, adults: list[str], *, is_shared: bool = False) -> bool:
        """At the first free times, as few a day as usual; with `is_shared` by turns."""
        desk, turn = self.desk, self.chance.random()
        for most in job.levels:
            for day in self._days():
                while len(job.held) < job.need and job.on_day[day] < most:
                    place = desk.first(job, adults, day, turn)
                    if place is None:
                        break
                    desk.put(job, place)
                    if is_shared and len(adults) > 1:
                        adults = [*adults[1:], adults[0]]
        return len(job.held) == job.need

    def _days(self) -> list[int]:
        days = list(range(5))
        self.chance.shuffle(days)
        return days

    def _push_in(self, job: Job, adults: list[str]) -> bool:
        """Put in what is left where others must give way, and find these another place."""
        desk, chance = self.desk, self.chance
        tries = TRIES
        while len(job.held) < job.need and tries and adults:
            tries -= 1
            adult = chance.choice(adults)
            day = chance.choice(list(job.can[adult]))
            if job.on_day[day] >= (job.usual if tries > 1 else job.levels[-1]):
                continue
            place = adult, day, chance.choice(job.can[adult][day])
            out = desk.in_the_way(job, place)
            if out is None or len(out) > MOST_OUT:
                continue
            for other, taken in out:
                desk.take(other, taken)
            desk.put(job, place)
            if not all(self._fill(o, [p[0], *self._adults(o)]) for o, p in out):
                return False
        return len(job.held) == job.need
