"""Who in the family may be told of a step of a referral, and with which words to begin."""

import datetime as dt
from dataclasses import dataclass

from aylsham.codes import Sensitivity
from pupils.agency_codes import ReferralStepKind
from pupils.handed_texts import SEALED
from pupils.models import Contact, Pupil, Referral, ReferralAppointment, ReferralStep, Talk
from pupils.rules.sharing import Answer, Family, Thing, ThingKind, Verdict
from pupils.rules.sharing import Sensitivity as ThingSensitivity
from pupils.rules.telling import StepFacts, message_of
from pupils.selectors.sharing import family_facts, may_receive

LEVELS = {
    Sensitivity.EVERYONE: ThingSensitivity.ORDINARY,
    Sensitivity.SENSITIVE: ThingSensitivity.SENSITIVE,
    Sensitivity.SAFEGUARDING: ThingSensitivity.SEALED,
}


@dataclass(frozen=True)
class Tellable:
    """A contact, and whether they may be told."""

    contact: Contact
    verdict: Verdict


def verdict_on(
    contact: Contact,
    referral: Referral,
    step: ReferralStep,
    *,
    today: dt.date,
    family: Family | None = None,
) -> Verdict:
    """Whether a contact may be told of a step; an appointment says where the child will be."""
    thing = Thing(
        ThingKind.LETTER,
        sensitivity=LEVELS[Sensitivity(referral.sensitivity)],
        tells_whereabouts=step.kind == ReferralStepKind.APPOINTMENT,
    )
    return may_receive(contact, thing, today=today, family=family)


def verdict_on_letter(talk: Talk, *, today: dt.date) -> Verdict:
    """Whether the letter of an entry may still be printed for its contact: an order may have come."""
    if talk.contact is None:
        return Verdict(Answer.ALLOWED)
    thing = Thing(
        ThingKind.LETTER,
        sensitivity=LEVELS[Sensitivity(talk.sensitivity)],
        words_of=frozenset({talk.contact.pk}),
    )
    return may_receive(talk.contact, thing, today=today)


def tellable(
    pupil: Pupil, referral: Referral, step: ReferralStep, *, today: dt.date
) -> list[Tellable]:
    """Every contact with the answer of the rules, in the order of calling; four statements."""
    family = family_facts(pupil.pk, school_id=pupil.school_id)
    contacts = Contact.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return [
        Tellable(each, verdict_on(each, referral, step, today=today, family=family))
        for each in contacts
    ]


def first_words(pupil: Pupil, referral: Referral, step: ReferralStep) -> str:
    """The message that a person begins with; what is sealed is not in it."""
    own = {"school_id": referral.school_id, "referral": referral}
    is_meeting = step.kind == ReferralStepKind.APPOINTMENT
    row = ReferralAppointment.objects.filter(**own).order_by("-id").first() if is_meeting else None
    return message_of(
        StepFacts(
            kind=step.kind,
            on=step.on,
            child=pupil.known_as,
            service=referral.service,
            usual_weeks=referral.usual_weeks,
            words=_unsealed(step.words),
            outcome=_unsealed(referral.outcome),
            appointment_on=row.on if row else None,
            appointment_at=row.at if row else None,
            appointment_place=row.place if row else "",
            appointment_state=row.state if row else "offered",
        )
    )


def _unsealed(words: str) -> str:
    return "" if SEALED in words else words
