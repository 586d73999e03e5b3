"""Planned sessions of some weeks with what the log of sessions says became of them."""

import datetime as dt
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from provision.models import Promise
from provision.selectors.delivery import term_began
from staff.models import StaffMember
from staff.planning.codes import RANK_WORDS, RANKS, Rank
from staff.rules.deployed import Held, OfAdult, Quality, Sums, of_adults, quality, summed
from staff.selectors.away_lines import Line, Shown
from staff.selectors.effective import Stands
from staff.selectors.held import held_of, stands_between

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
#: So many children of a line are named.
MOST_NAMED = 2


@dataclass(frozen=True)
class Asked:
    """The term until today, or one of its weeks."""

    first: dt.date
    last: dt.date
    is_week: bool

    @property
    def before(self) -> dt.date:
        """Monday of the week before."""
        return self.first - WEEK if self.is_week else self.last - self.last.weekday() * DAY

    @property
    def words(self) -> str:
        return "Week" if self.is_week else "This term"


@dataclass(frozen=True)
class ProvisionLine:
    """A provision, promise or time need with its minutes."""

    name: str
    rank: str
    sums: Sums
    #: Children whom the asker sees, by name.
    who: str = ""
    #: A promise that no provision keeps, and its child: nobody can log it.
    promise: Promise | None = None

    @property
    def weight(self) -> str:
        return RANK_WORDS[Rank(self.rank)]

    @property
    def is_section_f(self) -> bool:
        return self.rank == Rank.SECTION_F


@dataclass(frozen=True)
class RankLine:
    """A legal weight with its minutes."""

    rank: str
    sums: Sums

    @property
    def weight(self) -> str:
        return RANK_WORDS[Rank(self.rank)]


@dataclass(frozen=True)
class WeekLine:
    """A week: what Section F asks for, and everything."""

    monday: dt.date
    section_f: Sums
    all: Sums


@dataclass(frozen=True)
class AdultLine:
    """An adult's own minutes."""

    member: StaffMember
    minutes: OfAdult


@dataclass(frozen=True)
class Deployed:
    """What was planned and what was delivered."""

    asked: Asked
    total: Sums
    ranks: tuple[RankLine, ...]
    provisions: tuple[ProvisionLine, ...]
    weeks: tuple[WeekLine, ...]
    adults: tuple[AdultLine, ...]
    quality: Quality
    pupil_ids: tuple[UUID, ...]

    @property
    def suffered(self) -> list[ProvisionLine]:
        """What fell because somebody was out or stepped in elsewhere, the heaviest first."""
        return [line for line in self.provisions if line.sums.fallen or line.sums.diverted]


def asked_days(access: Access, text: str) -> Asked:
    """The week of a day in its text, or the term, until today."""
    today = access.today
    try:
        day = min(dt.date.fromisoformat(text), today)
    except ValueError:
        return Asked(term_began(calendar_of(access.school), today), today, is_week=False)
    monday = day - day.weekday() * DAY
    return Asked(monday, min(monday + 4 * DAY, today), is_week=True)


def deployed(access: Access, asked: Asked, *, member: StaffMember | None = None) -> Deployed:
    """Everything of these days, or of one adult alone; 15 statements, however many weeks."""
    calendar = calendar_of(access.school)
    stands = stands_between(access.school, asked.first, asked.last, calendar)
    both = list(zip(held_of(access.school, stands), stands, strict=True))
    if member is not None:
        both = [each for each in both if member in (each[1].planned.member, each[1].member)]
    held, stands = [each for each, _ in both], [each for _, each in both]
    shown = Shown(access, stands)
    by_session = {id(each): shown.line(each) for each in stands}
    keys = {id(h): _source(s) for h, s in zip(held, stands, strict=True)}
    names = {_source(s): by_session[id(s)].name for s in stands}
    ranks = {_source(s): s.planned.rank for s in stands}
    who = {_source(s): _who(by_session[id(s)]) for s in stands}
    promises = {_source(s): s.planned.session.demand.promise for s in stands}
    lines = [
        ProvisionLine(names[key], ranks[key], sums, who[key], promises[key] if who[key] else None)
        for key, sums in summed(held, lambda h: keys[id(h)]).items()
    ]
    lines.sort(key=lambda x: (RANKS.index(Rank(x.rank)), -x.sums.gap, x.name))
    total = summed(held, lambda h: "").get("", Sums())
    return Deployed(
        asked,
        total,
        tuple(_ranks(held)),
        tuple(lines),
        tuple(_weeks(held)),
        tuple(_adults(held, stands, member)),
        quality(held),
        tuple(sorted(shown.seen)),
    )


def _who(line: Line) -> str:
    """`Ann Bell, Ben Cole and 3`: at most two names."""
    named = [pupil.full_name for pupil in line.pupils[:MOST_NAMED]]
    more = len(line.pupils) + line.hidden - len(named)
    return ", ".join(named) + (f" and {more}" if named and more else "")


def _source(each: Stands) -> UUID:
    return each.planned.session.demand.source_key


def _ranks(held: list[Held]) -> Iterable[RankLine]:
    found = summed(held, lambda h: h.rank)
    return [RankLine(rank, found[rank]) for rank in RANKS if rank in found]


def _weeks(held: list[Held]) -> Iterable[WeekLine]:
    of_all = summed(held, lambda h: h.on - h.on.weekday() * DAY)
    law = [h for h in held if h.rank == Rank.SECTION_F]
    of_law = summed(law, lambda h: h.on - h.on.weekday() * DAY)
    return [
        WeekLine(monday, of_law.get(monday, Sums()), of_all[monday]) for monday in sorted(of_all)
    ]


def _adults(
    held: list[Held], stands: Iterable[Stands], only: StaffMember | None
) -> Iterable[AdultLine]:
    people = (m for s in stands for m in (s.planned.member, s.member) if m is not None)
    members: dict[Hashable, StaffMember] = {member.pk: member for member in people}
    rows = of_adults(held)
    chosen = [only.pk] if only is not None else sorted(rows, key=lambda pk: members[pk].name)
    return [AdultLine(members[pk], rows[pk]) for pk in chosen if pk in rows]
