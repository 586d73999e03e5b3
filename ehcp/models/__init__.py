"""Models about EHC plans."""

from ehcp.models.appeals import PlanAppeal
from ehcp.models.assessments import (
    AdviceAsked,
    AssessmentPaper,
    ClaimedException,
    CouncilTalk,
    NeedsAssessment,
    StatedDay,
)
from ehcp.models.calendar import (
    CalendarAttendance,
    CalendarPerson,
    ProposedReview,
    ReviewCalendar,
)
from ehcp.models.consultation_ends import ConsultationEnd
from ehcp.models.consultations import Consultation, ConsultationReply
from ehcp.models.form_answers import FormAnswer
from ehcp.models.maps import FederationMap, SchoolMap
from ehcp.models.meetings import ReviewInvitee, ReviewMeeting, ReviewNote, ReviewTask
from ehcp.models.papers import PartWriter, ReviewPaper, ReviewPaperPart, SentPaper
from ehcp.models.plans import AnnualReview, EhcPlan
from ehcp.models.review_talks import ReviewTalk
from ehcp.models.sections import PlanLine, PlanLink, PlanVersion
from ehcp.models.standing import PlanMove, PlanTerms

__all__ = [
    "AdviceAsked",
    "AnnualReview",
    "AssessmentPaper",
    "CalendarAttendance",
    "CalendarPerson",
    "ClaimedException",
    "Consultation",
    "ConsultationEnd",
    "ConsultationReply",
    "CouncilTalk",
    "EhcPlan",
    "FederationMap",
    "FormAnswer",
    "NeedsAssessment",
    "PartWriter",
    "PlanAppeal",
    "PlanLine",
    "PlanLink",
    "PlanMove",
    "PlanTerms",
    "PlanVersion",
    "ProposedReview",
    "ReviewCalendar",
    "ReviewInvitee",
    "ReviewMeeting",
    "ReviewNote",
    "ReviewPaper",
    "ReviewPaperPart",
    "ReviewTalk",
    "ReviewTask",
    "SchoolMap",
    "SentPaper",
    "StatedDay",
]
