"""Models about EHC plans."""

from ehcp.models.plans import AnnualReview, EhcPlan

__all__ = ["AnnualReview", "EhcPlan"]
