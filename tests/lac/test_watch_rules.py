"""The rules that speak up early: the day before, on and after each limit."""

import datetime as dt
from decimal import Decimal

import pytest

from lac.rules.watch import (
    Aiming,
    Dated,
    Total,
    Watching,
    Week,
    high_total,
    low_attendance,
    many_moves,
    new_worker,
    stalled,
    suspended_again,
)
from tests.lac.makers import day

TODAY = dt.date(2026, 11, 23)
USUAL = Watching()


def weeks(*figures: tuple[str, int, int]) -> list[Week]:
    return [Week(day(on), possible, attended) for on, possible, attended in figures]


class TestLowAttendance:
    @pytest.mark.parametrize(
        ("figures", "seen"),
        [
            ([("2026-11-09", 10, 9), ("2026-11-16", 10, 9)], True),
            ([("2026-11-16", 10, 9)], False),  # one week only
            ([("2026-11-09", 10, 9), ("2026-11-16", 10, 10)], False),
            # 92 % exactly is not below; 91.99 % is, though it is shown as 92.
            ([("2026-11-09", 25, 23), ("2026-11-16", 25, 23)], False),
            ([("2026-11-09", 25, 22), ("2026-11-16", 25, 22)], True),
            # Half-term lies between: still running. Four weeks without a word do not.
            ([("2026-10-26", 10, 9), ("2026-11-16", 10, 9)], True),
            ([("2026-10-19", 10, 9), ("2026-11-16", 10, 9)], False),
            # Typed out of order.
            ([("2026-11-16", 10, 9), ("2026-11-09", 10, 9)], True),
            # Last term's is no news; four weeks ago is the last that is.
            ([("2026-10-12", 10, 5), ("2026-10-19", 10, 5)], False),
            ([("2026-10-19", 10, 5), ("2026-10-26", 10, 5)], True),
        ],
    )
    def test_two_weeks_running(self, figures, seen):
        assert bool(list(low_attendance(weeks(*figures), USUAL, TODAY))) is seen

    def test_a_longer_run_is_the_same_sign(self):
        two = weeks(("2026-11-02", 10, 9), ("2026-11-09", 10, 9))
        [first] = low_attendance(two, USUAL, TODAY)
        [later] = low_attendance([*two, *weeks(("2026-11-16", 10, 8))], USUAL, TODAY)
        assert first.occurrence in later.names

    def test_a_run_after_a_good_week_is_a_new_sign(self):
        run = [("2026-10-12", 10, 9), ("2026-10-19", 10, 9), ("2026-11-02", 10, 10)]
        run += [("2026-11-09", 10, 9), ("2026-11-16", 10, 9)]
        [sign] = low_attendance(weeks(*run), USUAL, TODAY)
        assert sign.names == {"2026-11-09", "2026-11-16"}

    def test_it_says_the_figures(self):
        [sign] = low_attendance(weeks(("2026-11-09", 10, 9), ("2026-11-16", 9, 8)), USUAL, TODAY)
        assert sign.seen == "Weeks below 92 %. 9 Nov 2026: 90 %, 16 Nov 2026: 88.9 %"

    def test_three_weeks_and_another_limit(self):
        set_so = Watching(attendance_below=Decimal("95.5"), attendance_weeks=3)
        run = [("2026-11-02", 20, 19), ("2026-11-09", 20, 19), ("2026-11-16", 20, 19)]
        assert list(low_attendance(weeks(*run), set_so, TODAY))
        assert not list(low_attendance(weeks(*run[1:]), set_so, TODAY))

    def test_not_watched(self):
        off = Watching(attendance_below=None)
        run = weeks(("2026-11-09", 10, 0), ("2026-11-16", 10, 0))
        assert not list(low_attendance(run, off, TODAY))


class TestMoves:
    @pytest.mark.parametrize(
        ("days", "seen"),
        [
            (["2026-03-01", "2026-11-01"], True),
            (["2026-11-01"], False),
            # Twelve months to the day still count; a day more does not.
            (["2025-11-23", "2026-11-01"], True),
            (["2025-11-22", "2026-11-01"], False),
            # The second one is to come.
            (["2026-11-01", "2026-11-24"], False),
        ],
    )
    def test_two_within_twelve_months(self, days, seen):
        moves = [Dated(on, day(on)) for on in days]
        assert bool(list(many_moves(moves, USUAL, TODAY))) is seen

    def test_each_further_move_is_a_new_sign(self):
        days = ["2026-03-01", "2026-06-01", "2026-11-01"]
        moves = [Dated(on, day(on)) for on in days]
        [two] = many_moves(moves[:2], USUAL, TODAY)
        [three] = many_moves(moves, USUAL, TODAY)
        assert not three.names & two.names
        assert three.seen.startswith("3 moves within 12 months: 1 Mar 2026")


