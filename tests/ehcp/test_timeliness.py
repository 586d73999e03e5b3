"""Ours and the council's promises, judged by the day each was due."""

import datetime as dt
from datetime import date

import pytest

from ehcp.rules.cycle import ReviewFacts
from ehcp.rules.timeliness import Duty, Side, obligations_of

MADE = date(2024, 9, 1)
MEETING = date(2025, 6, 2)
DAY = dt.timedelta(days=1)


def judged(duty: Duty, *reviews: ReviewFacts, on: date = date(2026, 11, 23), made=MADE, **more):
    found = [o for o in obligations_of(made, reviews, on=on, **more) if o.duty is duty]
    return [
        "in time"
        if o.is_in_time()
        else "late"
        if o.is_late()
        else "open and late"
        if o.is_open_and_late(on)
        else "not known"
        if not o.is_known
        else "not yet due"
        for o in found
    ]


def test_each_duty_has_one_side():
    assert {d for d in Duty if d.side is Side.COUNCIL} == {
        Duty.DECISION,
        Duty.FINAL_PLAN,
        Duty.PHASE_PLAN,
        Duty.ASSESS_DECISION,
        Duty.ASSESS_NO_PLAN,
        Duty.ASSESS_PLAN,
        Duty.ORDER,
    }


class TestDecision:
    @pytest.mark.parametrize(
        "decided, answer",
        [("2025-06-29", "in time"), ("2025-06-30", "in time"), ("2025-07-01", "late")],
    )
    def test_four_weeks_from_the_meeting(self, decided, answer):
        review = ReviewFacts(MEETING, decided_on=date.fromisoformat(decided), decision="maintain")
        assert judged(Duty.DECISION, review) == [answer]

    @pytest.mark.parametrize(
        "on, answer",
        [
            ("2025-06-29", "not yet due"),
            ("2025-06-30", "not yet due"),
            ("2025-07-01", "open and late"),
        ],
    )
    def test_still_open_it_is_late_from_the_day_after(self, on, answer):
        assert judged(Duty.DECISION, ReviewFacts(MEETING), on=date.fromisoformat(on)) == [answer]

    def test_a_letter_that_came_later_was_not_known_then(self):
        review = ReviewFacts(MEETING, decided_on=date(2025, 7, 9), decision="maintain")
        assert judged(Duty.DECISION, review, on=date(2025, 7, 8)) == ["open and late"]
        assert judged(Duty.DECISION, review, on=date(2025, 7, 9)) == ["late"]

    def test_a_later_decision_settles_what_nobody_wrote_down(self):
        later = ReviewFacts(date(2026, 5, 4), decided_on=date(2026, 5, 30), decision="maintain")
        assert judged(Duty.DECISION, ReviewFacts(MEETING), later) == ["not known", "in time"]

    def test_days_late_run_on_while_it_is_open(self):
        (open_one,) = [
            o
            for o in obligations_of(MADE, [ReviewFacts(MEETING)], on=date(2025, 7, 10))
            if o.duty is Duty.DECISION
        ]
        assert open_one.days_late(date(2025, 7, 10)) == 10


