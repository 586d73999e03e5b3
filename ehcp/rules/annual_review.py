"""Clocks of the annual review: when it is due, and what its meeting sets off."""

from datetime import date

from aylsham.dates import (
    days_after,
    days_before,
    days_beginning_with,
    months_beginning_with,
    previous_working_day,
    weeks_after,
    weeks_before,
)
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    also,
    day,
    last_day,
    maybe_day,
    not_before,
    other_day,
    require_order,
    value,
)

from .assessment import REFORMS_OF_2014

BOOK = RuleBook(subject=Subject.REVIEW)

#: A review is finished by the council's decision, which may take four weeks from the meeting.
DECISION_WEEKS = 4
NOTICE_WEEKS = 2
FINAL_WEEKS = 8


@BOOK.rule(
    "annual_review.due",
    title="Annual review: when it must be finished, and the meeting held",
    citation="CFA 2014 s.44(1); CoP 9.169",
    effective_from=REFORMS_OF_2014,
    dated_by=("la_decision", "last_meeting", "early_review_meeting", "plan_made"),
    facts=(
        maybe_day("plan_made", "Day the plan was first made"),
        maybe_day("last_meeting", "Last review meeting"),
        maybe_day(
            "la_decision",
            "The council's decision after a review",
            hint="Leave empty if it has not come.",
        ),
        maybe_day(
            "early_review_meeting",
            "Early (interim) review meeting",
            hint="It starts a new year only if the council issued a decision after it.",
        ),
        maybe_day(
            "amended_without_review",
            "Day the plan was amended without a review",
            hint="It does not move the next review.",
        ),
    ),
    outputs=(
        last_day(
            "advice_circulated_by",
            "Send the advice and the invitation to everybody",
            "2 weeks before the latest meeting",
            owed_by=Owner.SCHOOL,
            citation="SEND Regs 2014 reg 20(3)–(4)",
        ),
        last_day(
            "meeting_latest",
            "Hold the review meeting",
            "4 weeks before the review must be finished, and no more than a year after the last",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "la_decision_by",
            "Decide and tell the parent: this review is still open",
            "4 weeks after the meeting",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 20(10)",
        ),
        last_day(
            "next_meeting_latest",
            "Hold the next review meeting",
            "within a year of the last meeting, whatever the council does",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "review_complete_by",
            "Finish the review: the council's decision is out",
            "12 months starting with the plan, or with the last decision: the day before the "
            "anniversary",
            owed_by=Owner.LA,
        ),
        also("latest_working_day_for_completion", "Finish the review (working day)"),
        value(
            "status",
            "Where it stands",
            words=(("review_incomplete", "Not finished: the council has not decided yet"),),
        ),
    ),
    note="A review is finished when the council issues its decision, not at the meeting. If the "
    "decision comes late, the earlier of the two counts is kept for the meeting. Amending a plan "
    "without a review does not move the date.",
)
def due(
    *,
    plan_made: date | None = None,
    last_meeting: date | None = None,
    la_decision: date | None = None,
    early_review_meeting: date | None = None,
    amended_without_review: date | None = None,
) -> Values:
    """The day before the anniversary, and the last meeting that still makes it possible."""
    require_order(plan_made=plan_made, last_meeting=last_meeting)
    require_order(plan_made=plan_made, la_decision=la_decision)
    require_order(plan_made=plan_made, early_review_meeting=early_review_meeting)
    require_order(plan_made=plan_made, amended_without_review=amended_without_review)
    is_open = last_meeting is not None and (la_decision is None or la_decision < last_meeting)
    open_review = _open_review(last_meeting) if last_meeting and is_open else {}
    began = la_decision or plan_made
    if began is None:
        if not open_review:
            raise ValueError("Give plan_made, or last_meeting and la_decision of the last review.")
        return open_review
    complete_by = months_beginning_with(began, 12)
    meetings = (last_meeting, early_review_meeting)
    return {
        "review_complete_by": complete_by,
        "latest_working_day_for_completion": previous_working_day(complete_by),
        **(open_review or _next_meeting(complete_by, *meetings, decided=la_decision)),
    }


def _open_review(meeting: date) -> Values:
    return {
        "status": "review_incomplete",
        "la_decision_by": weeks_after(meeting, DECISION_WEEKS),
        "next_meeting_latest": months_beginning_with(meeting, 12),
    }


def _next_meeting(complete_by: date, *meetings: date | None, decided: date | None) -> Values:
    latest = weeks_before(complete_by, DECISION_WEEKS)
    # An early meeting that led to no decision starts nothing: only meetings up to it count.
    if decided and (held := [meeting for meeting in meetings if meeting and meeting <= decided]):
        latest = min(latest, months_beginning_with(max(held), 12))
    return {"meeting_latest": latest, "advice_circulated_by": weeks_before(latest, NOTICE_WEEKS)}


