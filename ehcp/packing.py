"""What of EHC plans goes into the pack for another school, and what is no text of ours."""

from ehcp.models import AnnualReview, CalendarAttendance, EhcPlan, ProposedReview
from pupils.handed_texts import leave_unhanded
from pupils.packs import PackTable, leave_out, register_table
from pupils.packs.titles import register_title


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_table(PackTable(EhcPlan, "EHC plans"))
    register_table(PackTable(AnnualReview, "Annual reviews", "plan__pupil"))
    leave_out(ProposedReview, "It is this school’s own calendar of meetings to come.")
    leave_out(CalendarAttendance, "It names who comes to this school’s meetings.")
    register_title(ProposedReview, "Review meetings that the calendar proposes")
    register_title(CalendarAttendance, "Who comes to the review")


def leave_own_unhanded() -> None:
    """Called once, when the floor is loaded."""
    leave_unhanded(EhcPlan, "local_authority coordinator", "Names, no account of the child.")
    leave_unhanded(EhcPlan, "other_provision", "The council's wording, which the school must keep.")
    leave_unhanded(
        ProposedReview, "conflict", "The calendar’s own words, with no account of a child."
    )
