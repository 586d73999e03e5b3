"""When the record of a child in care should make somebody look: rules that a school sets.

Our own rules, not the law's. Pure, no Django; `today` is an argument. Each rule answers with signs;
what it speaks of has a name, so that the same is said once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aylsham.dates import DAY, months_corresponding

CODE, VERSION = "ours.watch", "1"
CITATION = "Our own rule, as the school sets it"
#: School days in which somebody looks at what a rule saw.
LOOK_WITHIN = 5

ATTENDANCE_BELOW = Decimal(92)
ATTENDANCE_WEEKS = 2
MOVES = 2
SDQ_TOTAL = 17
STALLED_WEEKS = 6
SUSPENSIONS = 2

#: A run of weeks is broken by a longer gap than a holiday of two weeks makes.
LONGEST_GAP = 21 * DAY
#: What ended longer ago is history when it is first entered, and no news.
NEWS = 28 * DAY
MONTHS_OF_MOVES = 12
DAYS_OF_WEEK = 5


@dataclass(frozen=True)
class Watching:
    """What a school wants to be told of; None: not watched."""

    attendance_below: Decimal | None = ATTENDANCE_BELOW
    attendance_weeks: int = ATTENDANCE_WEEKS
    moves: int | None = MOVES
    sdq_total: int | None = SDQ_TOTAL
    stalled_weeks: int | None = STALLED_WEEKS
    suspensions: int | None = SUSPENSIONS
    new_worker: bool = True


@dataclass(frozen=True)
class Sign:
    """What a rule saw. It is said unless any of `same` was said before."""

    rule: str
    occurrence: str
    seen: str
    same: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """Under which it may have been said already."""
        return self.same | {self.occurrence}


@dataclass(frozen=True)
class Week:
    """Half days of a week, by its Monday."""

    on: date
    possible: int
    attended: int

    @property
    def percent(self) -> Decimal:
        """Attended of possible half days, to a tenth."""
        return (Decimal(100) * self.attended / self.possible).quantize(Decimal("0.1"))

    def is_below(self, limit: Decimal) -> bool:
        """Less than so many per cent, before rounding."""
        return Decimal(100) * self.attended < limit * self.possible


@dataclass(frozen=True)
class Dated:
    """Something of one day, by its key: a move, a suspension, a social worker's first day."""

    key: str
    on: date


@dataclass(frozen=True)
class Total:
    """The total of a questionnaire."""

    key: str
    on: date
    by: str
    total: int


@dataclass(frozen=True)
class Aiming:
    """A target that is worked towards: where it began, and what was counted since."""

    key: str
    starts_on: date
    baseline: Decimal
    goal: Decimal
    points: tuple[tuple[date, Decimal], ...] = ()

    @property
    def moved_on(self) -> date:
        """The last day on which it came nearer to its goal than ever before."""
        best, day = abs(self.goal - self.baseline), self.starts_on
        for on, value in sorted(self.points):
            left = self._left(value)
            if left < best:
                best, day = left, max(on, day)
        return day

    @property
    def is_reached(self) -> bool:
        """Whether the goal was reached at any time."""
        return any(self._left(value) <= 0 for _, value in self.points)

    def _left(self, value: Decimal) -> Decimal:
        way = self.goal - value
        return way if self.goal > self.baseline else -way


def low_attendance(weeks: Iterable[Week], watching: Watching, today: date) -> Iterator[Sign]:
    """So many recorded weeks running below the limit; the longest run is one sign."""
    limit = watching.attendance_below
    if limit is None:
        return
    for run in _runs(sorted(weeks, key=lambda week: week.on), limit):
        if len(run) < watching.attendance_weeks or today - run[-1].on > NEWS:
            continue
        last = run[-watching.attendance_weeks :]
        seen = ", ".join(f"{_day(week.on)}: {_figure(week.percent)} %" for week in last)
        days = frozenset(week.on.isoformat() for week in run)
        yield Sign("attendance", run[-1].on.isoformat(), f"Weeks below {limit:g} %. {seen}", days)


def _runs(weeks: Sequence[Week], limit: Decimal) -> Iterator[list[Week]]:
    run: list[Week] = []
    for week in weeks:
        if run and (week.on - run[-1].on > LONGEST_GAP or not week.is_below(limit)):
            yield run
            run = []
        if week.is_below(limit):
            run.append(week)
    if run:
        yield run


def many_moves(moves: Iterable[Dated], watching: Watching, today: date) -> Iterator[Sign]:
    """So many moves within the last twelve months; each further move is a new sign."""
    if watching.moves is None:
        return
    since = [m for m in _until(moves, today) if _twelve_months_after(m.on) >= today]
    if len(since) >= watching.moves:
        days = ", ".join(_day(move.on) for move in since)
        words = "1 move" if len(since) == 1 else f"{len(since)} moves"
        yield Sign("moves", since[-1].key, f"{words} within 12 months: {days}")


def _twelve_months_after(day: date) -> date:
    return months_corresponding(day, MONTHS_OF_MOVES)


def high_total(totals: Iterable[Total], watching: Watching, today: date) -> Iterator[Sign]:
    """The newest total of whoever answered, if it reaches the limit."""
    if watching.sdq_total is None:
        return
    newest: dict[str, Total] = {}
    for each in sorted(totals, key=lambda each: each.on):
        if each.on <= today:
            newest[each.by] = each
    for each in newest.values():
        if each.total >= watching.sdq_total:
            yield Sign("sdq", each.key, f"SDQ total {each.total} of 40 on {_day(each.on)}")


def stalled(
    targets: Iterable[Aiming], watching: Watching, school_days: Sequence[date], today: date
) -> Iterator[Sign]:
    """No step nearer to a goal for so many school weeks; holidays do not count.

    `school_days`: every day of school up to today, as far as the school has said.
    """
    if watching.stalled_weeks is None:
        return
    enough = watching.stalled_weeks * DAYS_OF_WEEK
    for target in targets:
        moved = target.moved_on
        passed = sum(moved < day <= today for day in school_days)
        if passed >= enough and not target.is_reached:
            seen = f"No progress on a target since {_day(moved)}"
            yield Sign("stalled", f"{target.key}:{moved.isoformat()}", seen)


def suspended_again(
    suspensions: Iterable[Dated],
    watching: Watching,
    terms: Iterable[tuple[date, date]],
    today: date,
) -> Iterator[Sign]:
    """So many suspensions in the term of today; each further one is a new sign."""
    if watching.suspensions is None:
        return
    begun = [term for term in sorted(terms) if term[0] <= today]
    if not begun:
        return
    first, last = begun[-1]
    found = [s for s in _until(suspensions, today) if first <= s.on <= last]
    if len(found) >= watching.suspensions:
        days = ", ".join(_day(each.on) for each in found)
        words = "Suspended" if len(found) == 1 else f"{len(found)} suspensions"
        yield Sign("suspension", found[-1].key, f"{words} this term: {days}")


def new_worker(workers: Iterable[Dated], watching: Watching, today: date) -> Iterator[Sign]:
    """A social worker who follows another, while it is news; the first one is no change."""
    if not watching.new_worker:
        return
    for each in _until(workers, today)[1:]:
        if today - each.on <= NEWS:
            yield Sign("worker", each.key, f"A new social worker since {_day(each.on)}")


def _until(things: Iterable[Dated], today: date) -> list[Dated]:
    return sorted((each for each in things if each.on <= today), key=lambda each: each.on)


def _day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _figure(value: Decimal) -> str:
    return f"{value}".removesuffix(".0")
