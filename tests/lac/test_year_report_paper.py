"""The report as a PDF: made in the background, once, tagged, in our font."""

import datetime as dt
import io

import pikepdf
import pytest
from django.db.models.functions import Now
from django.template.loader import render_to_string

from aylsham.documents.rendering import write_pdf
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from aylsham.tenancy.row_security import school_transaction
from lac.models import YearReportFile
from lac.rules.year_report import PARTS
from lac.selectors.year_reports import year_paper
from lac.services.year_reports import ask_for_year_pdf
from pupils.tasks import setting
from tests.aylsham.jobs.processes import in_process
from tests.factories import SchoolFactory
from tests.lac.report_makers import a_report, published, worded
from tests.school_years import school_year
from tests.tags import of_kind

PLACES = (
    "claimed",
    "step committed",
    "after outside work",
    "before finish",
    "finished, uncommitted",
)


class TestTheJob:
    pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("today")]

    @pytest.fixture
    def school(self, monkeypatch):
        monkeypatch.setattr(setting, "write_pdf", lambda html: b"%PDF-quick")
        return SchoolFactory(slug="oakfield")

    def asked(self, school) -> Job:
        with school_transaction(school):
            report = published(a_report(school))
        return Job.objects.get(pk=report.job_id)

    def files(self, school) -> list[bytes]:
        with school_transaction(school):
            return [bytes(row.pdf) for row in YearReportFile.objects.all()]

    def test_it_is_printed_and_kept(self, school):
        assert run_job(self.asked(school).pk) == JobState.DONE
        assert self.files(school) == [b"%PDF-quick"]

    @pytest.mark.slow
    @pytest.mark.parametrize("place", PLACES)
    def test_killed_anywhere_it_is_kept_once_by_the_next_worker(self, school, place):
        job = self.asked(school)
        assert in_process(lambda: run_job(job.pk), dies_at=(place, 1))
        Job.objects.filter(state="running").update(lease_until=Now() - dt.timedelta(seconds=1))
        assert run_job(job.pk) == JobState.DONE
        assert run_job(job.pk) is None
        assert self.files(school) == [b"%PDF-quick"]

    def test_asked_for_again_it_is_not_made_twice(self, school):
        job = self.asked(school)
        with school_transaction(school):
            from lac.models import YearReport

            report = YearReport.objects.select_related("school").get()
            assert ask_for_year_pdf(report=report, by=None).job_id == job.pk
        run_job(job.pk)
        with school_transaction(school):
            ask_for_year_pdf(report=report, by=None)
        assert Job.objects.filter(kind="year_report").count() == 1


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestThePages:
    @pytest.fixture
    def pdf(self):
        school = SchoolFactory(slug="oakfield")
        school_year(school)
        report = published(worded(a_report(school), policy="We read every policy."))
        html = render_to_string("lac/print/year_report.html", {"paper": year_paper(report)})
        with pikepdf.open(io.BytesIO(write_pdf(html))) as pdf:
            yield pdf

    def test_it_says_its_language_title_and_standard(self, pdf):
        assert str(pdf.Root.Lang) == "en-GB"
        title = "Children in care: report to governors, 2026 to 2027"
        assert str(pdf.docinfo["/Title"]).startswith(title)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.Root.MarkInfo.Marked
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()

    def test_headings_stand_in_order(self, pdf):
        assert len(of_kind(pdf, "/H1")) == 1
        assert len(of_kind(pdf, "/H2")) == len(PARTS)
        assert len(of_kind(pdf, "/H3")) == 1

    def test_every_font_is_ours_and_in_the_file(self, pdf):
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "Atkinson" in str(font.BaseFont)
            descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            keys = set(descendant.FontDescriptor.keys())
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & keys
