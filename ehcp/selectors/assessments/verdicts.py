"""The exceptions that a council claims, each tested on the dates and the school's closures."""

from dataclasses import dataclass

from aylsham.school_calendar import SchoolCalendar
from ehcp.assessment_codes import AdviceFrom, ExceptionKind
from ehcp.models import ClaimedException
from ehcp.rules.exceptions import (
    Verdict,
    absence_verdict,
    circumstances_verdict,
    closure_verdict,
)
from ehcp.selectors.assessments.files import AssessmentFile

#: Shorter ones are weekends.
_HOLIDAY = 5


@dataclass(frozen=True)
class ClaimOnDates:
    """A claim and what the dates say of it."""

    claim: ClaimedException
    verdict: Verdict

    @property
    def state(self) -> str:
        """A key of STATES."""
        return {True: "advised", False: "overdue", None: "waiting"}[self.verdict.holds]


def claims_on_dates(file: AssessmentFile, calendar: SchoolCalendar) -> tuple[ClaimOnDates, ...]:
    """Each claim with its verdict, in the order in which they came."""
    return tuple(ClaimOnDates(each, _verdict(each, file, calendar)) for each in file.exceptions)


def _verdict(claim: ClaimedException, file: AssessmentFile, calendar: SchoolCalendar) -> Verdict:
    if claim.kind == ExceptionKind.ABSENT:
        return absence_verdict(claim.away_from, claim.back_on)
    if claim.kind == ExceptionKind.CIRCUMSTANCES:
        return circumstances_verdict()
    asked = next((a.asked_on for a in file.advice if a.body == AdviceFrom.SCHOOL), None)
    return closure_verdict(
        asked, calendar.closures(at_least=_HOLIDAY), open_in_holidays=calendar.open_in_holidays
    )
