"""What the floor says of needs assessments and consultations when it is loaded."""

from collections.abc import Collection
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from aylsham.models import School
from aylsham.navigation import MenuGroup, NavEntry, register
from ehcp import appeal_deadlines, assessment_deadlines
from ehcp import models as own
from ehcp.assessment_codes import AdviceFrom
from ehcp.selectors.appeal_family import appeal_stages
from ehcp.selectors.assessments.family import assessment_stages
from ehcp.selectors.assessments.files import files_of
from pupils.handed_texts import HandedText, leave_unhanded, register_text
from pupils.letter_facts import register_letter_facts
from pupils.packs import PackTable, leave_out, register_table
from pupils.packs.titles import register_title
from pupils.parent_parts import register_stages
from pupils.tabs import ChildTab, register_tab

_READ = Permission.VIEW_PLANS
_PUPIL = "assessment__pupil"
_COUNCILS = "The council’s own words, which the school must keep."
_WORDS = frozenset({"reasons", "decision_reasons", "no_plan_reasons", "withdrawn_why", "words"})


def register_own() -> None:
    """Called once, when the floor is loaded."""
    assessment_deadlines.register_assessments()
    appeal_deadlines.register_own()
    register_letter_facts(assessment_facts)
    register_stages("assessments", assessment_stages)
    register_stages("appeals", appeal_stages)
    _register_history()
    _register_texts()
    _register_places()
    register_tab(
        ChildTab("assessment", "Needs assessment", "child_assessment", _READ, 26, group="plan")
    )


def register_packs() -> None:
    """Called once, after the plan itself: what a table points at comes before it."""
    register_table(PackTable(own.NeedsAssessment, "Needs assessments"))
    for model, title in (
        (own.AdviceAsked, "Advice for a needs assessment"),
        (own.ClaimedException, "Exceptions that a council claims"),
        (own.StatedDay, "Days that a council names"),
        (own.CouncilTalk, "Talks with the council"),
        (own.AssessmentPaper, "Papers of a needs assessment"),
    ):
        register_table(PackTable(model, title, _PUPIL))
    register_table(PackTable(own.PlanAppeal, "Mediation and appeals"))
    register_table(PackTable(own.FormAnswer, "Answers for councils’ forms"))
    why = "It is the answer of this school alone, about its own classes and rooms."
    leave_out(own.Consultation, why)
    leave_out(own.ConsultationReply, why)
    leave_out(own.ConsultationEnd, "Each school decides about its own papers.")
    register_title(own.ConsultationEnd, "Decisions about keeping a consultation")
    register_title(own.Consultation, "Consultations about naming the school")
    register_title(own.ConsultationReply, "Answers to consultations as they were sent")


def assessment_facts(school: School, pupil_ids: Collection[UUID]) -> dict[UUID, dict]:
    """What letters may name: the council, when it had the request, when it asked us for advice."""
    found: dict[UUID, dict] = {}
    for file in reversed(files_of([school], pupil_ids)):  # the newest has the last word
        known = {"council": file.row.local_authority}
        days = {"assessment_received": file.row.received_on, "advice_asked": _asked(file)}
        found[file.row.pupil_id] = known | {name: day for name, day in days.items() if day}
    rows = own.Consultation.objects.filter(school=school, pupil_id__in=pupil_ids, closed_on=None)
    for pupil_id, on in rows.order_by("received_on").values_list("pupil_id", "received_on"):
        found.setdefault(pupil_id, {})["consultation_received"] = on
    return found


def _asked(file):
    return next((a.received_on for a in file.advice if a.body == AdviceFrom.SCHOOL), None)


def _register_history() -> None:
    part = {"pupil_lookup": "assessment__pupil_id", "quiet": _WORDS}
    hidden = frozenset({"assessment", "written_by"})
    register_tracked(
        Tracked(
            own.NeedsAssessment,
            "the needs assessment",
            _READ,
            quiet=_WORDS,
            left_out=frozenset({"plan", "written_by"}),
        )
    )
    for model, noun in (
        (own.AdviceAsked, "advice for the needs assessment"),
        (own.ClaimedException, "an exception that the council claims"),
    ):
        register_tracked(Tracked(model, noun, _READ, left_out=hidden, **part))
    register_tracked(
        Tracked(
            own.PlanAppeal,
            "mediation and appeal",
            _READ,
            left_out=frozenset({"assessment", "plan", "review"}),
        )
    )
    register_tracked(
        Tracked(
            own.FormAnswer,
            "an answer for councils’ forms",
            Permission.MAKE_BUNDLES,
            quiet=frozenset({"text"}),
            left_out=frozenset(
                {"pupil", "assessment", "question", "record_digest", "written_by", "written_at"}
            ),
        )
    )
    register_tracked(
        Tracked(
            own.Consultation,
            "a consultation",
            Permission.ANSWER_CONSULTATIONS,
            quiet=frozenset(
                {"needs", "unsuitable", "others", "resources", "steps", "comments", "premises"}
            ),
            left_out=frozenset({"facts", "child"}),
        )
    )


def _register_texts() -> None:
    register_text(
        HandedText(
            "needs-assessment",
            own.NeedsAssessment,
            "why an assessment was asked for",
            ("reasons",),
            "written_by",
            _READ,
            sensitivity="",
        )
    )
    register_text(
        HandedText(
            "form-answer",
            own.FormAnswer,
            "an answer for councils’ forms",
            ("text",),
            "written_by",
            Permission.MAKE_BUNDLES,
            sensitivity="",
        )
    )
    leave_unhanded(own.FormAnswer, "record_digest", "No words.")
    names = "Names, no account of the child."
    leave_unhanded(own.NeedsAssessment, "local_authority coordinator", names)
    leave_unhanded(own.NeedsAssessment, "decision_reasons no_plan_reasons", _COUNCILS)
    leave_unhanded(own.NeedsAssessment, "withdrawn_why", "Why a request to a council ended.")
    leave_unhanded(own.AdviceAsked, "who", names)
    leave_unhanded(own.ClaimedException, "words", _COUNCILS)
    leave_unhanded(own.StatedDay, "reason", _COUNCILS)
    leave_unhanded(own.StatedDay, "said_by", names)
    leave_unhanded(own.CouncilTalk, "who", names)
    leave_unhanded(own.CouncilTalk, "words", "What the council says of its own lateness.")
    _leave_consultations(names)


def _leave_consultations(names: str) -> None:
    why = "The school’s answer to a council under section 39, which it must keep."
    leave_unhanded(own.Consultation, "council coordinator", names)
    leave_unhanded(own.Consultation, "needs", _COUNCILS)
    leave_unhanded(
        own.Consultation, "unsuitable others resources steps comments premises closed_why", why
    )
    leave_unhanded(own.Consultation, "facts", "Figures of the school, no words.")
    leave_unhanded(own.ConsultationReply, "content signed_by digest", why)
    leave_unhanded(own.ConsultationEnd, "reason", "Says why it is kept, not how the child is.")


def _register_places() -> None:
    register(
        NavEntry(
            "assessments",
            "Needs assessments",
            "needs_assessments",
            _READ,
            order=31,
            level="school",
            place="menu",
            group=MenuGroup.SUPPORT,
        )
    )
    register(
        NavEntry(
            "consultations",
            "Consultations",
            "consultations",
            Permission.ANSWER_CONSULTATIONS,
            order=32,
            level="school",
            place="menu",
            group=MenuGroup.SUPPORT,
        )
    )
