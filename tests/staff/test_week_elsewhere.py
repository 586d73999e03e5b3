"""Who works at two schools is in one place at a time; a school of many is planned in time."""

import datetime as dt
import time

import pytest

from aylsham.models import School
from staff.models import PlanSession, StaffMember
from staff.planning.instance import Span
from staff.selectors.weeks.elsewhere import engaged_elsewhere
from staff.selectors.weeks.instances import instance_of
from staff.selectors.weeks.people import without
from staff.services.weeks.publishing import publish_plan
from tests.factories import TODAY, SchoolFactory, UserFactory
from tests.provision.makers import given
from tests.staff.test_weeks import MONDAY, promised
from tests.staff.week_makers import draft, needed, planned, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NINE, TEN, NOON, THREE = 540, 600, 720, 900


def busy_elsewhere(school):
    users = [each.user_id for each in StaffMember.objects.filter(school=school)]
    others = School.objects.filter(federation=school.federation_id).exclude(pk=school.pk)
    return engaged_elsewhere(school, MONDAY, [each.pk for each in others], users)


class TestWithout:
    @pytest.mark.parametrize(
        ("away", "left"),
        [
            ([], [(NINE, THREE)]),
            ([(TEN, NOON)], [(NINE, TEN - 20), (NOON + 20, THREE)]),
            ([(NINE, TEN)], [(TEN + 20, THREE)]),
            ([(NINE - 60, THREE + 60)], []),
            ([(THREE - 10, THREE)], [(NINE, THREE - 30)]),
            ([(THREE + 20, THREE + 60)], [(NINE, THREE)]),
            ([(TEN, TEN + 30), (TEN + 15, NOON)], [(NINE, TEN - 20), (NOON + 20, THREE)]),
        ],
    )
    def test_the_way_there_and_back_counts(self, away, left):
        spans = [Span(0, *each) for each in away]
        assert list(without([Span(0, NINE, THREE)], spans)) == [Span(0, *each) for each in left]

    def test_another_day_is_free(self):
        assert list(without([Span(0, NINE, TEN)], [Span(1, NINE, TEN)])) == [Span(0, NINE, TEN)]


class TestTwoSchools:
    @pytest.fixture
    def two(self):
        here = weekly(adults=1, children=1)
        there = weekly(
            adults=1, children=1, school=SchoolFactory(federation=here.school.federation)
        )
        StaffMember.objects.filter(pk=there.adults[0].pk).update(user=here.adults[0].user)
        return here, there

    def test_a_published_week_there_is_no_time_here(self, two):
        here, there = two
        given(there.school, there.children[0], staff_role="lsa", sessions_a_week=3, minutes=60)
        given(here.school, here.children[0], staff_role="lsa", sessions_a_week=3, minutes=60)
        plan = planned(draft(there.school, MONDAY), seconds=1)
        assert busy_elsewhere(here.school) == {}
        publish_plan(plan=plan, note="", today=TODAY, by=UserFactory())
        rows = PlanSession.objects.filter(plan=plan)
        busy = {(row.weekday, row.starts, row.ends) for row in rows}
        (spans,) = busy_elsewhere(here.school).values()
        assert {(s.weekday, s.starts, s.ends) for s in spans} == busy
        mine = planned(draft(here.school, MONDAY), seconds=1)
        for row in PlanSession.objects.filter(plan=mine):
            times = Span(row.weekday, row.starts, row.ends)
            assert not any(times.overlaps(each, way=20) for each in spans)
        assert PlanSession.objects.filter(plan=mine).count() == 3

    def test_of_another_federation_nothing_is_known(self, two):
        here, _ = two
        strange = weekly(adults=1, children=1)
        StaffMember.objects.filter(pk=strange.adults[0].pk).update(user=here.adults[0].user)
        given(strange.school, strange.children[0], staff_role="lsa")
        plan = planned(draft(strange.school, MONDAY), seconds=1)
        publish_plan(plan=plan, note="", today=TODAY, by=UserFactory())
        assert busy_elsewhere(here.school) == {}


def test_a_school_of_thirty_one_is_planned_within_twenty_seconds():
    at = weekly(adults=31, children=60)
    for number, pupil in enumerate(at.children):
        lines = [promised(pupil)] if number % 2 else []
        given(at.school, pupil, promises=lines, name=f"One {number}", staff_role="lsa",
              sessions_a_week=3, minutes=30)  # fmt: skip
    for number in range(0, 60, 4):
        given(at.school, *at.children[number : number + 4], name=f"Group {number}",
              staff_role="lsa", sessions_a_week=2, minutes=30)  # fmt: skip
    needed(at.school, adults=6, starts_at=dt.time(12), ends_at=dt.time(12, 40))
    plan = draft(at.school, MONDAY)
    assert len(instance_of(plan, MONDAY).demands) == 60 + 15 + 6
    began = time.monotonic()
    plan = planned(plan, seconds=10)
    assert time.monotonic() - began < 20
    assert plan.answer["unmet"]["section_f"] == 0
