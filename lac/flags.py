"""Care as a flag: only for those who may know."""

import datetime as dt

from django.apps import apps
from django.db.models import QuerySet

from aylsham.access.permissions import Permission
from lac.codes import CareKind
from pupils.flags import Flag, Source, register_flag, register_source


def _in_care(on: dt.date) -> QuerySet:
    return apps.get_model("lac", "CarePeriod").objects.live(on)


def register_own() -> None:
    """The flags of this floor."""
    register_source(Source("care", _in_care))
    for key, kind, short, order in (
        ("looked_after", CareKind.LOOKED_AFTER, "LAC", 40),
        ("previously", CareKind.PREVIOUSLY, "PLAC", 41),
    ):
        register_flag(
            Flag(
                key, kind.label, short, Permission.VIEW_CARE, order, "care", frozenset({kind.value})
            )
        )