@BOOK.rule(
    "annual_review.meeting_clock",
    title="Annual review: what the meeting sets off",
    citation="SEND Regs 2014 regs 20(3)–(4), (9)–(10), 22(2)–(3); R (L, M and P) v Devon [2022] "
    "EWHC 493 (Admin)",
    effective_from=REFORMS_OF_2014,
    dated_by="meeting",
    facts=(
        day("meeting", "Day of the review meeting"),
        maybe_day("amendment_notice_sent", "Day the council sent its proposed amendments"),
    ),
    outputs=(
        last_day(
            "ask_for_advice_by",
            "Ask everybody for their advice",
            "6 weeks before the meeting",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "clear_days_safe_by",
            "Send the invitation and the advice, to be safe",
            "15 days before the meeting: two weeks of clear days",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "invite_and_advice_by",
            "Send the invitation and the advice",
            "2 weeks before the meeting",
            owed_by=Owner.SCHOOL,
            citation="SEND Regs 2014 reg 20(3)–(4)",
        ),
        last_day(
            "school_report_by",
            "Send the report to the council and everybody invited",
            "2 weeks after the meeting",
            owed_by=Owner.SCHOOL,
            citation="SEND Regs 2014 reg 20(7)–(9)",
        ),
        last_day(
            "la_decision_and_proposed_amendments_by",
            "Decide, tell the parent, and send any proposed amendments",
            "4 weeks after the meeting",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 regs 20(10), 22(2)(a)",
        ),
        last_day(
            "parent_reps_last_day",
            "Comment on the proposed amendments",
            "15 days, the day the notice was sent being the first",
            owed_by=Owner.PARENT,
            citation="SEND Regs 2014 reg 22(2)(c)",
        ),
        last_day(
            "final_plan_by",
            "Send the final amended plan",
            "8 weeks after the notice, and never later than 12 weeks after the meeting",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 22(3); R (L, M and P) v Devon",
        ),
        last_day(
            "absolute_final_plan_by",
            "Send the final amended plan, whenever the notice was sent",
            "12 weeks after the meeting",
            owed_by=Owner.LA,
            citation="R (L, M and P) v Devon [2022] EWHC 493 (Admin)",
        ),
        other_day("eight_weeks_from_notice", "8 weeks after the notice"),
        value("notice_days_late", "Days by which the council's notice was late"),
    ),
    note="“At least two weeks” is 14 days; to be safe send a day earlier. No holiday stops these "
    "weeks: write the report before term ends.",
)
def meeting_clock(*, meeting: date, amendment_notice_sent: date | None = None) -> Values:
    """Two weeks before, two, four and twelve weeks after, and the notice's own eight weeks."""
    decision_by = weeks_after(meeting, DECISION_WEEKS)
    absolute = weeks_after(meeting, DECISION_WEEKS + FINAL_WEEKS)
    found: dict[str, date | int | None] = {
        "ask_for_advice_by": weeks_before(meeting, 6),
        "clear_days_safe_by": days_before(meeting, 15),
        "invite_and_advice_by": weeks_before(meeting, NOTICE_WEEKS),
        "school_report_by": weeks_after(meeting, 2),
        "la_decision_and_proposed_amendments_by": decision_by,
        "absolute_final_plan_by": absolute,
    }
    if notice := amendment_notice_sent:
        require_order(meeting=meeting, amendment_notice_sent=notice)
        eight_weeks = weeks_after(notice, FINAL_WEEKS)
        found |= {
            "parent_reps_last_day": days_beginning_with(notice, 15),
            "eight_weeks_from_notice": eight_weeks,
            "final_plan_by": min(eight_weeks, absolute),
            "notice_days_late": max(0, (notice - decision_by).days) or None,
        }
    return found


@BOOK.rule(
    "annual_review.amendment_notice",
    title="Amendment notice: the parent's fifteen days",
    citation="SEND Regs 2014 reg 22(2)(c)",
    effective_from=REFORMS_OF_2014,
    dated_by="notice_served",
    facts=(day("notice_served", "Day the proposed amendments were served"),),
    outputs=(
        last_day(
            "last_day",
            "Comment, ask for a school, ask for a meeting",
            "15 days, the day of service being the first",
            owed_by=Owner.PARENT,
        ),
        not_before(
            "la_must_not_finalise_before",
            "The council must not finish the plan before",
            "the day after the 15 days",
        ),
        last_day(
            "final_plan_or_no_amendment_by",
            "Send the final amended plan, or say why it will not amend",
            "8 weeks after the notice (and 12 after the meeting at the latest)",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 22(3)–(4)",
        ),
    ),
    note="“At least” 15 days: the council may allow longer.",
)
def amendment_notice(*, notice_served: date) -> Values:
    """Fifteen days beginning with the day of service; eight weeks to the final plan."""
    return {
        "last_day": days_beginning_with(notice_served, 15),
        "la_must_not_finalise_before": days_after(notice_served, 15),
        "final_plan_or_no_amendment_by": weeks_after(notice_served, FINAL_WEEKS),
    }
