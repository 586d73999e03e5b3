"""What of staff stays here when a child moves, and how texts about a child are handed over."""

from aylsham.access.permissions import Permission as P
from pupils.handed_texts import HandedText, leave_unhanded, register_text
from pupils.packs import leave_out
from pupils.packs.titles import register_title
from staff import models as own


def register_own() -> None:
    """Called once, when the floor is loaded."""
    leave_out(own.Pairing, "It is about this school's own adults.")
    register_title(own.Pairing, "Adults who work well with the child, or cannot")
    leave_out(own.TimeNeed, "It says when this school's own adults are needed.")
    register_title(own.TimeNeed, "When an adult is needed beside provision")
    leave_out(own.CarefulHandover, "It guides how this school plans its own adults.")
    register_title(own.CarefulHandover, "New adults only after a planned handover")
    leave_out(own.Handover, "It is about this school's own adults.")
    register_title(own.Handover, "Adults whom the child was made known to")
    for table, title in (
        (own.PlanDemand, "Weeks that were planned: what they had to cover"),
        (own.PlanSession, "Weeks that were planned: with whom, when and where"),
        (own.PlanSupport, "Weeks that were planned: adults who were given the child"),
        (own.Swap, "Days on which somebody else stepped in"),
    ):
        leave_out(table, "It plans this school's own adults.")
        register_title(table, title)
    leave_unhanded(own.Handover, "how", "How two get to know each other, no account of the child.")
    leave_unhanded(own.TimeNeed, "name", "What an adult is needed for, no account of the child.")
    leave_unhanded(own.PlanDemand, "remedies", "Kinds of ways out with ids and minutes, no words.")
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
