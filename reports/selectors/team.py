"""What is due by who has the duty today: of the SENDCo team, and of one person."""

from collections import Counter
from dataclasses import dataclass, replace
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.deadlines.registry import kind_label
from aylsham.models import Owes
from reports.bands import Band
from reports.duty_kinds import DUTY_OF, kinds_of
from reports.selectors.due import DueItem, due_items
from reports.selectors.due_counts import ALL, DueCounts, DueFilter
from reports.selectors.due_rows import count_due
from staff.duty_codes import HeldDuty
from staff.rules.duties import Because, Hand
from staff.selectors.duties import Team, team_of

#: The SENDCo team: whoever holds one of these roles here, and whoever has one of their duties.
TEAM_ROLES = frozenset({Role.SENDCO, Role.ASSISTANT_SENDCO, Role.DESIGNATED_TEACHER})
#: Duties of everybody who teaches or gives sessions: shown as one line, not as a table of people.
OF_MANY = frozenset({HeldDuty.CYCLES, HeldDuty.INTERVENTIONS})
SHOWN = (Band.OVERDUE, Band.WEEK, Band.MONTH)


@dataclass(frozen=True)
class DutyLoad:
    """A duty in somebody's hands with what is due of it; `words`: for whom and until when."""

    duty: HeldDuty
    overdue: int
    week: int
    month: int
    kinds: tuple[tuple[str, int], ...]
    words: str
    #: What others have with it too, so it is counted with each of them.
    is_shared: bool
    may_hand_over: bool

    @property
    def total(self) -> int:
        return self.overdue + self.week + self.month


@dataclass(frozen=True)
class PersonLoad:
    """One person of the team: the duties they have today."""

    person: UUID
    name: str
    away_until: str
    duties: tuple[DutyLoad, ...]

    @property
    def overdue(self) -> int:
        return sum(each.overdue for each in self.duties)

    @property
    def week(self) -> int:
        return sum(each.week for each in self.duties)

    @property
    def month(self) -> int:
        return sum(each.month for each in self.duties)

    @property
    def total(self) -> int:
        return self.overdue + self.week + self.month


@dataclass(frozen=True)
class TeamLoad:
    """The team, and what nobody or everybody has."""

    people: tuple[PersonLoad, ...]
    of_many: tuple[DutyLoad, ...]
    nobody: tuple[DutyLoad, ...]


def team_load(access: Access, keeps: bool) -> TeamLoad:
    """Who of the team has how much, cut to what the asker may see; five statements."""
    team = team_of(access.school, access.today)
    counts = count_due(access).under(DueFilter(who=Owes.SCHOOL, bands=SHOWN))
    loads: dict[UUID, list[DutyLoad]] = {
        person: [] for person, roles in team.roles.items() if roles & TEAM_ROLES
    }
    of_many, nobody = [], []
    for duty, hands in team.all_hands.items():
        if duty in OF_MANY:
            of_many.append(_load(duty, counts, access, keeps, team))
        elif not hands:
            nobody.append(_load(duty, counts, access, keeps, team))
        for hand in hands if duty not in OF_MANY else ():
            load = _load(duty, counts, access, keeps, team, hand, len(hands) > 1)
            loads.setdefault(hand.person, []).append(load)
    away = {row.user_id: row.ends_on for row in team.aways}
    people = [
        PersonLoad(pk, team.name(pk), _day(away[pk]) if pk in away else "", tuple(mine))
        for pk, mine in loads.items()
    ]
    return TeamLoad(
        tuple(sorted(people, key=lambda each: each.name)), tuple(of_many), tuple(nobody)
    )


def _load(
    duty: HeldDuty,
    counts: DueCounts,
    access: Access,
    keeps: bool,
    team: Team,
    hand: Hand | None = None,
    is_shared: bool = False,
) -> DutyLoad:
    mine = DueCounts(tuple(t for t in counts.tallies if DUTY_OF.get(t.kind) == duty))
    bands: Counter[Band] = mine.by_band
    kinds = tuple(sorted((kind_label(kind), n) for kind, n in mine.by_kind.items()))
    holds = hand is not None and hand.holder == hand.person
    may = holds and (keeps or (hand is not None and hand.person == access.user.pk))
    return DutyLoad(
        duty,
        bands[Band.OVERDUE],
        bands[Band.WEEK],
        bands[Band.MONTH],
        kinds,
        _for_whom(hand, team),
        is_shared,
        may,
    )


def _for_whom(hand: Hand | None, team: Team) -> str:
    if hand is None or hand.because in (Because.NAMED, Because.ROLE):
        return ""
    return f"for {team.name(hand.holder)}" + (f", until {_day(hand.until)}" if hand.until else "")


def _day(day) -> str:
    return f"{day:%a} {day.day} {day:%b}"


@dataclass(frozen=True)
class InHand:
    """What one person of the school has to do, line by line."""

    person: UUID
    name: str
    duties: tuple[HeldDuty, ...]
    items: tuple[DueItem, ...]
    #: Of so many; the rest is on the list of what is due.
    total: int


#: Lines of one page.
ROWS = 100


def in_hand(access: Access, person: UUID) -> InHand | None:
    """What is due of the duties that somebody has today; None for nobody here."""
    team = team_of(access.school, access.today)
    if person not in team.names:
        return None
    duties = tuple(team.duties_of(person))
    chosen = replace(ALL, who=Owes.SCHOOL, bands=SHOWN, kinds=kinds_of(duties))
    items = due_items(access, chosen, limit=ROWS) if chosen.kinds else []
    total = count_due(access, chosen).under(chosen).total if chosen.kinds else 0
    return InHand(person, team.name(person), duties, tuple(items), total)
