"""The week of people's time in the demonstration: needs, a plan that people go by, a draft."""

import datetime as dt
import time

from aylsham import clock
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import Provision
from provision.provision_codes import ProvisionState
from pupils.models import ClassGroup, Pupil
from staff.codes import PromisedGiven
from staff.models import StaffMember, WeekPlan
from staff.planning.codes import RANKS
from staff.planning.greedy import plan_greedily
from staff.planning.remedies import explain
from staff.planning.solution import Plan
from staff.planning.times import Times
from staff.planning.writing import plan_data
from staff.selectors.weeks.instances import monday_of, week_of_plan
from staff.services.weeks.needs import add_need, add_window, plan_handover, set_careful
from staff.services.weeks.plans import begin_plan, keep_answer
from staff.services.weeks.publishing import publish_plan

WEEKS = dt.timedelta(weeks=1)
#: Looking for ways out of what is not covered; without them the page still says what is missing.
SECONDS = 1
NOTE = "The SENDCo has asked the council for hours, and covers what is missing until it answers."


def load_weeks(schools: dict[str, School], people: dict[str, User]) -> None:
    """A published week at every school, a draft for later at Bure Valley."""
    sendco = people["sendco@demo.example"]
    for school in schools.values():
        with school_transaction(school):
            _publish(school, sendco)
    school = schools["bure-valley"]
    with school_transaction(school):
        _begin_next(school, sendco)


def _publish(school: School, by: User) -> None:
    today = clock.today()
    starts_on = today - dt.timedelta(days=today.weekday()) - 2 * WEEKS
    lunch = {"starts_at": dt.time(12, 30), "ends_at": dt.time(13), "minutes": 30}
    add_need(school=school, by=by, name="Lunch hall", kind="lunch", times_a_week=5,
             adults=2, starts_on=starts_on, **lunch)  # fmt: skip
    if school.slug == "bure-valley":
        _heed(school, starts_on, by)
    facts = {"starts_on": starts_on, "ends_on": None, "based_on": None, "by": by}
    plan = _filled(begin_plan(school=school, name="Autumn week", **facts), by)
    if plan.sessions.filter(school=school).exists():
        publish_plan(plan=plan, note=NOTE, today=starts_on, by=by, promised=PromisedGiven.GIVEN)


def _heed(school: School, starts_on: dt.date, by: User) -> None:
    """Support in a class, a time for a provision, a child who meets new adults with care."""
    oak = ClassGroup.objects.get(school=school, name="Oak")
    add_need(school=school, by=by, name="Mornings in Oak", kind="class", class_group=oak,
             minutes=60, times_a_week=5, starts_on=starts_on)  # fmt: skip
    first = (
        Provision.objects.filter(school=school, state=ProvisionState.RUNNING, is_confidential=False)
        .order_by("name", "pk")
        .first()
    )
    for weekday in (1, 3):
        times = {"starts_at": dt.time(9, 30), "ends_at": dt.time(11)}
        add_window(provision=first, kind="wish", weekday=weekday, by=by, **times)
    child = Pupil.objects.filter(school=school, class_group=oak).in_register_order().last()
    member = StaffMember.objects.filter(school=school, role="lsa").order_by("name").first()
    set_careful(pupil=child, is_careful=True, by=by)
    plan_handover(pupil=child, member=member, on=clock.today() + WEEKS, by=by,
                  how="Snack together, then two reading times with both adults")  # fmt: skip


def _begin_next(school: School, by: User) -> None:
    before = WeekPlan.objects.get(school=school, name="Autumn week")
    starts_on = before.starts_on + 8 * WEEKS
    facts = {"starts_on": starts_on, "ends_on": None, "based_on": before, "by": by}
    _filled(begin_plan(school=school, name="Spring week", **facts), by)


def _filled(plan: WeekPlan, by: User) -> WeekPlan:
    """As a busy person would fill it: quick, and the same each time."""
    week = week_of_plan(plan, monday_of(plan))
    times = Times(week.instance)
    sessions = tuple(sorted(plan_greedily(week.instance, times)))
    found = Plan(week.instance, sessions, dict.fromkeys(RANKS, 0), 0)
    ways = explain(found, times, until=time.monotonic() + SECONDS)
    answer = plan_data(Plan(week.instance, sessions, found.bounds, 0, 1.0, ways))
    return keep_answer(plan=plan, week=week, answer=answer, by=by)
