"""What being in care makes due: the first PEP and the reviews of the care plan.

No holiday stops a clock. Who came into care before the school knew is not late with what was owed
elsewhere: only days from the day on which the school knew are asked for.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from lac import pep_deadlines
from lac.codes import CareKind
from lac.models import CarePeriod, CareReview

NAME = "lac"
KINDS = {
    "pep": "PEPs",
    "pep_part": "Parts of PEPs and support plans",
    "care_review": "Reviews of care plans",
}
TABLES = (CarePeriod, *pep_deadlines.TABLES)
#: Said where only the day is known on which the school knew.
FROM_KNOWING = "counted from the day the school knew: nobody has said when the child came into care"
#: The answer of the rule of reviews, by how many were held before, and the fact it starts from.
_NEXT = {
    1: ("second_review_by", "first_review"),
    2: ("third_review_by", "second_review_held"),
}
_LATER = ("next_review_by", "last_review_held")


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The clocks of every child who is looked after, and the parts of plans that wait."""
    rows = CarePeriod.objects.filter(school=school, kind=CareKind.LOOKED_AFTER)
    periods = list(rows if pupil_ids is None else rows.filter(pupil__in=list(pupil_ids)))
    reviews, plans = _reviews(school, periods), pep_deadlines.plans_of(school, periods)
    for period in periods:
        for fact in _of_period(period, reviews[period.pk], plans, calendar):
            action = Action("Open care", "child_care", (str(period.pupil_id),))
            yield dataclasses.replace(
                fact,
                pupil_id=period.pupil_id,
                permission=Permission.VIEW_CARE,
                lapses_on=min(filter(None, (fact.lapses_on, period.ends_on)), default=None),
                lapses_with_roll=True,
                action=fact.action or action,
            )
    for fact in pep_deadlines.of_parts(school, calendar, pupil_ids):
        yield dataclasses.replace(fact, permission=Permission.VIEW_CARE, lapses_with_roll=True)


def _reviews(school: School, periods: Iterable[CarePeriod]) -> dict[UUID, list[CareReview]]:
    found: dict[UUID, list[CareReview]] = defaultdict(list)
    keys = [period.pk for period in periods]
    if keys:
        held = CareReview.objects.filter(school=school, period__in=keys)
        for review in held.order_by("held_on"):
            found[review.period_id].append(review)
    return found


def _of_period(
    period: CarePeriod,
    reviews: list[CareReview],
    plans: pep_deadlines.Plans,
    calendar: SchoolCalendar,
) -> Iterator[DeadlineFact]:
    first = REGISTRY.calculate(
        "lac.pep", {"entered_care": period.starts_on or period.known_since}, calendar=calendar
    )
    if not period.first_pep_on:
        yield from _asked(period, first, "pep_initiated_by", "pep")
    if not (period.pep_with_officer_on or reviews):
        yield from _asked(period, first, "pep_to_reviewing_officer_by", "pep")
    if not reviews:
        yield from _asked(period, first, "first_lac_review_by", "care_review")
        yield from pep_deadlines.of_period(period, plans, None, None, calendar)
    else:
        review = _next_review(period, reviews, calendar)
        yield review
        held = reviews[-1].held_on
        yield from pep_deadlines.of_period(period, plans, held, review.due_on, calendar)


def _asked(period: CarePeriod, result: Result, answer: str, kind: str) -> Iterator[DeadlineFact]:
    """A day that counts from coming into care, unless it had passed before the school knew."""
    if result[answer].value < period.known_since:
        return
    more: dict[str, Any] = {} if period.starts_on else {"how": FROM_KNOWING}
    yield deadline_from(result, answer, key=f"{period.pk}:{answer}", kind=kind, **more)


def _next_review(
    period: CarePeriod, reviews: list[CareReview], calendar: SchoolCalendar
) -> DeadlineFact:
    answer, fact = _NEXT.get(len(reviews), _LATER)
    result = REGISTRY.calculate("lac.care_review", {fact: reviews[-1].held_on}, calendar=calendar)
    return deadline_from(result, answer, key=f"{period.pk}:review", kind="care_review")
