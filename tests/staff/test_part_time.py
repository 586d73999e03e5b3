"""A child on a part-time timetable is planned only for when they are in school."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from pupils.models import PartTimeTimetable
from pupils.rules.school_times import kept, read_times
from staff.models import PlanSession, WeekPlan
from staff.planning.times import Times
from staff.planning.verifying import broken_rules
from staff.planning.words import rule_in_words
from staff.planning.writing import instance_data
from staff.selectors.weeks.instances import week_of_plan
from staff.selectors.weeks.people import children_in
from staff.selectors.weeks.rows import week_rows
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given
from tests.staff.week_makers import draft, planned, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MONDAY, NOON = TODAY, 12 * 60
DAY = dt.timedelta(days=1)


def part_time(child, text="Mon to Wed 9:00 to 12:00", **facts) -> PartTimeTimetable:
    facts = {
        "starts_on": MONDAY, "ends_on": MONDAY + 60 * DAY, "review_on": MONDAY + 30 * DAY,
        "hours_a_week": 9, "reason": "After an operation", "parents_agreed_on": MONDAY,
    } | facts  # fmt: skip
    times = kept(read_times(text))
    return PartTimeTimetable.objects.create(school=child.school, pupil=child, times=times, **facts)


def absent(child, monday=MONDAY) -> list[tuple[int, int, int]]:
    rows = week_rows(WeekPlan(school=child.school), monday)
    found = children_in(rows, monday, [child])[str(child.pk)].absent
    return [(each.weekday, each.starts, each.ends) for each in found]


class TestWhen:
    @pytest.fixture
    def child(self):
        return PupilFactory(school=SchoolFactory())

    def test_the_rest_of_each_day_is_at_home(self, child):
        part_time(child, "Mon 9:00 to 12:00\nTue 9:00 to 10:00, 13:00 to 15:00")
        assert absent(child) == [
            (0, 0, 540), (0, NOON, 1440),
            (1, 0, 540), (1, 600, 780), (1, 900, 1440),
            (2, 0, 1440), (3, 0, 1440), (4, 0, 1440),
        ]  # fmt: skip

    def test_hours_alone_say_nothing(self, child):
        part_time(child, "")
        assert absent(child) == []

    @pytest.mark.parametrize(
        ("facts", "days"),
        [
            ({"starts_on": MONDAY + 2 * DAY}, {2, 3, 4}),
            ({"ends_on": MONDAY + DAY, "review_on": MONDAY}, {0, 1}),
            ({"ended_on": MONDAY}, {0}),
            ({"starts_on": MONDAY - 9 * DAY, "ended_on": MONDAY - DAY}, set()),
            ({"starts_on": MONDAY + 7 * DAY}, set()),
        ],
    )
    def test_only_while_it_holds(self, child, facts, days):
        part_time(child, "Mon 9:00 to 12:00", **facts)
        assert {weekday for weekday, _, _ in absent(child)} == days


class TestPlanning:
    def test_every_session_is_while_they_are_there(self):
        at = weekly()
        child = at.children[0]
        part_time(child)
        given(at.school, child, staff_role="lsa", sessions_a_week=3, minutes=30)
        plan = planned(draft(at.school, MONDAY))
        rows = PlanSession.objects.filter(plan=plan)
        assert {row.weekday for row in rows} == {0, 1, 2}
        assert all(row.starts >= 540 and row.ends <= NOON for row in rows)

    def test_what_is_left_is_not_covered_and_the_reason_is_said(self):
        at = weekly()
        child = at.children[0]
        part_time(child, "Thu 13:00 to 15:00")
        given(at.school, child, staff_role="lsa", sessions_a_week=5, minutes=30)
        plan = planned(draft(at.school, MONDAY))
        assert {row.weekday for row in PlanSession.objects.filter(plan=plan)} <= {3}
        instance = week_of_plan(plan, MONDAY).instance
        [demand] = instance.demands.values()
        bars = {bar for span, found in Times(instance).of(demand).items() for bar in found}
        assert bars == {f"absent:{child.pk}"}
        [rule] = bars
        names = {str(child.pk): "Zoë"}
        assert rule_in_words(instance, rule, names) == "Zoë is not in school then"

    def test_the_independent_check_refuses_it_too(self):
        at = weekly()
        child = at.children[0]
        part_time(child, "Thu 13:00 to 15:00")
        given(at.school, child, staff_role="lsa", sessions_a_week=1, minutes=30)
        plan = draft(at.school, MONDAY)
        instance = week_of_plan(plan, MONDAY).instance
        [demand] = instance.demands
        row = {"demand": demand, "adult": str(at.adults[0].pk), "weekday": 0, "at": "09:00"}
        found = broken_rules(instance_data(instance), {"sessions": [row]}, is_by_hand=True)
        assert any("is not in school" in each.words for each in found)


class TestForm:
    @pytest.fixture
    def school(self):
        return SchoolFactory(slug="oakfield")

    def test_times_are_typed_shown_and_changed(self, school):
        child, client = PupilFactory(school=school), client_of(member(school, Role.SENDCO))
        page = f"/oakfield/children/{child.pk}/kept/part-time/add/"
        data = {
            "starts_on": "today", "ends_on": "18 Dec 2026", "hours_a_week": "9",
            "times": "Mon to Wed 9 to 12", "reason": "After an operation",
            "parents_agreed_on": "today", "review_on": "4 Dec 2026",
        }  # fmt: skip
        wrong = client.post(page, data | {"times": "mornings"})
        assert "write the day, then the times" in text_of(wrong) and "mornings" in text_of(wrong)
        assert client.post(page, data).status_code == 302
        row = PartTimeTimetable.objects.get()
        assert row.times_words == [f"{day} 9:00 to 12:00" for day in ("Mon", "Tue", "Wed")]
        shown = text_of(client.get(f"/oakfield/children/{child.pk}/absence/"))
        assert "Mon 9:00 to 12:00" in shown
        change = client.get(f"/oakfield/children/{child.pk}/kept/part-time/{row.pk}/")
        assert "Tue 9:00 to 12:00" in change.content.decode()

    def test_hours_alone_stay_valid(self, school):
        child, client = PupilFactory(school=school), client_of(member(school, Role.SENDCO))
        row = part_time(child, "")
        shown = text_of(client.get(f"/oakfield/children/{child.pk}/absence/"))
        assert "9 hours a week" in shown and "not written down" in shown
        assert row.in_school == []
