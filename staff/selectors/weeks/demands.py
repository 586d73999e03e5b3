"""What a plan covers, as the planner takes it: children, times, training, rooms."""

from collections import defaultdict
from uuid import UUID

from pupils.models import Pupil
from staff.codes import TimeNeedKind, WindowKind
from staff.models import PlanDemand
from staff.planning import instance as plan
from staff.planning.clocks import minute_of
from staff.planning.codes import Rank, Shape
from staff.selectors.requirements import requirements_of
from staff.selectors.weeks.bells import WEEK
from staff.selectors.weeks.people import span
from staff.selectors.weeks.rows import WeekRows


def pupils_of(rows: WeekRows) -> dict[UUID, tuple[Pupil, ...]]:
    """The children of each thing that a plan covers."""
    known = {pupil.pk: pupil for pupil in rows.pupils}
    given: dict[UUID, list[UUID]] = defaultdict(list)
    for provision, pupil in rows.places:
        given[provision].append(pupil)
    found = {}
    for row in rows.demands:
        of = row.promise or row.need or row.taken_over
        there = given.get(row.provision_id) if row.provision_id else None
        there = there or ([of.pupil_id] if of and of.pupil_id else [])
        found[row.pk] = tuple(known[pk] for pk in there)
    return found


class Heeded:
    """Windows, wishes, rooms and training of provision."""

    def __init__(self, rows: WeekRows) -> None:
        self.asked = requirements_of(rows.shared, rows.own, rows.topics)
        self.windows: dict[tuple[UUID, str], list[plan.Span]] = {}
        for row in rows.windows:
            each = span(row.weekday, row.starts_at, row.ends_at)
            self.windows.setdefault((row.provision_id, row.kind), []).append(each)
        self.planning = {row.provision_id: row for row in rows.plannings}

    def topics(self, row: PlanDemand) -> tuple[UUID, ...]:
        """What its adult has to be trained in."""
        if row.need and row.need.topic_id:
            return (row.need.topic_id,)
        if (given := row.provision) is None:
            return ()
        stands_for = row.stands_for if given.own_item_id else None
        asked = self.asked.of_keys(given.shared_item_id, given.own_item_id, stands_for)
        return tuple(topic.pk for topic in asked)


def as_demand(
    row: PlanDemand, pupils: tuple[Pupil, ...], bells: str, heeded: Heeded
) -> plan.Demand:
    """A demand as the planner takes it; its name is its key."""
    windows, wishes, room, keeps = _times_of(row, heeded)
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
        training=tuple(map(str, heeded.topics(row))),
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
    row: PlanDemand, heeded: Heeded
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
