"""Records at the end of their time: somebody decides, somebody else confirms."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.dates import DAY, days_after, months_corresponding
from aylsham.deadlines.registry import Action, DeadlineFact, RowsOf
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY
from aylsham.timescales.rules import Confidence
from pupils.models import Enrolment, Pupil, RetentionDecision
from pupils.retention_codes import RetentionKind
from pupils.rules import retention as rules
from pupils.selectors.leaving import last_days_on_roll

KINDS = {"retention": "Records at the end of their time"}
TABLES = (RowsOf(Enrolment, Q(ends_on__isnull=False)), RetentionDecision)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Records of children who have left, from the day on which they may be looked through."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    live = RetentionDecision.objects.live().filter(chosen, school=school)
    decided = {row.pupil_id: row for row in live}
    last_days = last_days_on_roll([school.pk], pupil_ids)
    gone = [*(pk for pk, day in last_days.items() if day), *decided]
    if not gone:
        return
    born = Pupil.objects.filter(school=school, pk__in=gone).values_list("pk", "born_on")
    for pupil_id, born_on in born:
        row = decided.get(pupil_id)
        if row is None or row.kind == RetentionKind.KEEP:
            yield _decide(calendar, pupil_id, rules.period_of(born_on), row)
        elif row.kind == RetentionKind.DELETE and row.confirmed_at is None:
            yield _confirm(calendar, row)


def _decide(
    calendar: SchoolCalendar, pupil_id: UUID, period: rules.Period, kept: RetentionDecision | None
) -> DeadlineFact:
    begins_on, due_on = period.review_on, period.decide_by
    if kept and kept.until and kept.until >= begins_on:
        begins_on = kept.until + DAY
        due_on = months_corresponding(begins_on, rules.DECIDE_MONTHS)
    rule = REGISTRY.rule_for(rules.CODE)
    return DeadlineFact(
        key=f"decide:{pupil_id}",
        kind="retention",
        title="Decide what becomes of a record at the end of its time",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        begins_on=begins_on,
        owed_by=Owes.SCHOOL,
        weight=Weight.GUIDANCE,
        rule_code=rule.code,
        rule_version=str(rule.version),
        citation=rule.citation,
        confidence=Confidence.GUIDANCE,
        how="a month from the day on which the record may be looked through",
        pupil_id=pupil_id,
        permission=Permission.REVIEW_RETENTION,
        facts={"Kept until": period.through.isoformat()},
        action=Action("Open the list", "retention"),
    )


def _confirm(calendar: SchoolCalendar, row: RetentionDecision) -> DeadlineFact:
    due_on = days_after(row.proposed_on, rules.CONFIRM_DAYS)
    return DeadlineFact(
        key=f"confirm:{row.pk}",
        kind="retention",
        title="Confirm the deletion of a record, or send it back",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="ours.confirm_deletion",
        rule_version="1",
        citation="Our own rule",
        confidence=Confidence.WORKING,
        how="two weeks after it was proposed",
        pupil_id=row.pupil_id,
        permission=Permission.CONFIRM_DELETION,
        facts={"Proposed on": row.proposed_on.isoformat()},
        action=Action("Open the list", "retention"),
    )
