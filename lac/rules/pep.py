"""Clocks of a personal education plan besides the first one (pure, no Django).

No school holiday stops them: days, working days and a virtual school's own last days.
"""

from datetime import date

from aylsham.dates import days_before, weeks_before
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    day,
    last_day,
    maybe_day,
    other_day,
    require_order,
)
from lac.rules.clocks import GUIDANCE_OF_2018

BOOK = RuleBook(subject=Subject.CARE)
#: So long before its last day the weeks begin in which a PEP has its meeting: half a term.
MEETING_WEEKS = 6


@BOOK.rule(
    "lac.pep_of_term",
    title="The PEP of a term",
    citation="DfE statutory guidance 2018; virtual schools’ practice",
    confidence=Confidence.GUIDANCE,
    effective_from=GUIDANCE_OF_2018,
    dated_by="term_ends",
    facts=(
        day("term_ends", "Last day of the term"),
        maybe_day("cut_off", "Last day on which the virtual school takes plans"),
    ),
    outputs=(
        last_day(
            "pep_by",
            "Send the PEP of this term",
            "the virtual school’s last day, else the term’s",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="One completed PEP in each of the three terms.",
)
def pep_of_term(*, term_ends: date, cut_off: date | None = None) -> Values:
    """The virtual school's own last day goes before the term's."""
    return {"pep_by": cut_off or term_ends}


@BOOK.rule(
    "lac.pep_before_review",
    title="A review of the care plan: the PEP beforehand",
    citation="DfE statutory guidance 2018",
    confidence=Confidence.UNVERIFIED,
    effective_from=GUIDANCE_OF_2018,
    dated_by="review_by",
    facts=(
        maybe_day("last_review", "Last review of the care plan"),
        day("review_by", "Last day for the next review"),
    ),
    outputs=(
        last_day(
            "pep_ready_by",
            "Let the reviewing officer have the PEP before the review",
            "3 days before the last day for the review",
            owed_by=Owner.SCHOOL,
        ),
    ),
)
def pep_before_review(*, review_by: date, last_review: date | None = None) -> Values:
    """Three days before the last day on which the review may be held."""
    require_order(last_review=last_review, review_by=review_by)
    return {"pep_ready_by": days_before(review_by, 3)}


@BOOK.rule(
    "lac.pep_with_review",
    title="One meeting for the PEP and the annual review of an EHC plan",
    citation="SEND Code of Practice 2015 para 9.169 (where possible)",
    confidence=Confidence.GUIDANCE,
    effective_from=GUIDANCE_OF_2018,
    dated_by="pep_by",
    facts=(
        day("term_begins", "First day of the term"),
        day("pep_by", "Last day for the PEP of this term"),
    ),
    outputs=(
        other_day("from", "One meeting does for both from", "six weeks before, in the same term"),
        other_day("until", "One meeting does for both until", "the last day for the PEP"),
    ),
    note="A wish, never a duty: the annual review keeps its own last day.",
)
def pep_with_review(*, term_begins: date, pep_by: date) -> Values:
    """The six weeks before the last day of the PEP, within its term."""
    begins = max(term_begins, weeks_before(pep_by, MEETING_WEEKS))
    return {"from": min(begins, pep_by), "until": pep_by}
