"""What the inclusion strategy makes due: its yearly review, once a strategy is published."""

from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from reports.codes import Duty
from reports.models import DutyRecord, InclusionStrategy

KINDS = {"strategy": "Inclusion strategy"}


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The next review; before a strategy is out, publishing it is what is due."""
    if pupil_ids is not None:
        return
    frame = InclusionStrategy.objects.filter(school=school).exclude(review_on=None).first()
    records = DutyRecord.objects.filter(school=school, duty=Duty.INCLUSION_STRATEGY)
    if frame is None or not records.filter(does_not_apply=False).exists():
        return
    yield DeadlineFact(
        kind="strategy",
        key="review",
        title="Review the inclusion strategy, and set the next review",
        due_on=frame.review_on,
        do_by=calendar.do_by(frame.review_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="ours.strategy_review",
        rule_version="1",
        citation="Inclusive Mainstream Fund 2026-27 conditions",
        how="the day set in the strategy",
        confidence=Confidence.WORKING,
        permission=Permission.READ_REPORTS,
        action=Action("Set the next one", "strategy_frame", (), Permission.PREPARE_REPORTS),
    )
