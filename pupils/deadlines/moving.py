"""What moves make due beside their checklists: answers, and September's question."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.models import MovePlan, MoveQuestion
from pupils.rules import moving as rules

KINDS = {"move": "Moves to another class or school"}
TABLES = (MovePlan,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Questions without an answer, and what to ask back once a child has moved."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    plans = {plan.pk: plan for plan in MovePlan.objects.open().filter(chosen, school=school)}
    for plan in plans.values():
        if plan.not_known_on is None:
            yield _fact(
                plan,
                calendar,
                key=f"asked_back:{plan.pk}",
                title="Ask the receiving teacher: what did we not know?",
                due_on=rules.ask_back_by(plan.moves_on),
                how="four weeks after the move",
                action=Action(
                    "Write it down",
                    "move_not_known",
                    (str(plan.pupil_id), str(plan.pk)),
                    Permission.PLAN_MOVES,
                ),
            )
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


def _fact(plan: MovePlan, calendar: SchoolCalendar, *, key, title, due_on, how, action):
    return DeadlineFact(
        key=key,
        kind="move",
        title=title,
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
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
