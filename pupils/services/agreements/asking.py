"""Asking people to agree: the text is kept as it is shown, each person is asked for themselves."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import User
from pupils.agreeing.registry import AgreedKind, Shown, kind_of
from pupils.agreement_codes import AgreementState, AgreementStep, Asked
from pupils.models import AgreementAsk, AgreementNote, AgreementText, Contact, Pupil, SecretLink
from pupils.rules.asking import expires_on
from pupils.rules.sharing import Sensitivity as Shares
from pupils.rules.sharing import Thing, ThingKind
from pupils.selectors.agreements.given import latest_text
from pupils.selectors.leaving import has_left_since
from pupils.services.outgoing import Outgoing, refusal_of, require_may_go, send_outside
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.secret_addresses import (
    is_same_address,
    new_address,
    require_not_just_sent,
    revoke_addresses,
)

ASKED_MAIL, CODE_MAIL, REMINDER_MAIL = "agreement_asked", "agreement_code", "agreement_reminder"
ON_CUTS = "The text may say: {cuts}. Read it through for this person, then tick that you have."
_SHARES = dict(zip(Sensitivity, Shares, strict=True))


@dataclass(frozen=True)
class ToAsk:
    """A person about to be asked; without an address on paper, in person or signed in."""

    asked: Asked
    name: str
    role: str = ""
    email: str = ""
    contact: Contact | None = None
    user: User | None = None


@transaction.atomic
def ask_to_agree(
    *,
    pupil: Pupil,
    kind: AgreedKind,
    subject_id: UUID,
    shown: Shown,
    people: Iterable[ToAsk],
    due_on: dt.date,
    by: User,
    is_checked: bool = False,
) -> list[AgreementAsk]:
    """Ask people to agree to a text as it stands; who is asked already is not asked twice.

    Requests for an earlier version end: nobody is to agree to what is out of date. Raises
    TransitionNotAllowed when there is nothing to read, the day has passed, or the sharing rules
    refuse one of them.
    """
    pupil = lock_pupil(pupil)
    if due_on < clock.today():
        raise TransitionNotAllowed("The day for the answer has passed.")
    text = _kept(pupil, kind, subject_id, shown, needs_agreement=True, by=by)
    _end_earlier(text, by=by)
    made = [_ask(pupil, text, person, due_on, is_checked, by) for person in people]
    asks = [ask for ask in made if ask]
    if not asks:
        raise TransitionNotAllowed("Everybody you chose is asked already.")
    _record(pupil, text, by, "asked", asks=len(asks))
    return asks


@transaction.atomic
def note_small_change(
    *, pupil: Pupil, kind: AgreedKind, subject_id: UUID, shown: Shown, by: User
) -> AgreementText:
    """Only words were tidied: what was said holds for the new text, and open requests show it."""
    pupil = lock_pupil(pupil)
    before = latest_text(pupil.school_id, kind.key, subject_id)
    if before is None or before.digest == shown.digest:
        raise TransitionNotAllowed("The text has not changed since people were asked.")
    text = _kept(pupil, kind, subject_id, shown, needs_agreement=False, by=by)
    AgreementAsk.objects.filter(
        school_id=pupil.school_id, text=before, state=AgreementState.OPEN
    ).update(text=text)
    _record(pupil, text, by, "small_change")
    return text


@transaction.atomic
def send_again(
    *, ask: AgreementAsk, email: str, by: User, is_checked: bool = False
) -> AgreementAsk:
    """Send a new link, to the same or a corrected address; every earlier link is dead at once."""
    pupil = lock_pupil(ask.pupil)
    ask = lock(ask)
    _require_open(ask)
    if clock.today() > ask.expires_on:
        raise TransitionNotAllowed("The time for an answer is over. Ask again with a new day.")
    if has_left_since(ask.pupil, ask.asked_on, today=clock.today()):
        raise TransitionNotAllowed("The child has left since, so the link stays shut.")
    is_corrected = not is_same_address(email, ask.email)
    if not is_corrected:
        require_not_just_sent(SecretLink, ask)
    revoke_addresses(SecretLink, ask)
    ask.is_checked = is_checked or (ask.is_checked and not is_corrected)
    ask.email, ask.reminded_on = email, clock.today()
    if is_corrected:
        # What the wrong person may have written is not shown to the right one.
        ask.draft, ask.draft_at = {}, None
    ask.forget_codes()
    ask.save()
    _send_link(ask, by=by)
    _record(pupil, ask.text, by, "sent_again")
    return ask


@transaction.atomic
def cancel_ask(*, ask: AgreementAsk, by: User) -> AgreementAsk:
    """A person is no longer asked: the link is dead at once. What they answered before stays."""
    pupil = lock_pupil(ask.pupil)
    ask = lock(ask)
    _require_open(ask)
    _cancel(ask, by=by)
    _record(pupil, ask.text, by, "cancelled")
    return ask


def as_outgoing(ask: AgreementAsk) -> Outgoing:
    """A request as the sharing rules see it: the text may tell of places and of the other home."""
    kind = kind_of(ask.text.kind)
    others: frozenset[UUID] = frozenset()
    if kind and kind.thing == ThingKind.NOTES:
        rows = Contact.objects.filter(school_id=ask.school_id, pupil_id=ask.pupil_id)
        others = frozenset(rows.values_list("pk", flat=True))
    return Outgoing(
        email=ask.email,
        thing=Thing(
            kind.thing if kind else ThingKind.PLAN,
            sensitivity=_SHARES[Sensitivity(ask.text.sensitivity)],
            words_of=others,
            tells_whereabouts=True,
        ),
        school=ask.school,
        pupil_ids=[ask.pupil_id],
        contact=ask.contact,
        is_colleague=ask.asked == Asked.STAFF,
        is_checked=ask.is_checked,
        on_cuts=ON_CUTS,
    )


def is_barred(ask: AgreementAsk) -> bool:
    """Whether the person may not be asked any more: an order may have come, or the child has left.

    Of a parent whom somebody took off the record nobody knows what holds.
    """
    is_gone = ask.asked == Asked.PARENT and ask.contact_id is None
    is_gone = is_gone or has_left_since(ask.pupil, ask.asked_on, today=clock.today())
    return is_gone or bool(refusal_of(as_outgoing(ask)))


def new_link(ask: AgreementAsk) -> str:
    """A further secret address of the request."""
    leads = SecretLink.Leads.AGREEMENT
    return new_address(SecretLink, ask, until=ask.expires_on, leads=leads)


def note(ask: AgreementAsk, step: AgreementStep, *, by: User | None = None) -> None:
    """Write down what happened to a request; it can never be changed."""
    AgreementNote.objects.create(school_id=ask.school_id, ask=ask, step=step, by=by)


def _kept(pupil, kind, subject_id, shown, *, needs_agreement, by) -> AgreementText:
    """The kept copy of a text: the last one if it says the same."""
    if not shown.parts:
        raise TransitionNotAllowed("There is nothing to agree to yet: nothing is written.")
    before = latest_text(pupil.school_id, kind.key, subject_id)
    if before and before.digest == shown.digest:
        return before
    return AgreementText.objects.create(
        school=pupil.school,
        pupil=pupil,
        kind=kind.key,
        subject_id=subject_id,
        number=before.number + 1 if before else 1,
        title=shown.title,
        parts=[{"heading": heading, "text": text} for heading, text in shown.parts],
        digest=shown.digest,
        sensitivity=shown.sensitivity,
        needs_agreement=needs_agreement or before is None,
        owner=shown.owner or by,
        kept_at=clock.moment(),
        kept_by=by,
    )


def _end_earlier(text: AgreementText, *, by: User) -> None:
    earlier = AgreementAsk.objects.filter(
        school_id=text.school_id,
        text__kind=text.kind,
        text__subject_id=text.subject_id,
        text__number__lt=text.number,
        state=AgreementState.OPEN,
    )
    for ask in earlier.order_by("pk"):
        _cancel(lock(ask), by=by)


def _ask(pupil, text, person, due_on, is_checked, by) -> AgreementAsk | None:
    """The request to one person; None when there is one about this text."""
    same = AgreementAsk.objects.filter(
        school_id=pupil.school_id, text=text, asked=person.asked, name=person.name
    )
    if same.exclude(state=AgreementState.CANCELLED).exists():
        return None
    ask = AgreementAsk.objects.create(
        school=pupil.school,
        pupil=pupil,
        text=text,
        asked=person.asked,
        name=person.name,
        role=person.role,
        email=person.email,
        contact=person.contact,
        user=person.user,
        is_checked=is_checked,
        due_on=due_on,
        expires_on=expires_on(due_on),
        asked_on=clock.today(),
        asked_by=by,
    )
    if ask.email:
        _send_link(ask, by=by)
    else:
        # On paper or in person the same rules hold: who may not be told is not asked.
        require_may_go(as_outgoing(ask))
        note(ask, AgreementStep.ASKED, by=by)
    return ask


def _cancel(ask: AgreementAsk, *, by: User) -> None:
    revoke_addresses(SecretLink, ask)
    ask.state, ask.draft, ask.draft_at, ask.code_hash = AgreementState.CANCELLED, {}, None, ""
    ask.save()
    note(ask, AgreementStep.CANCELLED, by=by)


def _send_link(ask: AgreementAsk, *, by: User) -> None:
    send_outside(
        as_outgoing(ask),
        ASKED_MAIL,
        context={"school": ask.school_id, "due": ask.due_on},
        secret=new_link(ask),
        by=by,
    )
    note(ask, AgreementStep.SENT, by=by)


def _require_open(ask: AgreementAsk) -> None:
    if ask.state == AgreementState.ANSWERED:
        raise TransitionNotAllowed("This has been answered already.")
    if ask.state == AgreementState.CANCELLED:
        raise TransitionNotAllowed("This person is no longer asked.")


def _record(pupil: Pupil, text: AgreementText, by: User, step: str, **more) -> None:
    detail = {"step": step, "kind": text.kind, **more}
    record_change(Action.ASK_TO_AGREE, pupil=pupil, by=by, subject=text, detail=detail)
