"""Year groups followed from the term before to the term of a report."""

import datetime as dt
import random

import pytest

from aylsham.codes import YEAR_GROUPS, TermName
from aylsham.suppression.audience import Audience
from aylsham.suppression.counts import Counts, holds
from reports.governor.counting import count_school
from reports.governor.facts import Child, SchoolFacts, Stay, Stretch, TermDays
from reports.governor.linking import Owner, linked
from reports.governor.terms import TermKey
from reports.governor.two_terms import count_year_changes, sums_of_years, totals

SUMMER = TermDays(TermKey(2025, TermName.SUMMER), dt.date(2026, 4, 13), dt.date(2026, 7, 21))
AUTUMN = TermDays(TermKey(2026, TermName.AUTUMN), dt.date(2026, 9, 2), dt.date(2026, 12, 18))
FIRST = dt.date(2024, 9, 3)
LEFT = Stay(FIRST, dt.date(2026, 7, 21))


def child(year: str, since: dt.date | None, until: dt.date | None = None, stay=None) -> Child:
    stretches = (Stretch("K", since, until, "concern", "progress"),) if since else ()
    return Child(year, (stay or Stay(FIRST, None),), stretches)


def facts(*children: Child, records_begin_on: dt.date = FIRST) -> SchoolFacts:
    return SchoolFacts(
        slug="river",
        name="River",
        phase="primary",
        terms=(SUMMER, AUTUMN),
        before_on=SUMMER.counted_on,
        records_begin_on=records_begin_on,
        children=children,
    )


SCHOOL = facts(
    child("4", FIRST),  # on the register in Year 3 and in Year 4
    child("4", dt.date(2026, 10, 1)),
    child("4", FIRST, dt.date(2026, 10, 1)),
    child("5", None),
    child("6", FIRST, stay=LEFT),
)


def test_in_september_everybody_goes_up():
    counts = count_year_changes(SCHOOL)
    assert counts["year_before:3"] == 2
    assert counts["year_still:4"] == 1
    assert counts["year_come:4"] == 1
    assert counts["year_gone:3"] == 1
    assert counts["year_before:6"] == counts["year_gone:6"] == 1


def test_every_sum_is_right():
    counted = count_school(SCHOOL)
    values = {**counted.counts, **totals(counted.counts)}
    sums = tuple(sums_of_years(values, SUMMER.key, AUTUMN.key))
    assert holds(Counts(values, sums))
    assert len(sums) == 10


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("seed", range(20))
def test_every_sum_is_right_whatever_the_year_groups(seed, audience):
    """With those too who go up into none: the youngest, and children in no year group."""
    dice = random.Random(seed)
    days = [None, FIRST, dt.date(2026, 5, 1), dt.date(2026, 10, 1)]
    children = [
        child(code, dice.choice(days), dice.choice([None, dt.date(2026, 11, 1)]), stay)
        for code, _ in YEAR_GROUPS
        for stay in (None, None, None, LEFT)
    ]
    counted = count_school(facts(*children))
    found = linked(counted, audience, Owner("river"))
    assert holds(found)
    assert found.values["river/year_before:X"] <= 4


def test_nothing_is_followed_to_where_not_everybody_is_known():
    assert not count_year_changes(facts(*SCHOOL.children, records_begin_on=dt.date(2026, 9, 1)))


def test_the_term_before():
    assert AUTUMN.key.before == SUMMER.key
    assert SUMMER.key.before == TermKey(2025, TermName.SPRING)
