"""From a plan of the week to what the planner reads; keys are the ids of rows, names are none."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School
from pupils.models import Pupil
from staff.codes import TimeNeedKind, WindowKind
from staff.models import (
    PlanDemand,
    PlanSession,
    ProvisionPlanning,
    ProvisionWindow,
    Room,
    SchoolDay,
    WeekPlan,
)
from staff.planning import instance as plan
from staff.planning.clocks import minute_of
from staff.planning.codes import WEIGHTS, Rank, Shape, Soft
from staff.planning.instance import Instance
from staff.rules.scenarios import apply_changes
from staff.selectors.exceptions import allowed_pairs
from staff.selectors.school_days import days_of, holding_on
from staff.selectors.weeks.bells import WEEK, BellsOfDemands
from staff.selectors.weeks.order import in_order
from staff.selectors.weeks.people import (
    LeftOut,
    adults_in,
    children_in,
    handovers_in,
    pairings_in,
    span,
)
from staff.selectors.weeks.requirements import topics_of_provisions

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
    return tuple(
        sorted(
            _session(each) for each in rows.only("demand", "member", "weekday", "starts", "ends")
        )
    )


def state_of(week_plan: WeekPlan) -> str:
    """What a plan is at a moment; differs after any change to it or to its sessions."""
    rows = PlanSession.objects.filter(school_id=week_plan.school_id, plan=week_plan)
    sessions = rows.order_by("pk").values_list("pk", "member", "weekday", "starts", "is_locked")
    demands = PlanDemand.objects.filter(school_id=week_plan.school_id, plan=week_plan)
    asked = demands.order_by("pk").values_list("pk", "rank", "sessions", "minutes")
    return repr((week_plan.weights, week_plan.changes, list(asked), list(sessions)))


def monday_of(week_plan: WeekPlan) -> dt.date:
    """The first whole week of a plan."""
    return week_plan.starts_on + dt.timedelta(days=-week_plan.starts_on.weekday() % 7)


def week_of_plan(week_plan: WeekPlan, week_of: dt.date, *, with_rates: bool = False) -> Week:
    """The week with what could not be planned; about fifteen statements."""
    school = week_plan.school
    days = holding_on(days_of(school), week_of)
    adults, left_out = adults_in(school, week_of, _whole_day(days), with_rates=with_rates)
    rows = list(
        PlanDemand.objects.filter(school=school, plan=week_plan).select_related(
            "provision", "promise__pupil", "need__pupil", "need__class_group"
        )
    )
    pupils = _pupils(school, rows, week_of)
    heeded = _Heeded(school, rows)
    bells, demands, left = BellsOfDemands(school, days), {}, []
    for row in in_order(rows, pupils):
        there = pupils.get(row.pk, ())
        key = bells.key_for(row, there)
        if key is None:
            left.append(Left(row, "there are no bells for its year group"))
            continue
        demands[str(row.pk)] = _demand(row, there, key, heeded)
    everyone = {pupil.pk: pupil for each in pupils.values() for pupil in each}
    everyone |= _joining(week_plan)
    children = children_in(school, week_of, list(everyone.values()))
    found = Instance(
        week_of=week_of,
        sites={str(school.pk): plan.Site(str(school.pk), str(school.pk))},
        bells=bells.used,
        rooms={str(r.pk): _room(r) for r in Room.objects.filter(school=school)},
        adults=adults,
        children=children,
        demands=demands,
        pairings=pairings_in(school, adults, children),
        handovers=handovers_in(school, adults, children),
        overrides=tuple(_overrides(school, rows, adults, demands)),
        locks=tuple(_locks(week_plan, demands, adults)),
        former=tuple(_former(week_plan, demands, adults)),
        weights={soft: int(week_plan.weights.get(soft, WEIGHTS[soft])) for soft in Soft},
    )
    found = apply_changes(found, week_plan.changes)
    return Week(found, tuple(left_out), tuple(left), state_of(week_plan))


def _joining(week_plan: WeekPlan) -> dict[UUID, Pupil]:
    """Children whom the plan takes to join a group."""
    ids = [UUID(each["child"]) for each in week_plan.changes if each["kind"] == "joins"]
    return Pupil.objects.filter(school_id=week_plan.school_id).in_bulk(ids) if ids else {}


def _overrides(
    school: School,
    rows: Iterable[PlanDemand],
    adults: Collection[str],
    demands: Collection[str],
) -> Iterator[plan.Override]:
    """Who may give what without the training: the note stays in the record."""
    allowed = allowed_pairs(school)
    for row in rows:
        for source, member in allowed:
            if row.source_key == source and str(member) in adults and str(row.pk) in demands:
                yield plan.Override(str(row.pk), str(member), ALLOWED)


def _whole_day(days: Iterable[SchoolDay]) -> tuple[int, int]:
    """From the first bell of a school to its last."""
    periods = [period for day in days for period in day.periods.all()]
    if not periods:
        return USUAL_DAY
    return min(minute_of(p.starts_at) for p in periods), max(minute_of(p.ends_at) for p in periods)


def _room(row: Room) -> plan.Room:
    # Each room is of a kind of its own: a provision asks for the very room.
    return plan.Room(str(row.pk), str(row.pk), str(row.school_id), str(row.pk), 1)


def _pupils(
    school: School, rows: Iterable[PlanDemand], week_of: dt.date
) -> Mapping[UUID, tuple[Pupil, ...]]:
    from provision.models import Place

    friday = week_of + dt.timedelta(days=4)
    provisions = {row.provision_id: row.pk for row in rows if row.provision_id}
    found: dict[UUID, list[Pupil]] = {row.pk: [] for row in rows}
    places = Place.objects.filter(
        school=school, provision__in=provisions, starts_on__lte=friday, ends_on__gte=week_of
    )
    for place in places.select_related("pupil").order_by("pupil_id"):
        found[provisions[place.provision_id]].append(place.pupil)
    for row in rows:
        if row.promise_id:
            found[row.pk].append(row.promise.pupil)
        elif row.need_id and row.need.pupil_id:
            found[row.pk].append(row.need.pupil)
    return {pk: tuple(pupils) for pk, pupils in found.items()}


class _Heeded:
    """Windows, wishes, rooms and training of provision."""

    def __init__(self, school: School, demands: Iterable[PlanDemand]) -> None:
        provisions = [row.provision for row in demands if row.provision]
        self.topics = topics_of_provisions(school, provisions)
        self.windows: dict[tuple[UUID, str], list[plan.Span]] = {}
        for row in ProvisionWindow.objects.filter(school=school):
            each = span(row.weekday, row.starts_at, row.ends_at)
            self.windows.setdefault((row.provision_id, row.kind), []).append(each)
        rows = ProvisionPlanning.objects.filter(school=school)
        self.planning = {row.provision_id: row for row in rows}


def _demand(row: PlanDemand, pupils: tuple[Pupil, ...], bells: str, heeded: _Heeded) -> plan.Demand:
    windows, wishes, room, keeps = _times_of(row, heeded)
    topics = heeded.topics.get(row.provision_id, ())
    if row.need and row.need.topic_id:
        topics = (row.need.topic_id,)
    return plan.Demand(
        key=str(row.pk),
        name=str(row.pk),
        rank=Rank(row.rank),
        shape=_shape(row, pupils),
        bells=bells,
        minutes=row.minutes,
        sessions=row.sessions,
        children=tuple(str(pupil.pk) for pupil in pupils),
        most_a_day=_most_a_day(row),
        windows=tuple(windows),
        wishes=tuple(wishes),
        training=tuple(str(topic) for topic in topics),
        room_kind=room,
        continuity=keeps,
    )


def _most_a_day(row: PlanDemand) -> int:
    """So often on one day: spread over the week, and once more where it has to be."""
    days = len(row.need.weekdays) if row.need and row.need.weekdays else len(WEEK)
    return -(-row.sessions // days) + 1


def _shape(row: PlanDemand, pupils: tuple[Pupil, ...]) -> Shape:
    if row.need is not None:
        return Shape.IN_CLASS if row.need.kind == TimeNeedKind.CLASS else Shape.DUTY
    if row.provision is not None and row.provision.is_in_class:
        return Shape.IN_CLASS
    return Shape.GROUP if len(pupils) > 1 else Shape.ONE_TO_ONE


def _times_of(
    row: PlanDemand, heeded: _Heeded
) -> tuple[list[plan.Span], list[plan.Span], str, bool]:
    """Windows, wishes, the room and whether one adult should stay."""
    if row.need is not None:
        days = row.need.weekdays
        windows = [plan.Span(d, 0, 24 * 60) for d in days] if days else []
        return windows, [], "", row.need.pupil_id is not None
    if row.provision is None:
        return [], [], "", True
    provision = row.provision
    windows = heeded.windows.get((provision.pk, WindowKind.ONLY), [])
    wishes = heeded.windows.get((provision.pk, WindowKind.WISH), []) or _as_given(provision)
    planning = heeded.planning.get(provision.pk)
    room = str(planning.room_id) if planning and planning.room_id else ""
    return windows, wishes, room, planning.keeps_adult if planning else True


def _as_given(provision) -> list[plan.Span]:
    """The days and time at which it is given now: better kept than not."""
    if not provision.weekdays:
        return []
    if provision.time is None:
        return [plan.Span(day, 0, 24 * 60) for day in provision.weekdays]
    starts = minute_of(provision.time)
    return [plan.Span(d, starts, starts + provision.minutes) for d in provision.weekdays]


def _session(row: PlanSession) -> plan.Session:
    times = plan.Span(row.weekday, row.starts, row.ends)
    return plan.Session(str(row.demand_id), str(row.member_id), times)


def _locks(
    week_plan: WeekPlan, demands: Mapping[str, plan.Demand], adults: Mapping[str, plan.Adult]
) -> Iterator[plan.Lock]:
    rows = PlanSession.objects.filter(school_id=week_plan.school_id, plan=week_plan, is_locked=True)
    for row in rows:
        each = _session(row)
        if each.demand in demands and each.adult in adults:
            yield plan.Lock(each.demand, each.adult, each.span.weekday, each.span.starts)


def _former(
    week_plan: WeekPlan, demands: Mapping[str, plan.Demand], adults: Mapping[str, plan.Adult]
) -> Iterator[plan.Session]:
    """What stands in the plan, so that planning it again changes little."""
    for each in sessions_of(week_plan):
        demand = demands.get(each.demand)
        if demand and each.adult in adults and each.span.minutes == demand.minutes:
            yield each
