"""What this floor owns: what the school published, and ways to look at lists."""

from reports.models.access_plan import AccessAction, AccessReview
from reports.models.briefs import LeadersBrief
from reports.models.bundles import BundleChoice, BundlePart, EvidenceBundle
from reports.models.case_studies import CaseStudy
from reports.models.duties import DutyRecord
from reports.models.federation_objectives import FederationObjective
from reports.models.governor import (
    FederationReport,
    FederationReportFile,
    GovernorReport,
    ReportFile,
    SchoolReport,
    SchoolReportFile,
)
from reports.models.objectives import (
    Objective,
    ObjectiveLink,
    ObjectiveReview,
    PlanStep,
)
from reports.models.policies import Circular, CircularReader, Policy, PolicyCheck
from reports.models.publications import Publication, PublicationFile
from reports.models.saved_lists import FederationList, SchoolList
from reports.models.strategy import (
    InclusionStrategy,
    StrategyActivity,
    StrategyBarrier,
    StrategyOutcome,
)
from reports.models.subjects import SubjectLead
from reports.models.summaries import SchoolSummary
from reports.models.surveys import (
    SurveyAnswer,
    SurveyInvitee,
    SurveyLink,
    SurveyRound,
    SurveyWords,
)

__all__ = [
    "AccessAction",
    "AccessReview",
    "BundleChoice",
    "BundlePart",
    "CaseStudy",
    "Circular",
    "CircularReader",
    "DutyRecord",
    "EvidenceBundle",
    "FederationList",
    "FederationObjective",
    "FederationReport",
    "FederationReportFile",
    "GovernorReport",
    "InclusionStrategy",
    "LeadersBrief",
    "Objective",
    "ObjectiveLink",
    "ObjectiveReview",
    "PlanStep",
    "Policy",
    "PolicyCheck",
    "Publication",
    "PublicationFile",
    "ReportFile",
    "SchoolList",
    "SchoolReport",
    "SchoolReportFile",
    "SchoolSummary",
    "StrategyActivity",
    "StrategyBarrier",
    "StrategyOutcome",
    "SubjectLead",
    "SurveyAnswer",
    "SurveyInvitee",
    "SurveyLink",
    "SurveyRound",
    "SurveyWords",
]
