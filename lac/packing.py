"""What of being in care goes into the pack for another school, and what is no text."""

from lac import models as own
from pupils.handed_texts import leave_unhanded
from pupils.packs import PackTable, always, leave_out, register_table
from pupils.packs.titles import register_title
from pupils.transfer_codes import Held

_CARE = always(Held.CARE)
_NAMES = "A name, no account of the child."
#: Handing over tells the safeguarding lead, who reads all of this already.
_READ = "Few read it, and the safeguarding lead is one of them."


def _social_work(row: own.SocialWorkPeriod) -> Held:
    """A child protection plan is told by one safeguarding lead to the other."""
    return Held.PROTECTION if row.kind == "protection" else Held.CARE


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_table(PackTable(own.CarePeriod, "Care", held=_CARE))
    register_table(
        PackTable(own.CareDeclaration, "Care before, as declared", "period__pupil", held=_CARE)
    )
    register_table(PackTable(own.CareReview, "Reviews of care plans", "period__pupil", held=_CARE))
    register_table(PackTable(own.SocialWorkPeriod, "Social work", held=_social_work))
    register_table(PackTable(own.CarePerson, "People around a child in care", held=_CARE))
    register_table(PackTable(own.CarePlacement, "Placements", held=_CARE))
    register_table(PackTable(own.Delegation, "Who may decide for a child in care", held=_CARE))
    leave_out(own.CareView, "Who may know of it at this school; the next school decides again.")
    register_title(own.CareView, "Colleagues who know of the child’s care")


def leave_own_unhanded() -> None:
    """Called once, when the floor is loaded."""
    leave_unhanded(own.CarePeriod, "placing_authority", _NAMES)
    leave_unhanded(own.CarePeriod, "corrected_why", _READ)
    leave_unhanded(own.CareDeclaration, "declared_by", _NAMES)
    leave_unhanded(own.CareDeclaration, "consents_to", _READ)
    leave_unhanded(own.SocialWorkPeriod, "council", _NAMES)
    leave_unhanded(own.CarePerson, "name organisation email", _NAMES)
    leave_unhanded(own.CarePlacement, "with_whom council_area", _NAMES)
    leave_unhanded(own.CarePlacement, "ended_why", _READ)
    leave_unhanded(own.Delegation, "note", _READ)
    leave_unhanded(own.CareReview, "decisions", _READ)
    leave_unhanded(own.CareView, "to_write", "Asks a colleague for something.")
