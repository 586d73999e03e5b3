"""From a plan of the week to what the planner reads; keys are the ids of rows, names are none."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from aylsham.together import read_rows
from pupils.models import Pupil
from staff.models import Period, PlanDemand, PlanSession, Room, WeekPlan
from staff.planning import instance as plan
from staff.planning.clocks import minute_of
from staff.planning.codes import WEIGHTS, Soft
from staff.planning.instance import Instance
from staff.rules.scenarios import apply_changes
from staff.selectors.school_days import holding_on
from staff.selectors.weeks.bells import BellsOfDemands
from staff.selectors.weeks.demands import Heeded, as_demand, pupils_of
from staff.selectors.weeks.order import in_order
from staff.selectors.weeks.people import (
    LeftOut,
    adults_in,
    children_in,
    handovers_in,
    pairings_in,
)
from staff.selectors.weeks.rows import WeekRows, week_rows

#: Where no bells say when the school begins and ends.
USUAL_DAY = (8 * 60 + 45, 15 * 60 + 15)
ALLOWED = "allowed by a note"


@dataclass(frozen=True)
class Left:
    """A demand that cannot be planned, and why."""

    demand: PlanDemand
    why: str


@dataclass(frozen=True)
class Week:
    """A week to be planned, and what had to be left out of it."""

    instance: Instance
    left_out: tuple[LeftOut, ...]
    left: tuple[Left, ...]
    #: What the plan was when it was read, see `state_of`.
    state: str


def instance_of(week_plan: WeekPlan, week_of: dt.date, *, with_rates: bool = False) -> Instance:
    """The week of a plan as the planner takes it."""
    return week_of_plan(week_plan, week_of, with_rates=with_rates).instance


def sessions_of(week_plan: WeekPlan) -> tuple[plan.Session, ...]:
    """The sessions that stand in a plan."""
    rows = PlanSession.objects.filter(school_id=week_plan.school_id, plan=week_plan)
    return as_sessions(rows.only("demand", "member", "weekday", "starts", "ends"))


def as_sessions(rows: Iterable[PlanSession]) -> tuple[plan.Session, ...]:
    """Sessions of a plan as the planner takes them, in its order."""
    return tuple(sorted(map(as_session, rows)))


def state_of(week_plan: WeekPlan) -> str:
    """What a plan is at a moment; differs after any change to it or to its sessions."""
    own = {"school_id": week_plan.school_id, "plan": week_plan}
    demands, sessions = read_rows(
        PlanDemand.objects.filter(**own).only("rank", "sessions", "minutes"),
        PlanSession.objects.filter(**own).only("member", "weekday", "starts", "is_locked"),
    )
    return _state(week_plan, demands, sessions)


def _state(
    week_plan: WeekPlan, demands: Iterable[PlanDemand], sessions: Iterable[PlanSession]
) -> str:
    asked = sorted((d.pk, d.rank, d.sessions, d.minutes) for d in demands)
    stood = sorted((s.pk, s.member_id, s.weekday, s.starts, s.is_locked) for s in sessions)
    return repr((week_plan.weights, week_plan.changes, asked, stood))


def monday_of(week_plan: WeekPlan) -> dt.date:
    """The first whole week of a plan."""
    return week_plan.starts_on + dt.timedelta(days=-week_plan.starts_on.weekday() % 7)


def week_of_plan(week_plan: WeekPlan, week_of: dt.date, *, with_rates: bool = False) -> Week:
    """The week with what could not be planned; five statements at most."""
    return week_from(week_rows(week_plan, week_of), week_plan, week_of, with_rates=with_rates)


def week_from(
    rows: WeekRows, week_plan: WeekPlan, week_of: dt.date, *, with_rates: bool = False
) -> Week:
    """The same from rows that have been read."""
    school = week_plan.school
    periods = _periods(rows)
    days = holding_on(rows.days, week_of)
    whole_day = _whole_day([period for day in days for period in periods.get(day.pk, ())])
    adults, left_out = adults_in(school, rows, week_of, whole_day, with_rates=with_rates)
    known = {pupil.pk: pupil for pupil in rows.pupils}
    bells, pupils = BellsOfDemands(str(school.pk), days, periods), pupils_of(rows)
    demands, left = _demands(rows, pupils, bells)
    there = {pupil.pk: pupil for each in pupils.values() for pupil in each} | _joining(
        week_plan, known
    )
    children = children_in(rows, week_of, list(there.values()))
    found = Instance(
        week_of=week_of,
        sites={str(school.pk): plan.Site(str(school.pk), str(school.pk))},
        bells=bells.used,
        rooms={str(room.pk): _room(room) for room in rows.rooms},
        adults=adults,
        children=children,
        demands=demands,
        pairings=pairings_in(rows, adults, children),
        handovers=handovers_in(rows, adults, children),
        overrides=tuple(_overrides(rows, adults, demands)),
        locks=tuple(_locks(rows, demands, adults)),
        former=tuple(_former(rows, demands, adults)),
        weights={soft: int(week_plan.weights.get(soft, WEIGHTS[soft])) for soft in Soft},
    )
    found = apply_changes(found, week_plan.changes)
    state = _state(week_plan, rows.demands, rows.sessions)
    return Week(found, tuple(left_out), tuple(left), state)


def _periods(rows: WeekRows) -> dict[UUID, list[Period]]:
    found: dict[UUID, list[Period]] = defaultdict(list)
    for period in rows.periods:
        found[period.day_id].append(period)
    return found


def _demands(
    rows: WeekRows, pupils: Mapping[UUID, tuple[Pupil, ...]], bells: BellsOfDemands
) -> tuple[dict[str, plan.Demand], list[Left]]:
    """What can be planned, by key, and what cannot."""
    heeded, found, left = Heeded(rows), {}, []
    for row in in_order(rows.demands, pupils):
        there = pupils.get(row.pk, ())
        key = bells.key_for(row, there)
        if key is None:
            left.append(Left(row, "there are no bells for its year group"))
            continue
        found[str(row.pk)] = as_demand(row, there, key, heeded)
    return found, left


def _joining(week_plan: WeekPlan, known: Mapping[UUID, Pupil]) -> dict[UUID, Pupil]:
    """Children whom the plan takes to join a group."""
    ids = (UUID(each["child"]) for each in week_plan.changes if each["kind"] == "joins")
    return {pk: known[pk] for pk in ids if pk in known}


def _overrides(
    rows: WeekRows, adults: Collection[str], demands: Collection[str]
) -> Iterator[plan.Override]:
    """Who may give what without the training: the note stays in the record."""
    members, noted = dict(rows.accounts), {str(row.pk): row for row in rows.noted}
    allowed = {
        (noted[each["demand"]].source_key, each["adult"])
        for changes in rows.changes
        for each in changes
        if each["kind"] == "exception" and each["demand"] in noted
    }
    allowed |= {(key, str(members[user])) for key, user in rows.untrained if user in members}
    for row in rows.demands:
        for source, adult in allowed:
            if row.source_key == source and adult in adults and str(row.pk) in demands:
                yield plan.Override(str(row.pk), adult, ALLOWED)


def _whole_day(periods: list[Period]) -> tuple[int, int]:
    """From the first bell of a school to its last."""
    if not periods:
        return USUAL_DAY
    return min(minute_of(p.starts_at) for p in periods), max(minute_of(p.ends_at) for p in periods)


def _room(row: Room) -> plan.Room:
    # Each room is of a kind of its own: a provision asks for the very room.
    return plan.Room(str(row.pk), str(row.pk), str(row.school_id), str(row.pk), 1)


def as_session(row: PlanSession) -> plan.Session:
    """A session of a plan as the planner takes it."""
    times = plan.Span(row.weekday, row.starts, row.ends)
    return plan.Session(str(row.demand_id), str(row.member_id), times)


def _locks(
    rows: WeekRows, demands: Mapping[str, plan.Demand], adults: Mapping[str, plan.Adult]
) -> Iterator[plan.Lock]:
    for each in (as_session(row) for row in rows.sessions if row.is_locked):
        if each.demand in demands and each.adult in adults:
            yield plan.Lock(each.demand, each.adult, each.span.weekday, each.span.starts)


def _former(
    rows: WeekRows, demands: Mapping[str, plan.Demand], adults: Mapping[str, plan.Adult]
) -> Iterator[plan.Session]:
    """What stands in the plan, so that planning it again changes little."""
    for each in as_sessions(rows.sessions):
        demand = demands.get(each.demand)
        if demand and each.adult in adults and each.span.minutes == demand.minutes:
            yield each
