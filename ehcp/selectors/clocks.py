"""What the rules say about one plan."""

import datetime as dt
from typing import Any

from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from ehcp.rules.cycle import ReviewFacts
from ehcp.selectors.plans import PlanFacts


class PlanRules:
    """The rules of plans, asked about one plan and a school's calendar."""

    def __init__(self, plan: PlanFacts, calendar: SchoolCalendar) -> None:
        self.plan = plan
        self.cycle = plan.cycle
        self.calendar = calendar

    def review(self) -> Result:
        """The yearly clock."""
        last = self.cycle.last_held
        meeting, decided = last and last.meeting_on, self.cycle.last_decided_on
        return self._calculate(
            "annual_review.due",
            plan_made=self._made_by(meeting, decided),
            last_meeting=meeting,
            la_decision=decided,
        )

    def meeting(self, review: ReviewFacts) -> Result:
        """What one review meeting sets off."""
        return self._calculate(
            "annual_review.meeting_clock",
            meeting=review.meeting_on,
            amendment_notice_sent=review.amendment_notice_on,
        )

    def preparation(self, review: ReviewFacts) -> Result:
        """What has to be ready before its papers go out."""
        return self._calculate("annual_review.preparation", meeting=review.meeting_on)

    def phase(self, september: int) -> Result:
        """Both days of a phase transfer."""
        return self._calculate("annual_review.phase_transfer", transfer_year=september)

    def under_five(self) -> Result:
        """The lighter looks until the fifth birthday."""
        return self._calculate(
            "annual_review.under_five",
            plan_made=self._made_by(self.cycle.last_looked_on, self.cycle.last_decided_on),
            last_review=self.cycle.last_looked_on,
            la_decision=self.cycle.last_decided_on,
            dob=self.plan.born_on,
        )

    def _made_by(self, *days: dt.date | None) -> dt.date:
        """The day the plan was made; a roll may say later what an earlier review disproves."""
        return min([self.cycle.made_on, *filter(None, days)])

    def _calculate(self, code: str, **facts: Any) -> Result:
        return REGISTRY.calculate(code, facts, calendar=self.calendar)
