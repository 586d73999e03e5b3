"""What the asker gives today, for the front page: whether it is in the log yet."""

import datetime as dt
from dataclasses import dataclass
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


def given_today(access: Access) -> list[GivenToday]:
    """What the asker gives today, by time and name; one statement.

    Where a plan of the week has a provision, the plan says who gives it today and when; otherwise
    whom it names. What is given on other weekdays is left out, unless it was moved to today and
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
        GivenToday(schools[school], pk, name, minutes, _time(plan, time, access), *more)
        for school, pk, name, minutes, time, plan, *more in rows
    ]
    return sorted(found, key=lambda each: (each.time is None, each.time or dt.time()))


def _time(plan: list[dict] | None, time: dt.time | None, access: Access) -> dt.time | None:
    """By the plan the asker's first session of the day, or else as the provision says."""
    own = (g.time for g in givings_on(plan, access.today) if g.giver.pk == access.user.pk)
    return next(own, time)
