"""The board of a plan: who is with whom, day by day; what is not covered; how good it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from staff.codes import WEEKDAY_LABELS, DemandRank, WeekPlanState
from staff.models import PlanSession, Room, StaffMember, WeekPlan
from staff.planning.clocks import clock, minute_of
from staff.planning.codes import RANK_WORDS, Rank
from staff.rules.patterns import MINUTES
from staff.selectors.school_days import days_of, holding_on
from staff.selectors.weeks.board_rows import BoardRows, board_rows
from staff.selectors.weeks.instances import monday_of
from staff.selectors.weeks.reading import DemandWords

LEGAL = (DemandRank.SECTION_F, DemandRank.STATUTORY)
#: A letter for each rank: colour is never the only mark.
MARKS: dict[str, str] = {
    DemandRank.SECTION_F: "F",
    DemandRank.STATUTORY: "L",
    DemandRank.PLAN: "P",
    DemandRank.CLASS_SUPPORT: "C",
    DemandRank.DUTY: "D",
}
ADULTS, CHILDREN, ROOMS = "adults", "children", "rooms"
SHOWS = {ADULTS: "Adults", CHILDREN: "Children", ROOMS: "Rooms"}
WHOLE_DAY = (0,)


@dataclass(frozen=True)
class Chosen:
    """What of the board is shown: rows, one weekday or all, one rank or all."""

    show: str = ADULTS
    weekday: int | None = None
    rank: str = ""


@dataclass(frozen=True)
class Card:
    """A session on the board."""

    session: PlanSession
    words: DemandWords
    member: StaffMember
    in_room: Room | None

    @property
    def at(self) -> str:
        return clock(self.session.starts)

    @property
    def until(self) -> str:
        return clock(self.session.ends)

    @property
    def day(self) -> str:
        return WEEKDAY_LABELS[self.session.weekday]

    @property
    def rank(self) -> str:
        return self.words.demand.rank

    @property
    def mark(self) -> str:
        return MARKS[DemandRank(self.rank)]

    @property
    def room(self) -> str:
        return self.in_room.name if self.in_room else ""


@dataclass(frozen=True)
class Column:
    """A weekday, or a part of one."""

    weekday: int
    starts: int
    label: str


@dataclass(frozen=True)
class Cell:
    """What stands in a column of a row."""

    column: Column
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Row:
    """An adult, a child or a room with its week."""

    key: str
    label: str
    is_private: bool
    minutes: int
    cells: tuple[Cell, ...]

    @property
    def hours(self) -> str:
        """`5.5 hours`."""
        return f"{self.minutes / MINUTES:.3g} hours"


@dataclass(frozen=True)
class Lacking:
    """What is not covered, or not wholly."""

    words: DemandWords
    sessions: int

    @property
    def minutes(self) -> int:
        return self.sessions * self.words.demand.minutes

    @property
    def mark(self) -> str:
        return MARKS[DemandRank(self.words.demand.rank)]


@dataclass(frozen=True)
class Missing:
    """Minutes a week of a rank that are not covered."""

    rank: str
    words: str
    minutes: int
    is_law: bool


@dataclass(frozen=True)
class Figures:
    """How good a plan is at a moment; `wishes` None where it was never planned."""

    missing: tuple[Missing, ...]
    adults_per_child: float
    wishes: int | None


@dataclass(frozen=True)
class BoardPage:
    """A plan as a board."""

    plan: WeekPlan
    chosen: Chosen
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    #: By day and time, for a narrow screen.
    days: tuple[tuple[str, tuple[Card, ...]], ...]
    tray: tuple[Lacking, ...]
    figures: Figures
    sessions: int
    may_move: bool
    pupil_ids: tuple[UUID, ...]


def board_page(access: Access, plan: WeekPlan, chosen: Chosen) -> BoardPage:
    """The board; two statements, two more for the parts of a day."""
    read = board_rows(access, plan, monday_of(plan))
    every = list(_cards(read))
    cards = [c for c in every if chosen.rank in ("", c.rank)]
    if chosen.weekday is not None:
        cards = [card for card in cards if card.session.weekday == chosen.weekday]
    columns = _columns(access, plan, chosen)
    return BoardPage(
        plan=plan,
        chosen=chosen,
        columns=columns,
        rows=tuple(_rows(read, chosen, cards, columns)),
        days=tuple(_days(cards)),
        tray=tuple(lacking_of(read.words, every)),
        figures=_figures(plan, read.words, every),
        sessions=len(every),
        may_move=plan.state == WeekPlanState.DRAFT and access.can(Permission.KEEP_STAFF),
        pupil_ids=tuple({pupil.pk for each in read.words.values() for pupil in each.pupils}),
    )


def _cards(read: BoardRows) -> Iterator[Card]:
    for row in read.sessions:
        room = read.rooms.get(row.room_id) if row.room_id else None
        yield Card(row, read.words[row.demand_id], read.members[row.member_id], room)


def lacking_of(words: dict[UUID, DemandWords], cards: Iterable[Card]) -> list[Lacking]:
    """What lacks sessions, the most strongly owed first, then the most minutes."""
    given = Counter(card.session.demand_id for card in cards)
    found = [
        Lacking(each, each.demand.sessions - given[key])
        for key, each in words.items()
        if given[key] < each.demand.sessions
    ]
    ranks = list(DemandRank)
    return sorted(found, key=lambda e: (ranks.index(e.words.demand.rank), -e.minutes, e.words.what))


def _columns(access: Access, plan: WeekPlan, chosen: Chosen) -> tuple[Column, ...]:
    if chosen.weekday is None:
        return tuple(Column(day, 0, label) for day, label in WEEKDAY_LABELS.items())
    starts = parts_of_day(access, plan)
    return tuple(Column(chosen.weekday, each, clock(each)) for each in starts)


def parts_of_day(access: Access, plan: WeekPlan) -> list[int]:
    """When periods begin at the school, whoever's they are; two statements."""
    days = holding_on(days_of(access.school), monday_of(plan))
    found = sorted({minute_of(period.starts_at) for day in days for period in day.periods.all()})
    # Bells of year groups that differ by a few minutes make one column.
    kept: list[int] = []
    for each in found:
        if not kept or each - kept[-1] >= 20:
            kept.append(each)
    return kept or list(WHOLE_DAY)


