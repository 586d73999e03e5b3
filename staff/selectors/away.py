"""The page of a morning: who is out, what falls by legal weight, who could step in."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from aylsham.models import School
from staff.codes import DAY_ENDS, SwapKind
from staff.models import Absence, StaffMember, Swap
from staff.planning.absence import Swap as Offered
from staff.planning.clocks import clock
from staff.planning.codes import RANKS, Rank
from staff.selectors.away_lines import Choice, Line, Shown
from staff.selectors.cover_instance import CoverWeek, cover_week
from staff.selectors.effective import Stands, absences_between, day_as_it_is, out_on


@dataclass(frozen=True)
class OutLine:
    """Somebody who is out on the day."""

    absence: Absence
    day: dt.date

    @property
    def time_words(self) -> str:
        """`all day`, `from 10:30`, `until 12:00`, `10:30 to 12:00`."""
        first, last = out_on(self.absence, self.day)
        told = [clock(minute) for minute in (first, last) if 0 < minute < DAY_ENDS]
        if first and last < DAY_ENDS:
            return " to ".join(told)
        return f"from {told[0]}" if first else f"until {told[0]}" if told else "all day"

    @property
    def is_longer(self) -> bool:
        return self.absence.ends_on > self.day

    @property
    def is_own_word(self) -> bool:
        """They said so themselves."""
        absence = self.absence
        return absence.said_by_id is not None and absence.said_by_id == absence.member.user_id


@dataclass(frozen=True)
class AwayDay:
    """A day with its absences, gaps and decisions."""

    day: dt.date
    is_open: bool
    out: tuple[OutLine, ...]
    gaps: tuple[Line, ...]
    decided: tuple[Line, ...]
    #: Sessions that somebody leaves in order to step in.
    left: tuple[Line, ...]
    has_plan: bool
    #: Who can be tapped: with sessions on the day first.
    with_sessions: tuple[StaffMember, ...] = ()
    others: tuple[StaffMember, ...] = ()

    @property
    def law_gaps(self) -> int:
        return sum(line.is_law for line in self.gaps)

    @property
    def untold(self) -> list[Line]:
        return [x for x in self.decided if x.stands.swap and x.stands.swap.told_at is None]

    @property
    def can_be_covered(self) -> bool:
        return any(line.choices for line in self.gaps)

    @property
    def pupil_ids(self) -> list[UUID]:
        lines = (*self.gaps, *self.decided, *self.left)
        return sorted({pupil.pk for line in lines for pupil in line.pupils})

    @property
    def message(self) -> str:
        """For the school's messenger: adults and times, no child, no reason."""
        told = [f"{self.day:%a %-d %b}:"]
        for line in self.out:
            told.append(f"{line.absence.member.name} is out {line.time_words}.")
        for line in sorted(self.decided, key=lambda x: x.stands.starts):
            told.append(_message_line(line.stands))
        return "\n".join(told)


def _message_line(stands: Stands) -> str:
    at = f"{stands.starts_at:%-H:%M} to {stands.ends_at:%-H:%M}"
    before = stands.planned.member.name
    if stands.member is None:
        return f"{at}: nobody for {before}."
    if stands.swap and stands.swap.kind == SwapKind.MOVED:
        return f"{stands.on:%a} {at}: {stands.member.name} (was {before})."
    return f"{at}: {stands.member.name} for {before}."


def away_day(access: Access, day: dt.date, *, may_decide: bool) -> AwayDay:
    """The page of a day; its number of statements does not grow with people and sessions."""
    school = access.school
    out = tuple(OutLine(row, day) for row in absences_between(school, day, day))
    is_open = calendar_of(school).is_school_day(day)
    if not is_open:
        return AwayDay(day, False, out, (), (), (), has_plan=True)
    stands = day_as_it_is(school, day)
    shown = Shown(access, stands)
    there = [each for each in stands if each.is_open]
    gaps = tuple(_gap_lines(access, day, there, shown)) if may_decide and there else ()
    if there and not may_decide:
        gaps = tuple(shown.line(each) for each in sorted(there, key=_heaviest))
    decided = [each for each in stands if each.swap and not each.is_open]
    left = [each for each in stands if each.left_for and not each.is_open]
    tappable = _tappable(school, day, stands, out) if may_decide else ((), ())
    return AwayDay(
        day,
        True,
        out,
        gaps,
        tuple(shown.line(each) for each in decided),
        tuple(shown.line(each) for each in left),
        bool(stands),
        *tappable,
    )


