"""Care as a flag: only for those who may know."""

import datetime as dt
from collections.abc import Callable

from django.db.models import Exists, OuterRef

from aylsham.access.permissions import Permission
from lac.codes import CareKind
from pupils.flags import Flag, register_flag


def _in_care(kind: CareKind) -> Callable[[dt.date], Exists]:
    def holds(on: dt.date) -> Exists:
        from lac.models import CarePeriod

        return Exists(
            CarePeriod.objects.live(on).filter(
                school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), kind=kind
            )
        )

    return holds


def register_own() -> None:
    """The flags of this floor."""
    for key, kind, short, order in (
        ("looked_after", CareKind.LOOKED_AFTER, "LAC", 40),
        ("previously", CareKind.PREVIOUSLY, "PLAC", 41),
    ):
        register_flag(Flag(key, kind.label, short, Permission.VIEW_CARE, _in_care(kind), order))
