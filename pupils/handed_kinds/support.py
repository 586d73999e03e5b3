"""Texts of needs, support, safety, absence and moves that can be handed over."""

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from pupils import models as own
from pupils.handed_texts import (
    HandedText,
)
from pupils.selectors.safety import plans_for

NEEDED = "Adults act on it. Write a new version, or end it, when the lead has read it."


def _reads_plan(access: Access) -> Q:
    plans = plans_for(access, own.SafetyPlan.objects.filter(school=access.school))
    return Q(plan__in=plans.values("pk"))


_CONCERN = {"pupil": "concern__pupil", "sensitivity": "concern__sensitivity"}
_MOVE = {"pupil": "plan__pupil", "sensitivity": ""}
_PLAIN = {"sensitivity": ""}

SUPPORT = (
    HandedText(
        "concern",
        own.Concern,
        "a concern",
        ("seen_words", "parents_said", "parent_view", "child_view"),
        "raised_by",
        P.VIEW_NEEDS,
    ),
    HandedText(
        "concern-answer",
        own.ConcernAnswer,
        "an answer about a concern",
        ("words", "helps"),
        "user",
        P.VIEW_NEEDS,
        **_CONCERN,
    ),
    HandedText(
        "tried",
        own.ConcernTried,
        "what was tried",
        ("what",),
        "concern__raised_by",
        P.VIEW_NEEDS,
        **_CONCERN,
    ),
    HandedText(
        "decision",
        own.ConcernStep,
        "what was decided about a concern",
        ("reason",),
        "by",
        P.VIEW_NEEDS,
        **_CONCERN,
    ),
    HandedText("need", own.Need, "a need", ("in_words", "impact"), "", P.VIEW_NEEDS, **_PLAIN),
    HandedText(
        "diagnosis",
        own.Diagnosis,
        "the evidence of a diagnosis",
        ("evidence",),
        "",
        P.VIEW_SENSITIVE,
        **_PLAIN,
    ),
    HandedText(
        "register",
        own.StatusPeriod,
        "a note on the SEND register",
        ("note", "evidence", "end_note"),
        "started_by",
        P.VIEW_REGISTER,
        **_PLAIN,
    ),
    HandedText(
        "layer",
        own.LayerPeriod,
        "why a layer was set",
        ("reason", "evidence"),
        "set_by",
        P.VIEW_REGISTER,
        **_PLAIN,
    ),
    HandedText(
        "comment",
        own.PassportComment,
        "a comment on a passport",
        ("text",),
        "written_by",
        P.VIEW_NEEDS,
        pupil="passport__pupil",
        sensitivity="",
    ),
    HandedText(
        "passport",
        own.PassportText,
        "a part of the passport",
        ("text",),
        "changed_by",
        P.VIEW_NEEDS,
        pupil="passport__pupil",
    ),
    HandedText("strategy", own.Strategy, "what helps", ("text",), "changed_by", P.VIEW_NEEDS),
    HandedText(
        "extra-field", own.FieldValue, "an extra field", ("text",), "filled_by", P.VIEW_NEEDS
    ),
    HandedText(
        "evidence",
        own.ArrangementEvidence,
        "evidence of an access arrangement",
        ("text",),
        "",
        P.VIEW_NEEDS,
        pupil="arrangement__pupil",
    ),
    HandedText(
        "arrangement",
        own.AccessArrangement,
        "an access arrangement",
        ("in_room", "reason"),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "adjustment",
        own.Adjustment,
        "a reasonable adjustment",
        ("what", "why"),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "equipment",
        own.Equipment,
        "who can use equipment",
        ("trained",),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "alert",
        own.MedicalAlert,
        "a medical alert",
        ("what", "action"),
        "",
        P.VIEW_PUPILS,
        sensitivity="",
        stays=NEEDED,
    ),
    HandedText(
        "safety-plan",
        own.SafetyPlanVersion,
        "a safety plan",
        ("sections",),
        "agreed_by",
        P.VIEW_NEEDS,
        pupil="plan__pupil",
        sensitivity="",
        readers=_reads_plan,
        stays=NEEDED,
    ),
)

ABSENCE = (
    HandedText(
        "suspension",
        own.Suspension,
        "a note on a suspension",
        ("note",),
        "",
        P.VIEW_SENSITIVE,
        **_PLAIN,
    ),
    HandedText(
        "part-time",
        own.PartTimeTimetable,
        "why a timetable is part-time",
        ("reason",),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "elsewhere",
        own.AlternativeProvision,
        "why a child learns elsewhere",
        ("purpose",),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
)

MOVES = (
    HandedText(
        "move",
        own.MovePlan,
        "a plan for a move",
        ("key_adults", "worries", "helps", "wishes", "told", "not_known", "lesson", "ended_why"),
        "lead",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "move-visit", own.MoveVisit, "how a visit went", ("went",), "", P.VIEW_NEEDS, **_MOVE
    ),
    HandedText(
        "next-setting",
        own.NextSetting,
        "what the family thinks of a setting",
        ("view", "told"),
        "",
        P.VIEW_NEEDS,
        **_MOVE,
    ),
    HandedText(
        "move-question",
        own.MoveQuestion,
        "a question of the next teacher",
        ("question", "answer"),
        "answered_by",
        P.VIEW_NEEDS,
        **_MOVE,
    ),
    HandedText(
        "earlier-words",
        own.RecordAuthor,
        "words of an earlier school",
        ("said",),
        "",
        P.VIEW_NEEDS,
    ),
)
