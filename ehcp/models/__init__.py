"""Models about EHC plans."""

from ehcp.models.plans import AnnualReview, EhcPlan
from ehcp.models.sections import PlanLine, PlanLink, PlanVersion
from ehcp.models.standing import PlanMove, PlanTerms

__all__ = [
    "AnnualReview",
    "EhcPlan",
    "PlanLine",
    "PlanLink",
    "PlanMove",
    "PlanTerms",
    "PlanVersion",
]
