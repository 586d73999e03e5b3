"""One's own day in order: sessions, duties, breaks and tasks; what to know; what is new."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.together import read_rows
from provision.models import MakeUp, Provision, Session
from provision.selectors.given_today import GivenToday, given_today
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.selectors.passports.printing import printed_passports
from pupils.selectors.safety import alerts_of
from staff.models import (
    PlanSession,
    StaffMember,
)
from staff.planning.clocks import minute_of
from staff.rules.day_order import in_order, now_and_next
from staff.rules.slots import DayPlace, slots
from staff.selectors.day_lines import DayChild, DayLine, LineKind, ToLog, essentials_of
from staff.selectors.effective import Stands
from staff.selectors.my_day_facts import (
    facts_of,
    is_mine,
    own_sessions,
    own_time,
    sessions_before,
)
from staff.selectors.planned import Planned, plans_by_day
from staff.selectors.week_reading import (
    PRIVATE,
    SUPPORT,
    tell_own,
)


@dataclass(frozen=True)
class MyDay:
    """The day of one adult."""

    on: dt.date
    lines: tuple[DayLine, ...] = ()
    now: tuple[DayLine, ...] = ()
    next: tuple[DayLine, ...] = ()
    #: What the asker gives today without a time in the plan.
    others: tuple[GivenToday, ...] = ()
    #: (key of the provision, name) of what is to be made up today.
    make_ups: tuple[tuple[UUID, str], ...] = ()
    #: What was on this weekday by the plan before, and is no more.
    gone: tuple[str, ...] = ()
    is_closed: bool = False
    has_plan: bool = False
    is_member: bool = False

    @property
    def news(self) -> list[DayLine]:
        """What is otherwise than yesterday, or than the plan says."""
        return [line for line in self.lines if line.is_new or line.change]

    @property
    def waiting(self) -> int:
        """Sessions that nobody has logged."""
        logs = (line.log for line in self.lines if line.log and not line.is_off)
        return sum(not (log.is_logged or log.counts_as_given) for log in logs)

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child on the page."""
        return sorted({child.id for line in self.lines for child in line.children})


@dataclass(frozen=True)
class _Known:
    """What of the sessions the asker may know, and how far the log is."""

    access: Access
    seen: dict[UUID, Pupil]
    readable: frozenset[UUID]
    #: By planned session: which of the provision's sessions of the day it is.
    slots: dict[UUID, int]
    logged: frozenset[tuple[UUID, int]]
    law: frozenset[UUID]
    levels: tuple[int, ...]
    children: dict[UUID, DayChild]


def my_day(access: Access, *, has_essentials: bool = True) -> MyDay:
    """Today at the school of the page; at most eight statements, more in a plan's first week."""
    facts, on = facts_of(access), access.today
    if not facts.calendar.is_open_day(on):
        return MyDay(on, is_closed=True, is_member=bool(facts.member))
    given = [each for each in given_today(access) if each.school == access.school]
    plan = plans_by_day(facts.plans, [on]).get(on)
    found = own_sessions(facts, plan, on)
    earlier = sessions_before(facts, plan, on)
    of_plan = [each.planned for each in found]
    known, make_ups = _known(
        access, [*of_plan, *earlier], given, facts.moved_in(on), has_essentials=has_essentials
    )
    old = {_alike(each) for each in earlier}
    lines = [
        replace(
            _session_line(known, each, facts.member),
            is_new=bool(old) and not each.swap and _alike(each.planned) not in old,
        )
        for each in found
    ]
    minute = minute_of(clock.now().time())
    day = [
        replace(line, has_begun=line.starts <= minute)
        for line in in_order([*lines, *own_time(facts)])
    ]
    now, coming = now_and_next([line for line in day if not line.is_off], minute)
    planned = {each.session.demand.provision_id for each in of_plan}
    still = {_alike(each) for each in of_plan}
    return MyDay(
        on=on,
        lines=tuple(day),
        now=tuple(now),
        next=tuple(coming),
        others=tuple(each for each in given if each.id not in planned),
        make_ups=make_ups,
        gone=tuple(_gone(known, each) for each in earlier if _alike(each) not in still),
        has_plan=plan is not None,
        is_member=facts.member is not None,
    )


