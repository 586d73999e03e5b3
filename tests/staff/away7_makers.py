"""A school with a week in force, and mornings on which somebody is out."""

import datetime as dt
from dataclasses import dataclass

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.models import User
from pupils.models import Pupil
from staff.codes import DAY_ENDS, WeekPlanState
from staff.models import Absence, PlanDemand, PlanSession, StaffMember, WeekPlan
from staff.services.away import say_out
from tests.factories import TODAY, MembershipFactory, member
from tests.provision.makers import given
from tests.school_years import school_year
from tests.staff.week_makers import Weekly, draft, weekly

MONDAY = TODAY


@dataclass
class Morning:
    """A school on a Monday; Adult 0 gives what `session` plans unless told otherwise."""

    at: Weekly
    plan: WeekPlan
    sendco: User

    @property
    def school(self):
        return self.at.school

    def adult(self, number: int) -> StaffMember:
        return self.at.adults[number]

    def child(self, number: int) -> Pupil:
        return self.at.children[number]


def morning(*, adults: int = 3, children: int = 4, school=None) -> Morning:
    """A published plan without sessions."""
    at = weekly(adults=adults, children=children, school=school)
    school_year(at.school)
    for each in at.adults:
        MembershipFactory(user=each.user, school=at.school, role=Role.LSA)
    plan = draft(at.school, MONDAY)
    plan.state, plan.published_at = WeekPlanState.PUBLISHED, clock.moment()
    plan.save()
    return Morning(at, plan, member(at.school, Role.SENDCO))


def session(at: Morning, *pupils, adult=0, on=0, starts=9 * 60, minutes=30, **facts) -> PlanSession:
    """A session of a provision for some children, given by one of the adults."""
    rank = facts.pop("rank", "section_f")
    facts = {"name": "Speech work", "staff_role": "lsa", "minutes": minutes} | facts
    provision = given(at.school, *pupils, **facts)
    demand = PlanDemand.objects.create(
        school=at.school, plan=at.plan, provision=provision, rank=rank, sessions=5, minutes=minutes
    )
    return again(at, demand, adult=adult, on=on, starts=starts)


def again(at: Morning, demand: PlanDemand, *, adult=0, on=0, starts=9 * 60) -> PlanSession:
    """One more session of a demand."""
    return PlanSession.objects.create(
        school=at.school,
        plan=at.plan,
        demand=demand,
        member=at.adult(adult),
        weekday=on,
        starts=starts,
        ends=starts + demand.minutes,
    )


def out(member: StaffMember, day: dt.date = MONDAY, *, by=None, **facts) -> Absence:
    """Out for the whole of a day, unless said otherwise."""
    times = {"starts_on": day, "starts": 0, "ends_on": day, "ends": DAY_ENDS} | facts
    return say_out(member=member, by=by, **times)
