"""Outcomes, targets, measurements and cycles have a readable history."""

from typing import Any

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from provision import models as own

_READ = Permission.VIEW_NEEDS
_PLAN = Permission.EDIT_PROVISION
_WORDS = frozenset(
    {"text", "end_note", "again_note", "evidence", "note", "what", "unit", "who", "child_words"}
)
_KEPT = {f"kept_{name}" for name in ("text", "baseline", "goal", "out_of", "unit", "by_on")}


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for tracked in (
        Tracked(own.Outcome, "an outcome", _READ, quiet=_WORDS),
        Tracked(
            own.Target,
            "a target",
            _READ,
            quiet=_WORDS,
            left_out=frozenset({"outcome", "adapted_from"}),
        ),
        Tracked(
            own.Measurement,
            "a measurement",
            _READ,
            pupil_lookup="target__pupil_id",
            quiet=_WORDS,
            left_out=frozenset({"target"}),
        ),
        Tracked(
            own.TeachingChange,
            "a change of teaching",
            _READ,
            pupil_lookup="target__pupil_id",
            quiet=_WORDS,
            left_out=frozenset({"target"}),
        ),
        Tracked(
            own.Cycle,
            "a cycle",
            _READ,
            title=lambda values: f"cycle {values['number']}",
            left_out=frozenset({"version", "questions"}),
        ),
        Tracked(
            own.CycleText,
            "an answer in a cycle",
            _READ,
            pupil_lookup="cycle__pupil_id",
            quiet=_WORDS,
            left_out=frozenset({"cycle", "section"}),
        ),
        Tracked(
            own.CycleTarget,
            "a target in a cycle",
            _READ,
            pupil_lookup="cycle__pupil_id",
            quiet=_WORDS,
            # What was checked is the target's own history again.
            left_out=frozenset({"cycle", "target"} | _KEPT),
        ),
        Tracked(
            own.CycleNote,
            "a note on a cycle",
            _READ,
            pupil_lookup="cycle__pupil_id",
            quiet=_WORDS,
            left_out=frozenset({"cycle"}),
        ),
        Tracked(
            own.Promise,
            "what is owed",
            _READ,
            quiet=_WORDS,
            left_out=frozenset({"origin", "written_by"}),
        ),
        Tracked(
            own.Provision,
            "provision",
            _planner,
            pupil_lookup="",
            title=lambda values: values["name"],
            left_out=frozenset({"shared_item", "own_item", "written_by"}),
        ),
        Tracked(own.Place, "a place in a provision", _PLAN, left_out=frozenset({"provision"})),
        Tracked(
            own.ProvisionBase,
            "a provision base",
            _READ,
            pupil_lookup="",
            title=lambda values: values["name"],
            left_out=frozenset({"written_by"}),
        ),
        Tracked(
            own.BasePlace,
            "a place in a base",
            _READ,
            quiet=frozenset({"reason", "end_note", "transport", "registration_note"}),
            left_out=frozenset({"base", "written_by"}),
        ),
        Tracked(
            own.BaseStep,
            "a step down from a base",
            _READ,
            pupil_lookup="place__pupil_id",
            quiet=_WORDS | {"how"},
            left_out=frozenset({"place", "written_by"}),
        ),
        Tracked(
            own.BaseReview,
            "a review of a place in a base",
            _READ,
            pupil_lookup="place__pupil_id",
            quiet=_WORDS | {"words"},
            left_out=frozenset({"place", "written_by"}),
        ),
        Tracked(
            own.SchoolIntervention,
            "an intervention",
            _PLAN,
            pupil_lookup="",
            title=lambda values: values["name"],
            left_out=frozenset({"stands_for"}),
        ),
        Tracked(
            own.SchoolBankTarget,
            "a target of the bank",
            _PLAN,
            pupil_lookup="",
            title=lambda values: values["text"],
            left_out=frozenset({"stands_for"}),
        ),
        Tracked(
            own.EntryExit,
            "an entry or exit measure",
            _PLAN,
            pupil_lookup="place__pupil_id",
            left_out=frozenset({"place", "own_test", "written_by"}),
        ),
        Tracked(
            own.SchoolTest,
            "a test",
            _PLAN,
            pupil_lookup="",
            title=lambda values: values["name"],
        ),
        Tracked(own.SpareTime, "spare time of an adult", _PLAN, pupil_lookup=""),
        Tracked(
            own.SampledPaper,
            "a sampled paper",
            Permission.CHECK_CYCLES,
            quiet=frozenset({"feedback", "improved", "left_out_why"}),
            left_out=frozenset({"subject_id", "checklist"}),
        ),
        Tracked(
            own.MapLine,
            "a line of the graduated map",
            Permission.VIEW_COSTS,
            pupil_lookup="",
            quiet=frozenset({"words"}),
            left_out=frozenset({"key"}),
        ),
        Tracked(
            own.MapModeration,
            "a moderation of the map",
            Permission.VIEW_COSTS,
            pupil_lookup="",
            left_out=frozenset({"kept", "written_by"}),
        ),
        Tracked(
            own.IndesRecord,
            "an INDES record",
            _READ,
            quiet=frozenset({"outcome_note", "taken_back_why"}),
            left_out=frozenset({"written_by", "taken_back_by"}),
        ),
        Tracked(
            own.IndesArea,
            "a section of INDES",
            _READ,
            pupil_lookup="record__pupil_id",
            title=lambda values: values["section"],
            quiet=frozenset({"evidence", "impact", "level"}),
            left_out=frozenset({"record", "place", "linked"}),
        ),
        Tracked(
            own.FundingLetter, "a letter about element 3", Permission.VIEW_COSTS, pupil_lookup=""
        ),
        Tracked(
            own.FundingLine,
            "a line of a letter about element 3",
            Permission.VIEW_COSTS,
            pupil_lookup="",
            title=lambda values: values["label"],
            left_out=frozenset({"letter", "place"}),
        ),
        Tracked(own.Evaluation, "a self-evaluation", _READ, pupil_lookup=""),
        Tracked(
            own.EvaluationStatement,
            "a statement of the self-evaluation",
            _READ,
            pupil_lookup="",
            title=lambda values: values["text"],
            left_out=frozenset({"evaluation", "place"}),
        ),
        Tracked(
            own.EvaluationAction,
            "an action of the self-evaluation",
            _READ,
            pupil_lookup="",
            title=lambda values: values["what"],
            left_out=frozenset({"statement"}),
        ),
        Tracked(own.CycleLength, "how long cycles last", _PLAN, pupil_lookup=""),
        Tracked(own.RateCard, "a rate card", Permission.VIEW_COSTS, pupil_lookup=""),
        Tracked(
            own.RoleRate,
            "the rate of a role",
            Permission.VIEW_COSTS,
            pupil_lookup="",
            title=lambda values: values["role"],
            left_out=frozenset({"card"}),
        ),
    ):
        register_tracked(tracked)


def _planner(values: dict[str, Any]) -> Permission:
    """A confidential provision's history is for those who read every such one."""
    return Permission.VIEW_CHILD_PROTECTION if values["is_confidential"] else _PLAN
