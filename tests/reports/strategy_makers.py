"""Rows of the inclusion strategy, for tests."""

import datetime as dt

from reports.models import StrategyActivity, StrategyBarrier, StrategyOutcome
from reports.services.strategy import add_row, set_frame
from reports.strategy_codes import PRINCIPLES


def a_frame(school, **values):
    """This year alone, with everything said."""
    usual = {
        "first_year": 2026,
        "last_year": 2026,
        "review_on": dt.date(2027, 7, 1),
        "authorised_by": "The governing body",
    }
    return set_frame(school=school, version="new", by=None, **(usual | values))


def a_barrier(school, **values) -> StrategyBarrier:
    usual = {"what": "Noise in the dining hall"}
    return add_row(model=StrategyBarrier, school=school, by=None, **(usual | values))


def an_activity(school, **values) -> StrategyActivity:
    usual = {"year": 2026, "what": "Quiet lunch", "reach": "U", "pence": 12_345}
    return add_row(model=StrategyActivity, school=school, by=None, **(usual | values))


def an_outcome(school, **values) -> StrategyOutcome:
    usual = {"what": "More children stay for lunch", "success": "Nine in ten by July"}
    return add_row(model=StrategyOutcome, school=school, by=None, **(usual | values))


def complete(school, **values) -> None:
    """Nothing is missing but the school's words."""
    a_frame(school, **values)
    barrier = a_barrier(school)
    an_activity(school, barriers=[barrier.number], principles=list(PRINCIPLES))
    an_outcome(school)
