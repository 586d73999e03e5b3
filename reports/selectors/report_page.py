"""One governor report as a page shows it to this person."""

from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Progress
from aylsham.jobs.codes import JobState
from aylsham.jobs.selectors import job_progress, jobs_in_reach
from reports.codes import ReportState
from reports.governor.addresses import STEPS, report_url
from reports.governor.document import Document, document_of
from reports.models import GovernorReport
from reports.selectors.published import files_of, mark_of


@dataclass(frozen=True)
class ReportPage:
    """The report, its document once it is counted, the work on it, and what the person may do."""

    report: GovernorReport
    document: Document | None
    work: Progress | None
    has_pdf: bool
    may_prepare: bool
    may_publish: bool
    urls: dict[str, str]

    @property
    def can_be_published(self) -> bool:
        return self.may_publish and self.report.is_draft

    @property
    def can_be_withdrawn(self) -> bool:
        return self.may_publish and self.report.is_published

    @property
    def can_be_printed(self) -> bool:
        """Whether somebody has to ask for the PDF, because nothing is on its way."""
        is_printable = self.report.state in (ReportState.DRAFT, ReportState.PUBLISHED)
        return self.may_prepare and is_printable and not self.has_pdf and not self.is_at_work

    @property
    def is_at_work(self) -> bool:
        return self.work is not None and not self.work.is_finished and not self.work.has_failed


def report_page(access: Access, report: GovernorReport) -> ReportPage:
    """The page; two statements besides the report's own."""
    kept = files_of(report).filter(is_draft=report.is_open).values_list("made_of", flat=True)
    made_of = kept.first()
    urls = {name: report_url(report, f"report_{name}") for name in STEPS}
    return ReportPage(
        report=report,
        document=document_of(report) if report.content and not report.is_counting else None,
        work=_work(access, report),
        has_pdf=_is_of(report, made_of),
        may_prepare=access.can(Permission.PREPARE_REPORTS),
        may_publish=access.can(Permission.PUBLISH_REPORTS),
        urls=urls | {"list": report_url(report, "reports")},
    )


def _is_of(report: GovernorReport, made_of: str | None) -> bool:
    """Whether the PDF that is there says what the report says."""
    if made_of is None or report.is_counting:
        return False
    return not report.is_open or made_of == mark_of(report)


def _work(access: Access, report: GovernorReport) -> Progress | None:
    """What goes on with it, for those who may look on; nothing once it is done."""
    if report.job_id is None or not access.can(Permission.PREPARE_REPORTS):
        return None
    job = jobs_in_reach(access).filter(pk=report.job_id).exclude(state=JobState.DONE).first()
    return job_progress(job, access) if job else None
