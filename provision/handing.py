"""Which texts of this floor can be handed over to the safeguarding lead."""

from aylsham.access.permissions import Permission as P
from provision import models as own
from pupils.handed_texts import (
    HandedText,
    Repeat,
    leave_unhanded,
    register_repeat,
    register_text,
)

_TARGET = {"pupil": "target__pupil", "sensitivity": "target__sensitivity"}
_CYCLE = {"pupil": "cycle__pupil", "sensitivity": ""}

TEXTS = (
    HandedText(
        "outcome", own.Outcome, "an outcome", ("text", "end_note", "again_note"), "written_by",
        P.VIEW_NEEDS,
    ),
    HandedText(
        "target", own.Target, "a target", ("text", "child_words", "end_note", "again_note"),
        "written_by", P.VIEW_NEEDS,
    ),
    HandedText(
        "measurement", own.Measurement, "a note on a measurement", ("note",), "written_by",
        P.VIEW_NEEDS, **_TARGET,
    ),
    HandedText(
        "teaching-change", own.TeachingChange, "a change of teaching", ("what",), "written_by",
        P.VIEW_NEEDS, **_TARGET,
    ),
    HandedText(
        "cycle-text", own.CycleText, "what is written in a cycle", ("text",), "written_by",
        P.VIEW_NEEDS, pupil="cycle__pupil",
    ),
    HandedText(
        "cycle-target", own.CycleTarget, "the review of a target", ("evidence",), "reviewed_by",
        P.VIEW_NEEDS, pupil="cycle__pupil", sensitivity="target__sensitivity",
    ),
    HandedText(
        "cycle-note", own.CycleNote, "a note on a cycle", ("text",), "written_by",
        P.WRITE_CYCLES, **_CYCLE,
    ),
    HandedText(
        "promise", own.Promise, "what a child is owed", ("text",), "written_by", P.VIEW_NEEDS,
    ),
    HandedText(
        "indes-record", own.IndesRecord, "what a panel said", ("outcome_note",), "written_by",
        P.VIEW_NEEDS, sensitivity="",
    ),
    HandedText(
        "indes-area", own.IndesArea, "a section of INDES", ("evidence", "impact"), "",
        P.VIEW_NEEDS, pupil="record__pupil", sensitivity="",
    ),
    HandedText(
        "base-place", own.BasePlace, "a place in a base",
        ("reason", "end_note", "transport", "registration_note", "over_reason", "went_to"),
        "written_by", P.VIEW_NEEDS, sensitivity="",
    ),
    HandedText(
        "base-step", own.BaseStep, "a step down from a base", ("what", "how"), "written_by",
        P.VIEW_NEEDS, pupil="place__pupil", sensitivity="",
    ),
    HandedText(
        "base-review", own.BaseReview, "the review of a place in a base", ("words",),
        "written_by", P.VIEW_NEEDS, pupil="place__pupil", sensitivity="",
    ),
    HandedText(
        "session-word", own.SessionMark, "a word about a session", ("word",), "written_by",
        P.VIEW_NEEDS, sensitivity="",
    ),
    HandedText(
        "sample-feedback", own.SampledPaper, "feedback on a sampled paper", ("feedback",),
        "looked_by", P.CHECK_CYCLES, sensitivity="",
    ),
    HandedText(
        "sample-left-out", own.SampledPaper, "why a paper was left out of a sample",
        ("left_out_why",), "closed_by", P.CHECK_CYCLES, sensitivity="",
    ),
    HandedText(
        "sample-improved", own.SampledPaper, "what was improved", ("improved",), "improved_by",
        P.CHECK_CYCLES, sensitivity="",
    ),
)  # fmt: skip


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for text in TEXTS:
        register_text(text)
    register_repeat(Repeat(own.CycleTarget, "kept_text", "cycle__pupil"))
    leave_unhanded(own.CycleTarget, "kept_text", "A copy of the target's words, sealed with them.")
    leave_unhanded(own.SpentPart, "missed", "Pence by reason, no words.")
    leave_unhanded(own.Target, "who", "Names of adults, no account of the child.")
    leave_unhanded(own.Cycle, "questions", "What is asked of every child, no account of one.")
    leave_unhanded(own.SampledPaper, "marks", "What was ticked of a checklist, no words.")
    leave_unhanded(
        own.IndesRecord, "taken_back_why", "Why a paper was put aside, no account of the child."
    )
    leave_unhanded(own.IndesRecord, "contributors", "Names of adults, no account of the child.")
    leave_unhanded(own.BasePlace, "home_name", "The name of a school, no account of the child.")
    leave_unhanded(own.BaseReview, "who", "Names of adults, no account of the child.")
    leave_unhanded(own.IndesArea, "section", "The name of a section of the council's form.")
    leave_unhanded(own.Promise, "origin", "The name of a line of a plan, no words.")
    leave_unhanded(own.ReleasedDelivery, "why", "Figures in a sentence that the rules write.")
