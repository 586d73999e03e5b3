"""Provision for tests, made by the services."""

import datetime as dt
from decimal import Decimal

from provision.rules.impact import Scores
from provision.selectors.measures import Series
from provision.services.measures import ScoreOn, record_measure
from provision.services.provisions import Members, add_provision
from tests.factories import TODAY

SHAPE = {"staff_role": "lsa", "sessions_a_week": 3, "minutes": 30, "weeks": 10}


def given(school, *pupils, by=None, readers=(), promises=(), towards=(), **facts):
    """A provision that runs from today for these children."""
    facts = {"name": "Talk group", "starts_on": TODAY} | SHAPE | facts
    members = Members(
        pupils=tuple(pupils),
        promises=tuple(promises),
        targets=tuple(towards),
        readers=tuple(readers),
    )
    return add_provision(school=school, members=members, by=by, **facts)


def until(days: int) -> dt.date:
    """So many days from today."""
    return TODAY + dt.timedelta(days=days)


def measured(provision, *scores, series=None, by=None, entry_on=None, exit_on=None):
    """Entry and exit of the children of a provision, in their order: pairs, None for not tested."""
    series = series or Series(Scores.STANDARD, known_test="languagescreen")
    entry_on, exit_on = entry_on or until(-90), exit_on or until(-1)
    for place, (entry, exit) in zip(
        provision.places.select_related("pupil").order_by("pk"), scores, strict=False
    ):
        record_measure(
            place=place,
            series=series,
            version="new",
            by=by,
            entry=None if entry is None else ScoreOn(Decimal(entry), entry_on),
            exit=None if exit is None else ScoreOn(Decimal(exit), exit_on),
        )
