"""Objectives, policies, what is sent round, and briefs, for tests."""

import datetime as dt

from aylsham.access.roles import Role
from aylsham.changes import version_of
from reports.models import Circular, LeadersBrief, Objective, PlanStep, Policy
from reports.services.briefs import BRIEF_FIELDS, start_brief, write_brief
from reports.services.objectives import add_objective, add_step
from reports.services.policies import add_policy, send_round
from tests.factories import TODAY

DAY = dt.timedelta(days=1)
OBJECTIVE = {
    "plan": "school",
    "what": "Children with language needs take part in every lesson",
    "basis": "Three looks at lessons in spring",
    "sign": "Nine lessons of ten show it",
    "lead": "SENDCo",
    "ends_on": TODAY + 200 * DAY,
    "review_on": TODAY + 60 * DAY,
}
STEP = {"what": "Train every teacher", "who": "SENDCo", "due_on": TODAY + 10 * DAY}
POLICY = {"name": "SEND policy", "keeper": "SENDCo", "review_on": TODAY + 100 * DAY}
CIRCULAR = {
    "title": "SEND policy, new text",
    "words": "Every teacher is a teacher of SEND.",
    "roles": [Role.CLASS_TEACHER.value],
    "read_by": TODAY + 14 * DAY,
}


def an_objective(school, **values) -> Objective:
    return add_objective(school=school, by=None, **(OBJECTIVE | values))


def a_step(objective: Objective, **values) -> PlanStep:
    usual = STEP | values
    return add_step(school=objective.school, objective=objective, by=None, **usual)


def a_policy(school, **values) -> Policy:
    return add_policy(school=school, by=None, **(POLICY | values))


def a_circular(school, **values) -> Circular:
    """To one class teacher, who is made if there is none."""
    from tests.factories import member

    usual = CIRCULAR | values
    if usual["roles"] == CIRCULAR["roles"]:
        member(school, Role.CLASS_TEACHER)
    return send_round(school=school, by=None, **usual)


def a_brief(school, **values) -> LeadersBrief:
    brief = start_brief(
        school=school,
        held_on=values.pop("held_on", TODAY),
        facts=[("SEND register", "12 SEN support")],
        by=None,
    )
    version = version_of(brief, BRIEF_FIELDS)
    return write_brief(brief=brief, version=version, by=None, **values)
