"""A plan that was changed: the parents disagree, the Tribunal orders, the council obeys."""

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import EhcPlan, NeedsAssessment
from pupils.models import Pupil

SLUG = "bure-valley"


def _child() -> Pupil:
    """On roll, without a plan and without a request."""
    asked = NeedsAssessment.objects.values("pupil_id")
    planned = EhcPlan.objects.values("pupil_id")
    rows = Pupil.objects.filter(school__slug=SLUG, class_group__name="Oak", closed_on=None)
    return rows.exclude(pk__in=asked).exclude(pk__in=planned).latest("last_name", "pk")


def _days(person) -> str:
    """Everything of mediation and appeal, days that are over and out of the way included."""
    return person.page.locator("section[aria-labelledby=appeals]").text_content()


def test_from_the_amended_plan_to_the_order_that_was_obeyed(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        child = _child()
    base = f"/{SLUG}/children/{child.pk}/plan/"
    sendco = open_person(script=False).come_back_as("sendco@demo.example").go(base)
    sendco.follow("Record an EHC plan")
    sendco.fill(made_on="16 Jun 2025", local_authority="Norfolk", hours_per_week="15")
    sendco.press("Save").follow("Record a past meeting")
    sendco.fill(meeting_on="4 May 2026", kind="annual").press("Save")
    sendco.follow("Mon 4 May").follow("Record the letter")
    decision = {"decision": "amend", "decided_on": "1 Jun 2026"}
    sendco.fill(**decision, amendment_notice_on="1 Jun 2026").press("Save")
    sendco.follow("Record the final plan").fill(final_plan_on="20 Jul 2026").press("Save")
    assert "Do the parents disagree?" in sendco.text
    sendco.follow("Follow mediation and appeal").press("Show its days")
    assert "Mon 21 Sep" in _days(sendco)  # two months end on a Sunday
    sendco.follow("Record more")
    sendco.fill(adviser_told_on="10 Aug 2026", wants_mediation="True", mediation_on="1 Sep 2026")
    sendco.press("Save")
    assert "Wed 9 Sep" in _days(sendco)  # mediation within thirty days
    sendco.follow("Record more").fill(certificate_on="4 Sep 2026").press("Save")
    assert "Mon 5 Oct" in _days(sendco)  # a month from the certificate ends on a Sunday
    sendco.follow("Record more").fill(lodged_on="30 Sep 2026", hearing_on="5 Nov 2026")
    sendco.press("Save").follow("Record more")
    sendco.fill(order="amend", order_on="9 Nov 2026").press("Save")
    assert "Mon 14 Dec" in _days(sendco)  # five weeks
    sendco.follow("Record more").fill(obeyed_on="20 Nov 2026").press("Save")
    assert "done by the council Fri 20 Nov" in _days(sendco)
    assert "Take away" not in _days(sendco)  # an appeal that was lodged is not undone
    assert sendco.faults == []
