"""What was entered by mistake is taken away: asked first, its due dates gone, the trace kept."""

import pytest
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent, Deadline
from ehcp.models import AssessmentPaper, ClaimedException, PlanAppeal, PlanMove, PlanTerms
from ehcp.services.assessments.appeals import open_appeal
from ehcp.services.assessments.particulars import attach_paper, claim_exception
from ehcp.services.standing import add_terms, record_move
from pupils.models import Document
from tests.ehcp.assessment_makers import advice, asked, decided
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return a_school()


@pytest.fixture
def sendco(school):
    return client_of(member(school))


def of(row, end: str) -> str:
    """An address below an assessment."""
    return f"/{row.school.slug}/children/{row.pupil_id}/assessment/{row.pk}/{end}"


def filed(row) -> AssessmentPaper:
    facts = {"school": row.school, "pupil": row.pupil, "kind": "letter", "of_on": day("2026-11-02")}
    paper = Document.objects.create(title="Panel note", filed_at=timezone.now(), **facts)
    return attach_paper(assessment=row, document=paper, milestone="decision", by=None)


def refused(school):
    return decided(asked("2026-09-07", school=school), "2026-10-12", "refuse")


def test_advice_that_nobody_was_asked_for_is_due_no_longer(school, sendco):
    row = decided(asked("2026-09-07", school=school), "2026-10-12")
    line = advice(row, "2026-10-19")
    assert Deadline.objects.filter(school=school, kind="assessment_advice").exists()
    page = sendco.get(of(row, f"advice/{line.pk}/remove/"))
    assert "Take this advice away?" in text_of(page)
    assert "Our school" in text_of(page)
    assert row.advice.count() == 1  # asked first
    for _ in range(2):  # pressed twice: the second finds nothing
        answer = sendco.post(of(row, f"advice/{line.pk}/remove/"))
    assert answer.status_code == 404
    assert row.advice.count() == 0
    assert not Deadline.objects.filter(school=school, kind="assessment_advice").exists()
    said = AuditEvent.objects.filter(school=school, action=Action.CHANGE_NEEDS_ASSESSMENT)
    assert said.filter(detail__what="advice taken away").count() == 1


def test_a_claim_and_a_paper_are_taken_away_and_the_document_stays(school, sendco):
    row = decided(asked("2026-09-07", school=school), "2026-10-12")
    claim = claim_exception(
        assessment=row, kind="personal", claimed_on=day("2026-11-02"), words="", by=None
    )
    paper = filed(row)
    assert "stays among the child’s documents" in text_of(
        sendco.get(of(row, f"papers/{paper.pk}/remove/"))
    )
    sendco.post(of(row, f"exceptions/{claim.pk}/remove/"))
    sendco.post(of(row, f"papers/{paper.pk}/remove/"))
    assert not ClaimedException.objects.filter(school=school).exists()
    assert not AssessmentPaper.objects.filter(school=school).exists()
    assert Document.objects.filter(school=school, title="Panel note").exists()


def test_an_appeal_opened_by_mistake_goes_with_its_days_but_not_one_that_was_lodged(school, sendco):
    row = refused(school)
    appeal = open_appeal(assessment=row, about="refused", by=None)
    url = of(row, f"appeals/{appeal.pk}/remove/")
    PlanAppeal.objects.filter(pk=appeal.pk).update(lodged_on=day("2026-11-16"))
    page = sendco.post(url, follow=True)
    assert "This appeal was lodged" in text_of(page)
    assert "Take away" not in text_of(page).split("Mediation and appeal")[-1]
    PlanAppeal.objects.filter(pk=appeal.pk).update(lodged_on=None)
    sendco.post(url)
    assert not PlanAppeal.objects.filter(school=school).exists()
    assert not Deadline.objects.filter(school=school, kind="appeal").exists()
    again = open_appeal(assessment=row, about="refused", by=None)
    assert again.pk != appeal.pk


def test_what_stands_around_a_plan_is_taken_away(school, sendco):
    plan = make_plan("2025-11-24", school=school)
    facts = {"band": "D", "top_up_pence": None, "placement": "sole", "setting": ""}
    terms = add_terms(plan=plan, starts_on=day("2026-09-01"), by=None, **facts)
    record_move(
        plan=plan,
        mark="new",
        by=None,
        from_authority="Suffolk",
        moved_on=day("2026-11-02"),
        aware_on=day("2026-11-02"),
        transferred_on=None,
    )
    assert Deadline.objects.filter(school=school, provider="ehcp_wording").exists()
    page = text_of(sendco.get(f"/{school.slug}/plans/{plan.pk}/"))
    assert "It did not move" in page
    terms_url = f"/{school.slug}/plan-terms/{terms.pk}/remove/"
    move_url = f"/{school.slug}/plans/{plan.pk}/moved-in/remove/"
    for url in (terms_url, move_url):
        assert "entered by mistake" in text_of(sendco.get(url))
        assert sendco.post(url).status_code == 302
    assert not PlanTerms.objects.filter(school=school).exists()
    assert not PlanMove.objects.filter(school=school).exists()
    assert not Deadline.objects.filter(school=school, provider="ehcp_wording").exists()
    assert sendco.get(move_url).status_code == 302  # somebody was quicker


def test_who_only_reads_takes_nothing_away_and_another_school_finds_nothing(school):
    row = refused(school)
    paper, appeal = filed(row), open_appeal(assessment=row, about="refused", by=None)
    ends = (f"papers/{paper.pk}/remove/", f"appeals/{appeal.pk}/remove/")
    for role in (Role.HEAD, Role.CLASS_TEACHER):
        client = client_of(member(school, role))
        assert {client.post(of(row, end)).status_code for end in ends} == {403}
    stranger = client_of(member(a_school()))
    assert {stranger.post(of(row, end)).status_code for end in ends} == {404}
    assert AssessmentPaper.objects.filter(pk=paper.pk).exists()
