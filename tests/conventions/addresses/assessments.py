"""Rows of needs assessments and of the consultation desk."""

import datetime as dt

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


def _made(world):
    """The assessment from which the world's plan came, with everything that can belong to one."""
    from ehcp.models import NeedsAssessment
    from ehcp.services.assessments.appeals import open_appeal
    from ehcp.services.assessments.particulars import claim_exception

    known = NeedsAssessment.objects.filter(school=world.school, pupil=world.pupil).first()
    if known:
        return known
    made = NeedsAssessment.objects.create(
        school=world.school,
        pupil=world.pupil,
        requested_by="school",
        requested_on=dt.date(2024, 3, 4),
        local_authority=f"{world.marker} Council",
        reasons=f"{world.marker} reasons",
        received_on=dt.date(2024, 3, 5),
        received_how="email",
        decided_on=dt.date(2024, 4, 19),
        decision="assess",
        draft_served_on=dt.date(2024, 8, 30),
        final_plan_on=world.plan.made_on,
        plan=world.plan,
    )
    claim_exception(assessment=made, kind="personal", claimed_on=TODAY, by=None)
    open_appeal(assessment=made, about="content", by=None)
    return made


@row("needs_assessment")
def _needs_assessment(world):
    return _made(world).pk


@row("assess_advice")
def _assess_advice(world):
    from ehcp.models import AdviceAsked

    made = _made(world)
    days = {"asked_on": dt.date(2024, 4, 22), "received_on": dt.date(2024, 4, 23)}
    facts = {"school": world.school, "assessment": made, "body": "school", **days}
    return AdviceAsked.objects.create(**facts).pk


@row("claimed")
def _claimed(world):
    return _made(world).exceptions.get().pk


@row("plan_appeal")
def _plan_appeal(world):
    return _made(world).appeals.get().pk


@row("consultation")
def _consultation(world):
    from ehcp.services.consultations import receive_consultation

    return receive_consultation(
        school=world.school,
        child=f"{world.marker} child",
        year_group="4",
        council=f"{world.marker} Council",
        received_on=TODAY,
        received_how="email",
        needs=f"{world.marker} needs",
        by=None,
    ).pk


@row("consultation_end")
def _consultation_end(world):
    """A hold on a consultation of the same school."""
    from ehcp.models import Consultation, ConsultationEnd

    asked = Consultation.objects.filter(school=world.school, child=f"{world.marker} child")
    return ConsultationEnd.objects.create(
        school=world.school,
        consultation=asked.first() or Consultation.objects.get(pk=_consultation(world)),
        kind="hold",
        reason=f"{world.marker} inquiry",
        proposed_on=TODAY,
        proposed_by=world.membership.user,
    ).pk


@row("assess_paper")
def _assess_paper(world):
    from ehcp.services.assessments.particulars import attach_paper
    from tests.conventions.addresses.services import filed_of

    facts = {"document": filed_of(world), "milestone": "decision"}
    return attach_paper(assessment=_made(world), by=None, **facts).pk
