"""What people said to a text: the newest answer of each counts."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from pupils.agreement_codes import AgreementState, Asked, Choice
from pupils.models import AgreementAnswer, AgreementAsk, AgreementText, SafetyPlan
from pupils.selectors.safety import plan_text

#: Longest list of names that a plan keeps.
LONGEST_NAMES = 200


@dataclass(frozen=True)
class Agreed:
    """Who agreed to one text, in the words of a plan."""

    on: dt.date
    names: str
    how: str


def latest_text(school_id: UUID, kind: str, subject_id: UUID) -> AgreementText | None:
    """The newest kept copy of a text; one statement."""
    return AgreementText.objects.filter(
        school_id=school_id, kind=kind, subject_id=subject_id
    ).first()


def newest_answers(school_id: UUID, ask_ids) -> dict[UUID, AgreementAnswer]:
    """The newest answer of each ask that has one; one statement."""
    rows = AgreementAnswer.objects.filter(school_id=school_id, ask__in=list(ask_ids))
    return {row.ask_id: row for row in rows.order_by("id").select_related("recorded_by", "signed")}


def agreed_to(text: AgreementText) -> Agreed | None:
    """Who agreed to this text, with changes or without; None when nobody did. Two statements."""
    asks = list(
        AgreementAsk.objects.filter(school_id=text.school_id, text=text).exclude(
            state=AgreementState.CANCELLED
        )
    )
    answers = newest_answers(text.school_id, [ask.pk for ask in asks])
    said = [(ask, answers[ask.pk]) for ask in asks if ask.pk in answers]
    yes = [(ask, answer) for ask, answer in said if answer.choice != Choice.NO]
    if not yes:
        return None
    last = max((answer for _, answer in yes), key=lambda answer: answer.given_on)
    names = ", ".join(_called(ask) for ask, _ in yes)
    return Agreed(last.given_on, names[:LONGEST_NAMES], last.how)


def agreed_to_plan(plan: SafetyPlan) -> Agreed | None:
    """Who agreed to the words of a safety plan that wait to be put into force."""
    text = latest_text(plan.school_id, "safety", plan.pk)
    if text is None or [(p["heading"], p["text"]) for p in text.parts] != plan_text(plan):
        return None
    return agreed_to(text)


def _called(ask: AgreementAsk) -> str:
    return "the child" if ask.asked == Asked.CHILD else ask.name
