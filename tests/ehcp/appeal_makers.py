"""Mediation and appeals about plans for tests, made by the services."""

import datetime as dt

from aylsham.models import Deadline
from ehcp.models import PlanAppeal
from ehcp.services.appeals import open_plan_appeal, record_appeal
from tests.ehcp.makers import a_school, day, held, make_plan


def reviewed(decision: str, decided_on: str = "2026-11-02", *, plan=None, **more):
    """A review after which the council decided, in two weeks; of a plan made two years ago."""
    plan = plan or make_plan("2024-11-18", school=a_school())
    met_on = day(decided_on) - dt.timedelta(weeks=2)
    return held(plan, met_on.isoformat(), decided_on, decision=decision, **more)


def followed(review, about: str) -> PlanAppeal:
    """The decision after a review, followed."""
    return open_plan_appeal(plan=review.plan, about=about, review=review, by=None)


def of_letter(plan, about: str, letter_on: str) -> PlanAppeal:
    """A letter that follows no review."""
    return open_plan_appeal(plan=plan, about=about, letter_on=day(letter_on), by=None)


def told(appeal: PlanAppeal, **facts) -> PlanAppeal:
    """What came of it; days in ISO form."""
    days = {
        name: day(value) if value and name.endswith("_on") else value
        for name, value in facts.items()
    }
    return record_appeal(appeal=appeal, version=None, by=None, **days)


def due_of(appeal: PlanAppeal) -> dict[str, tuple]:
    """What it makes due: whose it is and the last day, by the answer of the rule."""
    rows = Deadline.objects.filter(school=appeal.school, kind="appeal")
    mine = (row for row in rows if row.key.endswith(str(appeal.pk)))
    return {row.key.split(":")[1]: (row.owed_by, row.due_on) for row in mine}
