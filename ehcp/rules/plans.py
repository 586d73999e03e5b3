"""Clocks of an EHC plan outside its review: draft, consultation, reassessment, moving away."""

from datetime import date

from aylsham.dates import (
    days_after,
    days_beginning_with,
    months_beginning_with,
    weeks_after,
    working_days_beginning_with,
    working_days_between,
)
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    day,
    last_day,
    maybe_day,
    not_before,
    other_day,
    require_order,
    value,
)

from .assessment import REFORMS_OF_2014

BOOK = RuleBook(subject=Subject.PLAN)

NOTICE_WORKING_DAYS = 15


@BOOK.rule(
    "ehcp.draft_representations",
    title="Draft plan: the parent's fifteen days",
    citation="SEND Regs 2014 reg 13(1)(a)",
    effective_from=REFORMS_OF_2014,
    dated_by="draft_served",
    facts=(day("draft_served", "Day the draft plan was served"),),
    outputs=(
        last_day(
            "last_day_for_representations",
            "Comment, ask for a school, ask for a meeting",
            "15 days, the day of service being the first",
            owed_by=Owner.PARENT,
        ),
        not_before(
            "la_must_not_finalise_before",
            "The council must not finish the plan before",
            "the day after the 15 days",
        ),
    ),
    note="“At least” 15 days: the council may allow longer. By e-mail it is served when sent, by "
    "post in the ordinary course of post.",
)
def draft_representations(*, draft_served: date) -> Values:
    """Fifteen days beginning with the day of service."""
    return {
        "last_day_for_representations": days_beginning_with(draft_served, 15),
        "la_must_not_finalise_before": days_after(draft_served, 15),
    }


@BOOK.rule(
    "ehcp.consultation_reply",
    title="The council consults the school about naming it",
    citation="CFA 2014 ss.39(2), 40(3); CoP 9.83",
    effective_from=REFORMS_OF_2014,
    dated_by="consultation_received",
    facts=(day("consultation_received", "Day the consultation was received"),),
    outputs=(
        last_day(
            "conservative_reply_by",
            "Reply, counting the day received as the first",
            "14 days after it was received",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "reply_by",
            "Reply to the council",
            "15 calendar days after it was received",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="No exception for holidays: reply before term ends. The council may go on without a reply.",
)
def consultation_reply(*, consultation_received: date) -> Values:
    """Fifteen calendar days; a day earlier for the careful."""
    return {
        "conservative_reply_by": days_beginning_with(consultation_received, 15),
        "reply_by": days_after(consultation_received, 15),
    }


@BOOK.rule(
    "ehcp.reassessment",
    title="Request for a re-assessment",
    citation="SEND Regs 2014 regs 25(1), 27(2)",
    effective_from=REFORMS_OF_2014,
    dated_by=("request_received", "notified_will_reassess"),
    facts=(
        maybe_day("request_received", "Day the council received the request"),
        maybe_day("notified_will_reassess", "Day the council said that it will re-assess"),
    ),
    outputs=(
        last_day(
            "decision_by",
            "Decide whether to re-assess, and tell the parent",
            "15 days after the request",
            owed_by=Owner.LA,
            confidence=Confidence.UNVERIFIED,
            citation="SEND Regs 2014 reg 25(1); CoP 9.190",
        ),
        last_day(
            "final_plan_by",
            "Send the final plan",
            "14 weeks after the council said that it will re-assess",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 27(2)",
        ),
    ),
    note="The same four exceptions as for a needs assessment apply (reg 27(3)).",
)
def reassessment(
    *, request_received: date | None = None, notified_will_reassess: date | None = None
) -> Values:
    """Fifteen days to decide; fourteen weeks from the notice to the final plan."""
    if not request_received and not notified_will_reassess:
        raise ValueError("Give request_received or notified_will_reassess, or both.")
    require_order(request_received=request_received, notified_will_reassess=notified_will_reassess)
    return {
        "decision_by": days_after(request_received, 15) if request_received else None,
        "final_plan_by": weeks_after(notified_will_reassess, 14)
        if notified_will_reassess
        else None,
    }


@BOOK.rule(
    "ehcp.moving_la",
    title="A child with a plan moves to another council",
    citation="SEND Regs 2014 reg 15(2), (4), (5)",
    effective_from=REFORMS_OF_2014,
    dated_by=("move", "became_aware"),
    facts=(
        day("move", "Day of the move"),
        maybe_day(
            "became_aware",
            "Day the old council learned of the move",
            hint="Leave empty while it does not know.",
        ),
        maybe_day("transferred_on", "Day the plan was transferred", hint="If it has been."),
        maybe_day("plan_made_or_last_review", "Day the plan was made, or last reviewed"),
    ),
    outputs=(
        value(
            "working_days_from_aware_to_day_before_move",
            "Working days the old council knew before the move",
        ),
        last_day(
            "transfer_on",
            "Transfer the plan, on the day of the move",
            "it knew at least 15 working days before",
            owed_by=Owner.OLD_LA,
            citation="SEND Regs 2014 reg 15(2)(a)",
        ),
        last_day(
            "transfer_by",
            "Transfer the plan",
            "15 working days, the day it learned of the move being the first",
            owed_by=Owner.OLD_LA,
            citation="SEND Regs 2014 reg 15(2)(b)",
        ),
        last_day(
            "new_la_informs_parent_by",
            "Tell the parent: transferred, whether to re-assess, when to review",
            "6 weeks after the transfer",
            owed_by=Owner.NEW_LA,
            citation="SEND Regs 2014 reg 15(4)",
        ),
        last_day(
            "review_by",
            "Review the plan",
            "the later of 12 months from the last review and 3 months from the transfer",
            owed_by=Owner.NEW_LA,
            citation="SEND Regs 2014 reg 15(5)",
        ),
        other_day("review_twelve_months", "12 months from the plan or its last review end"),
        other_day(
            "review_three_months",
            "3 months beginning with the transfer end",
            confidence=Confidence.UNVERIFIED,
        ),
        value(
            "status",
            "Where it stands",
            words=(("old_la_unaware", "The old council does not know of the move yet"),),
        ),
    ),
)
def moving_la(
    *,
    move: date,
    became_aware: date | None = None,
    transferred_on: date | None = None,
    plan_made_or_last_review: date | None = None,
) -> Values:
    """When the old council hands the plan over, and what the new one owes after that."""
    require_order(move=move, transferred_on=transferred_on)
    twelve_months = (
        months_beginning_with(plan_made_or_last_review, 12) if plan_made_or_last_review else None
    )
    handover = _handover(move, became_aware)
    transfer = transferred_on or handover.get("transfer_on") or handover.get("transfer_by")
    if not isinstance(transfer, date):
        return {"review_twelve_months": twelve_months, "status": "old_la_unaware"}
    three_months = months_beginning_with(transfer, 3)
    return {
        **handover,
        "new_la_informs_parent_by": weeks_after(transfer, 6),
        "review_by": max(twelve_months, three_months) if twelve_months else None,
        "review_twelve_months": twelve_months,
        "review_three_months": three_months,
    }


def _handover(move: date, became_aware: date | None) -> Values:
    if became_aware is None:
        return {}
    known = working_days_between(became_aware, days_after(move, -1))
    is_early = known >= NOTICE_WORKING_DAYS
    late = working_days_beginning_with(became_aware, NOTICE_WORKING_DAYS)
    return {
        "working_days_from_aware_to_day_before_move": known,
        "transfer_on": move if is_early else None,
        "transfer_by": None if is_early else late,
    }
