"""Recording that the school did what it owes as a school."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from aylsham.timescales.registry import REGISTRY, UnknownRule
from reports.codes import ABOUT_A_DAY, Duty
from reports.models import DutyRecord
from reports.selectors.duties import RULES

#: Duties that come again, counted from the last time.
COUNTED = (
    Duty.SEN_REPORT,
    Duty.ACCESSIBILITY_PLAN,
    Duty.EQUALITY_INFORMATION,
    Duty.EQUALITY_OBJECTIVES,
)
DUTY_FIELDS = ("done_on", "about_on", "web_address", "done_by", "note", "does_not_apply")


@transaction.atomic
def record_duty(
    *,
    school: School,
    duty: str,
    done_on: dt.date,
    by: User | None,
    done_by: str = "",
    **more: Any,
) -> DutyRecord:
    """Write down that a duty was done, when, where it stands and by whom."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    record = DutyRecord(
        school=school,
        duty=duty,
        done_on=done_on,
        done_by=done_by or (by.name if by else "the school"),
        recorded_by=by,
        **more,
    )
    _require_good(record)
    record.save(force_insert=True)
    _record(record, by, "recorded")
    return record


@transaction.atomic
def change_duty_record(*, record: DutyRecord, version: str, by: User, **values: Any) -> DutyRecord:
    """Correct what was recorded."""
    record = _locked(record)
    require_version(record, DUTY_FIELDS, version)
    for name in DUTY_FIELDS:
        setattr(record, name, values.get(name, getattr(record, name)))
    _require_good(record)
    record.save(update_fields=DUTY_FIELDS)
    _record(record, by, "changed")
    return record


@transaction.atomic
def remove_duty_record(*, record: DutyRecord, by: User) -> None:
    """Take out what was recorded by mistake; the history keeps it."""
    record = _locked(record)
    pk = record.pk
    record.delete()
    record.pk = pk  # for the audit event
    _record(record, by, "removed")


def _locked(record: DutyRecord) -> DutyRecord:
    rows = DutyRecord.objects.select_for_update(of=("self",), no_key=True).select_related("school")
    found = rows.filter(school_id=record.school_id, pk=record.pk).first()
    if found is None:
        raise TransitionNotAllowed("Somebody has taken this record out.")
    return found


def _require_good(record: DutyRecord) -> None:
    _require_law(record)
    if record.duty in ABOUT_A_DAY and record.about_on is None:
        raise TransitionNotAllowed("Say which day it is about.")
    if record.does_not_apply and not record.note:
        raise TransitionNotAllowed("Say why it is not asked of this school.")
    same = DutyRecord.objects.filter(
        school_id=record.school_id, duty=record.duty, about_on=record.about_on
    ).exclude(pk=record.pk)
    if record.duty != Duty.CENSUS:
        same = same.filter(done_on=record.done_on)
    if same.exists():
        raise TransitionNotAllowed("This is recorded already. Correct that record instead.")


def _require_law(record: DutyRecord) -> None:
    """A day from which no version of the rule can count is a slip of the year."""
    counted = record.about_on if record.duty in ABOUT_A_DAY else record.done_on
    try:
        if record.duty in COUNTED:
            REGISTRY.rule_for(RULES[Duty(record.duty)], counted)
    except UnknownRule:
        raise TransitionNotAllowed("That day is before this duty began. Check the year.") from None


def _record(record: DutyRecord, by: User | None, step: str) -> None:
    record_event(
        Action.RECORD_DUTY,
        school=record.school,
        by=by,
        subject=record,
        detail={"duty": record.duty, "step": step},
    )
    rebuild_deadlines(record.school)
