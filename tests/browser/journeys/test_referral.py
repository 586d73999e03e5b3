"""Referrals in the browser: chased in two taps on a phone, begun from a concern without retyping."""

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Concern, Referral
from tests.factories import TODAY


def test_chased_in_two_taps_on_a_phone(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        due = Referral.objects.open().exclude(sent_on=None).earliest("nudge_on")
    assistant = open_person(width=360, height=740).come_back_as("assistant@demo.example")
    assistant.go("/bure-valley/due/?kind=referral")
    address = f"/bure-valley/children/{due.pupil_id}/referrals/{due.pk}/"
    assistant.page.locator(f"main a[href='{address}']").first.click()  # the first tap
    assistant.page.wait_for_load_state("load")
    assistant.press("Chased today")  # the second
    assert "Chased today. The next time is noted." in assistant.page.inner_text("body")
    with school_transaction(due.school):
        step = due.steps.latest("id")
        assert (step.kind, step.on, step.by.email) == ("chased", TODAY, "assistant@demo.example")
    assert assistant.faults == []


def test_from_a_concern_without_typing_twice(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        concern = Concern.objects.untriaged().earliest("id")
    address = f"/bure-valley/children/{concern.pupil_id}/concerns/{concern.pk}/"
    sendco = open_person().come_back_as("sendco@demo.example").go(f"{address}decide/")
    sendco.fill(kind="referral", reason="Beyond what class can do")
    sendco.page.get_by_text("To refer: to whom, what for, by when").click()
    sendco.fill(
        referred_to="NHS speech and language therapy",
        referred_for="Assess understanding",
        referral_owed_by="health",
        referral_due_on="15 Jan 2027",
    )
    sendco.press("Record the decision").press("Begin the referral")
    for words in ("NHS speech and language therapy", "Assess understanding", concern.seen_words):
        assert words in sendco.text
    assert "usual 18" in sendco.text or "not sent" in sendco.text
    sendco.follow("Record consent")
    sendco.fill(consent_by="Mrs Ash", consent_on="today", consent_how="signed")
    sendco.press("Record it").follow("Sent").press("Record it as sent")
    assert "0 weeks usual 18" in " ".join(sendco.text.split())
    assert sendco.faults == []
