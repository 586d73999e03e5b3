"""Models about EHC plans."""

from ehcp.models.assessments import (
    AdviceAsked,
    AssessmentPaper,
    ClaimedException,
    CouncilTalk,
    NeedsAssessment,
    PlanAppeal,
    StatedDay,
)
from ehcp.models.consultations import Consultation, ConsultationReply
from ehcp.models.plans import AnnualReview, EhcPlan

__all__ = [
    "AdviceAsked",
    "AnnualReview",
    "AssessmentPaper",
    "ClaimedException",
    "Consultation",
    "ConsultationReply",
    "CouncilTalk",
    "EhcPlan",
    "NeedsAssessment",
    "PlanAppeal",
    "StatedDay",
]
