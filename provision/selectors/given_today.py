"""What the asker gives today, for the front page: whether it is in the log yet."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
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
    """The asker's own provision that is given today, by time and name; one statement.

    What is given on other weekdays is left out, unless it was moved to today and logged.
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
    law = served.bound_by_law(access.today)
    rows = (
        Provision.objects.filter(school__in=schools, staff=access.user, is_in_class=False)
        .exclude(state=ProvisionState.DRAFT)
        .between(access.today, access.today)
        .readable_by(access)
        .filter(Q(weekdays=[]) | Q(weekdays__contains=[access.today.weekday()]) | Exists(logs))
        .order_by(F("time").asc(nulls_last=True), "name", "pk")
        .values_list("school_id", "pk", "name", "minutes", "time", Exists(logs), Exists(law))
    )
    return [GivenToday(schools[school], *facts) for school, *facts in rows]