def _rows(
    read: BoardRows, chosen: Chosen, cards: list[Card], columns: tuple[Column, ...]
) -> Iterator[Row]:
    grouped: dict[str, list[Card]] = defaultdict(list)
    labels: dict[str, str] = {}
    if chosen.show == ADULTS:
        labels = {str(pk): read.members[pk].name for pk in read.here}
    elif chosen.show == ROOMS:
        labels = {str(pk): room.name for pk, room in read.rooms.items()}
    for card in cards:
        for key, label in _keys(chosen.show, card):
            grouped[key].append(card)
            labels.setdefault(key, label)
    for key, label in sorted(labels.items(), key=lambda each: (each[0] == "", each[1], each[0])):
        own = grouped[key]
        yield Row(
            key=key,
            label=label,
            is_private=chosen.show == CHILDREN and bool(key),
            minutes=sum(card.session.ends - card.session.starts for card in own),
            cells=tuple(_cells(own, columns)),
        )


def _keys(show: str, card: Card) -> list[tuple[str, str]]:
    if show == ADULTS:
        return [(str(card.member.pk), card.member.name)]
    if show == ROOMS:
        room = card.in_room
        return [(str(room.pk), room.name)] if room else [("", "No room of its own")]
    children = [(str(pupil.pk), pupil.full_name) for pupil in card.words.pupils]
    return children or [("", "A class, a duty or children whom you do not see")]


def _cells(cards: list[Card], columns: tuple[Column, ...]) -> Iterator[Cell]:
    placed: dict[int, list[Card]] = defaultdict(list)
    for card in cards:
        same_day = [n for n, c in enumerate(columns) if c.weekday == card.session.weekday]
        begun = [n for n in same_day if columns[n].starts <= card.session.starts]
        placed[(begun or same_day[:1])[-1]].append(card)
    for number, column in enumerate(columns):
        yield Cell(column, tuple(placed[number]))


def _days(cards: list[Card]) -> Iterator[tuple[str, tuple[Card, ...]]]:
    for day, label in WEEKDAY_LABELS.items():
        own = tuple(card for card in cards if card.session.weekday == day)
        if own:
            yield label, own


def _figures(plan: WeekPlan, words: dict[UUID, DemandWords], cards: list[Card]) -> Figures:
    missing: Counter[str] = Counter()
    for each in lacking_of(words, cards):
        missing[each.words.demand.rank] += each.minutes
    asked = {each.demand.rank for each in words.values()}
    circle: dict[UUID, set[UUID]] = defaultdict(set)
    for card in cards:
        for pupil in card.words.pupils:
            circle[pupil.pk].add(card.member.pk)
    per_child = sum(map(len, circle.values())) / len(circle) if circle else 0.0
    return Figures(
        missing=tuple(
            Missing(rank, RANK_WORDS[Rank(rank)], missing[rank], rank in LEGAL)
            for rank in DemandRank
            if rank in asked
        ),
        adults_per_child=round(per_child, 1),
        wishes=(plan.answer or {}).get("cost"),
    )
