"""Dated records of a child: begun, changed, ended. One service for every kind of `pupils.kept`."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.kept import KeptKind
from pupils.models import Pupil
from pupils.models.dated import DatedRecord
from pupils.services.recording import lock, lock_pupil, record_change


@transaction.atomic
def add_record(
    *, kind: KeptKind, pupil: Pupil, facts: dict[str, Any], by: User | None
) -> DatedRecord:
    """Begin a record; `facts` has the kind's `record_fields`."""
    pupil = lock_pupil(pupil)
    row = kind.model.objects.create(school=pupil.school, pupil=pupil, **facts)
    _record("added", kind, row, by)
    return row


@transaction.atomic
def change_record(
    *, kind: KeptKind, record: DatedRecord, facts: dict[str, Any], version: str, by: User
) -> DatedRecord:
    """Change what a record says."""
    lock_pupil(record.pupil)
    row = lock(record)
    require_version(row, kind.record_fields, version)
    if not kind.ends_by_itself:
        _require_open(row)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))
    _record("changed", kind, row, by)
    return row


@transaction.atomic
def end_record(*, kind: KeptKind, record: DatedRecord, ended_on: dt.date, by: User) -> DatedRecord:
    """End a record; `ended_on` is its last day."""
    lock_pupil(record.pupil)
    row = _require_open(lock(record))
    if ended_on < row.starts_on:
        raise TransitionNotAllowed(f"It began on {row.starts_on:%-d %B %Y}, after that day.")
    row.ended_on = ended_on
    row.save(update_fields=["ended_on"])
    _record("ended", kind, row, by)
    return row


def _require_open(row: DatedRecord) -> DatedRecord:
    if row.ended_on:
        raise TransitionNotAllowed(f"This ended on {row.ended_on:%-d %B %Y}.")
    return row


def _record(step: str, kind: KeptKind, row: DatedRecord, by) -> None:
    detail = {"step": step, "kind": kind.key}
    record_change(kind.group.action, pupil=row.pupil, by=by, subject=row, detail=detail)
