"""Somebody is out: which sessions fall, what is owed most first, and who could step in.

A swap gives the fallen session to another adult at the same time: to one who is free, or to one
who then leaves a session that is owed less. Nothing else of the plan moves, so that never more
slots change than fall. Every hard rule is kept, training included.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice

from .codes import RANKS, Rank
from .diary import Diary
from .instance import Adult, Instance, Lock, Session, Span
from .times import Times

#: So many swaps are named for each gap.
MOST = 3
DAY_ENDS = 24 * 60


@dataclass(frozen=True)
class Swap:
    """An adult who could give a fallen session instead, the best first."""

    session: Session
    #: Trained, not only allowed by a noted exception.
    is_trained: bool
    #: Sessions a week that the adult has with one of the children; 0 for nobody they know.
    together: int
    #: Whether a child is said to know the adult.
    is_known: bool
    #: What the adult would leave, of a lower rank; None if free.
    leaves: Session | None = None

    @property
    def disruption(self) -> tuple[int, int]:
        """0 for nothing left; else more, the more strongly it is owed, then its minutes."""
        return (0, 0) if self.leaves is None else (1, self.leaves.span.minutes)


@dataclass(frozen=True)
class Gap:
    """A session that falls, and at most three swaps."""

    session: Session
    rank: Rank
    swaps: tuple[Swap, ...]


@dataclass(frozen=True)
class Replan:
    """The day after the best swaps were accepted."""

    instance: Instance
    fallen: tuple[Gap, ...]
    accepted: tuple[Swap, ...]
    sessions: tuple[Session, ...]

    @property
    def lost(self) -> tuple[Session, ...]:
        """Sessions that nobody gives, the fallen and the left."""
        given = {(s.demand, s.span) for s in self.sessions}
        left = [swap.leaves for swap in self.accepted if swap.leaves]
        every = [*(gap.session for gap in self.fallen), *left]
        return tuple(s for s in every if (s.demand, s.span) not in given)


@dataclass(frozen=True, order=True)
class Out:
    """An adult who is not there on a weekday, between two minutes of the day."""

    adult: str
    weekday: int
    starts: int = 0
    ends: int = DAY_ENDS

    @property
    def span(self) -> Span:
        return Span(self.weekday, self.starts, self.ends)

    def hits(self, session: Session) -> bool:
        """Whether they cannot give a session."""
        return session.adult == self.adult and session.span.overlaps(self.span)


def without(instance: Instance, adult: str, weekday: int, starts: int = 0) -> Instance:
    """The instance when an adult is out on a day from a minute on.

    Locks that one of their sessions may have met are void.
    """
    return without_all(instance, [Out(adult, weekday, starts)])


def without_all(instance: Instance, outs: Collection[Out]) -> Instance:
    """The instance when all of these are out."""
    adults, locks = dict(instance.adults), instance.locks
    for out in outs:
        adult = adults[out.adult]
        adults[out.adult] = replace(adult, at_work=tuple(_left(adult, out.span)))
        locks = tuple(lock for lock in locks if not _may_be_of(lock, out))
    return replace(instance, adults=adults, locks=locks)


def _may_be_of(lock: Lock, out: Out) -> bool:
    return lock.adult in (None, out.adult) and lock.weekday in (None, out.weekday)


def _left(adult: Adult, out: Span) -> Iterator[Span]:
    for span in adult.at_work:
        if not span.overlaps(out):
            yield span
            continue
        if span.starts < out.starts:
            yield replace(span, ends=out.starts)
        if out.ends < span.ends:
            yield replace(span, starts=out.ends)


def gaps_of(
    instance: Instance, sessions: Collection[Session], adult: str, weekday: int, starts: int = 0
) -> tuple[Gap, ...]:
    """What falls, and who could step in for each gap by itself."""
    return gaps_for(instance, sessions, [Out(adult, weekday, starts)])


def gaps_for(
    instance: Instance,
    sessions: Collection[Session],
    outs: Collection[Out],
    taken: Collection[Session] = (),
) -> tuple[Gap, ...]:
    """The same when several are out; `taken` are sessions that somebody stepped in for already."""
    search, fallen = _searching(instance, sessions, outs, taken)
    return tuple(search.gap(session) for session in fallen)


def replan(
    instance: Instance, sessions: Collection[Session], adult: str, weekday: int, starts: int = 0
) -> Replan:
    """The best swap for each gap in turn, what is owed most first."""
    return replan_for(instance, sessions, [Out(adult, weekday, starts)])


def replan_for(
    instance: Instance,
    sessions: Collection[Session],
    outs: Collection[Out],
    taken: Collection[Session] = (),
) -> Replan:
    """The same when several are out: an adult who steps in for one is busy for the next."""
    search, fallen = _searching(instance, sessions, outs, taken)
    gaps, accepted = [], []
    for session in fallen:
        gap = search.gap(session)
        gaps.append(gap)
        if gap.swaps:
            search.accept(gap.swaps[0])
            accepted.append(gap.swaps[0])
    return Replan(search.instance, tuple(gaps), tuple(accepted), tuple(sorted(search.sessions)))


def other_times(
    instance: Instance,
    sessions: Collection[Session],
    outs: Collection[Out],
    session: Session,
    after: int,
) -> tuple[Swap, ...]:
    """Later times of the same day, then of the week, at which somebody free could give it.

    At most three, each with the best adult; `after` is the minute of the day that has passed.
    """
    search, _ = _searching(instance, sessions, outs, ())
    return tuple(islice(search.later(session, after), MOST))


def _searching(
    instance: Instance,
    sessions: Collection[Session],
    outs: Collection[Out],
    taken: Collection[Session],
) -> tuple["_Search", list[Session]]:
    fallen = [s for s in sessions if any(out.hits(s) for out in outs)]
    fallen.sort(key=lambda s: (RANKS.index(_rank(instance, s)), s.span, s.demand))
    return _Search(without_all(instance, outs), sessions, fallen, taken), fallen


def _rank(instance: Instance, session: Session) -> Rank:
    return instance.demands[session.demand].rank


class _Search:
    """The plan without what has fallen, and the swaps accepted so far."""

    def __init__(
        self,
        instance: Instance,
        sessions: Collection[Session],
        fallen: Collection[Session],
        taken: Collection[Session] = (),
    ) -> None:
        self.instance, self.times = instance, Times(instance)
        self.sessions = set(sessions) - set(fallen)
        self.diary = Diary(instance, self.sessions)
        self.before = tuple(sessions)
        #: What stands in for somebody stays.
        self.taken: set[Session] = set(taken)

    def gap(self, session: Session) -> Gap:
        swaps = sorted(self._swaps(session), key=self._order)
        return Gap(session, _rank(self.instance, session), tuple(swaps[:MOST]))

    def accept(self, swap: Swap) -> None:
        if swap.leaves:
            self.sessions.remove(swap.leaves)
            self.diary.remove(swap.leaves)
        self.sessions.add(swap.session)
        self.diary.add(swap.session)
        self.taken.add(swap.session)

    def later(self, session: Session, after: int) -> Iterator[Swap]:
        """Who could give a fallen session later, one for each time, without leaving anything."""
        demand, day = self.instance.demands[session.demand], session.span.weekday
        free = [each for each in self.times.free(demand) if each.span != session.span]
        free = [s for s in free if (s.span.weekday, s.span.starts) > (day, after)]
        for _, group in groupby(free, key=lambda each: each.span):
            able = [self._swap(each, None) for each in group if self.diary.has_room(each)]
            if able:
                yield min(able, key=self._order)

    def _order(self, swap: Swap) -> tuple:
        """Training, relationship, disruption; what is left is owed as little as can be."""
        rank = RANKS.index(_rank(self.instance, swap.leaves)) if swap.leaves else len(RANKS)
        known = 2 if swap.together else 1 if swap.is_known else 0
        # Who would leave something comes after whoever is free and knows the child as well.
        return (
            not swap.is_trained,
            -known,
            swap.leaves is not None,
            -rank,
            -swap.together,
            swap.disruption,
            swap.session,
        )

    def _swaps(self, session: Session) -> Iterator[Swap]:
        for adult in self.instance.adults:
            instead = replace(session, adult=adult)
            if adult == session.adult or self.times.bars(instead):
                continue
            clashes = list(self.diary.clashes(instead))
            if len(clashes) > 1:
                continue
            leaves = clashes[0] if clashes else None
            if leaves and not self._may_leave(session, leaves):
                continue
            if self._fits(instead, leaves):
                yield self._swap(instead, leaves)

    def _may_leave(self, session: Session, leaves: Session) -> bool:
        """Only what is owed less, and neither locked nor just taken over."""
        ranks = [RANKS.index(_rank(self.instance, each)) for each in (session, leaves)]
        is_locked = any(lock.allows(leaves) for lock in self.instance.locks)
        return ranks[1] > ranks[0] and not is_locked and leaves not in self.taken

    def _fits(self, instead: Session, leaves: Session | None) -> bool:
        if leaves is None:
            return self.diary.has_room(instead)
        self.diary.remove(leaves)
        fits = self.diary.has_room(instead)
        self.diary.add(leaves)
        return fits

    def _swap(self, instead: Session, leaves: Session | None) -> Swap:
        demand, adult = self.instance.demands[instead.demand], self.instance.adults[instead.adult]
        day, children = self.instance.day(instead.span.weekday), set(demand.children)
        return Swap(
            session=instead,
            is_trained=all(adult.is_trained(name, day) for name in demand.training),
            together=sum(
                s.adult == adult.key
                and bool(children & set(self.instance.demands[s.demand].children))
                for s in self.before
            ),
            is_known=any(adult.key in self.instance.children[key].known for key in children),
            leaves=leaves,
        )
