"""A governor report as a PDF: set once, kept as it is."""

import hashlib

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from reports.models import GovernorReport, ReportFile, SchoolReport
from reports.selectors.published import files_of, mark_of, pdf_of
from reports.services.governor.recording import lock_report


@transaction.atomic
def keep_pdf(*, report: GovernorReport, pdf: bytes, made_of: str) -> ReportFile | None:
    """Keep the PDF; None when the report has changed since it was set, or is gone.

    A published report's PDF is written once: whoever comes later gets the first.
    """
    try:
        report = lock_report(report)
    except TransitionNotAllowed:
        return None
    if mark_of(report) != made_of:
        return None
    if kept := pdf_of(report):
        return kept
    files_of(report).filter(is_draft=True).delete()
    whose = (
        {"school": report.school}
        if isinstance(report, SchoolReport)
        else {"federation": report.federation}
    )
    return files_of(report).create(
        **whose,
        report=report,
        is_draft=report.is_open,
        pdf=pdf,
        digest=hashlib.sha256(pdf).hexdigest(),
        made_of=made_of,
    )
