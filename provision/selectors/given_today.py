"""What the asker gives today, for the front page: whether it is in the log yet."""

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from provision.givers import givings_on, is_planned, plan_of_week, planned_for
from provision.models import Provision, ServedPromise, SessionLog
from provision.provision_codes import ProvisionState


@dataclass(frozen=True)
class GivenToday:
    """A provision that the asker gives, which may take place today."""

    school: School
    id: UUID
    name: str
    minutes: int
    time: dt.time | None
    is_logged: bool
    #: Section F of a child's EHC plan asks for it.
    is_law: bool
    #: What is otherwise today than the plan says; empty if nothing.
    change: str = ""


def given_today(access: Access) -> list[GivenToday]:
    """What the asker gives today, by time and name; one statement.

    Where a plan of the week has a provision, the plan says who gives it today and when, and what was
    decided for today comes before it; otherwise whom it names. What is given on other weekdays is left out, unless it was moved to today and
    logged.
    In-class and all-day support counts as given without being logged, so it is left out.
    """
    schools = {
        s.pk: s
        for s in access.schools
        if {Permission.RECORD_PROGRESS, Permission.VIEW_NEEDS} <= access.permissions_at(s)
    }
    logs = SessionLog.objects.filter(
        school_id=OuterRef("school_id"),
        session__provision_id=OuterRef("pk"),
        session__on=access.today,
    )
    served = ServedPromise.objects.filter(
        school_id=OuterRef("school_id"), provision_id=OuterRef("pk")
    )
    law, today = served.bound_by_law(access.today), access.today
    usual = Q(weekdays=[]) | Q(weekdays__contains=[today.weekday()])
    own = Q(staff=access.user) & (Exists(logs) | ~is_planned(today, today) & usual)
    rows = (
        Provision.objects.filter(school__in=schools, is_in_class=False)
        .filter(own | planned_for(access.user, today, today, weekday=today.weekday()))
        .exclude(state=ProvisionState.DRAFT)
        .between(today, today)
        .readable_by(access)
        .annotate(plan=plan_of_week(today, today))
        .order_by("name", "pk")
        .values_list(
            "school_id", "pk", "name", "minutes", "time", "plan", Exists(logs), Exists(law)
        )
    )
    found = [
        _given(GivenToday(schools[school], pk, name, minutes, time, *more), plan, access)
        for school, pk, name, minutes, time, plan, *more in rows
    ]
    own_today = [each for each in found if each]
    return sorted(own_today, key=lambda each: (each.time is None, each.time or dt.time()))


def _given(each: GivenToday, plan: list[dict] | None, access: Access) -> GivenToday | None:
    """As the day has it, at the asker's first session; None where others give all of it."""
    givings = givings_on(plan, access.today)
    own = [
        giving
        for giving in givings
        if giving.giver.pk == access.user.pk and giving.is_given and not giving.is_moved_away
    ]
    if own:
        return replace(each, time=own[0].time, change=own[0].change)
    return None if givings else each
