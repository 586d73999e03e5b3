"""A governor report on its way to its readers, and back."""

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from reports.codes import ReportState
from reports.models import GovernorReport
from reports.selectors.governor_report import mark_of_figures_out
from reports.selectors.published import named_children, reports_of
from reports.services.governor.preparing import require_draft, start_work
from reports.services.governor.recording import lock_report, record_report


@transaction.atomic
def publish_report(*, report: GovernorReport, by: User | None) -> GovernorReport:
    """Give the draft to its readers: it replaces the version before and never changes again.

    Its figures are out from now on; they were protected beside those that were out before, so it
    is refused if another report has been published since it was counted.
    """
    report = lock_report(report)
    require_draft(report)
    if named_children(report.words.values(), report.schools):
        raise TransitionNotAllowed("The SENDCo’s words name a child. Take the name out first.")
    if report.counted_beside != mark_of_figures_out(report.owner, report.key, report.readers):
        raise TransitionNotAllowed(
            "Another report was published since this one was counted, and together they could "
            "give a small number away. Count this one again, then publish it."
        )
    before = reports_of(report.owner).published().of(report.key, report.readers)
    before.update(state=ReportState.REPLACED)
    report.state = ReportState.PUBLISHED
    report.published_by, report.published_at = by, timezone.now()
    report.save()
    start_work(report, by=by)
    record_report(Action.PUBLISH_REPORT, report, by=by)
    return report


@transaction.atomic
def withdraw_report(*, report: GovernorReport, reason: str, by: User) -> GovernorReport:
    """Take a published report back; who has read it has read it, and its figures stay known."""
    report = lock_report(report)
    if not report.is_published:
        raise TransitionNotAllowed("Only a published report can be withdrawn.")
    if not reason.strip():
        raise TransitionNotAllowed("Say why it is withdrawn.")
    report.state = ReportState.WITHDRAWN
    report.withdrawn_by, report.withdrawn_at = by, timezone.now()
    report.withdrawn_because = reason.strip()
    report.save()
    record_report(Action.WITHDRAW_REPORT, report, by=by)
    return report
