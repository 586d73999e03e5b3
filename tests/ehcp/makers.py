"""Plans and reviews for tests, made by the services."""

import datetime as dt

from aylsham.models import School
from ehcp.models import AnnualReview, EhcPlan
from ehcp.services.letters import record_la_decision
from ehcp.services.meetings import plan_review_meeting, record_review_held
from ehcp.services.plans import record_plan
from tests.factories import PupilFactory, SchoolFactory


def day(text: str) -> dt.date:
    """A date from its ISO form."""
    return dt.date.fromisoformat(text)


def a_school(**facts) -> School:
    """A school whose rows the test sees."""
    return SchoolFactory(**facts)


def make_plan(made_on: str = "2025-11-24", *, school=None, pupil=None, **pupil_facts) -> EhcPlan:
    """A plan of a child, by default of a child in Year 4."""
    if pupil is None:
        pupil = PupilFactory(school=school or a_school(), **pupil_facts)
    return record_plan(pupil=pupil, local_authority="Norfolk", made_on=day(made_on), by=None)


def held(plan: EhcPlan, meeting_on: str, decided_on: str | None = None, **more) -> AnnualReview:
    """A review that was held, with the council's decision if it has one."""
    review = record_review_held(plan=plan, meeting_on=day(meeting_on), by=None)
    if decided_on:
        review = record_la_decision(review=review, decided_on=day(decided_on), by=None, **more)
    return review


def planned(plan: EhcPlan, meeting_on: str) -> AnnualReview:
    """A meeting that is planned."""
    return plan_review_meeting(plan=plan, meeting_on=day(meeting_on), by=None)
