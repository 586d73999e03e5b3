"""Where a plan has a day of agreement of its own, the answers write it: there is one truth."""

from pupils.agreement_codes import AgreedHow, Asked, Choice
from pupils.codes import ToldHow
from pupils.models import (
    AgreementAnswer,
    AgreementAsk,
    Medicine,
    PartTimeTimetable,
    SafetyPlan,
    SafetyPlanVersion,
)
from pupils.selectors.agreements.given import agreed_to
from pupils.selectors.safety import sections_in_order

#: How an answer came, as a plan says it.
HOW = {
    AgreedHow.LINK: ToldHow.EMAIL,
    AgreedHow.PAPER: ToldHow.LETTER,
    AgreedHow.IN_PERSON: ToldHow.MEETING,
    AgreedHow.PHONE: ToldHow.PHONE,
    AgreedHow.TABLET: ToldHow.MEETING,
    AgreedHow.ACCOUNT: ToldHow.MEETING,
}


def fill_part_time(ask: AgreementAsk, answer: AgreementAnswer) -> None:
    """The parents agreed in writing on the day of their answer."""
    if _is_parents_yes(ask, answer):
        rows = PartTimeTimetable.objects.filter(school_id=ask.school_id, pk=ask.text.subject_id)
        rows.update(parents_agreed_on=answer.given_on)


def fill_medicine(ask: AgreementAsk, answer: AgreementAnswer) -> None:
    """The parents agreed in writing on the day of their answer."""
    if _is_parents_yes(ask, answer):
        rows = Medicine.objects.filter(school_id=ask.school_id, pk=ask.text.subject_id)
        rows.update(parents_agreed_on=answer.given_on)


def fill_safety_plan(ask: AgreementAsk, answer: AgreementAnswer) -> None:
    """The version in force names everybody who has agreed to it; a draft waits for its own form."""
    plan = SafetyPlan.objects.filter(school_id=ask.school_id, pk=ask.text.subject_id).first()
    if plan is None or not plan.version:
        return
    now = SafetyPlanVersion.objects.get(school_id=plan.school_id, plan=plan, number=plan.version)
    shown = [(part["heading"], part["text"]) for part in ask.text.parts]
    given = agreed_to(ask.text)
    if given and shown == sections_in_order(plan.kind, now.sections):
        now.agreed_on, now.agreed_with = given.on, given.names
        now.agreed_how = HOW[AgreedHow(given.how)]
        now.save(update_fields=["agreed_on", "agreed_with", "agreed_how"])


def _is_parents_yes(ask: AgreementAsk, answer: AgreementAnswer) -> bool:
    """In writing: what was said by phone is no signature."""
    is_written = answer.how != AgreedHow.PHONE
    return ask.asked == Asked.PARENT and answer.choice == Choice.AGREE and is_written
