"""Recording who is SENCO, since when, and how they qualify."""

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
from staff.models import SencoPost, TrainingRecord

SENCO_FIELDS = (
    "became_senco_on",
    "was_senco_before",
    "course_started_on",
    "qualification",
    "qualified_on",
    "ends_on",
)
TRAINING_FIELDS = ("subject", "title", "provider", "taken_on", "valid_until", "hours")


@transaction.atomic
def record_senco(
    *, school: School, user: User, became_senco_on: dt.date, by: User | None, **more: Any
) -> SencoPost:
    """Say that somebody is the SENCO of the school since a day."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if SencoPost.objects.filter(school=school, user=user, ends_on=None).exists():
        raise TransitionNotAllowed(f"{user.name} is recorded as SENCO already. Change that record.")
    post = SencoPost(school=school, user=user, became_senco_on=became_senco_on, **more)
    _require_order(post)
    post.save(force_insert=True)
    _record(post, by, "added")
    return post


@transaction.atomic
def change_senco(*, post: SencoPost, version: str, by: User, **values: Any) -> SencoPost:
    """Correct a record: the qualification, the last day, a date."""
    rows = SencoPost.objects.select_for_update(of=("self",), no_key=True).select_related("school")
    post = rows.get(school_id=post.school_id, pk=post.pk)
    require_version(post, SENCO_FIELDS, version)
    for name in SENCO_FIELDS:
        setattr(post, name, values.get(name, getattr(post, name)))
    _require_order(post)
    others = SencoPost.objects.filter(school_id=post.school_id, user_id=post.user_id, ends_on=None)
    if post.ends_on is None and others.exclude(pk=post.pk).exists():
        raise TransitionNotAllowed("A later record of this person is open. End that one first.")
    post.save(update_fields=SENCO_FIELDS)
    _record(post, by, "changed")
    return post


def _require_order(post: SencoPost) -> None:
    if bool(post.qualification) != bool(post.qualified_on):
        raise TransitionNotAllowed("Give both: which qualification, and the day it was awarded.")
    if post.ends_on and post.ends_on < post.became_senco_on:
        raise TransitionNotAllowed("The last day is before the day of becoming SENCO.")


def _record(post: SencoPost, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_SENCO, school=post.school, by=by, subject=post, detail={"step": step}
    )
    rebuild_deadlines(post.school)


@transaction.atomic
def add_training(
    *, school: School, user: User, by: User | None, key: UUID | None = None, **values: Any
) -> TrainingRecord:
    """Somebody took part in a training; `key` comes with the form: pressing twice adds one."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := TrainingRecord.objects.filter(school=school, pk=key).first()):
        return known
    row = TrainingRecord(school=school, user=user, **({"pk": key} if key else {}), **values)
    _require_taken(row)
    row.save(force_insert=True)
    return _record_training(row, by, "added")


@transaction.atomic
def change_training(
    *, training: TrainingRecord, version: str, by: User, **values: Any
) -> TrainingRecord:
    """Put a training right."""
    row = _locked_training(training)
    require_version(row, TRAINING_FIELDS, version)
    for name, value in values.items():
        setattr(row, name, value)
    _require_taken(row)
    row.save(update_fields=list(values))
    return _record_training(row, by, "changed")


@transaction.atomic
def remove_training(*, training: TrainingRecord, by: User) -> None:
    """Take out a training that was entered by mistake."""
    row = _locked_training(training)
    pk = row.pk
    row.delete()
    row.pk = pk  # for the log
    _record_training(row, by, "removed")


def _locked_training(training: TrainingRecord) -> TrainingRecord:
    rows = TrainingRecord.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("school").get(school_id=training.school_id, pk=training.pk)


def _require_taken(row: TrainingRecord) -> None:
    if row.taken_on > clock.today():
        raise TransitionNotAllowed("That day has not come yet. Check the date.")
    if row.valid_until and row.valid_until < row.taken_on:
        raise TransitionNotAllowed("It cannot run out before the day of the training.")


def _record_training(row: TrainingRecord, by: User | None, step: str) -> TrainingRecord:
    detail = {"step": step, "person": str(row.user_id)}
    record_event(Action.CHANGE_TRAINING, school=row.school, by=by, subject=row, detail=detail)
    return row
