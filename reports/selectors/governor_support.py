"""How a school's children were supported on a day, for the counts of a report."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from aylsham.models import School
from provision.codes import LOCKED
from provision.models import Cycle
from pupils.codes import PassportState
from pupils.models import PartTimeTimetable, Passport, Suspension
from pupils.selectors.parent_meetings import met_days
from pupils.selectors.readers import who_has_not
from reports.governor.facts import Support


def supports_of(
    school: School,
    ids: Collection[UUID],
    *,
    since: dt.date,
    after: dt.date,
    day: dt.date,
    today: dt.date,
) -> dict[UUID, Support]:
    """By child; meetings since a day, suspensions after another; twelve statements at most.

    Who has read a passport is known of today alone.
    """
    reviews = _review_days(school, day)
    met = met_days(Q(school=school, on__range=(since, day)))
    passports = _passports(school, today) if day == today else {}
    none = "none" if day == today else ""
    suspended = set(
        Suspension.objects.filter(school=school, starts_on__gt=after, starts_on__lte=day)
        .order_by()
        .values_list("pupil_id", flat=True)
    )
    part_time = _part_time(school, day)
    return {
        pk: Support(
            plan=_standing(reviews.get(pk), day),
            meetings=len(met.get(pk, ())),
            passport=passports.get(pk, none),
            is_suspended=pk in suspended,
            is_part_time=pk in part_time,
        )
        for pk in ids
    }


def _standing(review_on: dt.date | None, day: dt.date) -> str:
    if review_on is None:
        return "none"
    return "in_date" if review_on >= day else "late"


def _review_days(school: School, day: dt.date) -> dict[UUID, dt.date]:
    """By child, when the plan that ran on a day was to be reviewed."""
    rows = Cycle.objects.filter(
        Q(closed_on=None) | Q(closed_on__gt=day),
        school=school,
        state__in=LOCKED,
        starts_on__lte=day,
    )
    return dict(rows.order_by("number").values_list("pupil_id", "review_on"))


def _passports(school: School, today: dt.date) -> dict[UUID, str]:
    """By child with a published passport, whether all who should have read it."""
    rows = list(
        Passport.objects.filter(school=school, state=PassportState.PUBLISHED).select_related(
            "pupil"
        )
    )
    waiting = who_has_not(rows, today=today) if rows else {}
    return {row.pupil_id: "unread" if waiting.get(row.pk) else "read" for row in rows}


def _part_time(school: School, day: dt.date) -> set[UUID]:
    rows = PartTimeTimetable.objects.filter(
        Q(ended_on=None) | Q(ended_on__gte=day),
        school=school,
        starts_on__lte=day,
        ends_on__gte=day,
    )
    return set(rows.order_by().values_list("pupil_id", flat=True))
