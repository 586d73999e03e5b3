"""What the rules of a school see in the records of the children it watches over."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from aylsham.calendars import calendar_read
from aylsham.dates import DAY
from aylsham.models import School, Term
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import Reads, at_once, read, rows_read
from lac.codes import CareRole
from lac.models import (
    CarePeriod,
    CarePerson,
    CarePlacement,
    SdqTotal,
    SocialWorkPeriod,
    WatchRules,
    WeekAttendance,
)
from lac.rules import watch
from lac.rules.watch import Aiming, Dated, Sign, Total, Watching, Week
from provision.models import Measurement, Target
from provision.selectors.targets import scaled
from pupils.models import Pupil, Suspension

#: Nobody counts the days of an older target.
LONGEST = 400 * DAY
#: By the name of a fact: where its rows are kept.
_OF_CHILD = {
    "weeks": WeekAttendance.objects.all,
    "totals": SdqTotal.objects.all,
    "placements": CarePlacement.objects.all,
    "workers": lambda: CarePerson.objects.filter(role=CareRole.SOCIAL_WORKER),
    "targets": lambda: Target.objects.filter(ended_on=None),
    "suspensions": Suspension.objects.all,
}


def watched(schools: Collection[School], today: dt.date) -> QuerySet[Pupil]:
    """Children on roll who are or were in care, or have a social worker."""
    mine = {"school__in": list(schools)}
    in_care = CarePeriod.objects.live(today).filter(**mine).order_by()
    social = SocialWorkPeriod.objects.live(today).filter(**mine).order_by()
    # One list of both: two beside an OR would be gone through anew for each child of every school.
    known = in_care.values("pupil").union(social.values("pupil"))
    return Pupil.objects.filter(pk__in=known, **mine, closed_on=None).on_roll(today)


def rules_of(school: School) -> WatchRules | None:
    """What the school has set; None: the usual."""
    return WatchRules.objects.filter(school=school).first()


def watching_of(rules: WatchRules | None) -> Watching:
    """What a school wants to be told of; the usual, unless it says otherwise."""
    if rules is None:
        return Watching()
    return Watching(**{name: getattr(rules, name) for name in Watching.__dataclass_fields__})


def signs_of(
    school: School, today: dt.date, pupil_ids: Collection[UUID] | None = None
) -> dict[UUID, list[Sign]]:
    """What the rules see, by child; one statement."""
    return read(_signs(school, today, pupil_ids))


def _signs(school: School, today: dt.date, pupil_ids) -> Reads[dict[UUID, list[Sign]]]:
    children = watched([school], today)
    if pupil_ids is not None:
        children = children.filter(pk__in=list(pupil_ids))
    mine = {"school": school, "pupil__in": children.order_by().values("pk")}
    calendar, rows = yield from at_once(
        calendar_read(school),
        rows_read(
            WatchRules.objects.filter(school=school),
            Term.objects.filter(school=school),
            Measurement.objects.filter(
                school=school, target__ended_on=None, target__pupil__in=mine["pupil__in"]
            ),
            *(found().filter(**mine) for found in _OF_CHILD.values()),
        ),
    )
    rules, terms, points, *facts = rows
    of_child: dict[UUID, dict[str, list[Any]]] = defaultdict(
        lambda: {name: [] for name in _OF_CHILD}
    )
    for name, some in zip(_OF_CHILD, facts, strict=True):
        for row in some:
            of_child[row.pupil_id][name].append(row)
    watching = watching_of(rules[0] if rules else None)
    measured = _by_target(points)
    days = _school_days(calendar, facts[list(_OF_CHILD).index("targets")], today)
    spans = [(term.starts_on, term.ends_on) for term in terms]
    return {
        pupil: [
            *_of_care(found, watching, today),
            *watch.stalled(_aims(found["targets"], measured), watching, days, today),
            *watch.suspended_again(_dated(found["suspensions"]), watching, spans, today),
        ]
        for pupil, found in of_child.items()
    }


def _of_care(found: dict[str, list[Any]], watching: Watching, today: dt.date) -> Iterable[Sign]:
    weeks = [Week(row.week_on, row.possible, row.attended) for row in found["weeks"]]
    yield from watch.low_attendance(weeks, watching, today)
    # The first placement is coming into care, not a move.
    yield from watch.many_moves(_dated(found["placements"])[1:], watching, today)
    totals = [
        Total(str(row.pk), row.answered_on, row.answered_by, row.total) for row in found["totals"]
    ]
    yield from watch.high_total(totals, watching, today)
    yield from watch.new_worker(_dated(found["workers"]), watching, today)


def _dated(rows: Iterable) -> list[Dated]:
    found = [Dated(str(row.pk), row.starts_on) for row in rows]
    return sorted(found, key=lambda each: each.on)


def _by_target(points: Iterable[Measurement]) -> dict[UUID, list[Measurement]]:
    found: dict[UUID, list[Measurement]] = defaultdict(list)
    for point in points:
        found[point.target_id].append(point)
    return found


def _aims(targets: Iterable[Target], measured: dict[UUID, list[Measurement]]) -> list[Aiming]:
    return [
        Aiming(
            str(target.pk),
            target.starts_on,
            target.baseline,
            target.goal,
            tuple((point.on, scaled(target, point)) for point in measured[target.pk]),
        )
        for target in targets
    ]


def _school_days(
    calendar: SchoolCalendar, targets: Iterable[Target], today: dt.date
) -> list[dt.date]:
    first = min((target.starts_on for target in targets), default=today)
    first = max(first, today - LONGEST)
    days = (first + number * DAY for number in range((today - first).days + 1))
    return [day for day in days if calendar.is_open_day(day)]