class TestSdq:
    @pytest.mark.parametrize(("total", "seen"), [(16, False), (17, True), (40, True), (0, False)])
    def test_seventeen_or_more(self, total, seen):
        totals = [Total("a", day("2026-11-02"), "teacher", total)]
        assert bool(list(high_total(totals, USUAL, TODAY))) is seen

    def test_the_newest_of_each_who_answered_counts(self):
        totals = [
            Total("old", day("2026-05-04"), "teacher", 25),
            Total("new", day("2026-11-02"), "teacher", 12),
            Total("carer", day("2026-05-04"), "parent", 20),
        ]
        assert [sign.occurrence for sign in high_total(totals, USUAL, TODAY)] == ["carer"]


class TestStalled:
    DAYS = [day("2026-09-01") + dt.timedelta(days=n) for n in range(200)]
    SCHOOL = [
        d for d in DAYS if d.isoweekday() < 6 and not day("2026-10-26") <= d <= day("2026-10-30")
    ]

    def aim(self, *points, baseline=2, goal=10, starts="2026-09-07"):
        counted = tuple((day(on), Decimal(value)) for on, value in points)
        return Aiming("t", day(starts), Decimal(baseline), Decimal(goal), counted)

    def signs(self, target, today, watching=USUAL):
        return list(stalled([target], watching, self.SCHOOL, day(today)))

    def test_six_school_weeks_without_half_term(self):
        """From Monday 7 September: 30 school days pass on Monday 19 October."""
        assert not self.signs(self.aim(), "2026-10-18")
        [sign] = self.signs(self.aim(), "2026-10-19")
        assert sign.seen == "No progress on a target since 7 Sep 2026"

    def test_a_holiday_does_not_count(self):
        late = self.aim(starts="2026-10-12")
        assert not self.signs(late, "2026-11-27")
        assert self.signs(late, "2026-11-30")

    def test_counting_the_same_again_is_no_progress(self):
        same = self.aim(("2026-09-21", 2), ("2026-10-12", 1))
        assert self.signs(same, "2026-10-19")

    def test_a_step_begins_anew(self):
        [sign] = self.signs(self.aim(("2026-09-08", 3)), "2026-10-20")
        assert sign.occurrence == "t:2026-09-08"
        assert not self.signs(self.aim(("2026-09-28", 3)), "2026-10-20")

    def test_where_less_is_better(self):
        down = self.aim(("2026-09-28", 8), baseline=10, goal=2)
        assert not self.signs(down, "2026-10-20")
        up = self.aim(("2026-09-28", 12), baseline=10, goal=2)
        assert self.signs(up, "2026-10-20")

    def test_a_goal_that_was_reached_does_not_stall(self):
        assert not self.signs(self.aim(("2026-09-08", 10)), "2027-01-15")


class TestSuspensions:
    TERMS = [(day("2026-09-01"), day("2026-12-18")), (day("2027-01-04"), day("2027-03-26"))]

    def signs(self, *days, today=TODAY):
        found = [Dated(on, day(on)) for on in days]
        return list(suspended_again(found, USUAL, self.TERMS, today))

    def test_the_second_in_a_term(self):
        assert not self.signs("2026-10-05")
        [sign] = self.signs("2026-10-05", "2026-11-23")
        assert sign.seen == "2 suspensions this term: 5 Oct 2026, 23 Nov 2026"

    def test_first_and_last_day_of_the_term_count(self):
        assert self.signs("2026-09-01", "2026-12-18", today=day("2026-12-18"))
        assert not self.signs("2026-08-31", "2026-12-18", today=day("2026-12-18"))

    def test_a_new_term_begins_anew(self):
        assert not self.signs("2026-12-18", "2027-01-04", today=day("2027-01-04"))

    def test_in_the_holiday_the_term_before_still_speaks(self):
        assert self.signs("2026-10-05", "2026-12-18", today=day("2026-12-28"))


class TestNewSocialWorker:
    @pytest.mark.parametrize(
        ("days", "seen"),
        [
            (["2026-11-02"], False),  # the first one
            (["2026-09-01", "2026-11-02"], True),
            (["2026-08-01", "2026-10-26"], True),  # four weeks ago to the day
            (["2026-08-01", "2026-10-25"], False),
            (["2026-08-01", "2026-11-24"], False),  # begins tomorrow
        ],
    )
    def test_who_follows_another(self, days, seen):
        workers = [Dated(on, day(on)) for on in days]
        assert bool(list(new_worker(workers, USUAL, TODAY))) is seen

    def test_not_watched(self):
        workers = [Dated("a", day("2026-09-01")), Dated("b", day("2026-11-02"))]
        assert not list(new_worker(workers, Watching(new_worker=False), TODAY))
