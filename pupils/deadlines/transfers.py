"""What arriving and leaving make due: the record asked for, chased, and sent on."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, RowsOf, deadline_from
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import CalendarTooShort, SchoolCalendar
from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY
from aylsham.timescales.rules import Confidence
from pupils.models import Enrolment, PreviousRecord, Pupil, RecordTransfer, StatusPeriod
from pupils.rules import arrivals as rules
from pupils.selectors.leaving import last_days_on_roll
from pupils.selectors.moving.arrivals import first_days
from pupils.transfer_codes import TransferState

KINDS = {
    "arrival": "Records from previous settings",
    "transfer": "Records to send on",
}
#: As `joins_in_year` says it of those who do not.
WITH_INTAKE = Q(starts_on__month=8) | Q(starts_on__month=9, starts_on__day__lte=rules.INTAKE_ENDS)
TABLES = (
    RowsOf(Enrolment, Q(ends_on__isnull=False) | ~WITH_INTAKE),
    PreviousRecord,
)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Records to ask for, to chase, and to send to the next school."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    yield from _arrivals(school, calendar, chosen)
    yield from _leavers(school, calendar, pupil_ids)


def _arrivals(school: School, calendar: SchoolCalendar, chosen: Q) -> Iterator[DeadlineFact]:
    records = list(PreviousRecord.objects.filter(chosen, school=school))
    asked = {record.pupil_id for record in records}
    for pupil_id, day in first_days(school, chosen).items():
        if pupil_id not in asked:
            yield _arrival(
                calendar,
                key=f"ask:{pupil_id}",
                title="Ask the previous setting for the record",
                pupil_id=pupil_id,
                due_on=day,
                how="on the child's first day",
                action=Action(
                    "Ask", "previous_record_ask", (str(pupil_id),), Permission.PLAN_MOVES
                ),
            )
    for record in records:
        if record.is_open:
            yield _arrival(
                calendar,
                key=f"chase:{record.pk}",
                title="Record of the previous setting: here, or asked for again",
                pupil_id=record.pupil_id,
                due_on=rules.next_step_by(record.asked_on, record.chased_on, calendar),
                how="15 school days after asking, then every ten",
                action=Action("Open", "previous_record", (str(record.pupil_id), str(record.pk))),
            )


def _arrival(calendar, *, key, title, pupil_id, due_on, how, action) -> DeadlineFact:
    return DeadlineFact(
        key=key,
        kind="arrival",
        title=title,
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=rules.CODE,
        rule_version=rules.VERSION,
        citation=rules.CITATION,
        confidence=Confidence.WORKING,
        how=how,
        pupil_id=pupil_id,
        lapses_with_roll=True,
        permission=Permission.VIEW_NEEDS,
        action=action,
    )


def _leavers(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Children who were ever on the register: the office sends the others' files by itself."""
    if school.live_from is None:
        return
    last_days = last_days_on_roll([school.pk], pupil_ids)
    gone = {pk: day for pk, day in last_days.items() if day and day >= school.live_from}
    if not gone:
        return
    sent = RecordTransfer.objects.filter(
        school=school,
        pupil__in=list(gone),
        state__in=(TransferState.READY, TransferState.RECEIVED),
    ).values("pupil")
    on_register = StatusPeriod.objects.filter(school=school).values("pupil")
    waiting = Pupil.objects.filter(school=school, pk__in=list(gone)).filter(pk__in=on_register)
    for pupil_id in waiting.exclude(pk__in=sent).values_list("pk", flat=True):
        yield _leaver(calendar, pupil_id, gone[pupil_id])


def _leaver(calendar: SchoolCalendar, pupil_id: UUID, left_on: dt.date) -> DeadlineFact:
    shared: dict[str, Any] = {
        "key": f"send:{pupil_id}",
        "kind": "transfer",
        "pupil_id": pupil_id,
        "permission": Permission.VIEW_NEEDS,
        "action": Action("Send it", "transfer_start", (str(pupil_id),), Permission.MOVE_RECORDS),
    }
    facts = {"left_roll": left_on, "calendar": calendar}
    try:
        result = REGISTRY.calculate("records.ctf_transfer", facts, calendar=calendar)
        return deadline_from(result, "transfer_by", **shared)
    except (CalendarTooShort, FactProblem):
        due_on = rules.school_days_after(left_on, rules.EXPECTED_WITHIN, calendar)
        return DeadlineFact(
            title="Send the transfer file and the record",
            due_on=due_on,
            do_by=calendar.do_by(due_on),
            owed_by=Owes.SCHOOL,
            weight=Weight.LAW,
            rule_code="records.ctf_transfer",
            rule_version="1",
            citation=rules.CITATION,
            confidence=Confidence.WORKING,
            how="15 working days: no term dates of that time are known yet",
            **shared,
        )
