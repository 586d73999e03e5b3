"""What of staff stays here when a child moves, and how texts about a child are handed over."""

from aylsham.access.permissions import Permission as P
from pupils.handed_texts import HandedText, register_text
from pupils.packs import leave_out
from pupils.packs.titles import register_title
from staff import models as own


def register_own() -> None:
    """Called once, when the floor is loaded."""
    leave_out(own.Pairing, "It is about this school's own adults.")
    register_title(own.Pairing, "Adults who work well with the child, or cannot")
    register_text(
        HandedText(
            "pairing",
            own.Pairing,
            "a pairing with an adult",
            ("reason",),
            "written_by",
            P.VIEW_SENSITIVE,
            sensitivity="",
        )
    )
