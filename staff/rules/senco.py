"""The law about staff: the SENCO's qualification (pure, no Django)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aylsham.dates import DAY, years_corresponding
from aylsham.timescales.rules import (
    Owner,
    RuleBook,
    Subject,
    Values,
    last_day,
    maybe_day,
    other_day,
    value,
    yes_no,
)

BOOK = RuleBook(subject=Subject.SCHOOL)

#: From this day a SENCO qualifies by the NPQ, unless a NASENCO course had begun before it.
NPQ_FROM = date(2024, 9, 1)
NASENCO_ENDS = date(2027, 9, 1)
YEARS_TO_QUALIFY = 3

_FACTS = (
    maybe_day("became_senco", "Day the person became SENCO"),
    maybe_day(
        "course_started",
        "Day the person began the course (NPQ for SENCOs, or NASENCO)",
        hint="A course begun before 1 September 2024 is the NASENCO.",
    ),
    yes_no("senco_before_for_a_year", "Had been SENCO for more than twelve months before"),
)
_OUTPUTS = (
    last_day(
        "must_hold_qualification_by",
        "Hold the qualification",
        "the third anniversary of becoming SENCO",
        owed_by=Owner.SENCO,
    ),
    last_day(
        "last_day",
        "Finish the NASENCO course",
        "a course begun before 1 September 2024 counts if finished before 1 September 2027",
        owed_by=Owner.SENCO,
        citation="SEND Regs 2014 reg 49(7)(a) (SI 2024/535)",
    ),
    other_day("must_complete_before", "The NASENCO course counts only if finished before"),
    value("qualification", "Which qualification"),
)


def years_to_qualify_end(became_senco: date) -> date:
    """The third anniversary of becoming SENCO (SEND Regs 2014 reg 49(4))."""
    return years_corresponding(became_senco, YEARS_TO_QUALIFY)


def _third_anniversary(facts: Mapping[str, Any]) -> date | None:
    became = facts.get("became_senco")
    return years_to_qualify_end(became) if became else None


@BOOK.rule(
    "senco.qualification",
    title="The SENCO's qualification",
    citation="SEND Regs 2014 reg 49 (before SI 2024/535)",
    effective_from=date(2009, 9, 1),
    effective_to=NPQ_FROM - DAY,
    dated_by=_third_anniversary,
    facts=_FACTS,
    outputs=_OUTPUTS,
    note="The National Award for SEN Co-ordination (NASENCO) by the third anniversary.",
)
@BOOK.rule(
    "senco.qualification",
    version=2,
    title="The SENCO's qualification",
    citation="SEND Regs 2014 reg 49(4), (7) (SI 2024/535)",
    effective_from=NPQ_FROM,
    dated_by=_third_anniversary,
    facts=_FACTS,
    outputs=_OUTPUTS,
    note="To be held by the end of the third anniversary, unless the person had been SENCO for "
    "more than twelve months before.",
    change_note="The NPQ for SENCOs takes the place of the National Award (NASENCO). A course "
    "begun before 1 September 2024 still counts if it is finished before 1 September 2027. The "
    "three years stay as they were, so nobody's date moves.",
)
def senco_qualification(
    *,
    became_senco: date | None = None,
    course_started: date | None = None,
    senco_before_for_a_year: bool | None = None,
) -> Values:
    """By the third anniversary; NASENCO only for courses begun before September 2024."""
    if not (became_senco or course_started):
        raise ValueError("Give became_senco or course_started.")
    anniversary = became_senco and years_to_qualify_end(became_senco)
    has_nasenco = bool(course_started and course_started < NPQ_FROM)
    is_before_npq = bool(anniversary and anniversary < NPQ_FROM)
    return {
        "must_hold_qualification_by": None if senco_before_for_a_year else anniversary,
        "last_day": NASENCO_ENDS - DAY if has_nasenco else None,
        "must_complete_before": NASENCO_ENDS if has_nasenco else None,
        "qualification": "NASENCO" if has_nasenco or is_before_npq else "NPQ for SENCOs",
    }
