"""What objectives and policies make due: steps, looks at objectives, reviews of policies."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from reports.access_deadlines import TITLE_LENGTH
from reports.models import Objective, PlanStep, Policy

KINDS = {"objective": "Objectives and decisions", "policy": "Policies"}


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open steps, looks at open objectives, reviews of policies that hold; nothing about a child."""
    if pupil_ids is not None:
        return
    for step in PlanStep.objects.to_do().filter(school=school):
        yield _ours(
            calendar,
            step.due_on,
            kind="objective",
            key=f"step:{step.pk}",
            title=f"{step.who}: {step.what}"[:TITLE_LENGTH],
            rule_code="ours.objective_step",
            how="the day agreed",
            action=_action("Done?", "step_done", step),
        )
    for objective in Objective.objects.to_do().filter(school=school):
        yield _ours(
            calendar,
            objective.review_on,
            kind="objective",
            key=f"look:{objective.pk}",
            title=f"Look at the objective: {objective.what}"[:TITLE_LENGTH],
            rule_code="ours.objective_look",
            how="the day set at the last look",
            action=_action("Record it", "objective_look", objective),
        )
    for policy in Policy.objects.current().filter(school=school):
        yield _ours(
            calendar,
            policy.review_on,
            kind="policy",
            key=f"review:{policy.pk}",
            title=f"Review the policy: {policy.name}"[:TITLE_LENGTH],
            rule_code="ours.policy_review",
            how="the day set for it",
            action=_action("Record it", "policy_change", policy),
        )


def _action(label: str, url_name: str, row) -> Action:
    return Action(label, url_name, (str(row.pk),), Permission.PREPARE_REPORTS)


def _ours(calendar: SchoolCalendar, due_on: dt.date, **more: Any) -> DeadlineFact:
    return DeadlineFact(
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_version="1",
        citation="Our own plans",
        confidence=Confidence.WORKING,
        permission=Permission.PREPARE_REPORTS,
        **more,
    )
