"""Provision for tests, made by the services."""

import datetime as dt

from provision.services.provisions import Members, add_provision
from tests.factories import TODAY

SHAPE = {"staff_role": "lsa", "sessions_a_week": 3, "minutes": 30, "weeks": 10}


def given(school, *pupils, by=None, readers=(), promises=(), **facts):
    """A provision that runs from today for these children."""
    facts = {"name": "Talk group", "starts_on": TODAY} | SHAPE | facts
    members = Members(pupils=tuple(pupils), promises=tuple(promises), readers=tuple(readers))
    return add_provision(school=school, members=members, by=by, **facts)


def until(days: int) -> dt.date:
    """So many days from today."""
    return TODAY + dt.timedelta(days=days)