def _known(
    access: Access,
    found: list[Planned],
    given: list[GivenToday],
    moved_in: Mapping[UUID, int],
    *,
    has_essentials: bool,
) -> tuple[_Known, tuple[tuple[UUID, str], ...]]:
    """One statement, two more for what to know of the children."""
    ids = {pupil.pk for each in found for pupil in each.pupils}
    provisions = {each.session.demand.provision_id for each in found} - {None}
    plans = {each.session.plan_id for each in found}
    in_school = {"school": access.school}
    on_day = {"plan__in": plans, "weekday": access.today.weekday()}
    whose = Q(staff=access.user) | Q(staff=None, provision__staff=access.user)
    to_make_up = MakeUp.objects.filter(whose, **in_school, on=access.today, pupil__closed_on=None)
    due = to_make_up.order_by().values("provision_id")
    seen, provision, of_day, logs, make_ups = read_rows(
        Pupil.objects.visible_to(access).filter(**in_school, pk__in=ids, closed_on=None),
        Provision.objects.filter(Q(pk__in=provisions) | Q(pk__in=due), **in_school)
        .readable_by(access)
        .only("pk", "name"),
        PlanSession.objects.filter(
            Q(**on_day) | Q(pk__in=moved_in), **in_school, demand__provision__in=provisions
        ).values_list("demand__provision_id", "pk", "starts"),
        Session.objects.filter(
            **in_school,
            provision__in=provisions,
            on=access.today,
            is_make_up=False,
            logs__isnull=False,
        )
        .order_by()
        .values_list("provision_id", "slot"),
        due,
    )
    may_read = {row.pk: row.name for row in provision}
    pupils = {pupil.pk: pupil for pupil in tell_apart(seen)}
    known = _Known(
        access,
        pupils,
        frozenset(may_read),
        _slots(of_day, moved_in),
        frozenset((provision, slot) for provision, slot in logs),
        frozenset(each.id for each in given if each.is_law),
        readable(access.permissions_at(access.school)),
        _children(access, pupils, has_essentials=has_essentials),
    )
    asked = {row["provision_id"] for row in make_ups} & may_read.keys()
    return known, tuple(sorted(((pk, may_read[pk]) for pk in asked), key=lambda each: each[1]))


def _slots(rows: Iterable[tuple[UUID, UUID, int]], moved_in: Mapping[UUID, int]) -> dict[UUID, int]:
    """Which of its provision's sessions of the day each is."""
    places = [
        (provision, DayPlace(pk in moved_in, moved_in.get(pk, starts), pk))
        for provision, pk, starts in rows
    ]
    return {place.session: number for (_, place), number in slots(places).items()}


def _children(
    access: Access, pupils: dict[UUID, Pupil], *, has_essentials: bool
) -> dict[UUID, DayChild]:
    """Children whose record the asker may open, with alerts and what their passport asks for."""
    if not pupils or not has_essentials:
        return {pk: DayChild(pk, row.full_name, is_seen=True) for pk, row in pupils.items()}
    alerts = alerts_of([access.school], pupils, today=access.today)
    passports = {each.pupil_id: each for each in printed_passports(access.school, pupils)}
    return {
        pk: DayChild(
            pk,
            row.full_name,
            is_seen=True,
            alerts=tuple(alerts.get(pk, ())),
            essentials=essentials_of(passports[pk]) if pk in passports else (),
            has_passport=pk in passports,
        )
        for pk, row in pupils.items()
    }


def _session_line(known: _Known, stands: Stands, member: StaffMember | None) -> DayLine:
    """A planned session as its adult reads it."""
    each, on = stands.planned, known.access.today
    demand, pk = each.session.demand, each.session.demand.provision_id
    is_own = is_mine(stands, member, on)
    starts = stands.starts if is_own else each.session.starts
    line = DayLine(
        LineKind.DUTY if demand.need else LineKind.SESSION,
        starts,
        starts + each.minutes,
        _name(known, each),
        each.room.name if each.room else "",
        change=stands.change,
        is_off=not is_own,
    )
    if pk and pk not in known.readable:
        return line
    seen = tuple(known.seen[pupil.pk] for pupil in each.pupils if pupil.pk in known.seen)
    there = tell_own(each.pupils, seen)
    group = demand.need.class_group if demand.need else None
    return replace(
        line,
        children=tuple(known.children.get(p.pk) or DayChild(p.pk, p.full_name) for p in there),
        group=group.name if group else "",
        log=_log(known, each) if pk else None,
        is_law=pk in known.law,
    )


def _name(known: _Known, each: Planned) -> str:
    demand = each.session.demand
    if demand.provision_id and demand.provision_id not in known.readable:
        return PRIVATE
    if demand.promise and demand.promise.sensitivity not in known.levels:
        return SUPPORT
    return each.name


def _log(known: _Known, each: Planned) -> ToLog:
    provision, slot = each.session.demand.provision, known.slots.get(each.session.pk, 1)
    is_logged = (provision.pk, slot) in known.logged
    return ToLog(provision.pk, slot, is_logged, counts_as_given=provision.is_in_class)


def _alike(each: Planned) -> tuple:
    """What makes a session the same as one of the plan before."""
    return (
        each.session.demand.source_key,
        each.session.starts,
        each.session.ends,
        each.session.room_id,
    )


def _gone(known: _Known, each: Planned) -> str:
    return f"{each.starts_at:%-H:%M} {_name(known, each)}"
