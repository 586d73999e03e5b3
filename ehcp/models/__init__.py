"""Models about EHC plans."""

from ehcp.models.calendar import (
    CalendarAttendance,
    CalendarPerson,
    ProposedReview,
    ReviewCalendar,
)
from ehcp.models.plans import AnnualReview, EhcPlan
from ehcp.models.sections import PlanLine, PlanLink, PlanVersion
from ehcp.models.standing import PlanMove, PlanTerms

__all__ = [
    "AnnualReview",
    "CalendarAttendance",
    "CalendarPerson",
    "EhcPlan",
    "PlanLine",
    "PlanLink",
    "PlanMove",
    "PlanTerms",
    "PlanVersion",
    "ProposedReview",
    "ReviewCalendar",
]
