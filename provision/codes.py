"""Code sets of outcomes, targets and cycles."""

from django.db import models


class MeasureKind(models.TextChoices):
    """How a target is measured."""

    NUMBER = "number", "A number, such as words read or minutes"
    TRIALS = "trials", "So many out of so many tries"
    SCALE = "scale", "A scale from 0 to 10"
    TIMES = "times", "How many times it happens"
    DONE = "done", "Not yet, or done"


#: What a scale ends with.
SCALE_TOP = 10


class TargetEnd(models.TextChoices):
    """Why a target is no longer worked on."""

    MET = "met", "Met"
    ADAPTED = "adapted", "Replaced by an adapted target"
    DROPPED = "dropped", "Dropped"


class OutcomeEnd(models.TextChoices):
    """Why an outcome is no longer worked towards."""

    MET = "met", "Reached"
    DROPPED = "dropped", "No longer the right one"


class Score(models.IntegerChoices):
    """How a target came out, as goal attainment scaling counts (Kiresuk and Sherman, 1968)."""

    MUCH_LESS = -2, "Much less than hoped"
    LESS = -1, "Less than hoped"
    AS_HOPED = 0, "As hoped: met"
    MORE = 1, "More than hoped"
    MUCH_MORE = 2, "Much more than hoped"


class NextStep(models.TextChoices):
    """What becomes of a target after a review."""

    KEEP = "keep", "Carry it over"
    ADAPT = "adapt", "Adapt it"
    MET = "met", "Close it as met"
    DROP = "drop", "Drop it"


class CycleState(models.TextChoices):
    """Where an assess-plan-do-review cycle stands."""

    WRITING = "writing", "Being written"
    CHECKING = "checking", "With the checker"
    RUNNING = "running", "Running"
    CLOSED = "closed", "Closed"


#: From which state a cycle may come into another.
CYCLE_STEPS: dict[str, frozenset[str]] = {
    CycleState.CHECKING: frozenset({CycleState.WRITING}),
    CycleState.WRITING: frozenset({CycleState.CHECKING, CycleState.RUNNING}),
    CycleState.RUNNING: frozenset({CycleState.WRITING, CycleState.CHECKING}),
    CycleState.CLOSED: frozenset({CycleState.RUNNING}),
}


#: Their plan was checked: its words, numbers and days stay.
LOCKED = (CycleState.RUNNING, CycleState.CLOSED)


class NoteKind(models.TextChoices):
    """Why a note stands on a cycle."""

    SENT_BACK = "sent_back", "Sent back"
    UNLOCKED = "unlocked", "Unlocked"
    REOPENED = "reopened", "Reopened"


class CycleSpan(models.TextChoices):
    """For how long a school's cycles usually run."""

    HALF_TERM = "half_term", "A half-term"
    TERM = "term", "A term"
    WEEKS = "weeks", "So many weeks"


class GivenHow(models.TextChoices):
    """How the family was given the plan."""

    MEETING = "meeting", "At a meeting"
    PAPER = "paper", "On paper"
    LETTER = "letter", "By letter or e-mail"
    PAGE = "page", "On their own page"
