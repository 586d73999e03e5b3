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
    register_table(PackTable(own.WeekAttendance, "Weeks of attendance", held=_CARE))
    register_table(PackTable(own.SdqTotal, "SDQ totals", held=_CARE))
    register_table(PackTable(own.WatchTask, "What rules saw about a child in care", held=_CARE))
    register_table(
        PackTable(own.WatchTold, "Who was told of it", "task__pupil", held=_CARE, is_told_only=True)
    )
    register_table(
        PackTable(own.InformationShared, "What was passed on about the child", held=_CARE)
    )
    leave_out(own.SafeguardingFile, "That a file left this school; the next school has the file.")
    register_title(own.SafeguardingFile, "That the safeguarding file was sent")
    leave_out(
        own.CareMeetingChild, "The meeting was this school's, and may speak of other children."
    )
    register_title(own.CareMeetingChild, "Meetings about children in care")
    leave_out(own.CareAction, "What people here agreed to do; the meeting stays here.")
    register_title(own.CareAction, "Actions about children in care")
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
    leave_unhanded(own.WatchTask, "seen", "Figures and days, worked out by a rule.")
    leave_unhanded(own.WatchTask, "done", _READ)
    leave_unhanded(own.WatchTold, "name", _NAMES)
    leave_unhanded(own.InformationShared, "words", _READ)
    leave_unhanded(own.InformationShared, "to_name to_role organisation authority_words", _NAMES)
    leave_unhanded(own.SafeguardingFile, "to_school received_by", _NAMES)
    leave_unhanded(own.CareMeetingChild, "said", _READ)
    leave_unhanded(own.CareAction, "what", _READ)
    leave_unhanded(own.CareAction, "outside_owner", _NAMES)
