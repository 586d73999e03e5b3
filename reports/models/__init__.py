"""What this floor owns: what the school published, and ways to look at lists."""

from reports.models.access_plan import AccessAction, AccessReview
from reports.models.bundles import BundleChoice, BundlePart, EvidenceBundle
from reports.models.duties import DutyRecord
from reports.models.governor import (
    FederationReport,
    FederationReportFile,
    GovernorReport,
    ReportFile,
    SchoolReport,
    SchoolReportFile,
)
from reports.models.publications import Publication, PublicationFile
from reports.models.saved_lists import FederationList, SchoolList
from reports.models.strategy import (
    InclusionStrategy,
    StrategyActivity,
    StrategyBarrier,
    StrategyOutcome,
)

__all__ = [
    "AccessAction",
    "AccessReview",
    "BundleChoice",
    "BundlePart",
    "DutyRecord",
    "EvidenceBundle",
    "FederationList",
    "FederationReport",
    "FederationReportFile",
    "GovernorReport",
    "InclusionStrategy",
    "Publication",
    "PublicationFile",
    "ReportFile",
    "SchoolList",
    "SchoolReport",
    "SchoolReportFile",
    "StrategyActivity",
    "StrategyBarrier",
    "StrategyOutcome",
]
