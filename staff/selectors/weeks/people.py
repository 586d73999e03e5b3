"""Adults and children of a planned week, as the planner takes them: keys and times, no names."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Prefetch, Q

from aylsham.models import School
from provision.models import Provision
from pupils.models import PartTimeTimetable, Pupil, PupilAdult
from staff.codes import DAY_ENDS, JobRole, PairingKind
from staff.models import (
    CarefulHandover,
    Contract,
    DirectedTask,
    Handover,
    Pairing,
    ProtectedLesson,
    StaffMember,
    TrainingRecord,
    WorkingDay,
)
from staff.planning import instance as plan
from staff.planning.clocks import HOUR, minute_of
from staff.selectors.weeks.demand import given_by_others
from staff.selectors.weeks.elsewhere import engaged_elsewhere

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
    school: School, monday: dt.date, whole_day: tuple[int, int], *, with_rates: bool = False
) -> tuple[dict[str, plan.Adult], list[LeftOut]]:
    """Who can be planned in a week, by key, and who cannot; `whole_day`: where no times are said."""
    days = Prefetch("days", WorkingDay.objects.filter(school=school))
    tasks = Prefetch("tasks", DirectedTask.objects.filter(school=school))
    contracts = Contract.objects.filter(school=school).on(monday).prefetch_related(days, tasks)
    members = (
        StaffMember.objects.filter(school=school)
        .here_on(monday)
        .exclude(role__in=NOT_PLANNED)
        .prefetch_related(Prefetch("contracts", contracts, to_attr="now"))
    )
    training, elsewhere = _training(school, monday), engaged_elsewhere(school, monday)
    found, left_out = {}, []
    for member in members:
        contract = next(iter(member.now), None)
        if contract is None or not contract.days.all():
            why = "no contract in this week" if contract is None else "no working days"
            left_out.append(LeftOut(member, why))
            continue
        adult = _adult(member, contract, training, whole_day, with_rates=with_rates)
        if adult.minutes_left < 0:
            left_out.append(LeftOut(member, "directed tasks take more than the contract"))
            continue
        away = elsewhere.get(member.user_id, ()) if member.user_id else ()
        found[adult.key] = replace(adult, at_work=tuple(without(adult.at_work, away)))
    return found, left_out


def _adult(
    member: StaffMember,
    contract: Contract,
    training: Mapping[UUID, Mapping[str, dt.date | None]],
    whole_day: tuple[int, int],
    *,
    with_rates: bool,
) -> plan.Adult:
    days = list(contract.days.all())
    return plan.Adult(
        key=str(member.pk),
        name=str(member.pk),
        role=member.role,
        sites=(str(member.school_id),),
        minutes=round(contract.hours_a_week * HOUR),
        at_work=tuple(
            span(day.weekday, day.starts_at, day.ends_at)
            if day.starts_at
            else plan.Span(day.weekday, *whole_day)
            for day in days
        ),
        breaks=tuple(
            plan.Span(
                day.weekday, minute_of(day.break_at), minute_of(day.break_at) + day.break_minutes
            )
            for day in days
            if day.break_at
        ),
        tasks=tuple(span(t.weekday, t.starts_at, t.ends_at, t.name) for t in contract.tasks.all()),
        training=training.get(member.pk, {}),
        rate=contract.pence_an_hour if with_rates else None,
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


def _training(school: School, monday: dt.date) -> dict[UUID, dict[str, dt.date | None]]:
    """For each member the topics they are trained in, with the last day, None for ever."""
    taken = Q(taken_on=None) | Q(taken_on__lte=monday)
    rows = TrainingRecord.objects.filter(taken, school=school, topic__isnull=False)
    of_user = dict(
        StaffMember.objects.filter(school=school, user__isnull=False).values_list("user_id", "pk")
    )
    found: dict[UUID, dict[str, dt.date | None]] = defaultdict(dict)
    for row in rows.select_related("topic"):
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
    school: School, monday: dt.date, pupils: Collection[Pupil]
) -> dict[str, plan.Child]:
    """The children of a week by key: when they are busy, and whom they know."""
    ids = {pupil.pk for pupil in pupils}
    careful = set(
        CarefulHandover.objects.filter(school=school, pupil__in=ids).values_list("pupil", flat=True)
    )
    protected = _protected(school)
    known, busy = _known(school, monday, ids), _busy(given_by_others(school, monday))
    at_home = _at_home(school, monday, ids)
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


def _protected(school: School) -> dict[UUID, list[plan.Span]]:
    found: dict[UUID, list[plan.Span]] = defaultdict(list)
    for row in ProtectedLesson.objects.filter(school=school):
        each = span(row.weekday, row.starts_at, row.ends_at, row.name)
        found[row.class_group_id].append(each)
    return found


def _known(school: School, monday: dt.date, ids: Collection[UUID]) -> dict[UUID, set[str]]:
    """Adults who support a child already."""
    of_user = dict(
        StaffMember.objects.filter(school=school, user__isnull=False).values_list("user_id", "pk")
    )
    rows = PupilAdult.objects.filter(school=school, pupil__in=ids, starts_on__lte=monday)
    found: dict[UUID, set[str]] = defaultdict(set)
    for pupil, user, ends_on in rows.values_list("pupil_id", "user_id", "ends_on"):
        if user in of_user and (ends_on is None or ends_on >= monday):
            found[pupil].add(str(of_user[user]))
    return found


def _at_home(school: School, monday: dt.date, ids: Collection[UUID]) -> dict[UUID, list[plan.Span]]:
    """When children on a part-time timetable are not in school, where somebody has said when."""
    friday = monday + dt.timedelta(days=4)
    rows = PartTimeTimetable.objects.filter(school=school, pupil__in=ids)
    rows = rows.filter(starts_on__lte=friday, ends_on__gte=monday).exclude(times=[]).live(monday)
    found: dict[UUID, list[plan.Span]] = defaultdict(list)
    for row in rows:
        times = [span(each.weekday, each.starts_at, each.ends_at) for each in row.in_school]
        for weekday in range(5):
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


def _busy(provisions: Iterable[Provision]) -> dict[UUID, list[plan.Span]]:
    """When children are with somebody whose week is not planned here."""
    found: dict[UUID, list[plan.Span]] = defaultdict(list)
    for provision in provisions:
        if provision.time is None or not provision.weekdays or provision.is_in_class:
            continue
        starts = minute_of(provision.time)
        for weekday in provision.weekdays:
            each = plan.Span(weekday, starts, starts + provision.minutes)
            for place in provision.now:
                found[place.pupil_id].append(each)
    return found


def pairings_in(
    school: School, adults: Collection[str], children: Collection[str]
) -> tuple[plan.Pairing, ...]:
    """Adults and children who work well together, or cannot; the reason stays in the record."""
    rows = Pairing.objects.filter(school=school).values_list("member_id", "pupil_id", "kind")
    return tuple(
        plan.Pairing(str(member), str(pupil), kind == PairingKind.PREFERRED)
        for member, pupil, kind in rows
        if str(member) in adults and str(pupil) in children
    )


def handovers_in(
    school: School, adults: Collection[str], children: Collection[str]
) -> tuple[plan.Handover, ...]:
    """From which day a child knows an adult."""
    rows = Handover.objects.filter(school=school).values_list("pupil_id", "member_id", "on")
    return tuple(
        plan.Handover(str(pupil), str(member), on)
        for pupil, member, on in rows
        if str(member) in adults and str(pupil) in children
    )
