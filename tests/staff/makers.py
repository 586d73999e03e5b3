"""States of staff, made by the services."""

import datetime as dt
from decimal import Decimal

from staff.models import Contract, StaffMember
from staff.rules.patterns import DayPattern
from staff.services.contracts import begin_contract
from staff.services.people import add_member
from tests.factories import SEPTEMBER


def at(text: str) -> dt.time:
    """`8:30` as a time."""
    return dt.time(*map(int, text.split(":")))


def pattern(weekday: int, times: str = "8:30-15:30", rest: str = "12:00+30") -> DayPattern:
    """A day of `8:30-15:30` with a break of `12:00+30`; empty texts for none."""
    starts_at, _, ends_at = times.partition("-")
    break_at, _, minutes = rest.partition("+")
    return DayPattern(
        weekday,
        at(starts_at) if times else None,
        at(ends_at) if times else None,
        at(break_at) if rest else None,
        int(minutes or 0),
    )


def someone(school, name="Ada Reed", **facts) -> StaffMember:
    """A member of staff without a contract."""
    facts = {"role": "lsa", "user": None, "line_manager": None} | facts
    return add_member(school=school, name=name, by=None, **facts)


def contracted(member, *, days=None, **facts) -> Contract:
    """A contract of 26 hours on four days."""
    facts = {
        "starts_on": SEPTEMBER,
        "ends_on": None,
        "hours_a_week": Decimal(26),
        "weeks_a_year": 39,
        "pence_an_hour": None,
    } | facts
    days = [pattern(day) for day in range(4)] if days is None else days
    contract = begin_contract(member=member, days=days, by=None, **facts)
    contract.refresh_from_db()
    return contract
