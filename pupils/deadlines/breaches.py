"""The 72 hours after a breach was found, and telling the families."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.codes import BreachRisk, FamiliesTold
from pupils.models import Breach
from pupils.rules.documents import report_by

KINDS = {"breach": "Breaches of personal data"}
TABLES = (Breach,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Breaches about which something is not decided; also those that are about no one child."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    for breach in Breach.objects.filter(chosen, school=school, closed_at=None):
        if breach.risk == BreachRisk.OPEN:
            title = "Tell the ICO of a breach, or decide that it need not know"
            yield _fact(breach, calendar, "report", title, "UK GDPR art 33(1)")
        elif breach.risk == BreachRisk.REPORTED and breach.families == FamiliesTold.OPEN:
            title = "Decide whether families are told of a breach"
            yield _fact(breach, calendar, "families", title, "UK GDPR art 34")


def _fact(
    breach: Breach, calendar: SchoolCalendar, key: str, title: str, citation: str
) -> DeadlineFact:
    found_on = timezone.localtime(breach.found_at).date()
    due_on = timezone.localtime(report_by(breach.found_at)).date()
    is_law = key == "report"
    return DeadlineFact(
        key=f"breach:{breach.pk}:{key}",
        kind="breach",
        title=title,
        due_on=due_on,
        # A weekend in between does not stop the hours.
        do_by=max(found_on, calendar.do_by(due_on)),
        owed_by=Owes.SCHOOL,
        weight=Weight.LAW if is_law else Weight.OURS,
        rule_code="breach.report" if is_law else "ours.breach_families",
        rule_version="1",
        citation=citation,
        confidence=Confidence.LAW if is_law else Confidence.WORKING,
        how="72 hours after it was found, nights and holidays included",
        pupil_id=breach.pupil_id,
        permission=Permission.SEAL_DOCUMENTS,
        facts={"Found on": found_on.isoformat()},
        action=Action("Open", "breach", (str(breach.pk),)),
    )
