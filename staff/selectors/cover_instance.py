"""The week as it is, as the planner reads it, to find who could step in; no names in it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from aylsham.models import School
from staff.models import StaffMember
from staff.planning.absence import Gap, Out, gaps_for, other_times
from staff.planning.absence import Swap as Offered
from staff.planning.instance import Instance, Session, Span
from staff.selectors.effective import Stands, absences_between, out_on, week_as_it_is
from staff.selectors.planned import plan_in_force
from staff.selectors.weeks.instances import instance_of

WEEK = range(5)


@dataclass(frozen=True)
class CoverWeek:
    """What the search for a swap starts from; a session that it does not know has no swaps."""

    instance: Instance
    #: As they stand: who stepped in is busy, and what nobody gives is left out.
    by_session: dict[Session, Stands]
    outs: tuple[Out, ...]
    members: dict[str, StaffMember]

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(self.by_session)

    @property
    def taken(self) -> frozenset[Session]:
        """What somebody stepped in for already."""
        return frozenset(s for s, each in self.by_session.items() if each.swap and each.is_given)

    def gaps(self, day: dt.date) -> list[Gap]:
        """What falls on a day, the most strongly owed first, each with its three swaps."""
        gaps = gaps_for(self.instance, self.sessions, self.outs_on(day), self.taken)
        return [gap for gap in gaps if gap.session.span.weekday == day.weekday()]

    def later(self, session: Session) -> list[Offered]:
        """Later times of the week at which somebody free could give what falls."""
        after = session.span.starts
        return list(other_times(self.instance, self.sessions, self.outs, session, after))

    def outs_on(self, day: dt.date) -> tuple[Out, ...]:
        return tuple(out for out in self.outs if out.weekday == day.weekday())


def cover_week(school: School, day: dt.date) -> CoverWeek | None:
    """The week around a day by its plan; None without one. About 25 statements, however many rows."""
    plan = plan_in_force(school, day)
    if plan is None:
        return None
    plan.school = school
    monday = day - dt.timedelta(days=day.weekday())
    instance = instance_of(plan, monday)
    found: dict[Session, Stands] = {}
    for each in week_as_it_is(school, monday):
        session = session_of(each)
        is_known = session.demand in instance.demands and session.adult in instance.adults
        is_here = each.planned.session.plan_id == plan.pk and (each.is_given or each.is_open)
        if is_known and is_here and monday <= each.on <= monday + dt.timedelta(days=4):
            found[session] = each
    instance = _as_planned(instance, found)
    members = StaffMember.objects.filter(school=school, pk__in=instance.adults)
    by_key = {str(row.pk): row for row in members.select_related("user")}
    return CoverWeek(instance, found, tuple(_outs(school, monday, instance.adults)), by_key)


def _as_planned(instance: Instance, sessions: Iterable[Session]) -> Instance:
    """What was put by hand outside its bells or times may stay where it is with another adult."""
    bells, demands = dict(instance.bells), dict(instance.demands)
    for session in sessions:
        demand, span = demands[session.demand], session.span
        if not any(each.holds(span) for each in bells[demand.bells].periods):
            own = f"own:{demand.key}"
            periods = tuple(sorted({*bells[demand.bells].periods, span}))
            bells[own] = replace(bells[demand.bells], key=own, periods=periods)
            demand = replace(demand, bells=own)
        if demand.windows and not any(window.holds(span) for window in demand.windows):
            demand = replace(demand, windows=(*demand.windows, span))
        demands[demand.key] = demand
    return replace(instance, bells=bells, demands=demands)


def session_of(each: Stands) -> Session:
    """What the planner calls it: by who gives it, or should have."""
    stood_in = each.swap.member if each.swap else None
    who = each.member or stood_in or each.planned.member
    span = Span(each.on.weekday(), each.starts, each.ends)
    return Session(str(each.planned.session.demand_id), str(who.pk), span)


def _outs(school: School, monday: dt.date, adults: Iterable[str]):
    for absence in absences_between(school, monday, monday + dt.timedelta(days=4)):
        for number in WEEK:
            first, last = out_on(absence, monday + dt.timedelta(days=number))
            if first < last and str(absence.member_id) in adults:
                yield Out(str(absence.member_id), number, first, last)
