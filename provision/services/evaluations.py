"""The self-evaluation: begun for a year, rated, given actions, finished; versions stay."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from provision.models import Evaluation, EvaluationAction, EvaluationStatement
from provision.rules.graduated_map import Ipsef
from provision.services.graduated import lock_school
from pupils.services.recording import as_pk, lock

STATEMENT_FIELDS = ("text", "rating", "evidence")
ACTION_FIELDS = ("what", "owner", "by_on", "done_on")


@transaction.atomic
def begin_evaluation(*, school: School, year: int, shape: Ipsef, by: User | None) -> Evaluation:
    """A version for a school year: it begins with what the last one says, or the shape's list.

    Actions that are not done move along. The one that is in work is given back.
    """
    lock_school(school)
    rows = Evaluation.objects.filter(school=school)
    if known := rows.filter(finished_on=None).first():
        return known
    last = rows.first()
    number = rows.filter(year=year).count() + 1
    row = Evaluation.objects.create(
        school=school, year=year, number=number, begun_by=by, begun_at=clock.moment()
    )
    if last:
        _carry_over(last, row)
    else:
        EvaluationStatement.objects.bulk_create(
            EvaluationStatement(
                school=school, evaluation=row, place=place, heading=heading, text=text
            )
            for place, (heading, text) in enumerate(shape.statements, 1)
        )
    _record(row, by, "begun")
    return row


@transaction.atomic
def rate_statement(
    *, statement: EvaluationStatement, version: str, by: User | None, **facts: Any
) -> EvaluationStatement:
    """Word, rate and back a statement; `facts` are STATEMENT_FIELDS."""
    evaluation = _in_work(statement.evaluation)
    row = lock(statement)
    require_version(row, STATEMENT_FIELDS, version)
    if facts["rating"] and not facts["evidence"].strip():
        raise TransitionNotAllowed("Say what shows it: a rating without evidence says nothing.")
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=STATEMENT_FIELDS)
    _record(evaluation, by, "rated")
    return row


@transaction.atomic
def add_evaluation_action(
    *, statement: EvaluationStatement, by: User | None, key: UUID | None = None, **facts: Any
) -> EvaluationAction:
    """What is to be done about a statement; `facts` are ACTION_FIELDS."""
    evaluation = _in_work(statement.evaluation)
    rows = EvaluationAction.objects.filter(school=statement.school, statement=statement)
    if key and (known := rows.filter(pk=key).first()):
        return known
    row = EvaluationAction.objects.create(
        school=statement.school, statement=statement, **as_pk(key), **facts
    )
    _record(evaluation, by, "action")
    rebuild_deadlines(statement.school)
    return row


@transaction.atomic
def change_evaluation_action(
    *, action: EvaluationAction, version: str, by: User | None, **facts: Any
) -> EvaluationAction:
    """Change an action, or say that it is done: also of a version that is finished."""
    row = lock(action)
    require_version(row, ACTION_FIELDS, version)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=ACTION_FIELDS)
    _record(action.statement.evaluation, by, "action changed")
    rebuild_deadlines(action.school)
    return row


@transaction.atomic
def finish_evaluation(*, evaluation: Evaluation, on: dt.date, by: User | None) -> Evaluation:
    """It is finished and stays as it is; every statement must be rated."""
    row = _in_work(evaluation)
    if left := row.statements.filter(rating="").count():
        raise TransitionNotAllowed(f"{left} of its statements are not rated yet.")
    row.finished_on = on
    row.save(update_fields=["finished_on"])
    _record(row, by, "finished")
    return row


def _carry_over(last: Evaluation, row: Evaluation) -> None:
    mine = {"school_id": row.school_id, "evaluation": row}
    fresh = {
        old.pk: EvaluationStatement(
            **mine,
            place=old.place,
            heading=old.heading,
            text=old.text,
            rating=old.rating,
            evidence=old.evidence,
        )
        for old in last.statements.all()
    }
    EvaluationStatement.objects.bulk_create(fresh.values())
    for action in EvaluationAction.objects.filter(
        school_id=row.school_id, statement__evaluation=last, done_on=None
    ):
        action.statement = fresh[action.statement_id]
        action.save(update_fields=["statement"])


def _in_work(evaluation: Evaluation) -> Evaluation:
    row = lock(evaluation)
    if row.finished_on:
        raise TransitionNotAllowed("This version is finished and stays as it is.")
    row.school = evaluation.school
    return row


def _record(evaluation: Evaluation, by: User | None, step: str) -> None:
    detail = {"step": step, "year": evaluation.year}
    record_event(
        Action.CHANGE_EVALUATION, school=evaluation.school, by=by, subject=evaluation, detail=detail
    )
