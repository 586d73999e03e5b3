"""Boards for tests: a draft with sessions that stand where a test wants them."""

import datetime as dt

from staff.models import PlanDemand, PlanSession, WeekPlan
from tests.factories import TODAY
from tests.provision.makers import given
from tests.staff.week_makers import Weekly, draft, planned, weekly

MONDAY = TODAY + dt.timedelta(days=-TODAY.weekday() % 7)


def board(
    *, children: int = 4, adults: int = 3, groups: int = 2, **facts
) -> tuple[Weekly, WeekPlan]:
    """A planned draft: groups of two, each three times a week for 30 minutes."""
    at = weekly(adults=adults, children=children)
    facts = {"staff_role": "lsa", "sessions_a_week": 3, "minutes": 30} | facts
    for number in range(groups):
        pair = [at.children[(2 * number + n) % children] for n in range(2)]
        given(at.school, *pair, name=f"Group {number}", **facts)
    return at, planned(draft(at.school, MONDAY))


def first_session(plan: WeekPlan) -> PlanSession:
    """The first session of the week."""
    rows = PlanSession.objects.filter(plan=plan).select_related("plan__school", "demand", "member")
    return rows.order_by("weekday", "starts", "pk").first()


def first_demand(plan: WeekPlan) -> PlanDemand:
    """Something that the plan has to cover."""
    return PlanDemand.objects.filter(plan=plan).select_related("plan__school", "provision").first()
