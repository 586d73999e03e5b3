"""Readable history of tests and how a child sits them."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.arrangement_codes import ARRANGEMENTS
from pupils.models import AccessArrangement, Assessment
from pupils.tracking.texts import text_permission

TRACKED = (
    Tracked(
        AccessArrangement,
        "an access arrangement",
        P.VIEW_NEEDS,
        title=lambda v: ARRANGEMENTS[v["arrangement"]].label,
        labels={
            "in_room": "words for the room",
            "state_on": "day of the last step",
            "signed_on": "day of the signature",
        },
        left_out=frozenset({"signed_by", "room"}),
    ),
    Tracked(
        Assessment,
        "a specialist assessment",
        text_permission,
        labels={
            "taken_on": "date of the test",
            "raw": "raw score",
            "score": "standardised score",
            "low": "lower end of the interval",
            "high": "upper end of the interval",
            "age_months": "age equivalent in months",
        },
        quiet=frozenset({"note", "part", "by_whom"}),
        left_out=frozenset({"test", "document"}),
    ),
)
