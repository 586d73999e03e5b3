"""Every kind of PDF is set from the world's rows, or by a test of its own, and can be read aloud.

Whatever a test sets is examined (`tests/papers.py`); here no kind can be forgotten.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.template.backends.django import Template
from django.test import Client

from aylsham.access.roles import Role
from aylsham.documents import rendering
from aylsham.documents.rendering import write_pdf
from tests.conventions.addresses import addresses
from tests.conventions.world import World, make_world
from tests.demonstration import folder_of_copies, standing
from tests.papers import faults_of

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
#: Whole pages of HTML that are no paper.
SCREENS = {"base.html", "layouts/entrance.html", "reports/publications/website.html"}
#: Kind of paper → how the SENDCo asks for it, and at which address.
ASKED = {
    "ehcp/print/review_paper.html": ("get", "review_paper_pdf"),
    "lac/print/in_time.html": ("post", "care_print"),
    "lac/print/pep.html": ("post", "pep_print"),
    "lac/print/premium.html": ("post", "child_premium_print"),
    "provision/print/base.html": ("post", "base_print"),
    "provision/print/child_graduated.html": ("post", "child_graduated_print"),
    "provision/print/evaluation.html": ("post", "evaluation_print"),
    "provision/print/graduated.html": ("post", "graduated_print"),
    "provision/print/map.html": ("post", "map_print"),
    "provision/print/sheet.html": ("post", "cycle_sheet"),
    "provision/print/support_plan.html": ("post", "support_plan_print"),
    "provision/print/ticks.html": ("post", "week_print"),
    "provision/print/top_up.html": ("post", "top_up_print"),
    "pupils/print/agreement.html": ("post", "agreement_sheet"),
    "pupils/print/class_sheet.html": ("get", "class_sheet"),
    "pupils/print/classroom.html": ("get", "classroom_audit"),
    "pupils/print/minutes.html": ("post", "meeting_print"),
    "pupils/print/passports.html": ("get", "passport_print"),
    "pupils/tests/print_sign.html": ("get", "arrangements_sign"),
    "reports/handover/print.html": ("post", "handover_print"),
    "reports/print/brief.html": ("post", "brief_print"),
    "reports/print/council_form.html": ("get", "council_form_file"),
    "reports/print/inspection.html": ("post", "inspection_print"),
    "reports/print/timeline.html": ("post", "child_timeline_print"),
    "reports/print/training_plan.html": ("post", "training_plan_print"),
}
#: Kinds of which the world has no row that is ready: the test that sets them.
SET_IN = {
    "ehcp/print/consultation.html": "ehcp/test_consultations.py",
    "ehcp/print/consultation_certificate.html": "ehcp/test_consultation_ends.py",
    "ehcp/print/section_f.html": "ehcp/test_parent_sheet.py",
    "lac/print/carried.html": "lac/test_carried.py",
    "lac/print/year_report.html": "lac/test_year_report_paper.py",
    "pupils/contact_sheet_pdf.html": "pupils/family/test_sharing.py",
    "pupils/moving/record_pdf.html": "pupils/moving/test_pages.py",
    "pupils/print/easy.html": "pupils/passports/test_symbols.py",
    "pupils/print/letter.html": "pupils/letters/test_by_link.py",
    "pupils/print/shared.html": "pupils/shares/test_shares.py",
    "pupils/requests/bundle_pdf.html": "pupils/requests/test_headings.py",
    "pupils/retention/certificate_pdf.html": "pupils/retention/test_deleting.py",
    "pupils/tests/print_log.html": "pupils/test_arrangement_pages.py",
    "pupils/tests/print_rooms.html": "pupils/test_arrangement_pages.py",
    "reports/governor/pdf.html": "reports/governor/test_pdf.py",
    "reports/print/bundle.html": "reports/bundles/test_bundle_pages.py",
    "reports/print/bundle_summary_alone.html": "reports/bundles/test_bundle_pages.py",
    "reports/print/case_study.html": "reports/test_case_studies.py",
    "reports/print/publication.html": "reports/test_publication_paper.py",
    "reports/print/survey_slips.html": "reports/surveys/test_surveys.py",
    "staff/print/timetable.html": "staff/test_timetables.py",
}


def test_no_kind_is_forgotten():
    found = {
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if re.search(r"<html\b", path.read_text())
    }
    assert found - SCREENS == ASKED.keys() | SET_IN.keys()
    assert [test for test in SET_IN.values() if not (ROOT / "tests" / test).exists()] == []


@pytest.fixture(scope="module")
def transactional_db(django_db_setup, django_db_blocker):
    """One database state for all these tests, under the name by which one is made at all."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def world(transactional_db, tmp_path_factory, worker_id) -> Iterator[World]:
    with standing(folder_of_copies(tmp_path_factory, worker_id, "world"), make_world) as made:
        yield made


