"""Outcomes, targets, measurements and cycles have a readable history."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from provision import models as own

_READ = Permission.VIEW_NEEDS
_WORDS = frozenset({"text", "end_note", "evidence", "note", "what", "unit", "who"})


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
            left_out=frozenset({"version"}),
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
            left_out=frozenset({"cycle", "target"}),
        ),
        Tracked(
            own.CycleNote,
            "a note on a cycle",
            _READ,
            pupil_lookup="cycle__pupil_id",
            quiet=_WORDS,
            left_out=frozenset({"cycle"}),
        ),
    ):
        register_tracked(tracked)
