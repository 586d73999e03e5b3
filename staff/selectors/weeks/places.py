"""Where one session of a plan could stand, in words: what each place costs, or why it cannot be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from pupils.models import Pupil
from staff.codes import WEEKDAY_LABELS
from staff.models import PlanDemand, PlanSession, Room, StaffMember, TrainingTopic, WeekPlan
from staff.planning import moving
from staff.planning.clashes import clashes_in_words
from staff.planning.clocks import clock
from staff.planning.codes import Hard
from staff.planning.instance import Instance, Session
from staff.planning.moving import Moves, cost_in_words, is_known
from staff.selectors.weeks.instances import as_session, as_sessions, monday_of, week_from
from staff.selectors.weeks.reading import (
    DemandWords,
    children_of,
    demand_words,
    seen_among,
    who_is_in,
    words_for,
)
from staff.selectors.weeks.room_choice import RoomChoice, room_choices
from staff.selectors.weeks.rows import WeekRows, places_of, week_querysets

#: So many places are named at once; the others are a day or an adult away.
MOST = 12
SOMEBODY = "a child whom you do not see"


@dataclass(frozen=True)
class Spot:
    """A place for a session, and what it changes."""

    session: Session
    name: str
    changes: tuple[str, ...]

    @property
    def day(self) -> str:
        return WEEKDAY_LABELS[self.session.span.weekday]

    @property
    def at(self) -> str:
        return clock(self.session.span.starts)

    @property
    def value(self) -> str:
        """As a form sends it: adult, weekday, minute."""
        span = self.session.span
        return f"{self.session.adult}/{span.weekday}/{span.starts}"


@dataclass(frozen=True)
class Target:
    """A cell of the board while a card is dragged: the best place in it, or why there is none."""

    adult: str
    weekday: int
    starts: int
    spot: Spot | None
    words: str


@dataclass(frozen=True)
class Exchange:
    """A session whose adult could change places with this one's."""

    row: PlanSession
    what: str
    name: str
    changes: tuple[str, ...]

    @property
    def when(self) -> str:
        return f"{WEEKDAY_LABELS[self.row.weekday]} {clock(self.row.starts)}"


@dataclass(frozen=True)
class Untrained:
    """An adult who is free for it and only lacks a training: an exception may be noted."""

    adult: str
    name: str
    training: str


@dataclass(frozen=True)
class PlacesPage:
    """One session, or one thing that is not covered, and everywhere it could stand."""

    words: DemandWords
    #: How many of its sessions stand.
    given: int
    spots: tuple[Spot, ...] = ()
    more: int = 0
    swaps: tuple[Exchange, ...] = ()
    #: Why it cannot stand anywhere, how often each; empty if it can.
    reasons: tuple[str, ...] = ()
    untrained: tuple[Untrained, ...] = ()
    #: In which room it could be; none where its provision asks for one, `asked`.
    rooms: tuple[RoomChoice, ...] = ()
    asked: Room | None = None


def still_page(access: Access, demand: PlanDemand) -> PlacesPage:
    """What cannot be moved, or not now: what it is and no more; three statements."""
    return PlacesPage(demand_words(access, [demand])[demand.pk], demand.planned.count())


