"""What this floor owns: what the school published."""

from reports.models.duties import DutyRecord
from reports.models.governor import (
    FederationReport,
    FederationReportFile,
    GovernorReport,
    ReportFile,
    SchoolReport,
    SchoolReportFile,
)

__all__ = [
    "DutyRecord",
    "FederationReport",
    "FederationReportFile",
    "GovernorReport",
    "ReportFile",
    "SchoolReport",
    "SchoolReportFile",
]
