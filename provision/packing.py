"""What of outcomes, targets and cycles goes into the pack for another school."""

from provision import models as own
from pupils.packs import PackTable, leave_out, register_table
from pupils.packs.registry import by_sensitivity
from pupils.packs.titles import register_title
from pupils.transfer_codes import Held


def _of_target(row) -> Held:
    return by_sensitivity(row.target)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for table in (
        PackTable(own.Outcome, "Outcomes", held=by_sensitivity),
        PackTable(own.Target, "Targets", held=by_sensitivity, without=frozenset({"adapted_from"})),
        PackTable(own.Measurement, "Measurements", "target__pupil", held=_of_target),
        PackTable(own.TeachingChange, "Changes of teaching", "target__pupil", held=_of_target),
        PackTable(own.Cycle, "Assess-plan-do-review cycles"),
        PackTable(own.CycleText, "What is written in cycles", "cycle__pupil", held=by_sensitivity),
        PackTable(own.CycleTarget, "Reviews of targets", "cycle__pupil", held=_of_target),
        PackTable(own.CycleNote, "Notes on cycles", "cycle__pupil"),
        PackTable(own.IndesRecord, "INDES records"),
        PackTable(
            own.IndesArea, "Sections of INDES", "record__pupil", without=frozenset({"linked"})
        ),
        # The next school reads what the child had here; its own bases are its own.
        PackTable(
            own.ProvisionBase,
            "Provision bases",
            "base_places__pupil",
            without=frozenset({"lead", "places", "closed_on", "written_by"}),
            same_by="name",
            is_told_only=True,
        ),
        PackTable(
            own.BasePlace,
            "Places in provision bases",
            without=frozenset({"over_reason"}),
            is_told_only=True,
        ),
        PackTable(own.BaseStep, "Steps down", "place__pupil", is_told_only=True),
        PackTable(own.BaseReview, "Reviews of places", "place__pupil", is_told_only=True),
        PackTable(own.Promise, "What is owed", held=by_sensitivity, without=frozenset({"origin"})),
    ):
        register_table(table)
    leave_out(own.Place, "It is a part of this school's group, with its costs.")
    leave_out(own.ServedPromise, "It names this school's group.")
    leave_out(own.ServedTarget, "It names this school's group.")
    leave_out(own.SessionMark, "It is a line of this school's log of its own sessions.")
    leave_out(own.SpentPart, "It is worked out from this school's log, and can be again.")
    register_title(own.SpentPart, "What the child's part of a group cost so far")
    leave_out(own.EntryExit, "It measures a part of this school's group.")
    register_title(own.EntryExit, "Scores on entry and exit of provision")
    leave_out(own.MakeUp, "It is a session that this school planned.")
    leave_out(own.ReleasedDelivery, "It says what this school gave, in this school's term.")
    register_title(own.MakeUp, "Sessions planned to make up for missed ones")
    register_title(own.ReleasedDelivery, "What parents were told of what was given")
    leave_out(own.SampledPaper, "It is this school’s check of its own papers.")
    register_title(own.SampledPaper, "Papers that a phase leader looked at")
    register_title(own.Place, "Groups and provision that the child was in")
    register_title(own.ServedPromise, "What a group kept of what was owed")
    register_title(own.ServedTarget, "Targets that a group worked towards")
    register_title(own.SessionMark, "What the child had of each session")
