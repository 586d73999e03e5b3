"""What is promised and planned becomes provision, so that whoever gives it can say so."""

import datetime as dt
from typing import Any

from aylsham.calendars import calendar_of
from aylsham.clock import academic_year
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import User
from aylsham.school_calendar import SchoolCalendar
from provision.models import Promise, Provision
from provision.provision_codes import StaffRole
from provision.rules.weeks import taught_weeks
from provision.services.provisions import Members, add_provision
from pupils.codes import Tier
from staff.codes import JobRole
from staff.models import PlanDemand, StaffMember, WeekPlan
from staff.selectors.weeks.promised import promised_in

Days = tuple[dt.date, dt.date]
#: As the cost of what they give is worked out; whoever is not named here counts as an LSA.
GIVEN_BY = {JobRole.HLTA: StaffRole.HLTA, JobRole.PASTORAL: StaffRole.PASTORAL}


def give_promised(plan: WeekPlan, *, counts_as_given: bool, by: User) -> list[Provision]:
    """Make provision of each promise that a plan has sessions for; the plan then gives that.

    From the plan's first day to its last, or to the end of the school year. `counts_as_given`:
    unless somebody logs otherwise; else each session is logged. Words that few may read stay a
    promise: who reads such provision is for a person to say.
    """
    calendar, made = calendar_of(plan.school), []
    with rebuilt_once():
        for demand in promised_in(plan):
            days = _days(plan, demand.promise, calendar)
            if days[0] <= days[1]:
                facts = _facts(demand, days, calendar)
                provision = _given(demand, facts | {"is_in_class": counts_as_given}, by)
                demand.promise, demand.provision = None, provision
                demand.save(update_fields=["promise", "provision"])
                made.append(provision)
    return made


def _days(plan: WeekPlan, promise: Promise, calendar: SchoolCalendar) -> Days:
    """From when to when a plan gives what was promised."""
    first = max(plan.starts_on, promise.starts_on)
    ends = (plan.ends_on, promise.ends_on, end_of_year(first, calendar))
    return first, min(filter(None, ends))


def _given(demand: PlanDemand, facts: dict[str, Any], by: User) -> Provision:
    promise = demand.promise
    members = Members(pupils=(promise.pupil,), promises=(promise,))
    return add_provision(school=demand.school, members=members, by=by, **facts)


def _facts(demand: PlanDemand, days: Days, calendar: SchoolCalendar) -> dict[str, Any]:
    givers = {session.member for session in demand.given}
    first, last = days
    return {
        "name": demand.promise.text[: Provision._meta.get_field("name").max_length],
        "tier": Tier.ENHANCED,
        "staff_role": _role(givers),
        "staff": next(iter(givers)).user if len(givers) == 1 else None,
        "sessions_a_week": demand.sessions,
        "minutes": demand.minutes,
        "weeks": taught_weeks(first, last, calendar),
        "starts_on": first,
        "ends_on": last,
    }


def _role(givers: set[StaffMember]) -> StaffRole:
    """Of all who give it, the role that is named first among those of the rate card."""
    found = {GIVEN_BY.get(JobRole(member.role), StaffRole.LSA) for member in givers}
    return next(role for role in StaffRole if role in found)


def end_of_year(day: dt.date, calendar: SchoolCalendar) -> dt.date:
    """The last day of the summer term of a day's school year; 31 July until the calendar has it.

    An earlier term's end is none: what is owed would stop where nobody has entered the next one.
    """
    june, july = (dt.date(academic_year(day) + 1, *last) for last in ((6, 1), (7, 31)))
    ends = [last for _, last in calendar.terms if max(day, june) <= last <= july]
    return max(ends, default=july)
