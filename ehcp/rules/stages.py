"""How far a needs assessment is, and what can be recorded next: states and steps as data (pure)."""

from dataclasses import dataclass
from datetime import date

from aylsham.labelled import Labelled


class Stage(Labelled):
    """How far an assessment is; the label completes "It is …"."""

    ASKED = "asked", "Sent: no proof yet that the council has it"
    CONSIDERING = "considering", "The council decides whether to assess"
    REFUSED = "refused", "The council will not assess"
    ASSESSING = "assessing", "The council assesses"
    DRAFTED = "drafted", "Draft plan with the parents"
    NO_PLAN = "no_plan", "The council will not make a plan"
    FINAL = "final", "The plan is made"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether the council has still something to do by the request."""
        return self in _OPEN


_OPEN = frozenset({Stage.ASKED, Stage.CONSIDERING, Stage.ASSESSING, Stage.DRAFTED})

#: What can be recorded at each stage, besides putting right what was recorded.
STEPS: dict[Stage, tuple[str, ...]] = {
    Stage.ASKED: ("received", "withdraw"),
    Stage.CONSIDERING: ("decision", "withdraw"),
    Stage.REFUSED: ("appeal",),
    Stage.ASSESSING: ("draft", "no_plan", "withdraw"),
    Stage.DRAFTED: ("final", "draft", "no_plan", "withdraw"),
    Stage.NO_PLAN: ("appeal",),
    Stage.FINAL: ("appeal",),
    Stage.WITHDRAWN: (),
}


@dataclass(frozen=True)
class AssessmentDates:
    """The days of an assessment that are known."""

    requested_on: date
    received_on: date | None = None
    decided_on: date | None = None
    is_refused: bool = False
    draft_served_on: date | None = None
    no_plan_on: date | None = None
    final_plan_on: date | None = None
    withdrawn_on: date | None = None
    #: A Tribunal ordered the assessment, or the plan, that the council had refused.
    assess_ordered_on: date | None = None
    plan_ordered_on: date | None = None


def stage_of(dates: AssessmentDates) -> Stage:
    """How far it is: the last thing that happened says it."""
    if dates.withdrawn_on:
        return Stage.WITHDRAWN
    if dates.final_plan_on:
        return Stage.FINAL
    if dates.no_plan_on and not dates.plan_ordered_on:
        return Stage.NO_PLAN
    if dates.is_refused and not (dates.assess_ordered_on or dates.plan_ordered_on):
        return Stage.REFUSED
    if dates.draft_served_on:
        return Stage.DRAFTED
    if dates.decided_on:
        return Stage.ASSESSING
    return Stage.CONSIDERING if dates.received_on else Stage.ASKED


def may(stage: Stage, step: str) -> bool:
    """Whether a step can be recorded now."""
    return step == "correct" or step in STEPS[stage]


def weeks_late(due_on: date, done_on: date | None, today: date) -> int:
    """Whole or begun weeks after the last day; none in time."""
    late = ((done_on or today) - due_on).days
    return max(0, -(-late // 7))
