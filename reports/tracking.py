"""What a school published has a readable history, for those who see what is due."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from reports.codes import Duty
from reports.models import DutyRecord


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_tracked(
        Tracked(
            DutyRecord,
            "a record of what the school does",
            Permission.VIEW_DUE,
            pupil_lookup="",
            title=lambda values: Duty(values["duty"]).label,
            left_out=frozenset({"recorded_by", "recorded_at"}),
        )
    )
