"""What every step of a report has in common: locks and a trace."""

from typing import Any

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.changes import TransitionNotAllowed
from aylsham.models import Federation, School, User
from reports.models import GovernorReport, SchoolReport
from reports.selectors.published import reports_of


def lock_owner(owner: School | Federation) -> Federation:
    """Let no other report of the federation and its schools change until this is done."""
    key = owner.federation_id if isinstance(owner, School) else owner.pk
    return Federation.objects.select_for_update(no_key=True).get(pk=key)


def lock_report(report: GovernorReport) -> GovernorReport:
    """The report as it is now, locked; TransitionNotAllowed if it was discarded meanwhile."""
    lock_owner(report.owner)
    rows = reports_of(report.owner).select_for_update(of=("self",), no_key=True)
    found = rows.filter(pk=report.pk).first()
    if found is None:
        raise TransitionNotAllowed("This draft was discarded.")
    return found


def record_report(action: Action, report: GovernorReport, *, by: User | None, **detail: Any):
    """Write down a step, at every school that the report is about."""
    detail |= {"term": report.term, "audience": report.audience, "version": report.version}
    if isinstance(report, SchoolReport):
        record_event(action, school=report.school, by=by, subject=report, detail=detail)
        return
    everywhere = {school: [] for school in report.schools}
    detail |= {"federation_report": str(report.pk)}
    record_events(action, by=by, pupil_ids_by_school=everywhere, detail=detail)
