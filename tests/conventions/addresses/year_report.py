"""Rows of the designated teacher's report."""

from tests.conventions.addresses.rows import row


@row("year_report")
def _year_report(world):
    """A published one with its PDF: everybody who may read any finds it."""
    from lac.services.year_reports import keep_year_pdf
    from tests.lac.report_makers import a_report, published, worded

    report = a_report(world.school)
    if report.is_published:
        return report.pk
    report = published(worded(report, policy=f"{world.marker} policy"))
    keep_year_pdf(report=report, pdf=b"%PDF-1.7")
    return report.pk
