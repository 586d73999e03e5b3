"""Disagreement with a decision about a request for an assessment: its clocks are followed."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.appeal_codes import AppealAbout
from ehcp.assessment_codes import AssessDecision
from ehcp.models import NeedsAssessment, PlanAppeal
from ehcp.services.assessments.recording import known_by_key, lock_assessment, record
from pupils.services.recording import as_pk


def letter_about(row: NeedsAssessment, about: str) -> dt.date | None:
    """The date on the council's letter with that decision; None where there is none."""
    if about == AppealAbout.REFUSED:
        return row.decided_on if row.decision == AssessDecision.REFUSE else None
    return row.no_plan_on if about == AppealAbout.NO_PLAN else row.final_plan_on


@transaction.atomic
def open_appeal(
    *, assessment: NeedsAssessment, about: str, by: User | None, key: UUID | None = None
) -> PlanAppeal:
    """Follow the clocks of a decision that can be appealed: they count from the council's letter."""
    row = lock_assessment(assessment)
    if known := known_by_key(PlanAppeal, row, key) or row.appeals.filter(about=about).first():
        return known
    letter_on = letter_about(row, about)
    if letter_on is None:
        raise TransitionNotAllowed("The council has sent no letter with that decision.")
    appeal = PlanAppeal.objects.create(
        school=row.school,
        pupil=row.pupil,
        assessment=row,
        about=about,
        letter_on=letter_on,
        **as_pk(key),
    )
    record(row, by=by, what="appeal", subject=appeal, about=about)
    return appeal
