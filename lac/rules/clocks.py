"""Clocks of children in care: the PEP and the reviews of the care plan (pure, no Django).

All of them count working days or calendar months: no school holiday stops them.
"""

from datetime import date

from aylsham.dates import days_before, months_corresponding, working_days_after
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
    require_order,
    value,
)

BOOK = RuleBook(subject=Subject.CARE)

#: The Care Planning, Placement and Case Review (England) Regulations 2010 came into force.
CARE_PLANNING_2010 = date(2011, 4, 1)
GUIDANCE_OF_2018 = date(2018, 2, 26)


@BOOK.rule(
    "lac.pep",
    title="A child comes into care: the first PEP",
    citation="Care Planning Regs 2010 regs 4–5, 33(1); DfE statutory guidance 2018",
    effective_from=CARE_PLANNING_2010,
    dated_by="entered_care",
    facts=(day("entered_care", "Day the child came into care"),),
    outputs=(
        last_day(
            "pep_initiated_by",
            "Start the PEP",
            "10 working days after coming into care",
            owed_by=Owner.SOCIAL_CARE,
        ),
        last_day(
            "pep_to_reviewing_officer_by",
            "Let the reviewing officer have the PEP",
            "3 days before the last day for the first review",
            owed_by=Owner.SOCIAL_CARE,
            confidence=Confidence.UNVERIFIED,
            citation="DfE statutory guidance 2018",
        ),
        last_day(
            "first_lac_review_by",
            "Hold the first review of the care plan, with the PEP at hand",
            "20 working days after coming into care",
            owed_by=Owner.SOCIAL_CARE,
            citation="Care Planning Regs 2010 reg 33(1)",
        ),
    ),
    note="Working days, not school days. Some councils say that the PEP itself may take 20: the "
    "ten-day date is shown.",
)
def first_pep(*, entered_care: date) -> Values:
    """Ten working days to start the PEP, twenty to the first review."""
    first_review = working_days_after(entered_care, 20)
    return {
        "pep_initiated_by": working_days_after(entered_care, 10),
        "pep_to_reviewing_officer_by": days_before(first_review, 3),
        "first_lac_review_by": first_review,
    }


@BOOK.rule(
    "lac.care_review",
    title="Reviews of the care plan",
    citation="Care Planning Regs 2010 reg 33",
    confidence=Confidence.UNVERIFIED,
    effective_from=CARE_PLANNING_2010,
    dated_by=("first_review", "second_review_held", "last_review_held"),
    facts=(
        maybe_day("first_review", "First review"),
        maybe_day("second_review_held", "Second review"),
        maybe_day("last_review_held", "Last review, if there have been more"),
    ),
    outputs=(
        last_day(
            "second_review_by",
            "Hold the second review",
            "3 months after the first",
            owed_by=Owner.SOCIAL_CARE,
        ),
        last_day(
            "third_review_by",
            "Hold the third review",
            "6 months after the second",
            owed_by=Owner.SOCIAL_CARE,
        ),
        last_day(
            "next_review_by",
            "Hold the next review",
            "6 months after the last",
            owed_by=Owner.SOCIAL_CARE,
        ),
    ),
)
def care_review(
    *,
    first_review: date | None = None,
    second_review_held: date | None = None,
    last_review_held: date | None = None,
) -> Values:
    """Three months to the second review, then six months at most."""
    if not (first_review or second_review_held or last_review_held):
        raise ValueError("Give first_review: the day of the first review of the care plan.")
    require_order(
        first_review=first_review,
        second_review_held=second_review_held,
        last_review_held=last_review_held,
    )
    return {
        "second_review_by": first_review and months_corresponding(first_review, 3),
        "third_review_by": second_review_held and months_corresponding(second_review_held, 6),
        "next_review_by": last_review_held and months_corresponding(last_review_held, 6),
    }


@BOOK.rule(
    "lac.termly_pep",
    title="A PEP in every term",
    citation="DfE statutory guidance 2018; virtual schools' practice",
    confidence=Confidence.GUIDANCE,
    effective_from=GUIDANCE_OF_2018,
    dated_by=("last_pep", "next_term_start"),
    facts=(
        maybe_day("last_pep", "Last PEP meeting", hint="Leave empty if there has been none."),
        maybe_day("autumn_term_end", "Last day of this term"),
        day("next_term_start", "First day of the next term"),
        day("next_term_end", "Last day of the next term"),
    ),
    outputs=(
        last_day(
            "this_term_pep_by",
            "Hold this term's PEP meeting: there has been none",
            "the term's last day",
            owed_by=Owner.SCHOOL,
        ),
        not_before("next_pep_window_from", "Next term's PEP meeting from", "the term's first day"),
        last_day(
            "next_pep_window_to",
            "Hold next term's PEP meeting",
            "the term's last day",
            owed_by=Owner.SCHOOL,
        ),
        value("next_pep_held", "Next term's PEP meeting has been held"),
    ),
    note="One completed PEP in each of the three terms, not in each half-term.",
)
def termly_pep(
    *,
    next_term_start: date,
    next_term_end: date,
    last_pep: date | None = None,
    autumn_term_end: date | None = None,
) -> Values:
    """The next term is the window for the next PEP."""
    require_order(
        autumn_term_end=autumn_term_end,
        next_term_start=next_term_start,
        next_term_end=next_term_end,
    )
    is_held = last_pep is not None and next_term_start <= last_pep <= next_term_end
    return {
        "this_term_pep_by": None if last_pep else autumn_term_end,
        "next_pep_window_from": next_term_start,
        "next_pep_window_to": next_term_end,
        "next_pep_held": is_held or None,
    }


@BOOK.rule(
    "lac.new_pep_after_move",
    title="A child in care moves to another home or school: the PEP is made new",
    citation="DfE statutory guidance 2018 on promoting the education of looked-after children; "
    "virtual schools’ practice",
    confidence=Confidence.UNVERIFIED,
    effective_from=GUIDANCE_OF_2018,
    dated_by="moved",
    facts=(day("moved", "Day of the move"),),
    outputs=(
        last_day(
            "new_pep_by",
            "Make the PEP new after the move",
            "10 working days after the move",
            owed_by=Owner.SOCIAL_CARE,
        ),
    ),
    note="Working days, not school days. A change of placement or of school is a move.",
)
def new_pep_after_move(*, moved: date) -> Values:
    """Ten working days for the PEP that fits the new home or school."""
    return {"new_pep_by": working_days_after(moved, 10)}
