"""Evidence is put together: looked at, decided, made, taken out, sent; a form's answer written."""

import io

import pypdf
import pytest

from aylsham.codes import Sensitivity
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import NeedsAssessment
from pupils.models import Approval
from pupils.selectors.approvals import leaving_of
from pupils.services.approvals import answer_approval
from tests.browser.journeys.conftest import work_off
from tests.reports.bundles.makers import a_voice, paper

SLUG = "bure-valley"
CHOSEN = ("needs", "cycles", "provision", "tests", "advice", "views", "plan", "papers", "timeline")


@pytest.fixture(scope="module")
def child(site):
    """A child of a request under way, with reports and views."""
    with school_transaction(*School.objects.filter(slug=SLUG)):
        sendco = User.objects.get(email="sendco@demo.example")
        row = (
            NeedsAssessment.objects.filter(school__slug=SLUG).select_related("pupil__school").last()
        )
        pupil = row.pupil
        paper(pupil, "Psychologist’s report", "Working memory is weak", pages=4, kind="ep")
        paper(
            pupil,
            "Clinic letter",
            "Seen in clinic",
            kind="medical",
            sensitivity=Sensitivity.SENSITIVE,
        )
        a_voice(pupil, sendco, "Maths is loud in my head. I like the quiet table.")
        a_voice(pupil, sendco, "She needs time.", kind="parent_views", said_by="Her mother")
        return pupil


def _approve(child) -> None:
    """Whoever was asked has looked at it."""
    with school_transaction(*School.objects.filter(slug=SLUG)):
        row = Approval.objects.get(school__slug=SLUG, pupil=child, answer="open")
        leaving = leaving_of(row.school, row.kind, row.subject_id)
        answer_approval(approval=row, leaving=leaving, is_approved=True, by=row.approver)


@pytest.mark.parametrize("width", [1280, 360])
def test_evidence_is_put_together_and_sent(open_person, child, width):
    sendco = open_person(width=width).come_back_as("sendco@demo.example")
    sendco.go(f"/{SLUG}/children/{child.pk}/assessment/case/")
    sendco.follow("Put the evidence together for the council")
    sendco.follow("Put evidence together")
    for kind in CHOSEN:
        sendco.page.check(f"[name=kinds][value={kind}]")
    sendco.fill(aim="assess", council="Norfolk", most_mb="10").press("Look through the record")
    work_off("evidence_look")
    sendco.page.reload()
    assert "It is marked sensitive." in sendco.text
    assert sendco.violations() == []
    sendco.follow("Decide about what is flagged")
    for field in sendco.page.locator("[name^=choice_][value=out]").all():
        field.check()
    for field in sendco.page.locator("[name^=reason_]").all():
        field.fill("Not needed for this request.")
    assert sendco.violations() == []
    sendco.press("Save")
    assert "Not needed for this request." in sendco.text
    sendco.press("Make the bundle")
    work_off("evidence_bundle")
    sendco.page.reload()
    sendco.follow("See the result")
    with sendco.page.expect_download() as taken:
        sendco.page.get_by_role("link", name="The bundle (PDF").click()
    pages = pypdf.PdfReader(io.BytesIO(taken.value.path().read_bytes())).pages
    assert f"Bundle page 1 of {len(pages)}" in pages[0].extract_text()
    assert any("Psychologist’s report" in page.extract_text() for page in pages)
    assert sendco.page.evaluate("document.documentElement.scrollWidth") <= width
    sendco.follow("Ask for a second look").page.select_option("[name=approver]", index=1)
    assert sendco.violations() == []
    sendco.press("Ask")
    _approve(child)
    sendco.page.reload()
    sendco.follow("It was sent").fill(sent_how="portal").press("Note it")
    assert "to Norfolk" in sendco.text
    assert sendco.violations() == []
    assert sendco.faults == []


def test_one_answer_stands_in_both_forms_without_script(open_person, child):
    sendco = open_person(width=820, script=False).come_back_as("sendco@demo.example")
    sendco.go(f"/{SLUG}/children/{child.pk}/council-forms/example-county/")
    sendco.page.get_by_role("link").filter(has_text="Why provision").click()
    sendco.fill(text="Three adults would be needed all day.").press("Save")
    assert "Three adults would be needed all day." in sendco.text
    sendco.go(f"/{SLUG}/children/{child.pk}/council-forms/example-city/")
    assert "Three adults would be needed all day." in sendco.text
    assert sendco.faults == []
