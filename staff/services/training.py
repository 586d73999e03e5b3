"""Recording which training somebody took part in."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from staff.models import TrainingRecord

TRAINING_FIELDS = ("subject", "title", "provider", "taken_on", "valid_until", "hours")


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
