"""Moving to the next phase of education: whose year it is, both deadlines, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from aylsham.dates import (
    academic_year,
    days_before,
    months_corresponding,
    previous_working_day,
    weeks_before,
)
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    also,
    last_day,
    maybe_day,
    year,
)

from .assessment import REFORMS_OF_2014

BOOK = RuleBook(subject=Subject.REVIEW)

#: The council has twelve weeks from the meeting to the final amended plan.
COUNCIL_WEEKS = 12

#: The last year group of each kind of school, after which a child changes phase.
LAST_YEAR_GROUPS = {
    "nursery": "N2",
    "infant": "2",
    "first": "4",
    "junior": "6",
    "primary": "6",
    "middle": "8",
}
#: A nursery class leads to Reception, even in the same school (our reading of reg 2).
NURSERY_LEAVERS = "N2"


def is_transfer_year(year_group: str, phase: str, *, last_year_group: str | None = None) -> bool:
    """Whether a child of that year group changes phase at the end of this academic year.

    `last_year_group` is the school's own, where it is not the usual one of its phase.
    """
    if year_group == NURSERY_LEAVERS:
        return True
    return year_group == (last_year_group or LAST_YEAR_GROUPS.get(phase))


def transfer_year(on: date) -> int:
    """The year of the September in which this academic year's leavers change phase."""
    return academic_year(on) + 1


@dataclass(frozen=True)
class Limits:
    """The two last days of a phase transfer: the council's, and ours, derived from it."""

    amended_by: date
    meeting_latest: date


def limits(september: int) -> Limits:
    """The last days for a transfer in that September: 14 February, and twelve weeks before."""
    amended_by = date(september, 2, 14)
    return Limits(amended_by, weeks_before(amended_by, COUNCIL_WEEKS))


class PhaseState(StrEnum):
    """How the review of a child who changes phase stands."""

    COMPLETE = "complete"
    REVIEWED = "reviewed"
    LAST_SUMMER = "last_summer"
    NOT_REVIEWED = "not_reviewed"
    OVERDUE = "overdue"

    @property
    def standing(self) -> str:
        """`complete`, `on_track`, `due_soon` or `overdue`, as on every list."""
        return _STANDINGS[self]


_STANDINGS = {
    PhaseState.COMPLETE: "complete",
    PhaseState.REVIEWED: "on_track",
    PhaseState.LAST_SUMMER: "due_soon",
    PhaseState.NOT_REVIEWED: "due_soon",
    PhaseState.OVERDUE: "overdue",
}


def phase_state(
    september: int,
    *,
    today: date,
    last_meeting: date | None = None,
    amended_on: date | None = None,
    confirmed_on: date | None = None,
) -> PhaseState:
    """How the transfer of that September stands today.

    A meeting since 1 September counts. One of last summer counts only if the council confirms
    (`confirmed_on`) that it does, as going by it alone can be challenged; an older one does not.
    """
    if last_meeting and last_meeting > today:
        last_meeting = None
    state = phase_review(
        september, last_meeting=last_meeting, amended_on=amended_on, confirmed_on=confirmed_on
    )
    if state is PhaseState.NOT_REVIEWED and today > limits(september).meeting_latest:
        return PhaseState.OVERDUE
    return state


def phase_review(
    september: int,
    *,
    last_meeting: date | None = None,
    amended_on: date | None = None,
    confirmed_on: date | None = None,
) -> PhaseState:
    """How far the review has come, whatever day it is: never `OVERDUE`."""
    autumn, summer = date(september - 1, 9, 1), date(september - 1, 4, 1)
    if amended_on and amended_on >= autumn:
        return PhaseState.COMPLETE
    if last_meeting and last_meeting >= autumn:
        return PhaseState.REVIEWED
    if last_meeting and last_meeting >= summer:
        return PhaseState.REVIEWED if confirmed_on else PhaseState.LAST_SUMMER
    return PhaseState.NOT_REVIEWED


def _case_date(facts: Mapping[str, Any]) -> date | None:
    september = facts.get("transfer_year")
    return date(september, 2, 14) if september else None


def _before(limit: date) -> Values:
    meeting = weeks_before(limit, COUNCIL_WEEKS)
    return {
        "last_compliant_day": limit,
        "last_working_day": previous_working_day(limit),
        "latest_review_meeting_if_LA_uses_full_12_weeks": meeting,
        "latest_meeting_working_day": previous_working_day(meeting),
        "latest_amendment_notice_for_15_days": days_before(limit, 15),
    }


_OUTPUTS = (
    last_day(
        "latest_review_meeting_if_LA_uses_full_12_weeks",
        "Hold the phase-transfer review meeting",
        "12 weeks before the last day, because the council may use them all",
        owed_by=Owner.SCHOOL,
        confidence=Confidence.WORKING,
    ),
    also("latest_meeting_working_day", "Hold the meeting (working day)"),
    last_day(
        "latest_amendment_notice_for_15_days",
        "Send the proposed amendments, so that the parent has 15 days",
        "15 days before the last day",
        owed_by=Owner.LA,
        confidence=Confidence.WORKING,
        citation="SEND Regs 2014 regs 18(1), 22(2)(c)",
    ),
    last_day(
        "last_compliant_day",
        "Review and amend the plan, naming the school",
        "the day before the date in the regulation",
        owed_by=Owner.LA,
    ),
    also("last_working_day", "Amend the plan (working day)"),
)


@BOOK.rule(
    "annual_review.phase_transfer",
    title="Phase transfer: nursery to school, infant to junior, primary to secondary",
    citation="SEND Regs 2014 regs 2, 18(1)(b)",
    effective_from=REFORMS_OF_2014,
    dated_by=_case_date,
    facts=(year("transfer_year", "September of the transfer"),),
    outputs=_OUTPUTS,
    note="“Before 15 February”: 14 February is the last day. A review must be held in the year of "
    "the transfer; going by last summer's alone can be challenged.",
)
def phase_transfer(*, transfer_year: int) -> Values:
    """Reviewed and amended before 15 February of the year of the transfer."""
    return _before(limits(transfer_year).amended_by)


@BOOK.rule(
    "annual_review.phase_transfer_post16",
    title="Phase transfer: secondary school to post-16",
    citation="SEND Regs 2014 reg 18(1)(a), (2)",
    effective_from=REFORMS_OF_2014,
    dated_by=_case_date,
    facts=(
        year("transfer_year", "September of the transfer"),
        maybe_day(
            "transfer_on",
            "Day of the move from one post-16 place to another",
            hint="Only for a move between two post-16 places.",
        ),
    ),
    outputs=(
        *_OUTPUTS,
        last_day(
            "between_post16_by",
            "Move between two post-16 places: review and amend the plan",
            "5 months before the move",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 18(2)",
        ),
    ),
    note="“Before 31 March”: 30 March is the last day.",
)
def phase_transfer_post16(*, transfer_year: int, transfer_on: date | None = None) -> Values:
    """Reviewed and amended before 31 March of the year of the transfer."""
    between = months_corresponding(transfer_on, -5) if transfer_on else None
    return {**_before(date(transfer_year, 3, 30)), "between_post16_by": between}
