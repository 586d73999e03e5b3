"""Care status has a readable history, for those who may see it."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from lac.codes import CareKind
from lac.models import CarePeriod


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_tracked(
        Tracked(
            CarePeriod,
            "a care period",
            Permission.VIEW_CARE,
            title=lambda values: CareKind(values["kind"]).label,
            labels={
                "starts_on": "day of coming into care",
                "known_since": "day on which we knew",
                "ends_on": "last day",
                "left_care_through": "way of leaving care",
            },
        )
    )
