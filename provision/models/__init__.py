"""Models about what is done for a child, and what comes of it."""

from provision.models.cycles import Cycle, CycleNote, CycleTarget, CycleText
from provision.models.outcomes import Measurement, Outcome, Target, TeachingChange

__all__ = [
    "Cycle",
    "CycleNote",
    "CycleTarget",
    "CycleText",
    "Measurement",
    "Outcome",
    "Target",
    "TeachingChange",
]
