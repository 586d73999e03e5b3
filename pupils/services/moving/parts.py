"""The parts of a plan for a move: visits, settings the family thinks about, questions."""

from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from aylsham.tenancy.models import SchoolOwned
from pupils.models import MovePlan, MoveQuestion, MoveVisit, NextSetting
from pupils.services.moving.plans import locked, record_plan
from pupils.services.recording import lock

VISIT_FIELDS = ("kind", "on", "place", "who", "went")
SETTING_FIELDS = ("name", "rank", "visited_on", "view", "told", "is_offered")
QUESTION_FIELDS = ("question", "asked_by", "answer")


@transaction.atomic
def add_visit(*, plan: MovePlan, by: User, **values: Any) -> MoveVisit:
    """Arrange a visit, or write down one that was; the same once more changes nothing."""
    plan = locked(plan)
    if known := _same(MoveVisit, plan, values):
        return known
    visit = MoveVisit.objects.create(school=plan.pupil.school, plan=plan, **values)
    record_plan(plan, by, "visit")
    return visit


def _same[Part: SchoolOwned](
    model: type[Part], plan: MovePlan, values: dict[str, Any]
) -> Part | None:
    """The part of the (locked) plan that says the same: a form was sent twice."""
    rows = model._default_manager.filter(school_id=plan.school_id, plan=plan)
    return rows.filter(**values).first()


@transaction.atomic
def change_visit(*, visit: MoveVisit, version: str, by: User, **values: Any) -> MoveVisit:
    """Move a visit, or say how it went."""
    return _change(visit, VISIT_FIELDS, version, values, by, "visit")


@transaction.atomic
def add_setting(*, plan: MovePlan, by: User, **values: Any) -> NextSetting:
    """A setting that the family thinks about; the same once more changes nothing."""
    plan = locked(plan)
    if known := _same(NextSetting, plan, values):
        return known
    setting = NextSetting.objects.create(school=plan.pupil.school, plan=plan, **values)
    record_plan(plan, by, "setting")
    return setting


@transaction.atomic
def change_setting(*, setting: NextSetting, version: str, by: User, **values: Any) -> NextSetting:
    """Another preference, a visit, what was said, or the offer of a place."""
    return _change(setting, SETTING_FIELDS, version, values, by, "setting")


@transaction.atomic
def ask_question(*, plan: MovePlan, question: str, asked_by: str, by: User) -> MoveQuestion:
    """What the receiving teacher wants to know; the answer is then due. Asked twice it is one."""
    plan = locked(plan)
    said = {"question": question, "asked_by": asked_by, "asked_on": clock.today()}
    if known := _same(MoveQuestion, plan, said):
        return known
    row = MoveQuestion.objects.create(school=plan.pupil.school, plan=plan, **said)
    record_plan(plan, by, "question")
    return row


@transaction.atomic
def answer_question(*, question: MoveQuestion, answer: str, version: str, by: User) -> MoveQuestion:
    """Answer a question, or answer it better."""
    plan = locked(question.plan)
    question = lock(question)
    require_version(question, QUESTION_FIELDS, version)
    if not answer.strip():
        raise TransitionNotAllowed("Write the answer.")
    question.answer, question.answered_by = answer, by
    question.answered_on = clock.today()
    question.save(update_fields=["answer", "answered_by", "answered_on"])
    record_plan(plan, by, "answer")
    return question


def _change(row, fields: tuple[str, ...], version: str, values: dict, by: User, step: str):
    plan = locked(row.plan)
    row = lock(row)
    require_version(row, fields, version)
    for name in values.keys() & set(fields):
        setattr(row, name, values[name])
    row.save(update_fields=fields)
    record_plan(plan, by, step)
    return row
