"""Deleting for good what is kept of people's time, once its time is over: rows and their history."""

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.models import School
from pupils.models import Enrolment
from pupils.services.retention.tracing import Keys, delete_traced, traced
from staff.codes import WeekPlanState
from staff.models import (
    Absence,
    Away,
    CarefulHandover,
    CoachingCycle,
    DutyHolder,
    Handover,
    Invitation,
    Pairing,
    ProvisionPlanning,
    ProvisionWindow,
    StaffMember,
    TeachingVisit,
    TimeNeed,
    TrainingRecord,
    WeekPlan,
)
from staff.rules.forgetting import left_before, over_before
from staff.rules.patterns import YEARS_KEPT


@transaction.atomic
def forget_people_time(*, school: School, today: dt.date) -> int:
    """Delete absences, weeks, needs and people whose time is over; how many rows, without history.

    The log says how many of each, and of nobody.
    """
    found: Keys = {}
    for rows in (*_of_years(school, over_before(today)), *_of_leavers(school, today)):
        keys = set(rows.values_list("pk", flat=True))
        for model, more in traced(rows.model, school.pk, keys).items() if keys else ():
            found.setdefault(model, set()).update(more)
    if not found:
        return 0
    delete_traced(school.pk, found)
    counts = {model._meta.model_name: len(keys) for model, keys in found.items()}
    record_event(Action.FORGET_TIME, school=school, by=None, detail={"rows": counts})
    return sum(counts.values())


def _of_years(school: School, limit: dt.date) -> Iterator[QuerySet]:
    """What had its last day before the limit."""
    mine = {"school": school}
    yield Absence.objects.filter(**mine, ends_on__lt=limit)
    yield Away.objects.filter(**mine, ends_on__lt=limit)
    plans = WeekPlan.objects.filter(**mine).annotate(last=Coalesce("ends_on", "starts_on"))
    # Published without a last day is what people go by, however long ago it began.
    yield plans.filter(last__lt=limit).exclude(state=WeekPlanState.PUBLISHED, ends_on=None)
    gone = _has_left(limit)
    yield TimeNeed.objects.filter(gone | Q(ends_on__lt=limit), **mine)
    for model in (Pairing, CarefulHandover, Handover):
        yield model.objects.filter(gone, **mine)
    for model in (ProvisionPlanning, ProvisionWindow):
        yield model.objects.filter(**mine, provision__ends_on__lt=limit)


def _has_left(limit: dt.date) -> Q:
    """Rows of a child all of whose time at the school ended before the limit."""
    stays = Enrolment.objects.filter(school_id=OuterRef("school_id"), pupil_id=OuterRef("pupil_id"))
    there = Q(ends_on=None) | Q(ends_on__gte=limit)
    return Q(Exists(stays)) & ~Q(Exists(stays.filter(there)))


def _of_leavers(school: School, today: dt.date) -> Iterator[QuerySet]:
    """Of whoever left so long ago, and of their account if they have not come back."""
    limit = left_before(today, YEARS_KEPT)
    left = StaffMember.objects.filter(school=school, left_on__lt=limit)
    yield left
    others = StaffMember.objects.filter(school=school, user=OuterRef("user"))
    back = others.filter(Q(left_on=None) | Q(left_on__gte=limit))
    accounts = left.filter(~Exists(back), user__isnull=False).values("user")
    for model, name in (
        (TrainingRecord, "user"),
        (Invitation, "user"),
        (DutyHolder, "user"),
        (CoachingCycle, "teacher"),
        (TeachingVisit, "teacher"),
    ):
        yield model.objects.filter(school=school, **{f"{name}__in": accounts})
