"""The inspection folder: evidence by theme from what was published; a PDF for a visitor."""

import io

import pikepdf
import pypdf
import pytest

from aylsham.access.roles import Role
from aylsham.documents.rendering import write_pdf
from aylsham.models import AuditEvent
from provision.models import CouncilPaper
from provision.rules.graduated_map import norfolk
from provision.services.evaluations import begin_evaluation
from reports.inspection.themes import THEMES
from reports.services.governor.publishing import withdraw_report
from tests.conventions.addresses import addresses
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.governor.makers import PUBLIC, reportable
from tests.reports.governor.makers import published as report_out
from tests.reports.publication_makers import a_draft, published, worded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/inspection/"


def test_an_empty_school_says_that_nothing_is_published():
    client = client_of(member(SchoolFactory(slug="oakfield")))
    page = text_of(client.get(URL))
    assert all(theme.heading in page for theme in THEMES)
    assert "Nothing is published about this yet." in page
    assert "No governor report for everybody is published" in page


def test_what_is_said_of_children_was_published():
    school = reportable(slug="oakfield", support=12, plans=6)
    PupilFactory(school=school, last_name="Quillfeather", with_plan=True)
    sendco = member(school)
    report_out(school)  # for governors: totals however small, so no evidence for a visitor
    a_draft(school)
    worded_draft = worded(a_draft(school), parents="A secret still being written.")
    client = client_of(sendco)
    page = text_of(client.get(URL))
    assert "of our children are on the SEND register" not in page
    report = report_out(school, PUBLIC)
    page = text_of(client.get(URL))
    assert "Governor report for everybody, Autumn 2026" in page
    assert "of our children are on the SEND register" in page
    assert "Quillfeather" not in page and "A secret" not in page
    published(worded_draft)
    assert "A secret still being written." in text_of(client.get(URL))
    assert len(statements(client, URL)) <= OF_EVERY_REQUEST + 8
    # What is taken back is evidence no longer.
    withdraw_report(report=report, reason="A wrong term", by=sendco)
    assert "of our children are on the SEND register" not in text_of(client.get(URL))


def test_a_self_evaluation_counts_once_it_is_finished():
    school = SchoolFactory(slug="oakfield", la_code="926")
    shape = norfolk().ipsef_on(TODAY)
    found = begin_evaluation(school=school, year=2026, shape=shape, by=None)
    found.statements.update(rating=shape.ratings[0].key, evidence="Seen with Zoe")
    client = client_of(member(school))
    assert "Self-evaluation, " not in text_of(client.get(URL))
    found.finished_on = TODAY
    found.save()
    page = text_of(client.get(URL))
    assert "Self-evaluation, 23 November 2026" in page and shape.ratings[0].label in page
    assert "Seen with Zoe" not in page


def test_each_link_is_for_whoever_may_open_its_page():
    rules = {address.name: address.rule for address in addresses()}
    asked = {link.url_name: link.permission for theme in THEMES for link in theme.links}
    assert {name: rules[name].permission for name in asked} == asked


@pytest.mark.parametrize(
    ("role", "status"), [(Role.HEAD, 200), (Role.GOVERNOR, 403), (Role.CLASS_TEACHER, 403)]
)
def test_who_opens_it(role, status):
    school = SchoolFactory(slug="oakfield")
    assert client_of(member(school, role)).get(URL).status_code == status


def test_the_visitor_gets_a_tagged_pdf():
    school = SchoolFactory(slug="oakfield")
    published(worded(a_draft(school), parents="We meet three times a year."))
    sendco = member(school)
    client = client_of(sendco)
    client.post(f"{URL}print/")
    row = CouncilPaper.objects.get(school=school)
    assert row.kind == "folder" and AuditEvent.objects.filter(action="print").count() == 1
    data = write_pdf(row.html)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "en-GB" and pdf.Root.MarkInfo.Marked
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "We meet three times a year." in text
    assert [theme.heading for theme in THEMES if theme.heading not in text] == []
