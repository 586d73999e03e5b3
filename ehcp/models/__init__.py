"""Models about EHC plans."""

from ehcp.models.calendar import (
    CalendarAttendance,
    CalendarPerson,
    ProposedReview,
    ReviewCalendar,
)
from ehcp.models.plans import AnnualReview, EhcPlan

__all__ = [
    "AnnualReview",
    "CalendarAttendance",
    "CalendarPerson",
    "EhcPlan",
    "ProposedReview",
    "ReviewCalendar",
]
