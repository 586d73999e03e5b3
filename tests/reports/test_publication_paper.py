"""The SEN information report as a PDF: made in the background, once, tagged, every heading in it."""

import datetime as dt
import io

import pikepdf
import pypdf
import pytest
from django.db.models.functions import Now
from django.template.loader import render_to_string

from aylsham.documents.rendering import write_pdf
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from aylsham.tenancy.row_security import school_transaction
from reports import publication_tasks as tasks
from reports.models import PublicationFile
from reports.publications.headings import SEN_INFORMATION
from reports.selectors.publications import paper_of
from tests.aylsham.jobs.processes import in_process
from tests.factories import SchoolFactory
from tests.reports.publication_makers import a_draft, published, worded


class TestTheJob:
    pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("today")]

    @pytest.fixture
    def school(self, monkeypatch):
        monkeypatch.setattr(tasks, "write_pages", lambda html: b"%PDF-quick")
        return SchoolFactory(slug="oakfield")

    def asked(self, school) -> Job:
        with school_transaction(school):
            return Job.objects.get(pk=published(worded(a_draft(school))).job_id)

    def files(self, school) -> list[bytes]:
        with school_transaction(school):
            return [bytes(row.pdf) for row in PublicationFile.objects.all()]

    def test_it_is_printed_and_kept(self, school):
        assert run_job(self.asked(school).pk) == JobState.DONE
        assert self.files(school) == [b"%PDF-quick"]

    @pytest.mark.parametrize("place", ["step committed", "before finish"])
    def test_killed_it_is_kept_once_by_the_next_worker(self, school, place):
        job = self.asked(school)
        assert in_process(lambda: run_job(job.pk), dies_at=(place, 1))
        Job.objects.filter(state="running").update(lease_until=Now() - dt.timedelta(seconds=1))
        assert run_job(job.pk) == JobState.DONE
        assert self.files(school) == [b"%PDF-quick"]


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_its_pages_are_tagged_and_hold_every_heading():
    found = published(worded(a_draft(SchoolFactory()), offer="Here is the local offer."))
    html = render_to_string("reports/print/publication.html", {"paper": paper_of(found)})
    data = write_pdf(html)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) <= 10
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Here is the local offer." in text
    assert [h.key for h in SEN_INFORMATION if h.title not in text] == []
