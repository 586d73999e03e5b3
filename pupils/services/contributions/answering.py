"""An invited person answers without an account: code, draft, answer.

Nothing here trusts the browser: the secret address names the request, the one-time code proves
who reads the named mailbox, and the request's own row says what is still allowed.
"""

import datetime as dt
from operator import attrgetter
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from pupils.family_codes import AskKind, AskState, AskStep, GivenHow
from pupils.models import ContributionLink, ContributionRequest, SentLetter, Voice
from pupils.selectors.contributions import letter_of
from pupils.services.contributions.asking import CODE_MAIL, as_outgoing, note
from pupils.services.contributions.attaching import file_all
from pupils.services.contributions.open import require_open
from pupils.services.contributions.taking import taker_of
from pupils.services.moving.september import take_answer
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.secret_addresses import Door

LONGEST_ANSWER = 10_000
DOOR = Door(
    links=ContributionLink,
    code_mail=CODE_MAIL,
    as_outgoing=as_outgoing,
    require_open=require_open,
    note=note,
    steps=AskStep,
    pupil_id=attrgetter("pupil_id"),
)


@transaction.atomic
def take_letter(*, ask: ContributionRequest) -> SentLetter:
    """Write down that the pages of a letter are taken, and give them as they were sent.

    TransitionNotAllowed when the link carried none.
    """
    sent = letter_of(ask)
    if sent is None:
        raise TransitionNotAllowed("There is no letter behind this link.")
    note(ask, AskStep.LETTER)
    record_event(
        Action.OPEN_SHARED,
        school=ask.school,
        by=None,
        as_name=f"{ask.name} (from outside)",
        pupil_ids=[ask.pupil_id],
        subject=sent,
        detail={"digest": sent.digest},
    )
    return sent


@transaction.atomic
def save_draft(*, ask: ContributionRequest, answers: dict[str, str]) -> dt.datetime:
    """Keep what has been written so far, on the server; says when."""
    ask = lock(ask)
    require_open(ask)
    ask.draft, ask.draft_at = _known(ask, answers), timezone.now()
    ask.save(update_fields=["draft", "draft_at"])
    return ask.draft_at


@transaction.atomic
def submit_answer(
    *, ask: ContributionRequest, answers: dict[str, str], helper: str = ""
) -> Model | None:
    """Send the answer: it becomes a record of its own; None when it was sent already."""
    pupil = lock_pupil(ask.pupil)
    ask = lock(ask)
    if ask.state == AskState.ANSWERED:
        return None
    require_open(ask)
    given = _known(ask, answers)
    if not any(given.values()) and not ask.files.exists():
        raise TransitionNotAllowed("Please write something in at least one box, or add a file.")
    said = [
        {"question": q["label"], "answer": given[q["key"]]}
        for q in ask.questions
        if given.get(q["key"])
    ]
    ask.state, ask.answered_at = AskState.ANSWERED, timezone.now()
    ask.draft, ask.draft_at, ask.code_hash = {}, None, ""
    ask.save()
    ask.pupil = pupil
    kept = _kept(ask, given, said, helper)
    note(ask, AskStep.ANSWERED)
    filed = file_all(ask, pupil)
    detail = {"files": len(filed)}
    record_change(Action.RECEIVE_VIEWS, pupil=pupil, by=None, subject=kept, detail=detail)
    return kept


def _kept(ask: ContributionRequest, given: dict[str, str], said: list, helper: str) -> Model:
    if ask.move_plan_id:
        return take_answer(ask, said)
    if take := taker_of(ask):
        return take(ask, given)
    return _voice(ask, said, helper)


def _voice(ask: ContributionRequest, said: list[dict[str, str]], helper: str) -> Voice:
    return Voice.objects.create(
        school=ask.pupil.school,
        pupil=ask.pupil,
        # What parents answer to news are their views.
        kind=AskKind.PARENT_VIEWS if ask.kind == AskKind.NEWS else ask.kind,
        given_on=clock.today(),
        given_how=GivenHow.LINK,
        contact=ask.contact,
        ask=ask,
        helper=helper,
        answers=said,
        **_whose(ask, ask.pupil),
    )


def _whose(ask: ContributionRequest, pupil) -> dict[str, Any]:
    if ask.kind == AskKind.PUPIL_VIEWS:
        return {"said_by": pupil.known_as, "role": "Child"}
    return {"said_by": ask.name, "role": ask.role}


def _known(ask: ContributionRequest, answers: dict[str, str]) -> dict[str, str]:
    """Answers to the questions of this request, and to no others."""
    keys = [question["key"] for question in ask.questions]
    return {key: answers.get(key, "").strip()[:LONGEST_ANSWER] for key in keys}
