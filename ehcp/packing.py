"""What of EHC plans goes into the pack for another school, and what is no text of ours."""

from ehcp.models import AnnualReview, EhcPlan
from pupils.handed_texts import leave_unhanded
from pupils.packs import PackTable, register_table


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_table(PackTable(EhcPlan, "EHC plans"))
    register_table(PackTable(AnnualReview, "Annual reviews", "plan__pupil"))


def leave_own_unhanded() -> None:
    """Called once, when the floor is loaded."""
    leave_unhanded(EhcPlan, "local_authority coordinator", "Names, no account of the child.")
    leave_unhanded(EhcPlan, "other_provision", "The council's wording, which the school must keep.")
