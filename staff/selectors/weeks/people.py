"""Adults and children of a planned week, as the planner takes them: keys and times, no names."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from aylsham.models import School
from pupils.models import Pupil
from staff.codes import DAY_ENDS, JobRole, PairingKind
from staff.models import Contract, DirectedTask, StaffMember, WorkingDay
from staff.planning import instance as plan
from staff.planning.clocks import HOUR, minute_of
from staff.selectors.weeks.elsewhere import engaged_elsewhere
from staff.selectors.weeks.rows import WeekRows

#: Their week is not planned: teachers teach.
NOT_PLANNED = frozenset({JobRole.TEACHER})
#: From one school to another, where nothing says how long it takes.
WAY = 20


@dataclass(frozen=True)
class LeftOut:
    """An adult who cannot be planned, and why."""

    member: StaffMember
    why: str


def span(weekday: int, starts_at: dt.time, ends_at: dt.time, name: str = "") -> plan.Span:
    """A time of a weekday as the planner takes it."""
    return plan.Span(weekday, minute_of(starts_at), minute_of(ends_at), name)


def adults_in(
    school: School,
    rows: WeekRows,
    monday: dt.date,
    whole_day: tuple[int, int],
    *,
    with_rates: bool = False,
) -> tuple[dict[str, plan.Adult], list[LeftOut]]:
    """Who can be planned in a week, by key, and who cannot; `whole_day`: where no times are said."""
    here = [row for row in rows.members if row.role not in NOT_PLANNED]
    users = {row.user_id for row in rows.members if row.user_id}
    elsewhere = engaged_elsewhere(school, monday, rows.others, users)
    contracts, hours = rows.first_contracts, _Hours(rows, whole_day, with_rates=with_rates)
    found, left_out = {}, []
    for member in here:
        contract = contracts.get(member.pk)
        if contract is None or not hours.days[contract.pk]:
            why = "no contract in this week" if contract is None else "no working days"
            left_out.append(LeftOut(member, why))
            continue
        adult = hours.adult(member, contract)
        if adult.minutes_left < 0:
            left_out.append(LeftOut(member, "directed tasks take more than the contract"))
            continue
        away = elsewhere.get(member.user_id, ()) if member.user_id else ()
        found[adult.key] = replace(adult, at_work=tuple(without(adult.at_work, away)))
    return found, left_out


class _Hours:
    """Working days, tasks and training of everybody, to make adults of."""

    def __init__(self, rows: WeekRows, whole_day: tuple[int, int], *, with_rates: bool) -> None:
        self.whole_day, self.with_rates = whole_day, with_rates
        self.days: dict[UUID, list[WorkingDay]] = defaultdict(list)
        for day in rows.working_days:
            self.days[day.contract_id].append(day)
        self.tasks: dict[UUID, list[DirectedTask]] = defaultdict(list)
        for task in rows.tasks:
            self.tasks[task.contract_id].append(task)
        self.training = _training(rows)

    def adult(self, member: StaffMember, contract: Contract) -> plan.Adult:
        """Somebody as the planner takes them."""
        days = self.days[contract.pk]
        breaks = (
            plan.Span(d.weekday, minute_of(d.break_at), minute_of(d.break_at) + d.break_minutes)
            for d in days
            if d.break_at
        )
        return plan.Adult(
            key=str(member.pk),
            name=str(member.pk),
            role=member.role,
            sites=(str(member.school_id),),
            minutes=round(contract.hours_a_week * HOUR),
            at_work=tuple(
                span(day.weekday, day.starts_at, day.ends_at)
                if day.starts_at
                else plan.Span(day.weekday, *self.whole_day)
                for day in days
            ),
            breaks=tuple(breaks),
            tasks=tuple(
                span(t.weekday, t.starts_at, t.ends_at, t.name) for t in self.tasks[contract.pk]
            ),
            training=self.training.get(member.pk, {}),
            rate=contract.pence_an_hour if self.with_rates else None,
        )


def without(at_work: Iterable[plan.Span], away: Iterable[plan.Span]) -> Iterator[plan.Span]:
    """What is left of times of work when somebody is elsewhere, the way there and back too."""
    for work in at_work:
        starts = work.starts
        for other in sorted(away):
            if other.weekday != work.weekday:
                continue
            if starts < other.starts - WAY:
                yield plan.Span(work.weekday, starts, min(work.ends, other.starts - WAY))
            starts = max(starts, other.ends + WAY)
        if starts < work.ends:
            yield plan.Span(work.weekday, starts, work.ends)


def _training(rows: WeekRows) -> dict[UUID, dict[str, dt.date | None]]:
    """For each member the topics they are trained in, with the last day, None for ever."""
    of_user = dict(rows.accounts)
    found: dict[UUID, dict[str, dt.date | None]] = defaultdict(dict)
    for row in rows.records:
        member = row.member_id or of_user.get(row.user_id)
        if member is None:
            continue
        known, key = found[member], str(row.topic_id)
        until = row.ends_on
        before = known.get(key, dt.date.min)
        is_for_ever = until is None or before is None
        known[key] = None if is_for_ever else max(before, until)
    return found


def children_in(
    rows: WeekRows, monday: dt.date, pupils: Collection[Pupil]
) -> dict[str, plan.Child]:
    """The children of a week by key: when they are busy, and whom they know."""
    careful, protected = set(rows.careful), _protected(rows)
    known, busy, at_home = _known(rows), _busy(rows), _at_home(rows, monday)
    return {
        str(pupil.pk): plan.Child(
            key=str(pupil.pk),
            name=str(pupil.pk),
            absent=(*at_home.get(pupil.pk, ()), *busy.get(pupil.pk, ())),
            protected=tuple(protected.get(pupil.class_group_id, ())),
            known=tuple(sorted(known.get(pupil.pk, ()))),
            needs_handover=pupil.pk in careful,
        )
        for pupil in pupils
    }


def _protected(rows: WeekRows) -> dict[UUID, list[plan.Span]]:
    found: dict[UUID, list[plan.Span]] = defaultdict(list)
    for row in rows.lessons:
        each = span(row.weekday, row.starts_at, row.ends_at, row.name)
        found[row.class_group_id].append(each)
    return found


def _known(rows: WeekRows) -> dict[UUID, set[str]]:
    """Adults who support a child already."""
    of_user = dict(rows.accounts)
    found: dict[UUID, set[str]] = defaultdict(set)
    for pupil, user in rows.known:
        if user in of_user:
            found[pupil].add(str(of_user[user]))
    return found


def _at_home(rows: WeekRows, monday: dt.date) -> dict[UUID, list[plan.Span]]:
    """When children on a part-time timetable are not in school, where somebody has said when."""
    found: dict[UUID, list[plan.Span]] = defaultdict(list)
    for row in rows.at_home:
        times = [span(each.weekday, each.starts_at, each.ends_at) for each in row.in_school]
        for weekday in range(5) if times else ():
            if row.holds_on(monday + dt.timedelta(days=weekday)):
                there = [each for each in times if each.weekday == weekday]
                found[row.pupil_id] += _rest_of_day(weekday, there)
    return found


def _rest_of_day(weekday: int, there: Iterable[plan.Span]) -> Iterator[plan.Span]:
    starts = 0
    for each in sorted(there):
        if starts < each.starts:
            yield plan.Span(weekday, starts, each.starts)
        starts = each.ends
    yield plan.Span(weekday, starts, DAY_ENDS)


def _busy(rows: WeekRows) -> dict[UUID, list[plan.Span]]:
    """When children are with somebody whose week is not planned here."""
    found: dict[UUID, list[plan.Span]] = defaultdict(list)
    for place in rows.elsewhere:
        provision = place.provision
        if provision.time is None or not provision.weekdays or provision.is_in_class:
            continue
        starts = minute_of(provision.time)
        for weekday in provision.weekdays:
            each = plan.Span(weekday, starts, starts + provision.minutes)
            found[place.pupil_id].append(each)
    return found


def pairings_in(
    rows: WeekRows, adults: Collection[str], children: Collection[str]
) -> tuple[plan.Pairing, ...]:
    """Adults and children who work well together, or cannot; the reason stays in the record."""
    return tuple(
        plan.Pairing(str(member), str(pupil), kind == PairingKind.PREFERRED)
        for member, pupil, kind in rows.pairings
        if str(member) in adults and str(pupil) in children
    )


def handovers_in(
    rows: WeekRows, adults: Collection[str], children: Collection[str]
) -> tuple[plan.Handover, ...]:
    """From which day a child knows an adult."""
    return tuple(
        plan.Handover(str(pupil), str(member), on)
        for pupil, member, on in rows.handovers
        if str(member) in adults and str(pupil) in children
    )
