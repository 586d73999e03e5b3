"""Disagreement with a decision of the council: mediation, appeal, and what the Tribunal orders."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.assessment_codes import AppealAbout, AssessDecision, Order
from ehcp.models import NeedsAssessment, PlanAppeal
from ehcp.services.assessments.recording import known_by_key, lock_assessment, record, save
from pupils.services.recording import as_pk, lock

#: What is known of an appeal besides what it is about.
APPEAL_FIELDS = (
    "letter_on",
    "adviser_told_on",
    "wants_mediation",
    "mediation_on",
    "certificate_on",
    "lodged_on",
    "unopposed_on",
    "order",
    "order_on",
)
#: Which orders can follow an appeal about what.
ORDERS_OF: dict[str, tuple[Order, ...]] = {
    AppealAbout.REFUSED: (Order.ASSESS, Order.DISMISSED),
    AppealAbout.NO_PLAN: (Order.MAKE_PLAN, Order.DISMISSED),
    AppealAbout.CONTENT: (Order.AMEND, Order.NAME_SCHOOL, Order.CONTINUE, Order.DISMISSED),
}


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
        school=row.school, assessment=row, about=about, letter_on=letter_on, **as_pk(key)
    )
    record(row, by=by, what="appeal", subject=appeal, about=about)
    return appeal


@transaction.atomic
def record_appeal(
    *, appeal: PlanAppeal, version: str | None, by: User | None, **facts: Any
) -> PlanAppeal:
    """What came of mediation and appeal; `facts` are APPEAL_FIELDS."""
    row = lock_assessment(appeal.assessment)
    appeal = lock(appeal)
    appeal.assessment = row
    if version is not None:
        require_version(appeal, facts, version)
    _check(appeal.about, {name: getattr(appeal, name) for name in APPEAL_FIELDS} | facts)
    if changed := save(appeal, facts, None):
        record(row, by=by, what="appeal", subject=appeal, fields=changed)
    return appeal


_AFTER_LETTER = {
    "adviser_told_on": "The parent cannot have asked for mediation",
    "mediation_on": "Mediation cannot have been held",
    "certificate_on": "The certificate cannot be dated",
    "lodged_on": "The appeal cannot have been lodged",
}


def _check(about: str, facts: dict[str, Any]) -> None:
    for name, words in _AFTER_LETTER.items():
        if facts[name] and facts[name] < facts["letter_on"]:
            raise TransitionNotAllowed(f"{words} before the council's letter.")
    for name in ("mediation_on", "certificate_on"):
        told = facts["adviser_told_on"]
        if told and facts[name] and facts[name] < told:
            raise TransitionNotAllowed("That comes after the parent told the mediation adviser.")
    lodged = facts["lodged_on"]
    for name in ("order_on", "unopposed_on"):
        if facts[name] and (not lodged or facts[name] < lodged):
            raise TransitionNotAllowed("Record first when the appeal was lodged.")
    if bool(facts["order"]) != bool(facts["order_on"]):
        raise TransitionNotAllowed("Give what was ordered and the date of the order together.")
    if facts["order"] and facts["order"] not in ORDERS_OF[about]:
        raise TransitionNotAllowed("That cannot be ordered in an appeal about this decision.")
