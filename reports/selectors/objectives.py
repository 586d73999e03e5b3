"""Objectives with their steps, what counts towards them from other plans, and how they stand."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.models import School
from reports.access_codes import SHOWN, ActionState
from reports.codes import Duty
from reports.models import (
    AccessAction,
    DutyRecord,
    Objective,
    ObjectiveLink,
    ObjectiveReview,
    PlanStep,
    StrategyActivity,
)
from reports.objective_codes import NOT_JUDGED, RAG_SHOWN, PlanKind, Rag
from reports.selectors.child_names import names_of_children_in


@dataclass(frozen=True)
class StepLine:
    """A step as a page shows it."""

    step: PlanStep
    shown: str  # a key of STATES
    is_late: bool


@dataclass(frozen=True)
class Counted:
    """An action of another plan that counts, or may count, towards an objective."""

    key: str
    what: str
    plan: str
    url: str
    state: str = ""
    due_on: dt.date | None = None


@dataclass(frozen=True)
class ObjectiveLine:
    """An objective as a list shows it."""

    objective: Objective
    steps: tuple[PlanStep, ...]
    today: dt.date

    @property
    def shown(self) -> str:
        """A key of STATES: how it was judged, or how it ended."""
        state = ActionState(self.objective.state)
        if not self.objective.is_to_do:
            return SHOWN[state]
        return RAG_SHOWN[Rag(self.objective.rag)] if self.objective.rag else "closed"

    @property
    def words(self) -> str:
        """The same in words."""
        if self.objective.state == ActionState.DONE:
            return "Reached"
        if self.objective.state == ActionState.GIVEN_UP:
            return "Given up"
        return Rag(self.objective.rag).label if self.objective.rag else NOT_JUDGED

    @property
    def is_to_look_at(self) -> bool:
        """The day of the next look is past."""
        return self.objective.is_to_do and self.objective.review_on < self.today

    @property
    def counted(self) -> list[PlanStep]:
        """Its steps but those given up."""
        return [step for step in self.steps if step.state != ActionState.GIVEN_UP]

    @property
    def done(self) -> int:
        """How many of them are done."""
        return sum(step.state == ActionState.DONE for step in self.steps)

    @property
    def late(self) -> int:
        """How many steps are late."""
        return sum(step.is_to_do and step.due_on < self.today for step in self.steps)


@dataclass(frozen=True)
class PlanPart:
    """The objectives of one plan."""

    plan: PlanKind
    lines: tuple[ObjectiveLine, ...]


@dataclass(frozen=True)
class ObjectivesPage:
    """Every objective of a school."""

    parts: tuple[PlanPart, ...]
    #: When the equality objectives were last published; None: not recorded.
    published: DutyRecord | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class ObjectivePage:
    """One objective with everything about it."""

    line: ObjectiveLine
    steps: tuple[StepLine, ...]
    counted: tuple[Counted, ...]
    reviews: tuple[ObjectiveReview, ...]
    names: tuple[str, ...]


def objectives_page(access: Access, school: School) -> ObjectivesPage:
    """The objectives by plan, what is to be done first; four statements."""
    lines = lines_of(school, access.today)
    records = DutyRecord.objects.filter(school=school, duty=Duty.EQUALITY_OBJECTIVES)
    return ObjectivesPage(
        parts=tuple(
            PlanPart(plan, tuple(each for each in lines if each.objective.plan == plan))
            for plan in PlanKind
        ),
        published=records.latest_first().first(),
        names=names_of_children_in(school.pk, words_of(each.objective for each in lines)),
    )


def lines_of(school: School, today: dt.date) -> list[ObjectiveLine]:
    """Every objective, open ones first; two statements."""
    steps = defaultdict(list)
    for step in PlanStep.objects.filter(school=school, objective__isnull=False):
        steps[step.objective_id].append(step)
    rows = sorted(Objective.objects.filter(school=school), key=lambda row: not row.is_to_do)
    return [ObjectiveLine(row, tuple(steps[row.pk]), today) for row in rows]


def objective_page(access: Access, objective: Objective) -> ObjectivePage:
    """One objective; five statements."""
    steps = tuple(steps_of(objective))
    line = ObjectiveLine(objective, steps, access.today)
    words = [*words_of([objective]), *(text for step in steps for text in said_in(step))]
    return ObjectivePage(
        line=line,
        steps=tuple(step_line(step, access.today) for step in steps),
        counted=tuple(counted_for(objective)),
        reviews=tuple(
            ObjectiveReview.objects.filter(
                school=objective.school_id, objective=objective
            ).select_related("recorded_by")
        ),
        names=names_of_children_in(objective.school_id, words),
    )


def steps_of(objective: Objective) -> list[PlanStep]:
    """Its steps with their owners, by day."""
    rows = PlanStep.objects.filter(school=objective.school_id, objective=objective)
    return list(rows.select_related("owner"))


def step_line(step: PlanStep, today: dt.date) -> StepLine:
    """A step as pages show it."""
    is_late = step.is_to_do and step.due_on < today
    return StepLine(step, "overdue" if is_late else SHOWN[ActionState(step.state)], is_late)


def objective_of(school: School, pk: UUID) -> Objective | None:
    """One objective of the school."""
    rows = Objective.objects.filter(school=school, pk=pk)
    return rows.select_related("school", "shared").first()


def step_of(school: School, pk: UUID) -> PlanStep | None:
    """One step of the school."""
    rows = PlanStep.objects.filter(school=school, pk=pk)
    return rows.select_related("school", "objective", "brief").first()


def counted_for(objective: Objective) -> list[Counted]:
    """What counts towards it from the accessibility plan and the inclusion strategy."""
    rows = ObjectiveLink.objects.filter(school=objective.school_id, objective=objective)
    return [
        _of_access(row.access_action) if row.access_action_id else _of_strategy(row.activity)
        for row in rows.select_related("access_action__school", "activity__school")
    ]


def countable(objective: Objective) -> list[Counted]:
    """What may count towards it: actions that are not given up, activities."""
    school = {"school": objective.school_id}
    actions = AccessAction.objects.filter(**school).exclude(state=ActionState.GIVEN_UP)
    activities = StrategyActivity.objects.filter(**school)
    return [
        *(_of_access(row) for row in actions.select_related("school")),
        *(_of_strategy(row) for row in activities.select_related("school")),
    ]


def words_of(objectives: Iterable[Objective]) -> list[str]:
    """Everything that somebody wrote in these objectives."""
    return [
        words
        for each in objectives
        for words in (each.what, each.basis, each.sign, each.lead, each.given_up_why)
    ]


def said_in(step: PlanStep) -> tuple[str, ...]:
    """Everything that somebody wrote in a step."""
    return (step.what, step.for_whom, step.evidence, step.given_up_why)


def _of_access(row: AccessAction) -> Counted:
    return Counted(
        key=f"access_action:{row.pk}",
        what=row.what,
        plan="Accessibility plan",
        url=reverse("access_plan", args=[row.school.slug]),
        state=row.get_state_display(),
        due_on=row.due_on,
    )


def _of_strategy(row: StrategyActivity) -> Counted:
    return Counted(
        key=f"activity:{row.pk}",
        what=row.what,
        plan=f"Inclusion strategy {row.year}/{(row.year + 1) % 100:02}",
        url=reverse("strategy", args=[row.school.slug]),
    )
