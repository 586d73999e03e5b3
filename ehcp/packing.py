"""What of EHC plans goes into the pack for another school."""

from ehcp.models import AnnualReview, EhcPlan
from pupils.packs import PackTable, register_table


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_table(PackTable(EhcPlan, "EHC plans"))
    register_table(PackTable(AnnualReview, "Annual reviews", "plan__pupil"))
