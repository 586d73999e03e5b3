"""Timetables: the week of an adult, a child, a class or a room, and the day of all adults."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from aylsham.access.current import Access
from staff.codes import TimetableBy
from staff.rules.initials import initials_of
from staff.rules.week_grid import Grid, week_grid
from staff.selectors.week_reading import PRIVATE, SUPPORT, ReadWeek, read_week
from staff.selectors.week_sessions import WeekSession


@dataclass(frozen=True)
class TimetableLine:
    """A session as a timetable shows it."""

    session: WeekSession
    #: Those whom the timetable names: not the child or the class whose it is.
    names: tuple[str, ...]
    name: str

    @property
    def starts(self) -> int:
        return self.session.starts

    @property
    def ends(self) -> int:
        return self.session.ends

    @property
    def change(self) -> str:
        """What is otherwise than the plan says; empty if nothing."""
        return self.session.change


@dataclass(frozen=True)
class DayLines:
    """What is on a day; or of one adult, on the one day of all."""

    on: dt.date
    lines: tuple[TimetableLine, ...]
    is_closed: bool
    #: The adult, where the day of all is shown.
    name: str = ""


@dataclass(frozen=True)
class TimetablePage:
    """One timetable of a week."""

    week: ReadWeek
    by: TimetableBy
    #: Those that the asker may choose: key, name.
    choices: tuple[tuple[str, str], ...]
    chosen: str
    #: Whose it is; empty where nothing can be chosen.
    title: str
    days: tuple[DayLines, ...]
    #: The day of which all adults are shown.
    day: dt.date
    #: Sessions of which the asker may not read what they are.
    private: int = 0

    @property
    def is_day(self) -> bool:
        return self.by == TimetableBy.DAY

    @cached_property
    def grid(self) -> Grid[TimetableLine]:
        """The days side by side and to scale."""
        return week_grid([day.lines for day in self.days])

    @property
    def heads(self) -> list[tuple[DayLines, int]]:
        """Each day with the number of its lanes."""
        return list(zip(self.days, self.grid.lanes, strict=True))

    @property
    def has_changes(self) -> bool:
        """Something of it is otherwise than the plan says."""
        return any(line.change for line in self.lines)

    @property
    def lines(self) -> list[TimetableLine]:
        return [line for day in self.days for line in day.lines]

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child on the page."""
        return sorted({pupil.pk for line in self.lines for pupil in line.session.pupils})


def timetable_page(
    access: Access,
    monday: dt.date,
    *,
    by: TimetableBy,
    who: str = "",
    day: dt.date | None = None,
    is_wall: bool = False,
    is_plain: bool = False,
) -> TimetablePage:
    """A timetable as the asker may read it; `is_wall`: initials alone, for a copy on the wall.

    `is_plain`: the plan of a week without dates, whatever its days brought.
    """
    week = read_week(access, monday, is_plain=is_plain)
    day = day if day in week.days else _day_of(week, access.today)
    choices = _choices(by, week)
    known = dict(choices)
    chosen = who if who in known else _usual(by, week, choices)
    sessions = [each for each in week.sessions if _is_of(by, chosen, day, each)]
    write = _writer(by, chosen, sessions, is_wall=is_wall)
    days = (_by_adult if by == TimetableBy.DAY else _by_day)(week, day, sessions, write)
    title = known.get(chosen, "")
    if by == TimetableBy.CHILD and is_wall and chosen:
        title = _initials(week.sessions).get(UUID(chosen), "")
    private = sum(each.is_private for each in sessions)
    return TimetablePage(week, by, choices, chosen, title, tuple(days), day, private)


def _day_of(week: ReadWeek, today: dt.date) -> dt.date:
    """Today in this week, otherwise its first open day."""
    if today in week.days:
        return today
    return next((day for day in week.days if day not in week.closed), week.monday)


def _choices(by: TimetableBy, week: ReadWeek) -> tuple[tuple[str, str], ...]:
    named = {key: name for each in week.sessions for key, name in _keys(by, each)}
    if by == TimetableBy.ADULT and week.own:
        named.setdefault(week.own.pk, week.own.name)
    found = ((str(key), name) for key, name in named.items())
    return tuple(sorted(found, key=lambda each: each[1].casefold()))


def _usual(by: TimetableBy, week: ReadWeek, choices: tuple[tuple[str, str], ...]) -> str:
    """One's own week first, where one has one."""
    own = week.own
    if by == TimetableBy.ADULT and own and any(s.member == own for s in week.sessions):
        return str(own.pk)
    return choices[0][0] if choices else ""


def _keys(by: TimetableBy, each: WeekSession) -> Iterable[tuple[UUID, str]]:
    """Whose timetable a session stands on."""
    if by == TimetableBy.ADULT:
        yield each.member.pk, each.adult
    elif each.is_elsewhere:
        return  # the child, the class and the room have it once, with who gives it
    elif by == TimetableBy.CHILD:
        yield from ((pupil.pk, pupil.full_name) for pupil in each.pupils)
    elif by == TimetableBy.CLASS:
        groups = [pupil.class_group for pupil in each.pupils if pupil.class_group_id]
        yield from ((group.pk, group.name) for group in groups)
        if group := each.group:
            yield group.pk, group.name
    elif by == TimetableBy.ROOM and each.planned.room:
        yield each.planned.room.pk, each.room


def _is_of(by: TimetableBy, chosen: str, day: dt.date, each: WeekSession) -> bool:
    if by == TimetableBy.DAY:
        return each.on == day
    return any(str(key) == chosen for key, _ in _keys(by, each))


def _by_day(week: ReadWeek, day: dt.date, sessions: list[WeekSession], write) -> list[DayLines]:
    return [
        DayLines(on, tuple(write(s) for s in sessions if s.on == on), on in week.closed)
        for on in week.days
    ]


def _by_adult(week: ReadWeek, day: dt.date, sessions: list[WeekSession], write) -> list[DayLines]:
    """A line for each adult who has a session on the day."""
    members = {each.member.pk: each.adult for each in sessions}
    return [
        DayLines(
            day,
            tuple(write(s) for s in sessions if s.member.pk == pk),
            day in week.closed,
            name,
        )
        for pk, name in sorted(members.items(), key=lambda each: each[1].casefold())
    ]


def _writer(by: TimetableBy, chosen: str, sessions: list[WeekSession], *, is_wall: bool):
    """How a session is written: a child's own timetable does not repeat the child."""
    initials = _initials(sessions) if is_wall else {}

    def write(each: WeekSession) -> TimetableLine:
        if is_wall and each.is_confidential:
            return TimetableLine(each, (), PRIVATE)
        pupils = (p for p in each.pupils if by != TimetableBy.CHILD or str(p.pk) != chosen)
        names = tuple(initials.get(pupil.pk, pupil.full_name) for pupil in pupils)
        is_cut = is_wall and each.is_for_few
        return TimetableLine(each, names, SUPPORT if is_cut else each.name)

    return write


def _initials(sessions: Iterable[WeekSession]) -> dict[UUID, str]:
    pupils = {pupil.pk: pupil for each in sessions for pupil in each.pupils}
    in_order = sorted(pupils.values(), key=lambda p: (p.last_name, p.first_name, p.pk))
    return initials_of((p.pk, p.known_as, p.last_name) for p in in_order)
