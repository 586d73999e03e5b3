"""What the week's plan says of who gives provision, for the floor that keeps it."""

import datetime as dt

from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from provision.givers import register_givers
from staff.codes import WeekPlanState
from staff.models import PlanSession


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_givers(planned_sessions)


def planned_sessions(provision: str, first: dt.date, last: dt.date) -> QuerySet:
    """Sessions of the outer query's provision in what people go by between two days."""
    return PlanSession.objects.filter(
        Q(plan__ends_on=None) | Q(plan__ends_on__gte=first),
        Q(member__left_on=None) | Q(member__left_on__gte=first),
        school_id=OuterRef("school_id"),
        demand__provision_id=OuterRef(provision),
        plan__starts_on__lte=last,
        plan__state=WeekPlanState.PUBLISHED,
    ).annotate(
        giver=F("member__user_id"),
        giver_name=Coalesce("member__user__name", "member__name"),
        minute=F("starts"),
        holds_from=F("plan__starts_on"),
        holds_until=F("plan__ends_on"),
    )
