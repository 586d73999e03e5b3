"""What moves make due beside their checklists: answers, and September's question."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.family_codes import AskState
from pupils.models import ContributionRequest, MovePlan, MoveQuestion
from pupils.rules import moving as rules
from pupils.selectors.moving.september import came_with_record

KINDS = {"move": "Moves to another class or school"}
TABLES = (MovePlan,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Questions without an answer, what to ask back once a child has moved, and what that taught."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    open_plans = MovePlan.objects.open().filter(chosen, school=school).select_related("pupil")
    plans = {plan.pk: plan for plan in open_plans}
    yield from _september(school, calendar, list(plans.values()))
    yield from _lessons(school, calendar, chosen)
    waiting = MoveQuestion.objects.filter(school=school, plan__in=list(plans), answered_on=None)
    for question in waiting:
        plan = plans[question.plan_id]
        yield _fact(
            plan,
            calendar,
            key=f"question:{question.pk}",
            title="Answer a question of the receiving teacher",
            due_on=rules.answer_by(question.asked_on),
            how="two weeks after it was asked",
            action=Action(
                "Answer",
                "move_question_answer",
                (str(plan.pupil_id), str(question.pk)),
                Permission.PLAN_MOVES,
            ),
        )


def _september(
    school: School, calendar: SchoolCalendar, plans: list[MovePlan]
) -> Iterator[DeadlineFact]:
    """Whoever received the child is asked; while a request by link is open, that one is due."""
    asked = ContributionRequest.objects.filter(
        school=school, move_plan__in=[plan.pk for plan in plans], state=AskState.OPEN
    )
    waiting = set(asked.values_list("move_plan_id", flat=True))
    came = came_with_record(plans, school.pk)
    for plan in plans:
        if plan.not_known_on is None and plan.pk not in waiting:
            yield _asked_back(plan, calendar, is_ours=plan.pk in came)


def _asked_back(plan: MovePlan, calendar: SchoolCalendar, *, is_ours: bool) -> DeadlineFact:
    args = (str(plan.pupil_id), str(plan.pk))
    title = "Ask the receiving teacher: what did we not know?"
    owed_by, action = Owes.SCHOOL, Action("Ask", "move_ask_back", args, Permission.ASK_FOR_VIEWS)
    if plan.pupil.closed_on:
        title = "The receiving teacher says what we did not know"
        owed_by, action = Owes.OTHER_SCHOOL, None
    elif is_ours or plan.receiver_id:
        title = "The receiving teacher says: what did nobody tell us?"
        action = Action("Write it down", "move_not_known", args, Permission.PLAN_MOVES)
    return _fact(
        plan,
        calendar,
        key=f"asked_back:{plan.pk}",
        title=title,
        due_on=rules.ask_back_by(plan.moves_on),
        how="four weeks after the move",
        action=action,
        owed_by=owed_by,
    )


def _lessons(school: School, calendar: SchoolCalendar, chosen: Q) -> Iterator[DeadlineFact]:
    """Answers from which the school's checklist has still to learn."""
    answered = list(
        MovePlan.objects.filter(chosen, school=school, not_known_on__isnull=False, lesson="")
    )
    elsewhere = came_with_record(answered, school.pk)
    for plan in answered:
        if plan.pk not in elsewhere:
            yield _fact(
                plan,
                calendar,
                key=f"lesson:{plan.pk}",
                title="Learn from what a receiving teacher told us",
                due_on=rules.learn_by(plan.not_known_on),
                how="six weeks after the answer",
                action=Action(
                    "Decide", "move_lesson", (str(plan.pk),), Permission.MANAGE_STRATEGIES
                ),
            )


def _fact(
    plan: MovePlan,
    calendar: SchoolCalendar,
    *,
    key: str,
    title: str,
    due_on: dt.date,
    how: str,
    action: Action | None,
    owed_by: Owes = Owes.SCHOOL,
) -> DeadlineFact:
    return DeadlineFact(
        key=key,
        kind="move",
        title=title,
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=owed_by,
        weight=Weight.OURS,
        rule_code="ours.move",
        rule_version="1",
        citation="The school's own day",
        confidence=Confidence.WORKING,
        how=how,
        pupil_id=plan.pupil_id,
        permission=Permission.VIEW_NEEDS,
        facts={"Moves on": plan.moves_on.isoformat()},
        action=action,
    )
