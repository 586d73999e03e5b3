"""What of EHC plans goes into the pack for another school, and what is no text of ours."""

from ehcp import models as own
from pupils.handed_texts import leave_unhanded
from pupils.packs import PackTable, by_sensitivity, leave_out, register_table
from pupils.packs.titles import register_title

_WORDING = "The council's wording, which the school must keep."
_NAMES = "Names, no account of the child."


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_table(PackTable(own.EhcPlan, "EHC plans"))
    register_table(PackTable(own.AnnualReview, "Annual reviews", "plan__pupil"))
    register_table(PackTable(own.PlanVersion, "Versions of EHC plans", "plan__pupil"))
    register_table(
        PackTable(own.PlanLine, "Lines of EHC plans", "version__plan__pupil", held=by_sensitivity)
    )
    register_table(
        PackTable(own.PlanLink, "Links between lines of EHC plans", "line__version__plan__pupil")
    )
    register_table(PackTable(own.PlanTerms, "Funding and placement of EHC plans", "plan__pupil"))
    register_table(PackTable(own.PlanMove, "EHC plans from another council", "plan__pupil"))
    register_table(PackTable(own.ReviewTalk, "Talks after annual reviews", "review__plan__pupil"))
    leave_out(own.ProposedReview, "It is this school’s own calendar of meetings to come.")
    leave_out(own.CalendarAttendance, "It names who comes to this school’s meetings.")
    register_title(own.ProposedReview, "Review meetings that the calendar proposes")
    register_title(own.CalendarAttendance, "Who comes to the review")


def leave_own_unhanded() -> None:
    """Called once, when the floor is loaded."""
    leave_unhanded(own.EhcPlan, "local_authority coordinator", _NAMES)
    leave_unhanded(own.EhcPlan, "other_provision", _WORDING)
    leave_unhanded(own.PlanVersion, "local_authority", _NAMES)
    leave_unhanded(own.PlanLine, "text who qualification", _WORDING)
    leave_unhanded(own.PlanLine, "author profession source", _NAMES)
    leave_unhanded(own.ReviewTalk, "who", _NAMES)
    leave_unhanded(own.ReviewTalk, "words", "What the council says of its own lateness.")
    leave_unhanded(own.PlanTerms, "setting", _NAMES)
    leave_unhanded(own.PlanMove, "from_authority", _NAMES)
    leave_unhanded(
        own.ProposedReview, "conflict", "The calendar’s own words, no account of a child."
    )
