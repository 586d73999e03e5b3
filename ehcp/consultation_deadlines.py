"""Consultations at the end of their time: somebody decides, somebody else confirms."""

import datetime as dt
from collections.abc import Iterator

from aylsham.access.permissions import Permission
from aylsham.dates import DAY, days_after, months_corresponding
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from ehcp.models import Consultation, ConsultationEnd
from ehcp.rules.consultations import KEPT_BY, KEPT_CODE, KEPT_VERSION
from pupils.retention_codes import RetentionKind
from pupils.rules.retention import CONFIRM_DAYS, DECIDE_MONTHS


def consultation_end_facts(school: School, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    """What is owed for each from the day after its time; children on our roll have their record."""
    live = ConsultationEnd.objects.live().filter(school=school)
    decided = {row.consultation_id: row for row in live}
    for row in Consultation.objects.filter(school=school, pupil=None):
        end = decided.get(row.pk)
        if end is None or end.kind == RetentionKind.KEEP:
            kept = max(row.keep_until, end.until if end and end.until else row.keep_until)
            begins_on = kept + DAY
            due_on = months_corresponding(begins_on, DECIDE_MONTHS)
            title = "Decide what becomes of a consultation that led to no place"
            yield _fact(
                calendar, f"decide:{row.pk}", title, due_on, Permission.REVIEW_RETENTION,
                how="a month from the day after it need be kept", begins_on=begins_on,
            )  # fmt: skip
        elif end.kind == RetentionKind.DELETE and end.confirmed_at is None:
            due_on = days_after(end.proposed_on, CONFIRM_DAYS)
            title = "Confirm the deletion of a consultation, or send it back"
            yield _fact(
                calendar, f"confirm:{end.pk}", title, due_on, Permission.CONFIRM_DELETION,
                how="two weeks after it was proposed",
            )  # fmt: skip


def _fact(
    calendar: SchoolCalendar,
    key: str,
    title: str,
    due_on: dt.date,
    permission: Permission,
    *,
    how: str,
    begins_on: dt.date | None = None,
) -> DeadlineFact:
    return DeadlineFact(
        key=f"consultation_end:{key}",
        kind="consultation_end",
        title=title,
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        begins_on=begins_on,
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=KEPT_CODE,
        rule_version=KEPT_VERSION,
        citation=KEPT_BY,
        confidence=Confidence.WORKING,
        how=how,
        permission=permission,
        action=Action("Open the list", "consultation_ends"),
    )
