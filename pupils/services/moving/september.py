"""September's question: what did we not know? Asked, answered, and what the checklist learns."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version, version_of
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Owes, School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.family_codes import AskKind
from pupils.models import ContributionRequest, IncomingRecord, MovePlan, RecordTransfer
from pupils.moving_codes import TemplateStep
from pupils.selectors.moving.september import came_with_record
from pupils.selectors.moving.templates import template_of
from pupils.services.contributions.asking import ask_for_views
from pupils.services.moving.plans import locked, record_plan
from pupils.services.moving.templates import TEMPLATE_FIELDS, write_template
from pupils.services.recording import lock

LESSON_FIELDS = ("not_known", "lesson")
CLOSED_BY_ANSWER = "The record moved, and the receiving teacher has answered"


@transaction.atomic
def ask_receiver(
    *,
    plan: MovePlan,
    name: str,
    role: str,
    email: str,
    due_on: dt.date,
    shows_first_name: bool,
    by: User,
) -> ContributionRequest:
    """Ask the receiving teacher by a link what nobody had told them.

    Raises TransitionNotAllowed before the move, when they have answered, or while they are asked.
    """
    plan = locked(plan)
    _require_moved(plan, clock.today())
    if plan.not_known:
        raise TransitionNotAllowed("They have answered already.")
    if open_ask(plan):
        raise TransitionNotAllowed("They are asked already. Remind them on that page.")
    return ask_for_views(
        pupil=plan.pupil,
        by=by,
        kind=AskKind.NOT_KNOWN,
        move_plan=plan,
        name=name,
        role=role,
        email=email,
        owed_by=Owes.OTHER_SCHOOL,
        due_on=due_on,
        shows_first_name=shows_first_name,
    )


def open_ask(plan: MovePlan) -> ContributionRequest | None:
    """The request to the receiving teacher that still waits."""
    asks = ContributionRequest.objects.filter(school_id=plan.school_id, move_plan=plan)
    return asks.filter(state="open").first()


@transaction.atomic
def record_not_known(*, plan: MovePlan, text: str, on: dt.date, by: User) -> MovePlan:
    """What the receiving teacher found out that nobody had told them, typed in by a colleague.

    Of a record that came from a school of the federation the answer goes there as well.
    """
    plan = locked(plan)
    _require_moved(plan, on)
    if plan.lesson:
        raise TransitionNotAllowed("The checklist has learned from this answer already.")
    came = came_with_record([plan], plan.school_id).get(plan.pk)
    who = by.name if came else plan.receiving_teacher or by.name
    _answer(plan, text, who, on=on, by=by)
    if came and came.from_school:
        _tell_sender(came, text, on=on, by=by)
    return plan


def take_answer(ask: ContributionRequest, answers: list[dict[str, str]]) -> MovePlan:
    """Keep on the plan what came by the link; what a colleague typed in before stays."""
    plan = lock(ask.move_plan)
    plan.pupil = ask.pupil
    said = "\n".join(f"{each['question']} {each['answer']}" for each in answers)
    text = "\n".join(filter(None, (plan.not_known, said)))
    who = ", ".join(filter(None, (ask.name, ask.role, plan.to_name)))
    _answer(plan, text or "Files came with the answer.", who, on=clock.today(), by=None)
    return plan


@transaction.atomic
def learn_lesson(
    *, plan: MovePlan, step: TemplateStep | None, why: str, version: str, by: User
) -> MovePlan:
    """Put a step into the school's checklist because of an answer, or say why it stays.

    It is the school's own list that changes: the child's record may be closed by now.
    """
    school = School.objects.select_for_update(no_key=True).get(pk=plan.school_id)
    plan = lock(plan)
    require_version(plan, LESSON_FIELDS, version)
    if not plan.not_known:
        raise TransitionNotAllowed("Nobody has answered yet.")
    if step:
        template = template_of(school, plan.kind)
        now, steps = version_of(template.own, TEMPLATE_FIELDS), [*template.steps, step]
        write_template(school=school, kind=plan.kind, steps=steps, version=now, by=by)
    plan.lesson = f"On the checklist: {step.what}"[:400] if step else why
    plan.lesson_on, plan.lesson_by = clock.today(), by
    plan.save(update_fields=["lesson", "lesson_on", "lesson_by"])
    _record(plan, school, by, "lesson")
    return plan


def _answer(plan: MovePlan, text: str, who: str, *, on: dt.date, by: User | None) -> None:
    plan.not_known, plan.not_known_on, plan.not_known_by = text, on, by
    plan.not_known_from = who[:300]
    plan.save(update_fields=["not_known", "not_known_on", "not_known_by", "not_known_from"])
    record_plan(plan, by, "asked_back")


def _tell_sender(incoming: IncomingRecord, text: str, *, on: dt.date, by: User) -> None:
    """The school from which the record came reads the answer on its own, closed record."""
    there = incoming.from_school
    with school_transaction(incoming.school, there):
        transfer = RecordTransfer.objects.filter(school=there, pk=incoming.transfer_id).first()
        plans = MovePlan.objects.open().filter(school=there)
        plan = plans.filter(pupil=transfer.pupil_id).first() if transfer else None
        if plan is None:
            return
        plan = lock(plan)
        plan.not_known, plan.not_known_on, plan.not_known_by = text, on, by
        plan.not_known_from = f"{by.name}, {incoming.school.name}"[:300]
        plan.ended_on, plan.ended_by, plan.ended_why = clock.today(), by, CLOSED_BY_ANSWER
        plan.save()
        _record(plan, there, by, "asked_back")


def _record(plan: MovePlan, school: School, by: User, step: str) -> None:
    record_event(
        Action.CHANGE_MOVE,
        school=school,
        by=by,
        pupil_ids=[plan.pupil_id],
        subject=plan,
        detail={"step": step},
    )
    rebuild_deadlines(school, [plan.pupil_id])


def _require_moved(plan: MovePlan, on: dt.date) -> None:
    if on < plan.moves_on:
        raise TransitionNotAllowed("The child has not moved yet.")
