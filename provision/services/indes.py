"""INDES records of a child: written with their sections, sent, answered by a panel."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from provision.models import IndesArea, IndesRecord
from pupils.models import Pupil
from pupils.services.recording import (
    added_before,
    as_pk,
    lock,
    lock_pupil,
    record_change,
    require_born,
)

RECORD_FIELDS = ("completed_on", "due_on", "contributors", "asks_support")
SENT_FIELDS = ("submitted_on", "reference")
PANEL_FIELDS = ("panel_on", "outcome", "outcome_note")
ANSWER_FIELDS = (*SENT_FIELDS, *PANEL_FIELDS)


@dataclass(frozen=True)
class AreaFacts:
    """What is said of one section; without a level and words it is not kept."""

    section: str
    level: str = ""
    evidence: str = ""
    impact: str = ""
    is_main: bool = False
    linked: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.level or self.evidence or self.impact or self.linked)


@transaction.atomic
def add_indes(
    *,
    pupil: Pupil,
    framework: str,
    areas: Iterable[AreaFacts],
    by: User | None,
    key: UUID | None = None,
    **facts: Any,
) -> IndesRecord:
    """Fill in the framework for a child; `facts` are RECORD_FIELDS."""
    pupil = lock_pupil(pupil)
    if known := added_before(IndesRecord, pupil, key):
        return known
    require_born(pupil, facts["completed_on"])
    record = IndesRecord.objects.create(
        school=pupil.school,
        pupil=pupil,
        framework=framework,
        written_by=by,
        **as_pk(key),
        **facts,
    )
    _set_areas(record, areas)
    _record("added", record, pupil, by)
    return record


@transaction.atomic
def change_indes(
    *, record: IndesRecord, areas: Iterable[AreaFacts], version: str, by: User, **facts: Any
) -> IndesRecord:
    """Change a record that was not sent yet; one that was stays, and a new one stands beside it."""
    pupil = lock_pupil(record.pupil)
    record = _standing(record)
    require_version(record, RECORD_FIELDS, version)
    if record.submitted_on:
        raise TransitionNotAllowed("It has been sent. Fill in a new record instead.")
    require_born(pupil, facts["completed_on"])
    _write(record, facts)
    record.areas.all().delete()
    _set_areas(record, areas)
    _record("changed", record, pupil, by)
    return record


@transaction.atomic
def answer_indes(
    *, record: IndesRecord, version: str, by: User | None, **facts: Any
) -> IndesRecord:
    """When it was sent, its reference, what the panel said; `facts` are ANSWER_FIELDS."""
    pupil = lock_pupil(record.pupil)
    record = _standing(record)
    require_version(record, ANSWER_FIELDS, version)
    _sound(record, facts)
    _write(record, facts)
    _record("answered" if record.outcome else "sent", record, pupil, by)
    return record


@transaction.atomic
def take_back_indes(*, record: IndesRecord, why: str, on: dt.date, by: User) -> IndesRecord:
    """Put aside a record that was filled in by mistake, with a reason; it stays readable.

    Never once it was sent: the council has it and answers it, and ours must be what it has.
    """
    pupil = lock_pupil(record.pupil)
    record = _standing(record)
    if record.submitted_on:
        raise TransitionNotAllowed(
            f"It was sent on {record.submitted_on:%-d %B %Y}: the council has it and answers it, "
            "so it stays. Fill in a new record, and tell the council."
        )
    _write(record, {"taken_back_on": on, "taken_back_by": by, "taken_back_why": why})
    _record("taken back", record, pupil, by)
    return record


@transaction.atomic
def put_back_indes(*, record: IndesRecord, by: User) -> IndesRecord:
    """Let a record that was taken back count again."""
    pupil = lock_pupil(record.pupil)
    record = lock(record)
    if record.taken_back_on is None:
        raise TransitionNotAllowed("It counts already.")
    _write(record, {"taken_back_on": None, "taken_back_by": None, "taken_back_why": ""})
    _record("put back", record, pupil, by)
    return record


def _standing(record: IndesRecord) -> IndesRecord:
    record = lock(record)
    if record.taken_back_on:
        raise TransitionNotAllowed(f"It was taken back on {record.taken_back_on:%-d %B %Y}.")
    return record


def _sound(record: IndesRecord, facts: Mapping[str, Any]) -> None:
    sent_on: dt.date | None = facts.get("submitted_on")
    panel_on: dt.date | None = facts.get("panel_on")
    if sent_on and sent_on < record.completed_on:
        raise TransitionNotAllowed("It cannot have been sent before it was filled in.")
    if facts.get("reference") and not sent_on:
        raise TransitionNotAllowed("Say when it was sent, too.")
    if panel_on and (not sent_on or panel_on < sent_on):
        raise TransitionNotAllowed("A panel can only have seen it after it was sent.")
    if bool(panel_on) != bool(facts.get("outcome")):
        raise TransitionNotAllowed("Give the day of the panel and its outcome together.")
    if facts.get("outcome_note") and not panel_on:
        raise TransitionNotAllowed("Give the day of the panel, too.")


def _write(record: IndesRecord, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        setattr(record, name, value)
    record.save(update_fields=list(facts))


def _set_areas(record: IndesRecord, areas: Iterable[AreaFacts]) -> None:
    kept = [each for each in areas if not each.is_empty]
    if not kept:
        raise TransitionNotAllowed("Give a level in at least one section.")
    IndesArea.objects.bulk_create(
        IndesArea(
            school_id=record.school_id,
            record=record,
            place=place,
            section=each.section,
            level=each.level,
            evidence=each.evidence,
            impact=each.impact,
            is_main=each.is_main,
            linked=list(each.linked),
        )
        for place, each in enumerate(kept, 1)
    )


def _record(step: str, record: IndesRecord, pupil: Pupil, by: User | None) -> None:
    record_change(Action.CHANGE_INDES, pupil=pupil, by=by, subject=record, detail={"step": step})
