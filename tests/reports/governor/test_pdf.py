"""The PDF: tagged, in our font, at most ten pages, without a name or a small number."""

import io
import re
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from aylsham.documents.rendering import write_pdf
from aylsham.models import Federation
from pupils.codes import SenStatus
from pupils.models import Pupil
from reports.forms.governor import WordsForm
from reports.governor.document import MOST_SCHOOLS, document_of, html_of, make_document
from reports.governor.report import SchoolLine
from reports.governor.sentences import SECTIONS, WORDED
from reports.models import GovernorReport
from tests.ehcp.makers import held, make_plan
from tests.reports.governor.fullest import full
from tests.reports.governor.makers import (
    GOVERNORS,
    PUBLIC,
    add_children,
    counted,
    published,
    reportable,
)
from tests.tags import of_kind

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("today")]


WHAT_IS_HIDDEN = (
    "Because this report is confidential, this term’s totals of the whole school are printed "
    "however small. A group of fewer than five by need, year group or reason is not, nor a number "
    "from which it could be worked out, alone or together with another published report."
)
NEEDS = {"R": "SLCN", "1": "SEMH", "2": "MLD", "3": "HI", "5": "SPLD", "6": "OTH"}


def busy_school(**more):
    """A school with something to show on every page."""
    school = reportable(support=9, plans=7, others=30, **more)
    for year, need in NEEDS.items():
        add_children(school, support=6, others=12, year=year, need=need)
    with_plan = Pupil.objects.filter(school=school, status_periods__status=SenStatus.PLAN)
    for pupil in with_plan:
        held(make_plan("2024-10-01", pupil=pupil), "2025-12-01", "2026-01-14")
    return school


def printed(report: GovernorReport) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write_pdf(html_of(document_of(report)))))


def words_of(pdf: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


class TestTags:
    #: One print serves all these tests, which only read it: it takes seconds to make.
    written: bytes = b""

    @pytest.fixture
    def pdf(self):
        if not TestTags.written:
            TestTags.written = write_pdf(html_of(document_of(counted(busy_school()))))
        with pikepdf.open(io.BytesIO(TestTags.written)) as pdf:
            yield pdf

    def test_it_says_its_language_title_and_standard(self, pdf):
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]).startswith("SEND report to governors, Autumn 2026")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.Root.MarkInfo.Marked
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()

    def test_every_drawing_has_its_figures_in_words(self, pdf):
        words = [str(each.Alt) for each in of_kind(pdf, "/Figure")]
        assert len(words) == 6
        assert any("Year 4: Share of the year group" in each for each in words)
        assert any("The council’s: Kept in time 0, Kept late 7" in each for each in words)
        assert all(re.search(r": .*\d", each) for each in words)

    def test_headings_stand_in_order(self, pdf):
        assert len(of_kind(pdf, "/H1")) == 1
        # Nobody has written of complaints and of the plan, nobody was trained, no family was asked.
        assert len(of_kind(pdf, "/H2")) == len(SECTIONS) - 4

    def test_every_cell_of_a_table_names_its_head_cells(self, pdf):
        names = {str(each.ID) for each in of_kind(pdf, "/TH")}
        cells = of_kind(pdf, "/TD")
        assert len(cells) >= 5
        for each in cells:
            headers = {str(name) for name in each.A.Headers}
            assert len(headers) >= 2  # of its column and its row
            assert headers <= names

    def test_every_font_is_ours_and_in_the_file(self, pdf):
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "Atkinson" in str(font.BaseFont)
            descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = descendant.FontDescriptor
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())

    def test_it_is_on_a4_and_at_most_ten_pages(self, pdf):
        assert len(pdf.pages) <= 10
        for page in pdf.pages:
            width, height = (float(n) for n in page.MediaBox[2:])
            assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize("audience", [GOVERNORS, PUBLIC])
