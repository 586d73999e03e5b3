"""History and places of duties, coaching and supervision; what is between two has no history."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked, register_tracked
from aylsham.navigation import MenuGroup, NavEntry, register
from staff import models as own
from staff.duty_codes import HeldDuty


def _duty(values: dict) -> str:
    return HeldDuty(values["duty"]).label


_TRACKED = (
    Tracked(own.DutyHolder, "who holds a duty", P.VIEW_DUE, pupil_lookup="", title=_duty),
    Tracked(
        own.Delegation,
        "a handed-over duty",
        P.VIEW_DUE,
        pupil_lookup="",
        title=_duty,
        guarded={"note": P.EDIT_DUTIES},
        left_out=frozenset({"is_end_told"}),
    ),
    Tracked(own.Away, "who covers", P.VIEW_DUE, pupil_lookup="", guarded={"note": P.EDIT_DUTIES}),
    Tracked(
        own.HandoverNote,
        "a handover note",
        lambda values: P.READ_CARE if values["heading"] == "care" else P.EDIT_DUTIES,
        pupil_lookup="",
        left_out=frozenset({"written_by", "written_on"}),
    ),
    Tracked(own.CoachingCycle, "a coaching cycle", P.LEAD_TEACHING, pupil_lookup=""),
    Tracked(
        own.TeachingVisit,
        "a visit to a lesson",
        P.LEAD_TEACHING,
        pupil_lookup="",
        left_out=frozenset({"cycle"}),
    ),
    Tracked(
        own.PracticePoint,
        "a point of the checklist",
        P.LEAD_TEACHING,
        pupil_lookup="",
        title=lambda values: values["words"],
    ),
)
_PLACES = (
    NavEntry(
        "held_duties",
        "Who holds which duty",
        "held_duties",
        P.VIEW_PUPILS,
        order=36,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "coaching",
        "Teaching and coaching",
        "coaching",
        P.VIEW_PUPILS,
        order=85,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "my_line",
        "Supervision",
        "my_line",
        P.OPEN_TODAY,
        order=82,
        level="school",
        place="menu",
        group=MenuGroup.OWN,
    ),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in _TRACKED:
        register_tracked(kind)
    for place in _PLACES:
        register(place)
