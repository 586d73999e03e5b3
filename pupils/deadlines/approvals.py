"""What somebody was asked to approve before it leaves the school."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.models import Approval
from pupils.sharing_codes import Answered

KINDS = {"approval": "To approve before it leaves"}
TABLES = (Approval,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open questions; they do not lapse when the child leaves."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    for row in Approval.objects.filter(chosen, school=school, answer=Answered.OPEN):
        asked_on = timezone.localtime(row.asked_at).date()
        yield DeadlineFact(
            key=f"approval:{row.pk}",
            kind="approval",
            title=f"Approve before it leaves: {row.get_kind_display().lower()}",
            due_on=row.due_on,
            do_by=min(row.due_on, max(asked_on, calendar.do_by(row.due_on))),
            owed_by=Owes.SCHOOL,
            weight=Weight.OURS,
            rule_code="ours.approval",
            rule_version="1",
            citation="Set by us",
            confidence=Confidence.WORKING,
            how="the day that was set",
            pupil_id=row.pupil_id,
            permission=Permission.APPROVE_SHARING,
            facts={"Asked on": asked_on.isoformat()},
            action=Action("Look at it", "approval", (str(row.pk),)),
        )
