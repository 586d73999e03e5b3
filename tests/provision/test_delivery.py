"""What was planned, given, missed and owed, and which log of a session stands."""

import datetime as dt

import pytest

from provision.rules.delivery import (
    Came,
    Mark,
    Plan,
    Reason,
    Shape,
    delivery,
    planned_minutes,
)
from provision.rules.standing_marks import Said, standing

MONDAY = dt.date(2026, 11, 2)
SUNDAY = dt.date(2026, 11, 8)
PLAN = Plan(sessions_a_week=3, minutes=30, starts_on=MONDAY, ends_on=dt.date(2026, 12, 18))


def day(n: int) -> dt.date:
    return MONDAY + dt.timedelta(days=n)


def always(_day: dt.date) -> bool:
    return True


def worked_out(*marks, plan=PLAN, last=SUNDAY, is_open=always):
    return delivery(plan, marks, MONDAY, last, is_open)


class TestPlanned:
    @pytest.mark.parametrize(
        ("first", "last", "minutes"),
        [
            (day(0), day(4), 90),
            (day(0), day(6), 90),
            (day(0), day(0), 0),  # Monday of three a week: nothing is late yet
            (day(0), day(1), 30),
            (day(-30), day(4), 90),  # before it begins there is nothing
            (day(0), day(13), 180),
            (day(5), day(6), 0),
        ],
        ids=str,
    )
    def test_days(self, first, last, minutes):
        assert planned_minutes(PLAN, first, last, always) == minutes

    def test_closed_days_leave_room_for_fewer(self):
        def two_days(when: dt.date) -> bool:
            return when.weekday() < 2

        assert planned_minutes(PLAN, day(0), day(4), two_days) == 60
        assert planned_minutes(PLAN, day(0), day(4), lambda _: False) == 0

    def test_twice_a_day(self):
        plan = Plan(10, 15, MONDAY, day(4))
        assert planned_minutes(plan, day(0), day(30), always) == 150


class TestWeekdays:
    """A plan that says on which days: of a week with a closed day, those that are left."""

    @pytest.mark.parametrize(
        ("weekdays", "a_week", "closed", "planned"),
        [
            ((0,), 1, 0, 0),  # the group of Mondays, and Monday is a bank holiday
            ((0,), 1, 1, 20),
            ((0, 2), 2, 0, 20),
            ((0, 2), 4, 2, 40),
            ((), 1, 0, 20),  # nobody said when: another day will do
            ((0, 1, 2, 3, 4), 5, 3, 80),
        ],
        ids=str,
    )
    def test_a_closed_day_takes_its_own_sessions_alone(self, weekdays, a_week, closed, planned):
        plan = Plan(a_week, 20, MONDAY, day(30), weekdays=weekdays)
        is_open = lambda on: always(on) and on != day(closed)  # noqa: E731
        assert planned_minutes(plan, day(0), day(4), is_open) == planned

    def test_nothing_is_planned_before_its_day_has_come(self):
        plan = Plan(1, 20, MONDAY, day(30), weekdays=(3,))
        so_far = [planned_minutes(plan, day(0), day(last), always) for last in range(5)]
        assert so_far == [0, 0, 0, 20, 20]

    def test_a_session_moved_off_a_bank_holiday_is_the_planned_one(self):
        plan = Plan(1, 20, MONDAY, day(30), weekdays=(0,))
        is_open = lambda on: always(on) and on != day(0)  # noqa: E731
        moved = [Mark(day(1), Came.HAD, 20)]
        found = delivery(plan, moved, day(0), day(4), is_open)
        assert (found.planned, found.delivered, found.owed, found.beyond) == (20, 20, 0, 0)
        away = [Mark(day(1), Came.MISSED, 0, Reason.STAFF)]
        assert delivery(plan, away, day(0), day(4), is_open).owed == 20

    def test_days_that_changed_count_from_the_change_on(self):
        plan = Plan(1, 20, MONDAY, day(30), earlier=(Shape(1, 20, day(6)),), weekdays=(0,))
        is_open = lambda on: always(on) and on not in (day(0), day(7))  # noqa: E731
        assert planned_minutes(plan, day(0), day(4), is_open) == 20
        assert planned_minutes(plan, day(7), day(11), is_open) == 0


