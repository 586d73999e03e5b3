"""A child's moves: the open plan with everything in it, and earlier ones."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pupils.family_codes import ActionSource, AskState
from pupils.models import (
    AgreedAction,
    ContributionRequest,
    MovePlan,
    MoveQuestion,
    MoveVisit,
    NextSetting,
    Pupil,
)


@dataclass(frozen=True)
class PlanPage:
    """A plan with its checklist, visits, settings and questions."""

    plan: MovePlan
    open_steps: tuple[AgreedAction, ...]
    over_steps: tuple[AgreedAction, ...]
    visits: tuple[MoveVisit, ...]
    settings: tuple[NextSetting, ...]
    questions: tuple[MoveQuestion, ...]
    today: dt.date
    #: The request to the receiving teacher that still waits.
    ask: ContributionRequest | None = None

    @property
    def has_moved(self) -> bool:
        """Whether the day of the move has come."""
        return self.plan.moves_on <= self.today

    @property
    def done_words(self) -> str:
        """How far the checklist is."""
        done = sum(step.done_on is not None for step in self.over_steps)
        return f"{done} of {len(self.open_steps) + done} done"


@dataclass(frozen=True)
class ChildMoves:
    """The open plan of a child, and what was before."""

    current: PlanPage | None
    earlier: tuple[MovePlan, ...]


def moves_of(pupil: Pupil, *, today: dt.date) -> ChildMoves:
    """Every plan of a child; at most six statements."""
    plans = list(
        MovePlan.objects.filter(school_id=pupil.school_id, pupil=pupil).select_related(
            "lead", "receiver", "not_known_by"
        )
    )
    current = next((plan for plan in plans if plan.ended_on is None), None)
    earlier = tuple(plan for plan in plans if plan.ended_on)
    return ChildMoves(_page(current, today) if current else None, earlier)


def _page(plan: MovePlan, today: dt.date) -> PlanPage:
    steps = list(checklist([plan.pk], plan.school_id).select_related("owner"))
    own = {"school_id": plan.school_id, "plan": plan}
    return PlanPage(
        plan=plan,
        open_steps=tuple(step for step in steps if step.is_open),
        over_steps=tuple(step for step in steps if not step.is_open),
        visits=tuple(MoveVisit.objects.filter(**own)),
        settings=tuple(NextSetting.objects.filter(**own)),
        questions=tuple(MoveQuestion.objects.filter(**own).select_related("answered_by")),
        today=today,
        ask=_asked(plan, today),
    )


def _asked(plan: MovePlan, today: dt.date) -> ContributionRequest | None:
    if plan.moves_on > today or plan.not_known_on:
        return None
    asks = ContributionRequest.objects.filter(school_id=plan.school_id, move_plan=plan)
    return asks.filter(state=AskState.OPEN).first()


def checklist(plan_ids: Iterable[UUID], school_id: UUID):
    """The steps of these plans, the next due first."""
    return AgreedAction.objects.filter(
        school_id=school_id, source=ActionSource.MOVE, source_id__in=list(plan_ids)
    )


def plan_of(pupil: Pupil, pk: UUID) -> MovePlan | None:
    """One plan of this child, open or closed."""
    plans = MovePlan.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return plans.select_related("pupil", "school", "lead", "receiver").first()


def part_of(model, pupil: Pupil, pk: UUID):
    """A visit, setting or question of one of this child's plans."""
    rows = model.objects.filter(school_id=pupil.school_id, plan__pupil=pupil, pk=pk)
    return rows.select_related("plan__pupil").first()
