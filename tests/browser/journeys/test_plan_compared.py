"""The council sends an amended plan: pasted, compared, and what is less is seen while there is time."""

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import EhcPlan

SLUG = "bure-valley"
NOW = (
    "Section E\nE1 {name} will tell a story in four sentences.\n"
    "Section F\n"
    "F1 {name} will have 15 hours a week of help from an adult in class.\n"
    "F2 A speech and language therapist will work with {name} for 30 minutes each week.\n"
)
AMENDED = (
    "Section E\nE1 {name} will tell a story in four sentences.\n"
    "Section F\n"
    "F1 {name} will have 10 hours a week of help from an adult in class.\n"
    "F2 A speech and language therapist may work with {name} for 30 minutes each week.\n"
)


def _take_in(sendco, plan, kind: str, served_on: str, words: str) -> None:
    sendco.go(f"/{SLUG}/plans/{plan.pk}/wording/add/")
    sendco.fill(kind=kind, served_on=served_on).press("Save")
    sendco.follow("Paste text").fill(text=words).press("Show the lines")
    assert "Section F 2 lines" in sendco.text
    sendco.press("Add these lines")


def test_less_provision_is_seen_inside_the_fifteen_days(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        plans = EhcPlan.objects.filter(school__slug=SLUG, versions=None).maintained()
        plan = plans.select_related("pupil").earliest("pk")
    name = plan.pupil.known_as
    sendco = open_person().come_back_as("sendco@demo.example")
    _take_in(sendco, plan, "final", "20 Nov 2025", NOW.format(name=name))
    _take_in(sendco, plan, "amended", "16 Nov 2026", AMENDED.format(name=name))
    sendco.follow("Compare")
    assert "Provision reduced" in sendco.text
    assert "in 2 places" in sendco.text
    assert "The last day to comment is Mon 30 Nov" in sendco.text
    assert "8 days left" in sendco.text
    assert "“15 hours" in sendco.text or "900 min a week" in sendco.text
    assert "10 hours" in sendco.text or "600 min a week" in sendco.text
    sendco.go(f"/{SLUG}/plans/{plan.pk}/")
    assert "30 Nov" in sendco.text
    assert sendco.violations() == []
    assert sendco.faults == []
