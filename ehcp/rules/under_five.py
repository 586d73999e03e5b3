"""The lighter look at the plan of a child under five."""

from datetime import date

from aylsham.dates import DAY, birthday, months_beginning_with, months_corresponding
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    last_day,
    maybe_day,
    not_before,
    require_order,
)

from .assessment import REFORMS_OF_2014

BOOK = RuleBook(subject=Subject.REVIEW)


@BOOK.rule(
    "annual_review.under_five",
    title="Under five: a lighter look every three to six months",
    citation="CoP 9.178 (should, not must)",
    confidence=Confidence.GUIDANCE,
    effective_from=REFORMS_OF_2014,
    dated_by=("last_review", "plan_made"),
    facts=(
        maybe_day("plan_made", "Day the plan was first made"),
        maybe_day("last_review", "Last look at the plan, however light"),
        maybe_day("la_decision", "The council's decision after a full review"),
        maybe_day("dob", "Date of birth", hint="The reminder stops at the fifth birthday."),
    ),
    outputs=(
        not_before("soft_review_from", "Look at the plan again from", "3 months on"),
        last_day("soft_review_to", "Look at the plan again", "6 months on", owed_by=Owner.LA),
        last_day(
            "statutory_review_complete_by",
            "Finish the annual review, which this does not replace",
            "12 months starting with the plan, or with the last decision",
            owed_by=Owner.LA,
            confidence=Confidence.LAW,
            citation="CFA 2014 s.44(1)",
        ),
    ),
)
def under_five(
    *,
    plan_made: date | None = None,
    last_review: date | None = None,
    la_decision: date | None = None,
    dob: date | None = None,
) -> Values:
    """Three to six months from the plan or the last look, until the fifth birthday."""
    require_order(plan_made=plan_made, last_review=last_review)
    require_order(plan_made=plan_made, la_decision=la_decision)
    start = max(filter(None, (plan_made, last_review, la_decision)), default=None)
    if start is None:
        raise ValueError("Give plan_made or last_review.")
    year_began = la_decision or plan_made
    soft_from, soft_to = months_corresponding(start, 3), months_corresponding(start, 6)
    soft: Values = {"soft_review_from": soft_from, "soft_review_to": soft_to}
    if dob:
        last = birthday(dob, 5) - DAY
        soft = {"soft_review_from": soft_from, "soft_review_to": min(soft_to, last)}
        soft = soft if soft_from <= last else {}
    return {
        **soft,
        "statutory_review_complete_by": year_began and months_beginning_with(year_began, 12),
    }
