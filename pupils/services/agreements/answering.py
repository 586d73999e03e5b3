"""Answers to a plan: by link, or written down for somebody who signed, rang or came in."""

import datetime as dt
from operator import attrgetter

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.documents.inspecting import Upload
from aylsham.models import User
from pupils.agreeing.registry import kind_of
from pupils.agreement_codes import AgreedHow, AgreementState, AgreementStep, Asked, Choice
from pupils.codes import DOCUMENT_TYPES
from pupils.family_codes import ActionSource
from pupils.models import AgreementAnswer, AgreementAsk, Document, SecretLink
from pupils.rules.agreements import settle_by
from pupils.services.actions import NewAction, Owner, add_action
from pupils.services.agreements.asking import CODE_MAIL, as_outgoing, note
from pupils.services.documents.filing import file_document
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.secret_addresses import OVER, Door

LONGEST_WORDS = 5000
LONGEST_ACTION = 300
CHANGED = "The school has changed the text since you opened it. Please read it again."


def require_open(ask: AgreementAsk) -> None:
    """Refuse when the (locked) request is no longer asked, locked or over."""
    is_over = ask.locked_at or clock.today() > ask.expires_on
    if ask.state == AgreementState.CANCELLED or is_over:
        raise TransitionNotAllowed(OVER)


DOOR = Door(
    links=SecretLink,
    code_mail=CODE_MAIL,
    as_outgoing=as_outgoing,
    require_open=require_open,
    note=note,
    steps=AgreementStep,
    pupil_id=attrgetter("pupil_id"),
)


@transaction.atomic
def save_draft(*, ask: AgreementAsk, choice: str, words: str) -> dt.datetime:
    """Keep what was chosen and written so far, on the server; says when."""
    ask = lock(ask)
    require_open(ask)
    ask.draft = {"choice": choice, "words": words[:LONGEST_WORDS]}
    ask.draft_at = clock.moment()
    ask.save(update_fields=["draft", "draft_at"])
    return ask.draft_at


@transaction.atomic
def answer_by_link(
    *, ask: AgreementAsk, choice: str, words: str, seen: str
) -> AgreementAnswer | None:
    """The person themselves answers to the text that they saw; None if they said the same before."""
    lock_pupil(ask.pupil)
    ask = lock(ask)
    require_open(ask)
    return _answer(
        ask, choice=choice, words=words, seen=seen, how=AgreedHow.LINK, given_on=clock.today()
    )


@transaction.atomic
def record_answer(
    *,
    ask: AgreementAsk,
    choice: str,
    words: str,
    how: str,
    given_on: dt.date,
    seen: str,
    by: User,
    signed: Upload | None = None,
) -> AgreementAnswer | None:
    """Write down what somebody signed or said; a signed sheet is filed among the documents.

    FileRefused or TransitionNotAllowed say why not.
    """
    pupil = lock_pupil(ask.pupil)
    ask = lock(ask)
    if ask.state == AgreementState.CANCELLED:
        raise TransitionNotAllowed("This person is no longer asked. Ask again first.")
    if how == AgreedHow.ACCOUNT and ask.user_id != by.pk:
        raise TransitionNotAllowed("Only the person who is asked can answer for themselves.")
    sheet = _filed(ask, pupil, signed, given_on, by) if signed else None
    return _answer(
        ask,
        choice=choice,
        words=words,
        seen=seen,
        how=AgreedHow(how),
        given_on=given_on,
        by=by,
        signed=sheet,
    )


def _answer(
    ask: AgreementAsk,
    *,
    choice: str,
    words: str,
    seen: str,
    how: AgreedHow,
    given_on: dt.date,
    by: User | None = None,
    signed: Document | None = None,
) -> AgreementAnswer | None:
    """A new answer to a (locked) request; an earlier one stays as it is."""
    text = ask.text
    if seen != text.digest:
        raise TransitionNotAllowed(CHANGED)
    if choice != Choice.AGREE and not words.strip():
        raise TransitionNotAllowed("Write what should be different.")
    last = AgreementAnswer.objects.filter(school_id=ask.school_id, ask=ask).order_by("id").last()
    said = (choice, words.strip()[:LONGEST_WORDS], how, given_on)
    if last and (last.choice, last.words, last.how, last.given_on) == said:
        return None
    answer = AgreementAnswer.objects.create(
        school_id=ask.school_id,
        ask=ask,
        choice=choice,
        words=said[1],
        how=how,
        given_on=given_on,
        given_at=clock.moment(),
        digest=text.digest,
        signed=signed,
        recorded_by=by,
    )
    ask.state, ask.draft, ask.draft_at, ask.code_hash = AgreementState.ANSWERED, {}, None, ""
    ask.save(update_fields=["state", "draft", "draft_at", "code_hash"])
    note(ask, AgreementStep.ANSWERED, by=by)
    kind = kind_of(text.kind)
    if kind and kind.fill:
        kind.fill(ask, answer)
    if choice != Choice.AGREE:
        _to_settle(ask, answer)
    detail = {"choice": choice, "how": how, "kind": text.kind, "number": text.number}
    record_change(Action.RECORD_AGREEMENT, pupil=ask.pupil, by=by, subject=answer, detail=detail)
    return answer


def _to_settle(ask: AgreementAsk, answer: AgreementAnswer) -> None:
    """What should be different becomes an action of whoever looks after the plan."""
    who = "The child" if ask.asked == Asked.CHILD else ask.name
    said = Choice(answer.choice).said.lower()
    what = f"{who} {said}, {ask.text.title.lower()}: {answer.words}"
    add_action(
        pupil=ask.pupil,
        action=NewAction(
            what[:LONGEST_ACTION], Owner(user=ask.text.owner), settle_by(clock.today())
        ),
        agreed_on=clock.today(),
        by=answer.recorded_by,
        source=ActionSource.AGREED,
        source_id=ask.pk,
        sensitivity=ask.text.sensitivity,
    )


def _filed(ask: AgreementAsk, pupil, signed: Upload, given_on: dt.date, by: User) -> Document:
    kind = kind_of(ask.text.kind)
    document = kind.document if kind else "plan"
    return file_document(
        pupil=pupil,
        kind=document,
        upload=signed,
        by=by,
        title=f"Signed sheet: {ask.text.title.lower()}"[:150],
        of_on=given_on,
        source=f"On paper from {ask.name}"[:150],
        # What a parent signed is the parent's: another home does not come across it.
        sensitivity=max(Sensitivity.SENSITIVE, DOCUMENT_TYPES[document].sensitivity),
    )
