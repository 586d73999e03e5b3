"""Recording which training somebody took part in."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from staff.models import StaffMember, TrainingRecord, TrainingTopic

TRAINING_FIELDS = ("subject", "topic", "title", "provider", "taken_on", "valid_until", "hours")


@transaction.atomic
def add_training(
    *,
    school: School,
    user: User | None = None,
    member: StaffMember | None = None,
    by: User | None,
    key: UUID | None = None,
    new_topic: str = "",
    is_certificate_seen: bool = False,
    **values: Any,
) -> TrainingRecord:
    """Somebody took part in a training; `key` comes with the form: pressing twice adds one.

    `member` is somebody without an account, or the member of staff that the user is.
    `is_certificate_seen`: `by` has had the paper in their hands.
    """
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := TrainingRecord.objects.filter(school=school, pk=key).first()):
        return known
    user = user or (member and member.user)
    if new_topic:
        values["topic"] = topic_called(school, new_topic)
    row = TrainingRecord(
        school=school, user=user, member=member, **({"pk": key} if key else {}), **values
    )
    _require_taken(row)
    _say_certificate(row, is_certificate_seen, by)
    row.save(force_insert=True)
    return _record_training(row, by, "added")


@transaction.atomic
def change_training(
    *,
    training: TrainingRecord,
    version: str,
    by: User,
    new_topic: str = "",
    is_certificate_seen: bool | None = None,
    **values: Any,
) -> TrainingRecord:
    """Put a training right; None: nothing is said of its certificate."""
    row = locked_training(training)
    if new_topic:
        values["topic"] = topic_called(row.school, new_topic)
    require_version(row, TRAINING_FIELDS, version)
    for name, value in values.items():
        setattr(row, name, value)
    _require_taken(row)
    if is_certificate_seen is not None:
        _say_certificate(row, is_certificate_seen, by)
    row.save(update_fields=[*values, "certificate_seen_on", "certificate_seen_by"])
    return _record_training(row, by, "changed")


@transaction.atomic
def remove_training(*, training: TrainingRecord, by: User) -> None:
    """Take out a training that was entered by mistake."""
    row = locked_training(training)
    pk = row.pk
    row.delete()
    row.pk = pk  # for the log
    _record_training(row, by, "removed")


def locked_training(training: TrainingRecord) -> TrainingRecord:
    """The training as it stands now, locked, with its school."""
    rows = TrainingRecord.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("school").filter(school_id=training.school_id, pk=training.pk)
    if (row := found.first()) is None:
        raise TransitionNotAllowed("This training was taken out meanwhile.")
    return row


def _require_taken(row: TrainingRecord) -> None:
    if row.taken_on and row.taken_on > clock.today():
        raise TransitionNotAllowed("That day has not come yet. Check the date.")
    if row.valid_until and row.taken_on and row.valid_until < row.taken_on:
        raise TransitionNotAllowed("It cannot run out before the day of the training.")


def _say_certificate(row: TrainingRecord, is_seen: bool, by: User | None) -> None:
    """Who saw it first, and when, stays; without a name nothing is kept."""
    if not is_seen:
        row.certificate_seen_on = row.certificate_seen_by = None
    elif by and row.certificate_seen_on is None:
        row.certificate_seen_on, row.certificate_seen_by = clock.today(), by


def _record_training(row: TrainingRecord, by: User | None, step: str) -> TrainingRecord:
    detail = {"step": step, "person": str(row.user_id or row.member_id)}
    record_event(Action.CHANGE_TRAINING, school=row.school, by=by, subject=row, detail=detail)
    rebuild_deadlines(row.school)
    return row


def topic_called(school: School, name: str) -> TrainingTopic:
    """What the federation calls so: found by its words, or new in its list."""
    name = " ".join(name.split())
    rows = TrainingTopic.objects.offered_at(school).order_by("only_at")
    if known := rows.filter(name__iexact=name).first():
        return known
    TrainingTopic.objects.bulk_create(
        [TrainingTopic(federation_id=school.federation_id, name=name)], ignore_conflicts=True
    )
    return rows.get(name__iexact=name, only_at=None)