@pytest.fixture
def kept(monkeypatch) -> dict[str, str]:
    """The HTML of each paper that is asked for; what would set it says that it is set."""
    found: dict[str, str] = {}
    render = Template.render

    def keep(self, context=None, request=None):
        html = render(self, context, request)
        if self.template.name in ASKED:
            found[self.template.name] = str(html)
        return html

    monkeypatch.setattr(Template, "render", keep)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("paper", ASKED)
def test_it_can_be_read_aloud(world, kept, paper):
    method, name = ASKED[paper]
    (address,) = [each for each in addresses() if each.name == name]
    client = Client()
    client.force_login(world.people[Role.SENDCO])
    path = address.path(world.own.school, world.own.rows)
    response = getattr(client, method)(path, {"as": "pdf"} if method == "get" else {})
    assert response.status_code in (200, 302), response.status_code
    assert faults_of(write_pdf(kept[paper])) == []


class TestFaultsAreFound:
    """Planted, each in a paper that is whole otherwise."""

    pytestmark = pytest.mark.rough_paper

    WHOLE = (
        '<html lang="en-GB"><head><title>T</title><link rel="stylesheet" href="own:sheets.css">'
        "</head><body>{body}</body></html>"
    )

    def faults(self, body: str, page: str = WHOLE) -> list[str]:
        return faults_of(write_pdf(page.replace("{body}", body)))

    def test_a_whole_one_has_none(self):
        table = "<table><tr><th scope='col'>A</th></tr><tr><td>1</td></tr></table>"
        assert self.faults(f"<h1>H</h1><h2>I</h2><p>Words</p>{table}") == []

    @pytest.mark.parametrize(
        "body, fault",
        [
            ("<p>Words</p>", "It does not begin with a heading of the first level."),
            ("<h1>H</h1><h3>I</h3>", "A heading of level 3 follows one of level 1."),
            ("<h1>H</h1><table><tr><td>1</td></tr></table>", "A cell of a table belongs to no head."),
            ("<h1>H</h1><svg width='9' height='9'><path d='M0 0L9 9'/></svg>", "A picture has no words for it."),
        ],
    )  # fmt: skip
    def test_what_is_wrong_in_it(self, body, fault):
        assert fault in self.faults(body)

    def test_a_page_without_language_and_title(self):
        bare = "<html><body>{body}</body></html>"
        found = self.faults("<h1>H</h1>", bare)
        assert "It does not say its language." in found and "It has no title." in found

    def test_one_without_tags_and_fonts(self, tmp_path):
        with pikepdf.new() as pdf:
            page = pdf.add_blank_page()
            font = pikepdf.Dictionary(Type=pikepdf.Name.Font, BaseFont=pikepdf.Name.Helvetica)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            pdf.Root.StructTreeRoot = pikepdf.Dictionary()
            pdf.save(tmp_path / "plain.pdf")
        found = faults_of((tmp_path / "plain.pdf").read_bytes())
        assert {"It has no tags.", "The font /Helvetica is not in the file."} <= set(found)


def test_what_sets_type_is_examined_in_every_test():
    assert rendering.run_child.__name__ == "checked"
