"""A school whose week can be planned: bells, adults with contracts, children, provision, needs."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from aylsham.models import School
from pupils.models import Pupil
from staff.models import StaffMember, TimeNeed, WeekPlan
from staff.planning.solving import make_plan
from staff.planning.writing import plan_data
from staff.selectors.weeks.instances import monday_of, week_of_plan
from staff.services.school_days import start_school_days
from staff.services.weeks.plans import begin_plan, keep_answer
from tests.factories import SEPTEMBER, PupilFactory, SchoolFactory, UserFactory
from tests.staff.makers import contracted, pattern, someone


@dataclass
class Weekly:
    """What a test plans with."""

    school: School
    adults: list[StaffMember]
    children: list[Pupil]


def weekly(*, adults: int = 3, children: int = 4, school: School | None = None) -> Weekly:
    """A school with bells, adults of 27.5 hours on five days, and children of one year."""
    school = school or SchoolFactory()
    start_school_days(school=school, starts_on=SEPTEMBER, by=None)
    people = []
    for number in range(adults):
        user = UserFactory()
        member = someone(school, name=f"Adult {number}", user=user)
        contracted(member, days=[pattern(day) for day in range(5)], hours_a_week=Decimal("32.50"))
        people.append(member)
    year = next(y for y in school.year_groups if y in ("1", "2", "3", "4", "5", "6"))
    pupils = [PupilFactory(school=school, year_group=year) for _ in range(children)]
    return Weekly(school, people, pupils)


def needed(school: School, name: str = "Lunch", **facts) -> TimeNeed:
    """A time need: 30 minutes of lunch on five days."""
    facts = {
        "kind": "lunch", "minutes": 30, "times_a_week": 5, "starts_on": SEPTEMBER,
    } | facts  # fmt: skip
    return TimeNeed.objects.create(school=school, name=name, **facts)


def draft(school: School, monday: dt.date, *, name: str = "Autumn", **facts) -> WeekPlan:
    """A draft that begins on a Monday."""
    facts = {"ends_on": None, "based_on": None, "by": None} | facts
    return begin_plan(school=school, name=name, starts_on=monday, **facts)


def planned(plan: WeekPlan, *, seconds: float = 3) -> WeekPlan:
    """The draft as the planner fills it."""
    week = week_of_plan(plan, monday_of(plan))
    answer = plan_data(make_plan(week.instance, seconds=seconds, workers=1, seed=1))
    return keep_answer(plan=plan, week=week, answer=answer, by=None)