def test_the_longest_words_in_every_box_still_fit(audience):
    report = counted(busy_school(), audience)
    report.content = full(report.report).as_json()
    report.words = {key: "Word after word. " * 23 for key, _ in WORDED}
    assert all(len(text) <= WordsForm.LONGEST for text in report.words.values())
    with printed(report) as pdf:
        assert len(pdf.pages) <= 10


def test_a_trust_of_many_schools_fits_too():
    school = busy_school()
    report = counted(school.federation).report
    line = SchoolLine("A School with Quite a Long Name", "Primary", 400, 60, 12, 18.0)
    many = tuple(replace(line, percent=10.0 + i / 10) for i in range(100))
    document = make_document(replace(report, schools=many), words={}, is_draft=False)
    assert len(document.schools) == MOST_SCHOOLS
    assert {document.schools[0].percent, document.schools[-1].percent} == {19.9, 10.0}
    with pikepdf.open(io.BytesIO(write_pdf(html_of(document)))) as pdf:
        assert len(pdf.pages) <= 10


def test_a_nursery_with_nine_children_says_in_words_what_can_be_said():
    school = reportable(support=9, plans=0, others=40, phase="nursery", year_groups=["N1", "N2"])
    Pupil.objects.filter(school=school).update(year_group="N1")
    report = counted(school)
    pdf = write_pdf(html_of(document_of(report)))
    words = words_of(pdf)
    assert "9 of 49 children (18.4%) are on the SEND register" in words
    assert "What can be said: 9 children" in words
    assert WHAT_IS_HIDDEN in words
    assert len(report.report.questions) == 3
    for question in report.report.questions:
        assert question.ask in words
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) <= 6


def test_what_is_hidden_is_said_alike_where_small_totals_are_printed():
    """Four who came on the register are a total; one year group of three is not."""
    school = reportable(support=25, plans=6, others=80)
    add_children(school, support=3, plans=0, others=20, year="5")
    words = words_of(write_pdf(html_of(document_of(counted(school)))))
    assert WHAT_IS_HIDDEN in words
    assert "Groups of fewer than five are not printed" not in words
    assert "A number below five, or one" not in words


@pytest.mark.parametrize("audience", [GOVERNORS, PUBLIC])
def test_no_child_is_named_and_for_anybody_no_number_is_small(audience):
    school = reportable(support=11, plans=3, others=30)
    add_children(school, support=2, plans=1, others=12, year="5")
    report = counted(school, audience)
    words = words_of(write_pdf(html_of(document_of(report))))
    for first, last in Pupil.objects.filter(school=school).values_list("first_name", "last_name"):
        assert not re.search(rf"\b{first}\b", words)
        assert not re.search(rf"\b{last}\b", words)
    if audience is PUBLIC:
        words = re.sub(r"Page \d of \d", "", words)
        assert not re.search(r"\b[1-4] (child|children|with|of)\b", words)
        assert not re.search(r"\bone child\b(?! in )", words)
        assert "Confidential" not in words
    else:
        assert "Confidential: for governors only" in words


def test_a_draft_says_so_on_every_page_and_a_published_report_does_not():
    school = reportable()
    draft = words_of(write_pdf(html_of(document_of(counted(school)))))
    pages = int(re.search(r"Page 1 of (\d)", draft)[1])
    assert draft.count("Draft, not published") == pages + 1  # and on its front
    final = words_of(write_pdf(html_of(document_of(published(school, PUBLIC)))))
    assert "Draft" not in final


def test_the_federation_tells_its_schools_apart():
    one = busy_school(name="Oak Juniors")
    busy_school(name="Elm Infants", federation=one.federation)
    federation = Federation.objects.get(pk=one.federation_id)
    words = words_of(write_pdf(html_of(document_of(counted(federation)))))
    assert "Oak Juniors" in words
    assert "Elm Infants" in words


def test_ours_and_the_councils_legal_dates_are_told_apart_with_sources():
    words = words_of(write_pdf(html_of(document_of(counted(busy_school())))))
    assert "Special educational needs in England, 2025/26" in words
    assert "legal dates" in words
