"""Disagreement with a decision of the council: mediation, appeal, and what the Tribunal orders."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.appeal_codes import ORDERS_OF, AppealAbout
from ehcp.models import AnnualReview, EhcPlan, PlanAppeal
from ehcp.selectors.appeal_decisions import letter_after
from ehcp.services.assessments.recording import lock_assessment
from ehcp.services.ceasing import keep_in_force
from ehcp.services.recording import lock_plan_even_ended, save
from pupils.models import Pupil
from pupils.services.recording import as_pk, lock, record_change

#: What is known of an appeal besides what it is about.
APPEAL_FIELDS = (
    "letter_on",
    "adviser_told_on",
    "wants_mediation",
    "mediation_on",
    "certificate_on",
    "lodged_on",
    "unopposed_on",
    "hearing_on",
    "order",
    "order_on",
    "obeyed_on",
    "withdrawn_on",
)


@transaction.atomic
def open_plan_appeal(
    *,
    plan: EhcPlan,
    about: str,
    by: User | None,
    review: AnnualReview | None = None,
    letter_on: dt.date | None = None,
    key: UUID | None = None,
) -> PlanAppeal:
    """Follow the clocks of a decision about a plan, also of one that has ended.

    They count from the letter after the review; `letter_on` is for a letter without one. A plan
    that the council may not cease yet is in force again.
    """
    plan = lock_plan_even_ended(plan)
    review = lock(review) if review else None
    letter_on = _letter_on(plan, about, review, letter_on)
    mine = PlanAppeal.objects.filter(school_id=plan.school_id, plan=plan)
    if known := mine.filter(pk=key).first() or _same(mine, about, review, letter_on):
        return known
    appeal = PlanAppeal.objects.create(
        school_id=plan.school_id,
        pupil=plan.pupil,
        plan=plan,
        review=review,
        about=about,
        letter_on=letter_on,
        **as_pk(key),
    )
    _record(appeal, plan.pupil, by, "appeal", about=about)
    _keep_in_force(appeal, plan, by)
    return appeal


@transaction.atomic
def record_appeal(
    *, appeal: PlanAppeal, version: str | None, by: User | None, **facts: Any
) -> PlanAppeal:
    """What came of mediation and appeal; `facts` are APPEAL_FIELDS."""
    pupil = _lock_owner(appeal)
    owner = appeal.plan
    appeal = _locked(appeal)
    if version is not None:
        require_version(appeal, facts, version)
    whole = {name: getattr(appeal, name) for name in APPEAL_FIELDS} | facts
    _check(appeal.about, whole)
    if owner:
        _require_letter(owner, appeal, whole["letter_on"])
    if changed := save(appeal, facts, None):
        _record(appeal, pupil, by, "appeal", fields=changed)
        if owner:
            _keep_in_force(appeal, owner, by)
    return appeal


@transaction.atomic
def take_away_appeal(*, appeal: PlanAppeal, by: User) -> None:
    """Take away what was followed by mistake; pressed twice, the second time does nothing.

    Raises TransitionNotAllowed for an appeal that was lodged: it happened, and can be corrected.
    """
    pupil = _lock_owner(appeal)
    found = (
        PlanAppeal.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=appeal.pk)
        .select_for_update(no_key=True)
        .first()
    )
    if found is None:
        return
    if found.lodged_on:
        raise TransitionNotAllowed("This appeal was lodged. Correct its days instead.")
    found.delete()
    _record(appeal, pupil, by, "appeal taken away", subject=appeal.plan or appeal.assessment)


def _letter_on(
    plan: EhcPlan, about: str, review: AnnualReview | None, given: dt.date | None
) -> dt.date:
    """The date on the council's letter with that decision."""
    if review is None:
        found = plan.made_on if about == AppealAbout.CONTENT else given
    else:
        found = letter_after(review, about) if review.plan_id == plan.pk else None
    if found is None:
        raise TransitionNotAllowed("The council has sent no letter with that decision.")
    _require_after_plan(plan, found)
    return found


