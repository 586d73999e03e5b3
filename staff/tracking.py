"""Who is SENCO has a readable history, for those who see what is due."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from staff.models import SencoPost, TrainingRecord


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_tracked(
        Tracked(SencoPost, "the record of a SENCO", Permission.VIEW_DUE, pupil_lookup="")
    )
    register_tracked(
        Tracked(TrainingRecord, "a training", Permission.KEEP_TRAINING, pupil_lookup="")
    )
