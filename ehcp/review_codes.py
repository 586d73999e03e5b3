"""Code sets of one review: whom the law wants there, how they were asked, what is said."""

from django.db import models

from aylsham.models import Owes
from ehcp.section_codes import PlanSection


class LawRole(models.TextChoices):
    """Who must be invited to a review meeting (SEND Regulations 2014, reg 20(2)), and others."""

    PARENT = "parent", "Parent"
    SCHOOL = "school", "Head teacher, or who comes for them"
    COUNCIL = "council", "Council’s SEND officer"
    HEALTH = "health", "Health professional"
    CARE = "care", "Council’s social care officer"
    OTHER = "other", "Somebody else who helps"


#: Without these nobody may say that everybody was invited.
BY_LAW = (LawRole.PARENT, LawRole.SCHOOL, LawRole.COUNCIL, LawRole.HEALTH, LawRole.CARE)
INVITE_CITATION = "SEND Regs 2014 reg 20(2)"
OWED_BY = {
    LawRole.PARENT: Owes.PARENT,
    LawRole.SCHOOL: Owes.SCHOOL,
    LawRole.COUNCIL: Owes.LOCAL_AUTHORITY,
    LawRole.HEALTH: Owes.HEALTH,
    LawRole.CARE: Owes.SOCIAL_CARE,
    LawRole.OTHER: Owes.HEALTH,
}


class Route(models.TextChoices):
    """How somebody was invited."""

    EMAIL = "email", "E-mail with a link"
    LETTER = "letter", "Letter"
    PHONE = "phone", "Phone"
    PERSON = "person", "In person"
    PORTAL = "portal", "The council’s own system"


class Progress(models.TextChoices):
    """How far an outcome is, as the meeting sees it."""

    REACHED = "reached", "Reached"
    ON_WAY = "on_way", "Well on the way"
    SOME = "some", "A little"
    NONE = "none", "Not yet"


class Onward(models.TextChoices):
    """What becomes of an outcome."""

    KEEP = "keep", "Keep it"
    CHANGE = "change", "Change it"
    END = "end", "It has done its work"


class Recommend(models.TextChoices):
    """What the meeting recommends to the council (SEND Regulations 2014, reg 20(7))."""

    KEEP = "keep", "Keep the plan as it is"
    AMEND = "amend", "Amend the plan"
    CEASE = "cease", "Cease the plan"


class NoteKind(models.TextChoices):
    """What a note of the meeting is about."""

    OUTCOME = "outcome", "An outcome"
    CHANGE = "change", "A change that was agreed"
    LINE = "line", "A line of the plan"
    DIFFERENCE = "difference", "A difference of opinion"


class ChaseAbout(models.TextChoices):
    """What the council owes after a review, and is asked for when it is late."""

    DECISION = "decision", "The decision after the review"
    FINAL = "final", "The final amended plan"


class TaskKind(models.TextChoices):
    """What has to be done around a review meeting, in its order."""

    SET_UP = "set_up", "Set time and place, and who leads the meeting"
    ASK = "ask", "Ask everybody for their advice and views"
    CHILD = "child", "Hear what the child thinks"
    CHASE = "chase", "Have everybody’s advice in"
    INVITE = "invite", "Invite everybody whom the law names"
    CIRCULATE = "circulate", "Send everybody’s advice round"
    MEET = "meet", "Hold the meeting"
    REPORT = "report", "Send the report"
    DECIDE = "decide", "Decide, and send any proposed amendments"
    COMMENT = "comment", "Comment on the proposed amendments"
    FINAL = "final", "Send the final amended plan"


#: What the school itself does, and can give to a colleague.
OURS = (
    TaskKind.SET_UP, TaskKind.ASK, TaskKind.CHILD, TaskKind.CHASE, TaskKind.INVITE,
    TaskKind.CIRCULATE, TaskKind.MEET, TaskKind.REPORT,
)  # fmt: skip

#: Sections that a meeting goes through line by line; an outcome is a line of Section E.
LINE_SECTIONS = (PlanSection.B, PlanSection.E, PlanSection.F)
#: Sections in which a meeting usually changes something; the others stand below.
USUAL_SECTIONS = (PlanSection.A, PlanSection.B, PlanSection.E, PlanSection.F, PlanSection.I)
OTHER_SECTIONS = (
    PlanSection.C, PlanSection.D, PlanSection.G, PlanSection.H1, PlanSection.H2, PlanSection.J,
)  # fmt: skip
