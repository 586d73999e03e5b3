"""What passports make due: nothing before a school is live, then gently."""

import datetime as dt

import pytest

from aylsham.deadlines.services import find_changes, rebuild_deadlines
from aylsham.models import Deadline, Weight
from pupils.models import Enrolment
from pupils.services.strategies import add_strategy, confirm_strategy
from tests.factories import PupilFactory, SchoolFactory, UserFactory
from tests.pupils.passports.makers import TODAY, WEEK, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIVE_FROM = dt.date(2026, 11, 2)


@pytest.fixture
def by():
    return UserFactory()


def child_at(live_from):
    return PupilFactory(school=SchoolFactory(live_from=live_from), on_register=["SLCN"])


def due(child) -> list[tuple[str, dt.date, dt.date]]:
    rows = Deadline.objects.filter(school=child.school, provider="passports")
    return [(row.key.split(":")[1], row.do_by, row.due_on) for row in rows]


def test_a_school_that_is_not_live_has_no_clock(by):
    child = child_at(None)
    published(child, by=by)
    assert due(child) == []


def test_a_missing_one_is_due_twelve_weeks_after_going_live():
    child = child_at(LIVE_FROM)
    rebuild_deadlines(child.school)
    ((kind, _, due_on),) = due(child)
    assert (kind, due_on) == ("first", LIVE_FROM + 12 * WEEK)


def test_an_old_one_starts_its_clock_when_the_school_goes_live(by):
    child = child_at(LIVE_FROM)
    published(child, by=by, on=dt.date(2025, 1, 6))
    ((kind, do_by, due_on),) = due(child)
    assert (kind, due_on) == ("review", LIVE_FROM + 26 * WEEK)
    assert do_by <= LIVE_FROM + 12 * WEEK
    row = Deadline.objects.get(school=child.school, provider="passports")
    assert (row.weight, row.confidence) == (Weight.OURS, "working")


def test_the_oldest_line_counts_and_still_true_moves_it(by):
    child = child_at(dt.date(2026, 1, 5))
    row = add_strategy(pupil=child, text="Front", since_on=TODAY - 20 * WEEK, by=by)
    published(child, by=by)
    assert due(child)[0][2] == TODAY + 6 * WEEK
    confirm_strategy(strategy=row, on=TODAY, by=by)
    assert due(child)[0][2] == TODAY + 26 * WEEK


def test_what_only_few_may_read_makes_nothing_stale(by):
    child = child_at(dt.date(2026, 1, 5))
    add_strategy(pupil=child, text="Ring Dad", since_on=TODAY - 20 * WEEK, by=by, sensitivity=2)
    published(child, by=by)
    assert due(child)[0][2] == TODAY + 26 * WEEK


def test_it_lapses_with_the_last_day_on_roll_and_is_what_a_rebuild_says(by):
    child = child_at(LIVE_FROM)
    Enrolment.objects.filter(pupil=child).update(ends_on=TODAY)
    published(child, by=by)
    assert Deadline.objects.get(school=child.school, provider="passports").lapses_on == TODAY
    assert not find_changes(child.school, frozenset({child.pk}))
