"""Parents are told of a step of a referral: whoever may know, by the way they prefer, and logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.models import Owes, User
from pupils.codes import ToldHow
from pupils.family_codes import AskKind, Channel
from pupils.models import Contact, Pupil, Referral, ReferralStep, Talk
from pupils.rules.telling import NEWS_DAYS
from pupils.selectors.telling import verdict_on
from pupils.services.contributions.asking import ask_for_views
from pupils.services.referrals.referring import ParentsTold, locked, tell_parents
from pupils.services.talks import log_talk

#: How somebody is told, and how the log and the step call it.
WAYS = {
    "email": (Channel.EMAIL, ToldHow.EMAIL),
    "letter": (Channel.LETTER, ToldHow.LETTER),
    "phone": (Channel.PHONE, ToldHow.PHONE),
    "in_person": (Channel.IN_PERSON, ToldHow.MEETING),
}


@dataclass(frozen=True)
class Told:
    """One contact, and how they are told: a key of WAYS."""

    contact: Contact
    way: str


@transaction.atomic
def tell_of_step(
    *,
    step: ReferralStep,
    told: Sequence[Told],
    message: str,
    key: UUID,
    by: User,
    is_checked: bool = False,
) -> list[Talk]:
    """Tell the chosen contacts the same words; each telling stands in the contact log.

    An e-mail holds a link alone: the words stand behind it and a code. `key` comes with the form,
    so that pressing twice tells once. Refused for a contact who may not know; a message that may
    give something away needs somebody to say that they looked.
    """
    referral, pupil = locked(step.referral)
    if not told:
        raise TransitionNotAllowed("Choose at least one person and how they are told.")
    if not message.strip():
        raise TransitionNotAllowed("Write what they are told.")
    for each in told:
        _require_sharing(each.contact, referral, step, is_checked)
    talks = [_tell(each, referral, pupil, message, key, by, is_checked) for each in told]
    if step.told_on is None:
        how = WAYS[told[0].way][1]
        tell_parents(step=step, told=ParentsTold(clock.today(), how), by=by)
    return talks


def _tell(
    each: Told,
    referral: Referral,
    pupil: Pupil,
    message: str,
    key: UUID,
    by: User,
    is_checked: bool,
) -> Talk:
    talk_key = uuid5(key, str(each.contact.pk))
    known = Talk.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=talk_key).first()
    if known:
        return known
    if each.way == "email":
        _send(each.contact, pupil, message, by, is_checked)
    return log_talk(
        pupil=pupil,
        key=talk_key,
        by=by,
        on=clock.today(),
        how=WAYS[each.way][0],
        outcome="held",
        contact=each.contact,
        who=each.contact.name,
        agreed=message,
        sensitivity=referral.sensitivity,
    )


def _send(contact: Contact, pupil: Pupil, message: str, by: User, is_checked: bool) -> None:
    if not contact.email:
        raise TransitionNotAllowed(f"{contact.name} has no e-mail address on our records.")
    ask_for_views(
        pupil=pupil,
        by=by,
        is_checked=is_checked,
        kind=AskKind.NEWS,
        contact=contact,
        name=contact.name,
        role=contact.relationship,
        email=contact.email,
        owed_by=Owes.PARENT,
        due_on=clock.today() + NEWS_DAYS * DAY,
        message=message,
        shows_first_name=True,
    )


def _require_sharing(
    contact: Contact, referral: Referral, step: ReferralStep, is_checked: bool
) -> None:
    verdict = verdict_on(contact, referral, step, today=clock.today())
    if verdict.is_refused:
        raise TransitionNotAllowed(f"{contact.name}: {' '.join(verdict.reasons)}")
    if verdict.has_cuts and not is_checked:
        out = "; ".join(verdict.cut_words)
        raise TransitionNotAllowed(
            f"{contact.name}: {' '.join(verdict.reasons)} Keep out of the message: {out}. Then "
            "tick that you have."
        )