def _heaviest(each: Stands) -> tuple:
    return RANKS.index(Rank(each.planned.rank)), each.starts, each.planned.session.pk


def _gap_lines(access: Access, day: dt.date, there: list[Stands], shown: "Shown") -> Iterator[Line]:
    """The heaviest first; what the planner does not know comes with nobody to step in."""
    week = cover_week(access.school, day)
    offered: dict[UUID, tuple[tuple[Choice, ...], tuple[Choice, ...]]] = {}
    for gap in week.gaps(day) if week else ():
        choices = tuple(_choice(week, swap, shown) for swap in gap.swaps)
        late = () if choices else week.later(gap.session)
        later = tuple(_choice(week, swap, shown, is_later=True) for swap in late)
        offered[week.by_session[gap.session].planned.session.pk] = choices, later
    for each in sorted(there, key=_heaviest):
        yield shown.line(each, *offered.get(each.planned.session.pk, ((), ())))


def _choice(week: CoverWeek, swap: Offered, shown: "Shown", *, is_later: bool = False) -> Choice:
    leaves = week.by_session[swap.leaves] if swap.leaves else None
    span = swap.session.span
    return Choice(
        key=choice_key(week, swap, is_later=is_later),
        member=week.members[swap.session.adult],
        is_trained=swap.is_trained,
        together=swap.together,
        is_known=swap.is_known,
        leaves=shown.line(leaves) if leaves else None,
        on=week.instance.day(span.weekday) if is_later else None,
        starts_at=dt.time(*divmod(span.starts, 60)) if is_later else None,
    )


def choice_key(week: CoverWeek, swap: Offered, *, is_later: bool = False) -> str:
    """`member`, `member/session that is left` or `member@day@minute`."""
    adult, span = swap.session.adult, swap.session.span
    if is_later:
        return f"{adult}@{week.instance.day(span.weekday).isoformat()}@{span.starts}"
    if swap.leaves is None:
        return adult
    return f"{adult}/{week.by_session[swap.leaves].planned.session.pk}"


def _tappable(school: School, day: dt.date, stands: Iterable[Stands], out) -> tuple[tuple, tuple]:
    all_day = {x.absence.member_id for x in out if out_on(x.absence, day) == (0, DAY_ENDS)}
    busy = {each.member.pk for each in stands if each.member and each.on == day}
    rows = StaffMember.objects.filter(school=school).here_on(day)
    there = [row for row in rows.order_by("name", "pk") if row.pk not in all_day]
    first = tuple(row for row in there if row.pk in busy)
    return first, tuple(row for row in there if row.pk not in busy)


def absence_of(access: Access, pk: UUID) -> Absence | None:
    """One absence of the school that still holds."""
    rows = Absence.objects.filter(school=access.school, pk=pk, taken_back_at=None)
    return rows.select_related("member", "school").first()


def swap_of(access: Access, pk: UUID) -> Swap | None:
    """One decision of the school."""
    rows = Swap.objects.filter(school=access.school, pk=pk)
    return rows.select_related("school", "member", "session").first()


def changes_for(member: StaffMember, day: dt.date) -> list[Stands]:
    """What is otherwise for an adult on a day: where they step in, and what they leave."""
    return [
        each
        for each in day_as_it_is(member.school, day)
        if (each.swap and each.member and each.member.pk == member.pk)
        or (each.change and each.planned.member.pk == member.pk and not each.is_open)
    ]
