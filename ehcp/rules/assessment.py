"""Clocks of an EHC needs assessment, from the request to the final plan."""

from datetime import date

from aylsham.dates import days_before, previous_working_day, weeks_after
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
    other_day,
    require_order,
    value,
    yes_no,
)

BOOK = RuleBook(subject=Subject.ASSESSMENT)

#: Part 3 of the Children and Families Act 2014 and its regulations came into force.
REFORMS_OF_2014 = date(2014, 9, 1)
CLOSURE_DAYS = 28

_CLOSURE_FACTS = (
    maybe_day("first_day_closed", "First day closed", hint="The day after the last session."),
    maybe_day("reopens", "Day the school or setting re-opens"),
    yes_no(
        "open_in_holidays",
        "The setting stays open in the holidays",
        hint="A nursery that stays open all summer gives the council no exception.",
    ),
)
_CLOSURE_OUTPUTS = (
    value("closure_at_least_4_weeks", "Closed for at least four weeks in a row"),
    other_day("window_from", "The exception covers requests from", "first day closed less 7 days"),
    other_day("window_to", "The exception covers requests to", "re-opening less 7 days"),
    value(
        "la_exception_available",
        "The council may rely on the closure",
        "only if the closure makes it impractical to keep the limit; then as soon as practicable",
    ),
)


@BOOK.rule(
    "ehcna.clock",
    title="Needs assessment: from the request to the final plan",
    citation="SEND Regs 2014 regs 5(1), 10(1), 13(2)",
    effective_from=REFORMS_OF_2014,
    dated_by="request_received",
    facts=(day("request_received", "Day the council received the request"),),
    outputs=(
        last_day(
            "decision_to_assess_by",
            "Decide whether to assess, and tell the parent",
            "6 weeks after the request",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 5(1)",
        ),
        last_day(
            "draft_recommended_by",
            "Send the draft plan",
            "14 weeks after the request, so that 15 days and the consultation fit",
            owed_by=Owner.LA,
            confidence=Confidence.WORKING,
            citation="IPSEA; CoP 9.44",
        ),
        last_day(
            "refusal_to_issue_by",
            "Tell the parent if there will be no plan",
            "16 weeks after the request",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 10(1)",
        ),
        last_day(
            "final_plan_by",
            "Send the final plan",
            "20 weeks after the request",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 13(2)",
        ),
        also("decision_to_assess_prior_working_day", "Decide by (working day)"),
        also("draft_recommended_prior_working_day", "Draft plan by (working day)"),
        also("refusal_to_issue_prior_working_day", "Refusal by (working day)"),
        also("final_plan_prior_working_day", "Final plan by (working day)"),
    ),
    note="Calendar weeks: holidays do not stop the clock, and a last day in a holiday does not "
    "move. Four exceptions can excuse the council, only if they make it impractical to comply.",
)
def assessment_clock(*, request_received: date) -> Values:
    """Six, fourteen, sixteen and twenty weeks from the request."""
    limits = {
        "decision_to_assess": weeks_after(request_received, 6),
        "draft_recommended": weeks_after(request_received, 14),
        "refusal_to_issue": weeks_after(request_received, 16),
        "final_plan": weeks_after(request_received, 20),
    }
    working = {f"{key}_prior_working_day": previous_working_day(d) for key, d in limits.items()}
    return {f"{key}_by": limit for key, limit in limits.items()} | working


@BOOK.rule(
    "ehcna.advice",
    title="Advice for a needs assessment",
    citation="SEND Regs 2014 reg 8(1); CoP 9.52",
    effective_from=REFORMS_OF_2014,
    dated_by=("advice_request_received_by_school", "advice_requested_on"),
    facts=(
        day("advice_request_received_by_school", "Day the request for advice was received"),
        maybe_day(
            "advice_requested_on",
            "Day the council asked",
            hint="The date on the council's letter, if it differs.",
        ),
        *_CLOSURE_FACTS,
    ),
    outputs=(
        last_day(
            "advice_due_by",
            "Send the advice to the council",
            "6 weeks after the request was received",
            owed_by=Owner.SCHOOL,
        ),
        *_CLOSURE_OUTPUTS,
    ),
    note="A school closure does not excuse whoever was asked for advice (reg 8(2)); it may "
    "excuse the council.",
)
def advice(
    *,
    advice_request_received_by_school: date,
    advice_requested_on: date | None = None,
    first_day_closed: date | None = None,
    reopens: date | None = None,
    open_in_holidays: bool | None = None,
) -> Values:
    """Six weeks from receipt, and whether the council has an exception of its own."""
    require_order(
        advice_requested_on=advice_requested_on,
        advice_request_received_by_school=advice_request_received_by_school,
    )
    due: Values = {"advice_due_by": weeks_after(advice_request_received_by_school, 6)}
    if not first_day_closed and not reopens and open_in_holidays is None:
        return due
    asked = advice_requested_on or advice_request_received_by_school
    return {**due, **_closure(asked, first_day_closed, reopens, open_in_holidays)}


@BOOK.rule(
    "ehcna.closure_exception",
    title="Needs assessment: the exception for a school closed four weeks or more",
    citation="SEND Regs 2014 regs 5(4)(a)–(b), 10(4)(a)–(b), 13(3), 27(3)",
    effective_from=REFORMS_OF_2014,
    dated_by="advice_requested_on",
    facts=(day("advice_requested_on", "Day the council asked for advice"), *_CLOSURE_FACTS),
    outputs=_CLOSURE_OUTPUTS,
    note="Both ends of the window are counted in. The first day closed is the day after the last "
    "session; a council may argue for the Monday. Annual reviews have no such exception.",
)
def closure_exception(
    *,
    advice_requested_on: date,
    first_day_closed: date | None = None,
    reopens: date | None = None,
    open_in_holidays: bool | None = None,
) -> Values:
    """Whether the council asked in the window around a closure of four weeks or more."""
    return _closure(advice_requested_on, first_day_closed, reopens, open_in_holidays)


def _closure(
    asked: date, first_day_closed: date | None, reopens: date | None, is_open: bool | None
) -> Values:
    if is_open or first_day_closed is None:
        return {"closure_at_least_4_weeks": False, "la_exception_available": False}
    window_from = days_before(first_day_closed, 7)
    if reopens is None:  # not known yet: only a request before the window is certain
        return {"la_exception_available": False if asked < window_from else None}
    if reopens <= first_day_closed:
        raise ValueError("reopens must be after first_day_closed.")
    if (reopens - first_day_closed).days < CLOSURE_DAYS:
        return {"closure_at_least_4_weeks": False, "la_exception_available": False}
    window_to = days_before(reopens, 7)
    return {
        "closure_at_least_4_weeks": True,
        "window_from": window_from,
        "window_to": window_to,
        "la_exception_available": window_from <= asked <= window_to,
    }
