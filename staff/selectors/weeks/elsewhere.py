"""When adults of a week are planned at other schools of the federation.

A page of one school sees no row of another. For this one question the wall is moved, and put back:
what comes out is who and when, of people who work here too; no child, and no name.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import F

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from staff.models import PlanSession, WeekPlan
from staff.planning.instance import Span


def engaged_elsewhere(
    school: School, monday: dt.date, others: Collection[UUID], users: Collection[UUID]
) -> Mapping[UUID, tuple[Span, ...]]:
    """For each of these accounts when published plans of other schools have it busy."""
    if not others or not users:
        return {}
    with school_transaction(school, *others):
        rows = list(_planned(others, users, monday))
    found: dict[UUID, list[Span]] = defaultdict(list)
    for user, weekday, starts, ends in rows:
        found[user].append(Span(weekday, starts, ends))
    return {user: tuple(sorted(spans)) for user, spans in found.items()}


def _planned(others: Collection[UUID], users: Collection[UUID], monday: dt.date):
    plans = WeekPlan.objects.filter(school__in=others).in_force(monday)
    rows = PlanSession.objects.filter(
        school__in=others, plan__in=plans, member__user__in=users, plan__school=F("school")
    )
    return rows.values_list("member__user", "weekday", "starts", "ends")
