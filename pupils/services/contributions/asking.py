"""Asking somebody for views or advice: sent, sent again, cancelled, reminded of."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.family_codes import AskKind, AskState, AskStep
from pupils.models import ContributionLink, ContributionNote, ContributionRequest, Pupil
from pupils.questions import Question, questions_for
from pupils.rules.asking import expires_on
from pupils.rules.sharing import Thing, ThingKind
from pupils.selectors.leaving import has_left_since
from pupils.services.contributions.attaching import forget_files
from pupils.services.outgoing import Outgoing, refusal_of, require_may_go, send_outside
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change
from pupils.services.secret_addresses import (
    is_same_address,
    new_address,
    require_not_just_sent,
    revoke_addresses,
)

ASKED_MAIL, CODE_MAIL, REMINDER_MAIL = "views_asked", "views_code", "views_reminder"

#: A request whose message may tell of places: what a form shows before anything is written.
A_REQUEST = Thing(ThingKind.REQUEST, tells_whereabouts=True)
ON_CUTS = "Keep out of your message: {cuts}. Then tick that you have."


def as_outgoing(ask: ContributionRequest) -> Outgoing:
    """A request as the sharing rules see it: its message is free text and may tell of places."""
    return Outgoing(
        email=ask.email,
        thing=Thing(ThingKind.REQUEST, tells_whereabouts=bool(ask.message)),
        school=ask.school,
        pupil_ids=[ask.pupil_id],
        contact=ask.contact,
        is_checked=ask.is_checked,
        on_cuts=ON_CUTS,
    )


def is_barred(ask: ContributionRequest) -> bool:
    """Whether a request may not go to its address any more.

    An order may have come since, or the child has left; what was not known is asked of a teacher
    after that.
    """
    is_after = ask.kind == AskKind.NOT_KNOWN and not ask.pupil.closed_on
    if not is_after and has_left_since(ask.pupil, ask.asked_on, today=clock.today()):
        return True
    return bool(refusal_of(as_outgoing(ask)))


@transaction.atomic
def ask_for_views(
    *,
    pupil: Pupil,
    by: User | None,
    sends_link: bool = True,
    questions: list[Question] | None = None,
    key: UUID | None = None,
    **values: Any,
) -> ContributionRequest:
    """Ask one person to answer by a day; the link goes to the address that was given.

    `sends_link=False`: an invitation to a meeting leads to the questions instead. `questions`:
    others than those of its kind. `key` comes with the form, so that pressing twice asks once.

    Raises TransitionNotAllowed when the sharing rules refuse, or when they ask for cuts and
    nobody has checked the message.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(ContributionRequest, pupil, key):
        return known
    today = clock.today()
    if values["due_on"] < today:
        raise TransitionNotAllowed("The day for the answer has passed.")
    ask = ContributionRequest.objects.create(
        school=pupil.school,
        pupil=pupil,
        asked_by=by,
        asked_on=today,
        questions=questions or questions_for(values["kind"]),
        expires_on=expires_on(values["due_on"]),
        **as_pk(key),
        **values,
    )
    if sends_link:
        _send_link(ask, AskStep.SENT, by=by)
    else:
        require_may_go(as_outgoing(ask))
        note(ask, AskStep.SENT, by=by)
    _record(ask, pupil, by, "asked")
    return ask


@transaction.atomic
def send_again(
    *, ask: ContributionRequest, email: str, by: User, is_checked: bool = False
) -> ContributionRequest:
    """Send a new link, to the same or a corrected address; every earlier link is dead at once.

    A message that was checked for one address was not checked for another.
    """
    pupil = lock_pupil(ask.pupil)
    ask = lock(ask)
    _require_open(ask)
    if clock.today() > ask.expires_on:
        raise TransitionNotAllowed("The time for an answer is over. Ask again with a new day.")
    if has_left_since(ask.pupil, ask.asked_on, today=clock.today()):
        raise TransitionNotAllowed("The child has left since, so the link stays shut.")
    is_corrected = not is_same_address(email, ask.email)
    if not is_corrected:
        require_not_just_sent(ContributionLink, ask)
    revoke_addresses(ContributionLink, ask)
    ask.is_checked = is_checked or (ask.is_checked and not is_corrected)
    ask.email, ask.reminded_on = email, clock.today()
    if is_corrected:
        # What the wrong person may have written is not shown to the right one.
        ask.draft, ask.draft_at = {}, None
        forget_files(ask)
    ask.forget_codes()
    ask.save()
    _send_link(ask, AskStep.READDRESSED, by=by)
    _record(ask, pupil, by, "sent_again")
    return ask


@transaction.atomic
def cancel_request(*, ask: ContributionRequest, by: User | None) -> ContributionRequest:
    """The answer is no longer wanted: the link is dead at once."""
    pupil = lock_pupil(ask.pupil)
    ask = lock(ask)
    _require_open(ask)
    revoke_addresses(ContributionLink, ask)
    ask.state, ask.cancelled_at, ask.cancelled_by = AskState.CANCELLED, timezone.now(), by
    ask.draft, ask.draft_at, ask.code_hash = {}, None, ""
    ask.save()
    forget_files(ask)
    note(ask, AskStep.CANCELLED, by=by)
    _record(ask, pupil, by, "cancelled")
    return ask


def new_link(ask: ContributionRequest) -> str:
    """A further secret address of the request."""
    return new_address(ContributionLink, ask, until=ask.expires_on)


def note(ask: ContributionRequest, step: AskStep, *, by: User | None = None) -> None:
    """Write down what happened to a request; it can never be changed."""
    ContributionNote.objects.create(
        school_id=ask.school_id, ask=ask, step=step, email=ask.email, by=by
    )


def _send_link(ask: ContributionRequest, step: AskStep, *, by: User | None) -> None:
    send_outside(
        as_outgoing(ask),
        ASKED_MAIL,
        context={"school": ask.school_id, "kind": ask.kind, "due": ask.due_on},
        secret=new_link(ask),
        by=by,
    )
    note(ask, step, by=by)


def _require_open(ask: ContributionRequest) -> None:
    if ask.state == AskState.ANSWERED:
        raise TransitionNotAllowed("This has been answered already.")
    if ask.state == AskState.CANCELLED:
        raise TransitionNotAllowed("This request was cancelled.")


def _record(ask: ContributionRequest, pupil: Pupil, by: User | None, step: str) -> None:
    record_change(Action.ASK_FOR_VIEWS, pupil=pupil, by=by, subject=ask, detail={"step": step})
