"""Where one session of a plan could stand, in words: what each place costs, or why it cannot be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from pupils.models import Pupil
from staff.codes import WEEKDAY_LABELS
from staff.models import PlanDemand, PlanSession, Room, StaffMember, TrainingTopic, WeekPlan
from staff.planning import moving
from staff.planning.clashes import clashes_in_words
from staff.planning.clocks import clock
from staff.planning.codes import Hard
from staff.planning.instance import Instance, Session, Span
from staff.planning.moving import Moves, cost_in_words, is_known
from staff.selectors.weeks.board import demands_of
from staff.selectors.weeks.instances import monday_of, sessions_of, week_of_plan
from staff.selectors.weeks.reading import DemandWords, demand_words

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
    spots: tuple[Spot, ...]
    more: int
    swaps: tuple[Exchange, ...]
    #: Why it cannot stand anywhere, how often each; empty if it can.
    reasons: tuple[str, ...]
    untrained: tuple[Untrained, ...]


class Places:
    """The week of a plan without one session, with the names that the asker may read."""

    def __init__(
        self, access: Access, plan: WeekPlan, demand: PlanDemand, session: PlanSession | None
    ) -> None:
        self.access, self.plan, self.key = access, plan, str(demand.pk)
        self.words = demand_words(access, list(demands_of(access, plan)))
        self.instance = week_of_plan(plan, monday_of(plan)).instance
        self.names = names_in(access, self.instance, self.words)
        self.now = _as_planned(session) if session else None
        self.row = session
        self.moves = Moves(self.instance, [s for s in sessions_of(plan) if s != self.now])
        self.is_there = self.key in self.instance.demands

    @property
    def children(self) -> int:
        """How many take part, also those whom the asker does not see."""
        return len(self.instance.demands[self.key].children) if self.is_there else 0

    def page(self, demand: PlanDemand) -> PlacesPage:
        """Free places with what they change, swaps, or what stands in the way."""
        words = self.words[demand.pk]
        if not self.is_there:
            return PlacesPage(words, (), 0, (), ("There are no times for it in this week.",), ())
        ranked = [p for p in self.moves.ranked(self.key, now=self.now) if p.session != self.now]
        return PlacesPage(
            words=words,
            spots=tuple(self._spot(place) for place in ranked[:MOST]),
            more=max(0, len(ranked) - MOST),
            swaps=tuple(self._swaps())[:MOST],
            reasons=() if ranked else tuple(self._reasons()),
            untrained=tuple(self._untrained()),
        )

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

    @property
    def _costs_now(self) -> Mapping[str, int]:
        if self.now is None or not is_known(self.instance, self.now):
            return {}
        return self.moves.costs(self.now)

    def _swaps(self) -> Iterable[Exchange]:
        if self.now is None or self.row is None or not is_known(self.instance, self.now):
            return
        rows = PlanSession.objects.filter(school=self.access.school, plan=self.plan)
        by_session = {
            _as_planned(row): row for row in rows.filter(is_locked=False).select_related("member")
        }
        moves = Moves(self.instance, [*self.moves.sessions, self.now])
        for swap in moves.swaps(self.now):
            if row := by_session.get(swap.other):
                what = self.words[row.demand_id].what
                yield Exchange(row, what, row.member.name, _worth(swap.cost))

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


def names_in(
    access: Access, instance: Instance, words: Mapping[UUID, DemandWords]
) -> dict[str, str]:
    """What keys are called, for the asker; four statements."""
    seen = Pupil.objects.visible_to(access).filter(
        school=access.school, pk__in=list(instance.children)
    )
    found = dict.fromkeys(instance.children, SOMEBODY)
    found |= {str(pupil.pk): pupil.full_name for pupil in seen}
    for model in (StaffMember, Room):
        rows = model.objects.filter(school=access.school)
        found |= {str(pk): name for pk, name in rows.values_list("pk", "name")}
    topics = TrainingTopic.objects.filter(federation_id=access.school.federation_id)
    found |= {str(pk): name for pk, name in topics.values_list("pk", "name")}
    return found | {str(key): each.what for key, each in words.items()}


class Spoken(dict[str, str]):
    """Names for a notice, which a class may see: no child is among them."""

    def get(self, key: str, default: str | None = None) -> str:  # type: ignore[override]
        """What is not named is a child, or support that only some may read of."""
        return super().get(key, "A child")


def spoken_names(access: Access, plan: WeekPlan) -> Spoken:
    """What a refusal may name: adults, rooms, trainings, provision."""
    found = Spoken()
    for model in (StaffMember, Room):
        rows = model.objects.filter(school=access.school)
        found |= {str(pk): name for pk, name in rows.values_list("pk", "name")}
    topics = TrainingTopic.objects.filter(federation_id=access.school.federation_id)
    found |= {str(pk): name for pk, name in topics.values_list("pk", "name")}
    for key, each in demand_words(access, list(demands_of(access, plan))).items():
        found[str(key)] = each.what if each.demand.provision_id else "other support"
    return found


def _worth(cost: int) -> tuple[str, ...]:
    """Whether a swap is better than what stands."""
    if cost < 0:
        return ("better for the wishes",)
    return ("misses more wishes",) if cost else ()


def _as_planned(row: PlanSession) -> Session:
    return Session(str(row.demand_id), str(row.member_id), Span(row.weekday, row.starts, row.ends))


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)