def _require_after_plan(plan: EhcPlan, letter_on: dt.date) -> None:
    if letter_on < plan.made_on:
        raise TransitionNotAllowed(f"The plan was issued on {plan.made_on:%-d %B %Y}, after that.")


def _same(mine, about: str, review: AnnualReview | None, letter_on: dt.date) -> PlanAppeal | None:
    """What is followed of the same decision already."""
    same = mine.filter(about=about, review=review)
    return (same if review else same.filter(letter_on=letter_on)).first()


def _require_letter(plan: EhcPlan, appeal: PlanAppeal, letter_on: dt.date) -> None:
    """Of letters without a review each day is one letter."""
    _require_after_plan(plan, letter_on)
    if appeal.review_id:
        return
    rows = PlanAppeal.objects.filter(school_id=plan.school_id, plan=plan, review=None)
    same = rows.filter(about=appeal.about, letter_on=letter_on)
    if same.exclude(pk=appeal.pk).exists():
        raise TransitionNotAllowed("A letter of that day about the same is followed already.")


def _locked(appeal: PlanAppeal) -> PlanAppeal:
    try:
        return lock(appeal)
    except PlanAppeal.DoesNotExist:
        raise TransitionNotAllowed("Somebody took this away while you had it open.") from None


def _lock_owner(appeal: PlanAppeal) -> Pupil:
    """Lock the child, and the request or plan that was decided about."""
    if appeal.assessment:
        appeal.assessment = lock_assessment(appeal.assessment)
        return appeal.assessment.pupil
    appeal.plan = lock_plan_even_ended(appeal.plan)
    return appeal.plan.pupil


def _keep_in_force(appeal: PlanAppeal, plan: EhcPlan, by: User | None) -> None:
    if appeal.about == AppealAbout.CEASED:
        keep_in_force(plan, by=by)


def _record(
    appeal: PlanAppeal, pupil: Pupil, by: User | None, what: str, subject=None, **more: Any
) -> None:
    of_plan = appeal.plan_id is not None
    record_change(
        Action.CHANGE_PLAN if of_plan else Action.CHANGE_NEEDS_ASSESSMENT,
        pupil=pupil,
        by=by,
        subject=subject or appeal,
        detail={"what": what, **more},
    )


_AFTER_LETTER = {
    "adviser_told_on": "The parent cannot have asked for mediation",
    "mediation_on": "Mediation cannot have been held",
    "certificate_on": "The certificate cannot be dated",
    "lodged_on": "The appeal cannot have been lodged",
    "withdrawn_on": "The parents cannot have ended it",
}


def _check(about: str, facts: Mapping[str, Any]) -> None:
    """Refuse days that cannot be, in words, before the database does."""
    for name, words in _AFTER_LETTER.items():
        if facts[name] and facts[name] < facts["letter_on"]:
            raise TransitionNotAllowed(f"{words} before the council's letter.")
    for name in ("mediation_on", "certificate_on"):
        told = facts["adviser_told_on"]
        if told and facts[name] and facts[name] < told:
            raise TransitionNotAllowed("That comes after the parent told the mediation adviser.")
    lodged = facts["lodged_on"]
    for name in ("hearing_on", "order_on", "unopposed_on"):
        if facts[name] and (not lodged or facts[name] < lodged):
            raise TransitionNotAllowed("Record first when the appeal was lodged.")
    _check_end(about, facts)


def _check_end(about: str, facts: Mapping[str, Any]) -> None:
    if bool(facts["order"]) != bool(facts["order_on"]):
        raise TransitionNotAllowed("Give what was ordered and the date of the order together.")
    if facts["order"] and facts["order"] not in ORDERS_OF[about]:
        raise TransitionNotAllowed("That cannot be ordered in an appeal about this decision.")
    if facts["order"] and facts["withdrawn_on"]:
        raise TransitionNotAllowed("The Tribunal decided it: the parents did not end it.")
    since = min(filter(None, (facts["order_on"], facts["unopposed_on"])), default=None)
    if facts["obeyed_on"] and (since is None or facts["obeyed_on"] < since):
        raise TransitionNotAllowed("The council did that after the order, or after it gave way.")
