"""The papers of an annual review: their kinds, how far they are, and the parts of each."""

from dataclasses import dataclass

from django.db import models

from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity


class PaperKind(models.TextChoices):
    """A paper of a review (SEND Regulations 2014, reg 20(4) and 20(7))."""

    ADVICE = "advice", "School’s report for the meeting"
    REPORT = "report", "Report of the meeting"


class PaperState(models.TextChoices):
    """How far a paper is."""

    DRAFT = "draft", "Being written"
    CHECKED = "checked", "Checked, to be sent"
    SENT = "sent", "Sent"


@dataclass(frozen=True)
class PartKind:
    """A part of a paper: its plain heading, and what it says where the record says nothing."""

    key: str
    title: str
    hint: str
    empty: str
    papers: frozenset[PaperKind]
    #: What a reader needs besides reading what is known of needs; the school's own words too.
    permission: Permission = Permission.VIEW_NEEDS
    sensitivity: Sensitivity = Sensitivity.EVERYONE
    #: It is filled from the notes of the meeting.
    of_meeting: bool = False


_ADVICE = frozenset({PaperKind.ADVICE})
_REPORT = frozenset({PaperKind.REPORT})
_BOTH = _ADVICE | _REPORT
_FAMILY = Permission.VIEW_FAMILY_LOG

#: In the plain order, which shows a council's form only where no order of its own is held.
PARTS: dict[str, PartKind] = {
    part.key: part
    for part in (
        PartKind(
            "child", "The child and the plan", "Who the paper is about.",
            "Nothing is recorded.", _BOTH,
        ),
        PartKind(
            "present", "Who was asked, and who came",
            "Who came, who sent apologies, who sent a report instead.",
            "Nobody has noted who came.", _REPORT, of_meeting=True,
        ),
        PartKind(
            "child_views", "What the child says", "In the child’s own words.",
            "The child’s views are not recorded for this review.", _BOTH,
        ),
        PartKind(
            "family_views", "What the family says", "In their own words.",
            "The family’s views are not recorded for this review.", _BOTH, permission=_FAMILY,
        ),
        PartKind(
            "advice", "What professionals say", "Advice that came, and what was done with it.",
            "No advice came for this review.", _BOTH, permission=_FAMILY,
        ),
        PartKind(
            "needs", "Needs now", "What is hard, and what it means in class.",
            "No need is recorded on the register.", _ADVICE,
        ),
        PartKind(
            "helps", "What helps", "What works, so that it goes on.",
            "Nothing is recorded of what helps.", _ADVICE,
        ),
        PartKind(
            "progress", "Progress towards each outcome",
            "How far the child has come since the last review.",
            "No outcome is recorded, and no cycle was reviewed in this time.", _BOTH,
        ),
        PartKind(
            "outcomes", "What the meeting said of each outcome",
            "Reached or not, and what becomes of it.",
            "Nothing is noted on an outcome.", _REPORT, of_meeting=True,
        ),
        PartKind(
            "learning", "Learning and tests", "How the child stands in each subject.",
            "No result is recorded for this time.", _ADVICE,
        ),
        PartKind(
            "delivered", "Section F: what was promised and given",
            "Each promise of the plan beside what was given.",
            "No promise of Section F states an amount that can be counted.", _BOTH,
        ),
        PartKind(
            "provision", "What is in place now", "What the child is given at present.",
            "No provision is recorded as running.", _ADVICE,
        ),
        PartKind(
            "attendance", "Attendance", "Attendance, suspensions and part-time timetables.",
            "No attendance is recorded.", _BOTH,
        ),
        PartKind(
            "health_care", "Health and social care", "What the plan says, and what has changed.",
            "Nothing is recorded here from the plan.", _ADVICE,
            permission=Permission.VIEW_SENSITIVE, sensitivity=Sensitivity.SENSITIVE,
        ),
        PartKind(
            "next_steps", "Targets for the next year", "The next steps towards each outcome.",
            "No target is open.", _BOTH,
        ),
        PartKind(
            "changes", "Changes that the school proposes",
            "Section by section: what should be different, and why.",
            "No change is proposed from the record.", _ADVICE,
        ),
        PartKind(
            "agreed", "Changes that the meeting recommends", "Section by section.",
            "No change of the plan is noted.", _REPORT, of_meeting=True,
        ),
        PartKind(
            "agreed_care", "Changes of health, social care and money that the meeting recommends",
            "Sections C, D, G, H and J.",
            "No change of these sections is noted.", _REPORT,
            permission=Permission.VIEW_SENSITIVE, sensitivity=Sensitivity.SENSITIVE,
            of_meeting=True,
        ),
        PartKind(
            "differences", "Where people see it differently",
            "Every difference of opinion, with who holds which view.",
            "No difference of opinion is noted.", _REPORT, of_meeting=True,
        ),
        PartKind(
            "actions", "Who does what by when", "What was agreed to be done.",
            "No action is noted.", _REPORT, of_meeting=True,
        ),
        PartKind(
            "moving", "Moving on", "The next class, phase or school.",
            "Nothing is recorded of a move.", _BOTH,
        ),
        PartKind(
            "recommendation", "What is recommended to the council",
            "Keep the plan as it is, change it, or end it.",
            "Nobody has written the recommendation yet.", _REPORT, of_meeting=True,
        ),
    )
}  # fmt: skip


def parts_of(kind: str) -> list[PartKind]:
    """The parts of a kind of paper, in the plain order."""
    return [part for part in PARTS.values() if kind in part.papers]