class TestOurDuties:
    @pytest.mark.parametrize("days, answer", [(13, "late"), (14, "in time"), (15, "in time")])
    def test_papers_two_weeks_before(self, days, answer):
        sent = MEETING - days * DAY
        review = ReviewFacts(MEETING, invited_on=sent, advice_sent_on=sent)
        assert judged(Duty.PAPERS, review) == [answer]

    def test_papers_without_a_day_are_not_known(self):
        assert judged(Duty.PAPERS, ReviewFacts(MEETING, invited_on=MEETING)) == ["not known"]

    @pytest.mark.parametrize("days, answer", [(13, "in time"), (14, "in time"), (15, "late")])
    def test_report_two_weeks_after(self, days, answer):
        review = ReviewFacts(MEETING, report_sent_on=MEETING + days * DAY)
        assert judged(Duty.REPORT, review) == [answer]

    def test_a_report_before_a_decision_was_sent_on_some_day(self):
        review = ReviewFacts(MEETING, decided_on=date(2025, 6, 20), decision="maintain")
        assert judged(Duty.REPORT, review) == ["not known"]

    def test_first_meeting_four_weeks_before_the_year_is_over(self):
        """Plan of 1 September 2024: finished by 31 August 2025, met by 3 August."""
        for meeting, answer in (("2025-08-02", "in time"), ("2025-08-03", "in time")):
            review = ReviewFacts(date.fromisoformat(meeting))
            assert judged(Duty.MEETING, review)[0] == answer
        assert judged(Duty.MEETING, ReviewFacts(date(2025, 8, 4)))[0] == "late"

    def test_a_plan_without_a_meeting(self):
        assert judged(Duty.MEETING, on=date(2025, 8, 3)) == ["not yet due"]
        assert judged(Duty.MEETING, on=date(2025, 8, 4)) == ["open and late"]

    def test_the_first_meeting_in_the_record_of_an_old_plan_judges_nothing(self):
        old = ReviewFacts(MEETING, decided_on=date(2025, 6, 20), decision="maintain")
        assert judged(Duty.MEETING, old, made=date(2019, 1, 1), on=date(2025, 7, 1)) == [
            "not yet due"
        ]

    def test_interim_and_planned_meetings_do_not_count(self):
        interim, planned = ReviewFacts(MEETING, counts=False), ReviewFacts(MEETING, is_held=False)
        assert judged(Duty.DECISION, interim, planned) == []


class TestAmendedPlan:
    def final(self, day: str, notice: str | None = "2025-06-20") -> list[str]:
        review = ReviewFacts(
            MEETING,
            decided_on=date(2025, 6, 20),
            decision="amend",
            amendment_notice_on=notice and date.fromisoformat(notice),
            final_plan_on=date.fromisoformat(day),
        )
        return judged(Duty.FINAL_PLAN, review)

    def test_eight_weeks_from_the_notice(self):
        assert [self.final(d) for d in ("2025-08-15", "2025-08-16")] == [["in time"], ["late"]]

    def test_never_later_than_twelve_weeks_from_the_meeting(self):
        days = ("2025-08-25", "2025-08-26")
        assert [self.final(d, "2025-07-20") for d in days] == [["in time"], ["late"]]

    def test_nothing_is_owed_when_the_plan_stays(self):
        review = ReviewFacts(MEETING, decided_on=date(2025, 6, 20), decision="maintain")
        assert judged(Duty.FINAL_PLAN, review) == []


class TestPhaseTransfer:
    @pytest.mark.parametrize(
        "on, answer", [("2026-11-22", "not yet due"), ("2026-11-23", "open and late")]
    )
    def test_the_meeting_twelve_weeks_before(self, on, answer):
        assert judged(Duty.PHASE_MEETING, on=date.fromisoformat(on), september=2027) == [answer]

    def test_a_summer_meeting_counts_when_the_council_confirms_it(self):
        summer = ReviewFacts(date(2026, 6, 1))
        assert judged(Duty.PHASE_MEETING, summer, september=2027) == ["open and late"]
        confirmed = ReviewFacts(date(2026, 6, 1), confirmed_for_transfer_on=date(2026, 10, 1))
        assert judged(Duty.PHASE_MEETING, confirmed, september=2027) == ["in time"]

    @pytest.mark.parametrize("day, answer", [("2027-02-14", "in time"), ("2027-02-15", "late")])
    def test_the_school_named_by_14_february(self, day, answer):
        review = ReviewFacts(
            date(2026, 10, 5),
            decided_on=date(2026, 10, 20),
            decision="amend",
            final_plan_on=date.fromisoformat(day),
        )
        on = date(2027, 3, 1)
        assert judged(Duty.PHASE_PLAN, review, on=on, september=2027) == [answer]
