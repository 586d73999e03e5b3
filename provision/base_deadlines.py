"""What places in bases make due: the review, the planned end, each step down."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, register_provider
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from provision.models import BasePlace, BaseStep

KINDS = {"base": "Places in provision bases"}
TABLES = (BasePlace,)
VERSION = "2026-11"


def register_bases() -> None:
    """Called once, when the floor is loaded."""
    register_provider("bases", deadlines, kinds=KINDS, tables=TABLES)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Of every child with a place that nobody has ended, or of some."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    rows = BasePlace.objects.filter(chosen, school=school, ended_on=None).select_related("base")
    for place in rows:
        yield _fact(
            place, calendar, f"base_end:{place.pk}", END, place.planned_end_on, "planned end"
        )
        if place.review_on:
            yield _fact(
                place, calendar, f"base_review:{place.pk}", REVIEW, place.review_on, "review day"
            )
    of = Q() if pupil_ids is None else Q(place__pupil_id__in=pupil_ids)
    steps = BaseStep.objects.filter(of, school=school, done_on=None, place__ended_on=None)
    for step in steps.select_related("place__base"):
        yield _fact(step.place, calendar, f"base_step:{step.pk}", STEP, step.on, "day of the step")


#: They stand in lists that others may see over a shoulder: no name of a base, which may say a need.
END = "A place in a base ends: decide what follows"
REVIEW = "Review a place in a base"
STEP = "A step down from a base: do it, and say how it went"


def _fact(
    place: BasePlace, calendar: SchoolCalendar, key: str, title: str, day: dt.date, what: str
) -> DeadlineFact:
    return DeadlineFact(
        key=key,
        kind="base",
        title=title,
        due_on=day,
        do_by=calendar.do_by(day),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="BASE",
        rule_version=VERSION,
        citation="A day that the school set for this place",
        confidence=Confidence.WORKING,
        how=f"the {what} that was set for this child",
        pupil_id=place.pupil_id,
        lapses_with_roll=True,
        permission=Permission.VIEW_NEEDS,
        facts={"Base": place.base.name, "From": place.starts_on.isoformat()},
        action=Action(
            "Open it",
            "base_place",
            (str(place.pupil_id), str(place.pk)),
            Permission.VIEW_NEEDS,
        ),
    )
