"""Subjects with leaders and actions, for tests."""

from aylsham.access.roles import Role
from aylsham.models import User
from reports.models import PlanStep, SubjectLead
from reports.services.subjects import add_action
from tests.factories import TODAY, member
from tests.reports.objective_makers import DAY

ACTION = {
    "what": "Teach ten words before each topic",
    "for_whom": "Years 3 and 4",
    "due_on": TODAY + 10 * DAY,
}


def a_lead(school, subject="maths") -> User:
    """A subject leader without a class."""
    user = member(school, Role.SUBJECT_LEADER)
    SubjectLead.objects.create(school=school, user=user, subject=subject)
    return user


def a_subject_action(school, subject="maths", **values) -> PlanStep:
    return add_action(school=school, subject=subject, by=None, **(ACTION | values))