class Places:
    """The week of a plan without one session, with the names that the asker may read."""

    def __init__(
        self, access: Access, plan: WeekPlan, demand: PlanDemand, session: PlanSession | None
    ) -> None:
        self.access, self.row, self.key = access, session, str(demand.pk)
        monday = monday_of(plan)
        *of_week, may_read, in_it, members, topics = rows_as(
            _of_plan, access, **places_of(plan, monday)
        )
        self.rows = WeekRows(*of_week)
        self.instance = week_from(self.rows, plan, monday).instance
        children = children_of(self.rows.demands, in_it)
        everyone = {pk for each in children.values() for pk in each}
        seen = seen_among(access, everyone | {UUID(key) for key in self.instance.children})
        self.words = words_for(access, self.rows.demands, children, set(may_read), seen)
        rooms = ((room.pk, room.name) for room in self.rows.rooms)
        named = {str(pk): name for pk, name in (*members, *rooms, *topics)}
        self.names = _names(self.instance, seen, self.words) | named
        self.now = as_session(session) if session else None
        self.moves = Moves(
            self.instance, [s for s in as_sessions(self.rows.sessions) if s != self.now]
        )
        self.is_there = self.key in self.instance.demands

    @property
    def children(self) -> int:
        """How many take part, also those whom the asker does not see."""
        return len(self.instance.demands[self.key].children) if self.is_there else 0

    @property
    def given(self) -> int:
        """How many sessions of it stand in the plan."""
        return sum(str(row.demand_id) == self.key for row in self.rows.sessions)

    def page(self, demand: PlanDemand) -> PlacesPage:
        """Free places with what they change, swaps, or what stands in the way."""
        found = PlacesPage(self.words[demand.pk], self.given, **self._room_of(demand))
        if not self.is_there:
            return replace(found, reasons=("There are no times for it in this week.",))
        ranked = [p for p in self.moves.ranked(self.key, now=self.now) if p.session != self.now]
        return replace(
            found,
            spots=tuple(self._spot(place) for place in ranked[:MOST]),
            more=max(0, len(ranked) - MOST),
            swaps=tuple(self._swaps())[:MOST],
            reasons=() if ranked else tuple(self._reasons()),
            untrained=tuple(self._untrained()),
        )

    def _room_of(self, demand: PlanDemand) -> dict[str, Any]:
        """The room that is asked for, or which the session could be in."""
        asked = {row.provision_id: row.room_id for row in self.rows.plannings}.get(
            demand.provision_id
        )
        if asked:
            return {"asked": next(room for room in self.rows.rooms if room.pk == asked)}
        if (row := self.row) is None:
            return {}
        taken = {
            other.room_id
            for other in self.rows.sessions
            if other.pk != row.pk and other.weekday == row.weekday
            if other.starts < row.ends and other.ends > row.starts
        }
        return {"rooms": room_choices(self.rows.rooms, taken, self.children)}

    def targets(self, starts: Iterable[int]) -> list[Target]:
        """For each adult and part of the day the best place, or why there is none."""
        if not self.is_there:
            return []
        edges = list(starts)
        return [self._target(cell) for cell in self.moves.cells(self.key, edges, now=self.now)]

    def _target(self, cell: moving.Cell) -> Target:
        at = (cell.adult, cell.weekday, cell.starts)
        if cell.place:
            spot = self._spot(cell.place)
            words = f"{spot.name}, {spot.day} {spot.at}: {_joined(spot.changes) or 'no change'}"
            return Target(*at, spot, words)
        return Target(*at, None, _joined(self._why(cell)))

    def _why(self, cell: moving.Cell) -> list[str]:
        if cell.tried is None:
            return ["It has no time then"]
        return clashes_in_words(self.moves, cell.tried, cell.bars, self.names)

    def _spot(self, place: moving.Place) -> Spot:
        changes = cost_in_words(place.costs, self._costs_now)
        return Spot(place.session, self.names[place.session.adult], tuple(changes))

    @cached_property
    def _costs_now(self) -> Mapping[str, int]:
        if self.now is None or not is_known(self.instance, self.now):
            return {}
        return self.moves.costs(self.now)

    def _swaps(self) -> Iterable[Exchange]:
        if self.now is None or self.row is None or not is_known(self.instance, self.now):
            return
        by_session = {as_session(row): row for row in self.rows.sessions if not row.is_locked}
        moves = Moves(self.instance, [*self.moves.sessions, self.now])
        for swap in moves.swaps(self.now):
            if row := by_session.get(swap.other):
                name = self.names[str(row.member_id)]
                yield Exchange(row, self.words[row.demand_id].what, name, _worth(swap.cost))

    def _reasons(self) -> list[str]:
        """What is most often in the way, at the times that its bells allow."""
        if not self.instance.adults:
            return ["Nobody has a contract with working days in this week."]
        found: dict[str, int] = {}
        for cell in self.moves.cells(self.key, [0], now=self.now):
            for words in self._why(cell):
                found[words] = found.get(words, 0) + 1
        return sorted(found, key=lambda words: -found[words])[:MOST]

    def _untrained(self) -> Iterable[Untrained]:
        demand = self.instance.demands[self.key]
        if not demand.training:
            return
        for adult in self.instance.adults.values():
            bars = {
                bar
                for day in range(5)
                for bar in self.moves.times.bars_of_adult(demand, adult, day)
            }
            kinds = {bar.partition(":")[0] for bar in bars}
            if kinds == {Hard.TRAINING}:
                lacks = sorted({self.names.get(bar.split(":")[2], "") for bar in bars})
                yield Untrained(adult.key, self.names[adult.key], " and ".join(lacks))


def _of_plan(access: Access, **places: Any) -> list[QuerySet]:
    """The week of a plan; what the asker may read of it; names of adults and of topics."""
    demands = PlanDemand.objects.filter(school=access.school, plan=places["plan"]).order_by()
    given = demands.values("provision")
    members = StaffMember.objects.filter(school=access.school)
    topics = TrainingTopic.objects.filter(federation_id=places["federation"])
    return [
        *week_querysets(**places),
        *who_is_in(access, Q(pk__in=given), Q(provision__in=given)),
        members.values_list("pk", "name"),
        topics.values_list("pk", "name"),
    ]


def _names(
    instance: Instance, seen: Mapping[UUID, Pupil], words: Mapping[UUID, DemandWords]
) -> dict[str, str]:
    """What children and demands are called, for the asker."""
    found = dict.fromkeys(instance.children, SOMEBODY)
    found |= {str(pk): pupil.full_name for pk, pupil in seen.items()}
    return found | {str(key): each.what for key, each in words.items()}


def _worth(cost: int) -> tuple[str, ...]:
    """Whether a swap is better than what stands."""
    if cost < 0:
        return ("better for the wishes",)
    return ("misses more wishes",) if cost else ()


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)
