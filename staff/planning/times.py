"""Where sessions could stand: every time and adult of a demand, and what bars it there."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from .codes import GRID, Hard, Shape
from .instance import Adult, Bells, Demand, Instance, Lock, Session, Span


def rule(hard: Hard, *about: str) -> str:
    """The name of one rule: `contract:ADULT`, `pairing:ADULT:CHILD`."""
    return ":".join([str(hard), *about])


def times_of(bells: Bells, minutes: int) -> tuple[Span, ...]:
    """Every time at which a session of so many minutes fits into the periods."""
    return tuple(sorted(set(_times(bells.periods, minutes))))


def _times(periods: tuple[Span, ...], minutes: int) -> Iterator[Span]:
    for number, period in enumerate(periods):
        starts = period.starts
        while starts + minutes <= period.ends:
            yield Span(period.weekday, starts, starts + minutes)
            starts += max(minutes, GRID)
        ends = period.ends
        for later in periods[number + 1 :]:
            if (later.weekday, later.starts) != (period.weekday, ends):
                break
            ends = later.ends
        if period.minutes < minutes <= ends - period.starts:
            yield Span(period.weekday, period.starts, period.starts + minutes)


class Times:
    """For each demand its times and adults, with the rules about that session alone."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self._times: dict[str, dict[Span, frozenset[str]]] = {}
        self._adults: dict[tuple[str, int], dict[str, frozenset[str]]] = {}
        self._busy: dict[tuple[str, Span], frozenset[str]] = {}
        self._free: dict[str, tuple[Session, ...]] = {}

    def of(self, demand: Demand) -> Mapping[Span, frozenset[str]]:
        """Every time that the bells allow, with what bars the demand there; empty where free."""
        if demand.key not in self._times:
            spans = times_of(self.instance.bells[demand.bells], demand.minutes)
            self._times[demand.key] = {s: frozenset(self.bars_of_time(demand, s)) for s in spans}
        return self._times[demand.key]

    def bars_of_time(self, demand: Demand, span: Span) -> Iterator[str]:
        """Which rules forbid the demand at a time, whoever gives it."""
        if demand.windows and not any(window.holds(span) for window in demand.windows):
            yield rule(Hard.WINDOW, demand.key)
        for key in demand.children:
            child = self.instance.children[key]
            if any(span.overlaps(each) for each in child.absent):
                yield rule(Hard.ABSENT, key)
            takes_out = demand.shape != Shape.IN_CLASS
            if takes_out and any(span.overlaps(each) for each in child.protected):
                yield rule(Hard.PROTECTED, key)

    def bars_of_adult(self, demand: Demand, adult: Adult, weekday: int) -> frozenset[str]:
        """Which rules forbid an adult to give the demand on a day."""
        known = self._adults.setdefault((demand.key, weekday), {})
        if adult.key not in known:
            known[adult.key] = frozenset(self._of_adult(demand, adult, weekday))
        return known[adult.key]

    def _of_adult(self, demand: Demand, adult: Adult, weekday: int) -> Iterator[str]:
        instance, day = self.instance, self.instance.day(weekday)
        if instance.site_of(demand.key) not in adult.sites:
            yield rule(Hard.SITE, adult.key)
        if (demand.key, adult.key) not in instance.overridden:
            for name in demand.training:
                if not adult.is_trained(name, day):
                    yield rule(Hard.TRAINING, adult.key, name)
        for key in demand.children:
            if (adult.key, key) in instance.never:
                yield rule(Hard.PAIRING, adult.key, key)
            child = instance.children[key]
            if child.needs_handover and adult.key not in child.known:
                handed = instance.handed_over.get((key, adult.key))
                if handed is None or day < handed:
                    yield rule(Hard.HANDOVER, key, adult.key)

    def bars_of_work(self, adult: Adult, span: Span) -> frozenset[str]:
        """Which rules of an adult's own week forbid any session then."""
        if (adult.key, span) not in self._busy:
            self._busy[adult.key, span] = frozenset(_of_work(adult, span))
        return self._busy[adult.key, span]

    def bars(self, session: Session) -> frozenset[str]:
        """Every rule that a session breaks by itself."""
        demand = self.instance.demands[session.demand]
        adult = self.instance.adults[session.adult]
        of_time = self.of(demand).get(session.span)
        if of_time is None:
            of_time = frozenset([rule(Hard.PERIOD, demand.key)])
        of_adult = self.bars_of_adult(demand, adult, session.span.weekday)
        return of_time | of_adult | self.bars_of_work(adult, session.span)

    def free(self, demand: Demand) -> tuple[Session, ...]:
        """The sessions that no rule about themselves bars, by time, then adult."""
        if demand.key not in self._free:
            self._free[demand.key] = tuple(self._of_free(demand))
        return self._free[demand.key]

    def _of_free(self, demand: Demand) -> Iterator[Session]:
        for span, bars in self.of(demand).items():
            if bars:
                continue
            for adult in self.instance.adults.values():
                if self.bars_of_adult(demand, adult, span.weekday):
                    continue
                if not self.bars_of_work(adult, span):
                    yield Session(demand.key, adult.key, span)

    def matching(self, lock: Lock) -> Iterator[Session]:
        """Every session that a lock allows, barred or not."""
        demand = self.instance.demands[lock.demand]
        for span in self.of(demand):
            for adult in self.instance.adults:
                session = Session(demand.key, adult, span)
                if lock.allows(session):
                    yield session

    @cached_property
    def hopeless(self) -> frozenset[str]:
        """Demands for which no adult and time are there at all."""
        return frozenset(k for k, demand in self.instance.demands.items() if not self.free(demand))


def _of_work(adult: Adult, span: Span) -> Iterator[str]:
    if not any(each.holds(span) for each in adult.at_work):
        yield rule(Hard.AT_WORK, adult.key)
    if any(span.overlaps(each) for each in adult.breaks):
        yield rule(Hard.BREAK, adult.key)
    if any(span.overlaps(each) for each in adult.tasks):
        yield rule(Hard.TASK, adult.key)
