"""From the request to the final plan with a council that is late, and a consultation answered."""

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import Consultation, EhcPlan, NeedsAssessment
from pupils.models import Pupil

SLUG = "bure-valley"


def _child() -> Pupil:
    """On roll, without a plan and without a request."""
    asked = NeedsAssessment.objects.values("pupil_id")
    planned = EhcPlan.objects.maintained().values("pupil_id")
    rows = Pupil.objects.filter(school__slug=SLUG, class_group__name="Oak", closed_on=None)
    return rows.exclude(pk__in=asked).exclude(pk__in=planned).earliest("last_name", "pk")


def _draft(sendco) -> str:
    """The words of the letter, in its boxes."""
    boxes = sendco.page.locator("main textarea, main input[type=text]")
    return " ".join(boxes.nth(n).input_value() for n in range(boxes.count())) + sendco.text


def test_from_the_request_to_the_plan_with_a_late_council(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        child = _child()
    base = f"/{SLUG}/children/{child.pk}/assessment/"
    sendco = open_person().come_back_as("sendco@demo.example").go(base)
    sendco.follow("Look at the legal test")
    assert "s.36(8)(a)" in sendco.text
    sendco.follow("Record a request")
    sendco.fill(
        requested_by="school",
        requested_on="11 May 2026",
        local_authority="Norfolk",
        received_on="12 May 2026",
        received_how="email",
    )
    sendco.press("Record the request")
    assert "Late: 22 weeks" in sendco.text  # six weeks ended on 23 June
    sendco.follow("Draft a letter")
    assert "chase" in sendco.page.url
    sendco.fill(name="The SEND team, Norfolk").press("Write it")
    assert "29 September 2026" in _draft(sendco)  # twenty weeks, and no plan
    sendco.go(base).follow("Record the decision")
    sendco.fill(decided_on="13 Jul 2026", decision="assess").press("Save the decision")
    assert "Done, 3 weeks late" in sendco.text
    sendco.follow("Somebody was asked")
    sendco.fill(body="school", asked_on="14 Jul 2026", received_on="15 Jul 2026")
    sendco.press("Save")
    sendco.follow("It claims one")
    sendco.fill(kind="school", claimed_on="1 Oct 2026").press("Save and test it")
    assert "Can hold" in sendco.text or "Does not hold" in sendco.text
    sendco.follow("Record the draft plan")
    sendco.fill(draft_served_on="19 Oct 2026").press("Save the draft’s day")
    assert "Mon 2 Nov" in sendco.text  # the fifteenth day, service being the first
    sendco.follow("Record the final plan")
    sendco.fill(final_plan_on="16 Nov 2026", hours_per_week="12").press("Save and make the plan")
    assert "7 weeks late" in sendco.text  # twenty weeks ended on 29 September
    sendco.follow("Open the EHC plan")
    assert "16 November 2026" in sendco.text
    assert sendco.faults == []


def test_a_consultation_is_answered_signed_and_kept(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        row = Consultation.objects.get(child="T. W.")
    own = f"/{SLUG}/consultations/{row.pk}/"
    sendco = open_person().come_back_as("sendco@demo.example").go(own).follow("Change")
    sendco.fill(answer="objects", steps="").press("Save the answer")
    assert "needs a ground of the law" in sendco.text
    sendco.follow("Write the answer")
    sendco.page.get_by_label("incompatible with the efficient use of resources").check()
    sendco.fill(resources="A lift would be needed.", steps="A ground-floor room: none is free.")
    sendco.press("Save the answer")
    assert "waits for the head teacher" in sendco.text
    head = open_person().come_back_as("head@demo.example").go(own).press("Sign the answer")
    assert "Signed by" in head.text
    sendco.go(own).follow("Send the answer")
    sendco.press("Keep it as sent")
    assert "It can no longer be changed" in sendco.text
    assert sendco.faults == []
    assert head.faults == []
