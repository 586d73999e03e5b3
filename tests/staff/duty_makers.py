"""People of a school with their duties, made by the services."""

import datetime as dt

from aylsham.access.roles import Role
from staff.models import Delegation
from staff.services.duties import hand_over
from tests.factories import TODAY, member

DAY = dt.timedelta(days=1)


def team(school) -> dict[str, object]:
    """A SENDCo, an assistant, a head, a designated teacher and a teacher."""
    roles = {
        "sendco": Role.SENDCO,
        "assistant": Role.ASSISTANT_SENDCO,
        "head": Role.HEAD,
        "designated": Role.DESIGNATED_TEACHER,
        "teacher": Role.CLASS_TEACHER,
    }
    return {name: member(school, role) for name, role in roles.items()}


def handed(school, giver, taker, duty="plans", **more) -> Delegation:
    """The duty is with another for two weeks from today."""
    facts = {"starts_on": TODAY, "ends_on": TODAY + 13 * DAY, "by": giver} | more
    return hand_over(school=school, giver=giver, taker=taker, duty=duty, **facts)
