"""Where the pages of a governor report are."""

from django.urls import reverse

from reports.models import GovernorReport, SchoolReport

#: Pages of a report by the end of their address and of their name.
STEPS = ("pdf", "word", "html", "words", "again", "publish", "withdraw", "discard")


def report_url(report: GovernorReport, name: str) -> str:
    """The address of a page of this report: `report`, `report_pdf` …; or of the list, `reports`."""
    if isinstance(report, SchoolReport):
        own = [report.school.slug] if name == "reports" else [report.school.slug, report.pk]
        return reverse(name, args=own)
    address = reverse(f"federation_{name}")
    return address if name == "reports" else f"{address}?report={report.pk}"