class TestDelivery:
    @pytest.mark.parametrize(
        ("reason", "owed"),
        [
            (Reason.ABSENT, 0),
            (Reason.TRIP, 30),
            (Reason.REFUSED, 0),
            (Reason.STAFF, 30),
            (Reason.ROOM, 30),
            (Reason.CLOSED, 0),
        ],
        ids=str,
    )
    def test_six_reasons(self, reason, owed):
        found = worked_out(Mark(day(0), Came.MISSED, 0, reason))
        assert (found.owed, found.missed, found.unlogged) == (owed, {reason: 30}, 60)
        assert ("no debt" in found.words) == (owed == 0)

    def test_a_part_is_owed_unless_its_reason_is_none_of_ours(self):
        cut = Mark(day(0), Came.PART, 10)
        found = worked_out(cut, Mark(day(1), Came.PART, 20, Reason.ABSENT))
        assert (found.delivered, found.owed, found.unlogged) == (30, 20, 30)
        assert (
            "missed: 10 child absent (no debt)" not in found.words and "20 cut short" in found.words
        )

    def test_what_is_made_up_is_owed_no_more_and_never_less_than_nothing(self):
        away = Mark(day(0), Came.MISSED, 0, Reason.STAFF)
        some = worked_out(away, Mark(day(3), Came.HAD, 20, is_make_up=True))
        assert (some.owed, some.made_up, some.delivered, some.beyond) == (10, 20, 0, 0)
        more = worked_out(away, Mark(day(3), Came.HAD, 45, is_make_up=True))
        assert (more.owed, more.beyond) == (0, 15)
        assert "15 beyond what was planned or owed" in more.words

    def test_more_than_planned_is_said_in_words(self):
        found = worked_out(*(Mark(day(n), Came.HAD, 30) for n in range(4)))
        assert (found.planned, found.delivered, found.unlogged, found.beyond) == (90, 120, 0, 30)

    def test_a_session_that_was_longer_has_no_missed_minutes(self):
        assert worked_out(Mark(day(0), Came.PART, 40)).missed == {}

    def test_support_in_class_is_given_unless_marked(self):
        plan = Plan(5, 60, MONDAY, day(11), is_in_class=True)
        assert worked_out(plan=plan).delivered == 300
        found = worked_out(Mark(day(1), Came.MISSED, 0, Reason.STAFF), plan=plan)
        assert (found.delivered, found.owed, found.unlogged) == (240, 60, 0)

    def test_what_nobody_logged_is_neither_given_nor_owed(self):
        found = worked_out()
        assert (found.delivered, found.owed, found.unlogged) == (0, 0, 90)
        assert found.words == "0 of 90 min given; 90 not logged; nothing owed."

    def test_marks_of_other_days_are_left_out(self):
        assert worked_out(Mark(day(9), Came.HAD, 30)).delivered == 0


class TestWeeks:
    def test_a_session_that_ran_over_hides_none_that_has_no_log(self):
        found = worked_out(*(Mark(day(n), Came.PART, 45) for n in range(2)))
        assert (found.delivered, found.unlogged, found.beyond) == (90, 30, 30)

    def test_a_session_too_many_in_one_week_hides_none_of_another(self):
        four = [Mark(day(n), Came.HAD, 30) for n in range(4)]
        two = [Mark(day(7 + n), Came.HAD, 30) for n in range(2)]
        found = worked_out(*four, *two, last=day(11))
        assert (found.planned, found.delivered, found.unlogged, found.beyond) == (180, 180, 30, 30)

    def test_what_was_given_on_another_day_of_the_week_is_not_missed(self):
        had = [Mark(day(n), Came.HAD, 30) for n in (0, 2, 4)]
        found = worked_out(*had, Mark(day(1), Came.MISSED, 0, Reason.TRIP))
        assert (found.missed, found.owed, found.beyond) == ({}, 0, 0)

    def test_what_is_logged_on_a_monday_is_not_more_than_planned(self):
        found = worked_out(Mark(day(0), Came.HAD, 30), last=day(0))
        assert (found.planned, found.delivered, found.unlogged, found.beyond) == (30, 30, 0, 0)

    @pytest.mark.parametrize(
        ("week", "brought", "made_up", "owed", "since"),
        [
            (0, 0, 0, 60, day(0)),
            (1, 60, 30, 60, day(0)),
            (2, 60, 45, 15, day(7)),
            (3, 15, 30, 0, None),
        ],
        ids=str,
    )
    def test_a_week_carries_the_debt_of_the_weeks_before(self, week, brought, made_up, owed, since):
        marks = [Mark(day(n), Came.MISSED, 0, Reason.STAFF) for n in (0, 1, 8)]
        marks += [
            Mark(day(n), Came.HAD, m, is_make_up=True) for n, m in ((9, 30), (15, 45), (22, 30))
        ]
        found = delivery(PLAN, marks, day(7 * week), day(7 * week + 6), always)
        figures = (found.brought, found.made_up, found.owed, found.since)
        assert figures == (brought, made_up, owed, since)
        assert ("owed from before" in found.words) == bool(brought)
        assert found.beyond == (15 if week == 3 else 0)

    def test_what_was_made_up_ahead_is_said(self):
        marks = [
            Mark(day(1), Came.HAD, 30, is_make_up=True),
            Mark(day(8), Came.MISSED, 0, Reason.TRIP),
        ]
        found = delivery(PLAN, marks, day(7), day(13), always)
        assert (found.ahead, found.owed) == (30, 0)
        assert "30 made up ahead" in found.words

    def test_a_change_counts_from_its_day_on(self):
        """Three times 30 minutes became once 20 in the second week."""
        plan = Plan(1, 20, MONDAY, day(30), earlier=(Shape(3, 30, day(6)),))
        marks = [Mark(day(0), Came.HAD, 30), Mark(day(7), Came.HAD, 20)]
        found = delivery(plan, marks, MONDAY, day(13), always)
        assert (found.planned, found.delivered, found.unlogged, found.missed) == (110, 50, 60, {})


class TestStanding:
    def test_a_correction_stands_for_what_it_saw(self):
        said = [Said(1, 0, ("had",)), Said(2, 1, ("missed",))]
        assert [s.number for s in standing(said)] == [2]

    def test_two_who_did_not_see_each_other_disagree(self):
        said = [Said(1, 0, ("had",)), Said(2, 0, ("missed",))]
        assert [s.number for s in standing(said)] == [2, 1]

    def test_two_who_agree_are_one(self):
        assert len(standing([Said(1, 0, ("had",)), Said(2, 0, ("had",))])) == 1

    def test_settling_ends_it_and_what_comes_meanwhile_opens_it_again(self):
        said = [Said(1, 0, ("had",)), Said(2, 0, ("missed",)), Said(3, 2, ("missed",))]
        assert [s.number for s in standing(said)] == [3]
        assert [s.number for s in standing([*said, Said(4, 2, ("had",))])] == [4, 3]

    def test_nothing_said(self):
        assert standing([]) == []
