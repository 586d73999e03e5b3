"""The improvement plan as it stood on the day of a governor report, without a child's name."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Min
from django.utils.timezone import localdate

from aylsham import clock
from aylsham.models import School
from reports.access_codes import ActionState
from reports.governor.aims import Aim
from reports.models import Objective, ObjectiveReview, PlanStep
from reports.objective_codes import PlanKind
from reports.selectors.child_names import which_name_children

#: Equality objectives are published by themselves.
PLANS = (PlanKind.SCHOOL, PlanKind.FEDERATION)


def aims_of(school: School, before: dt.date, day: dt.date) -> Iterator[Aim]:
    """Objectives that stand on a day, or ended since `before`; five statements.

    `before` is the day on which the term before was counted.
    """
    rows = list(Objective.objects.filter(school=school, plan__in=PLANS))
    if not rows:
        return
    looks, steps = _looks(school), _steps(school)
    gave_up = _given_up_on(school, rows)
    are_named = which_name_children(school.pk, [row.what for row in rows])
    for row, is_named in zip(rows, are_named, strict=True):
        now = _standing(row, looks[row.pk], gave_up, day)
        was = _standing(row, looks[row.pk], gave_up, before)
        if not now or was in ("reached", "given_up"):
            continue
        counted = [step for step in steps[row.pk] if step.state != ActionState.GIVEN_UP]
        yield Aim(
            school=school.name,
            what="" if is_named else row.what,
            standing=now,
            was=was,
            steps=len(counted),
            done=sum(_is_done(step, day) for step in counted),
            late=sum(
                step.is_milestone and step.due_on < day and not _is_done(step, day)
                for step in counted
            ),
            shared=str(row.shared_id or ""),
        )


def _is_done(step: PlanStep, day: dt.date) -> bool:
    return step.done_on is not None and step.done_on <= day


def _standing(
    row: Objective, looks: list[tuple[dt.date, str]], gave_up: dict[UUID, dt.date], day: dt.date
) -> str:
    """A key of `STANDINGS`; empty where it was not there yet."""
    if row.state == ActionState.DONE and row.done_on and row.done_on <= day:
        return "reached"
    is_now = day >= clock.today()
    if row.pk in gave_up and (is_now or gave_up[row.pk] <= day):
        return "given_up"
    judged = [rag for held_on, rag in looks if held_on <= day]
    if judged:
        return judged[-1]
    return "none" if is_now or localdate(row.added_at) <= day else ""


def _looks(school: School) -> dict[UUID, list[tuple[dt.date, str]]]:
    """By objective, the looks at it, oldest first."""
    found: dict[UUID, list[tuple[dt.date, str]]] = defaultdict(list)
    rows = ObjectiveReview.objects.filter(school=school).order_by("held_on")
    for pk, held_on, rag in rows.values_list("objective_id", "held_on", "rag"):
        found[pk].append((held_on, rag))
    return found


def _steps(school: School) -> dict[UUID | None, list[PlanStep]]:
    found: dict[UUID | None, list[PlanStep]] = defaultdict(list)
    for step in PlanStep.objects.filter(school=school, objective__isnull=False):
        found[step.objective_id].append(step)
    return found


def _given_up_on(school: School, rows: Iterable[Objective]) -> dict[UUID, dt.date]:
    """Since which day those are given up that are now; no statement where none is."""
    ids = [row.pk for row in rows if row.state == ActionState.GIVEN_UP]
    if not ids:
        return {}
    events = Objective.pgh_event_model.objects.filter(school=school, pgh_obj__in=ids)
    found = events.filter(state=ActionState.GIVEN_UP)
    first = found.order_by().values_list("pgh_obj").annotate(Min("pgh_created_at"))
    return {pk: localdate(at) for pk, at in first}
