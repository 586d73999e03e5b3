"""What this floor owns: reports that it published."""

from reports.models.governor import (
    FederationReport,
    FederationReportFile,
    GovernorReport,
    ReportFile,
    SchoolReport,
    SchoolReportFile,
)

__all__ = [
    "FederationReport",
    "FederationReportFile",
    "GovernorReport",
    "ReportFile",
    "SchoolReport",
    "SchoolReportFile",
]
