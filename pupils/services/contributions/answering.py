"""An invited person answers without an account: code, draft, answer.

Nothing here trusts the browser: the secret address names the request, the one-time code proves
who reads the named mailbox, and the request's own row says what is still allowed.
"""

import datetime as dt
import secrets
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.mail.services import queue_mail
from pupils.family_codes import AskKind, AskState, AskStep, GivenHow
from pupils.models import ContributionRequest, Voice
from pupils.rules.asking import (
    CODE_DIGITS,
    CODE_LASTS,
    MOST_WRONG_CODES,
    may_send_code,
)
from pupils.services.contributions.asking import CODE_MAIL, note, revoke_links
from pupils.services.contributions.attaching import file_all
from pupils.services.contributions.open import require_open
from pupils.services.recording import lock, lock_pupil, record_change

LONGEST_ANSWER = 10_000
SALT = "pupils.contribution.code"


@transaction.atomic
def send_code(*, ask: ContributionRequest) -> bool:
    """Send a one-time code to the named address; False when one was sent a moment ago.

    Raises TransitionNotAllowed when no more codes are sent for this link.
    """
    ask = lock(ask)
    require_open(ask)
    now = timezone.now()
    if not may_send_code(now, ask.code_sent_at, ask.codes_sent):
        if ask.code_sent_at and now - ask.code_sent_at < CODE_LASTS:
            return False
        raise TransitionNotAllowed(
            "We cannot send more codes for this link. Please ring the school."
        )
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    ask.code_hash, ask.code_sent_at = _hash(ask, code), now
    ask.codes_sent += 1
    ask.save(update_fields=["code_hash", "code_sent_at", "codes_sent"])
    queue_mail(
        CODE_MAIL,
        to=ask.email,
        context={"school": ask.school_id},
        schools=[ask.school],
        secret=code,
    )
    note(ask, AskStep.CODE_SENT)
    return True


@transaction.atomic
def check_code(*, ask: ContributionRequest, code: str) -> bool:
    """Whether this is the code that was sent; it works once, and five wrong ones lock the link."""
    ask = lock(ask)
    require_open(ask)
    is_right = constant_time_compare(_hash(ask, code), ask.code_hash or _hash(ask, "none sent"))
    is_fresh = ask.code_sent_at is not None and timezone.now() - ask.code_sent_at < CODE_LASTS
    if is_right and is_fresh and ask.code_hash:
        ask.code_hash, ask.wrong_codes = "", 0
        ask.save(update_fields=["code_hash", "wrong_codes"])
        note(ask, AskStep.OPENED)
        record_event(
            Action.OPEN_LINK,
            school=ask.school,
            by=None,
            pupil_ids=[ask.pupil_id],
            subject=ask,
        )
        return True
    ask.wrong_codes += 1
    note(ask, AskStep.WRONG_CODE)
    if ask.wrong_codes >= MOST_WRONG_CODES:
        ask.locked_at, ask.code_hash = timezone.now(), ""
        revoke_links(ask)
        note(ask, AskStep.LOCKED)
    ask.save(update_fields=["wrong_codes", "locked_at", "code_hash"])
    return False


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
) -> Voice | None:
    """Send the answer: it becomes a record of its own; None when it was sent already."""
    pupil = lock_pupil(ask.pupil)
    ask = lock(ask)
    if ask.state == AskState.ANSWERED:
        return None
    require_open(ask)
    given = _known(ask, answers)
    if not any(given.values()) and not ask.files.exists():
        raise TransitionNotAllowed("Please write something in at least one box, or add a file.")
    voice = Voice.objects.create(
        school=pupil.school,
        pupil=pupil,
        kind=ask.kind,
        given_on=clock.today(),
        given_how=GivenHow.LINK,
        contact=ask.contact,
        ask=ask,
        helper=helper,
        answers=[
            {"question": q["label"], "answer": given[q["key"]]}
            for q in ask.questions
            if given.get(q["key"])
        ],
        **_whose(ask, pupil),
    )
    ask.state, ask.answered_at = AskState.ANSWERED, timezone.now()
    ask.draft, ask.draft_at, ask.code_hash = {}, None, ""
    ask.save()
    note(ask, AskStep.ANSWERED)
    filed = file_all(ask, pupil)
    detail = {"files": len(filed)}
    record_change(Action.RECEIVE_VIEWS, pupil=pupil, by=None, subject=voice, detail=detail)
    return voice


def _whose(ask: ContributionRequest, pupil) -> dict[str, Any]:
    if ask.kind == AskKind.PUPIL_VIEWS:
        return {"said_by": pupil.known_as, "role": "Child"}
    return {"said_by": ask.name, "role": ask.role}


def _known(ask: ContributionRequest, answers: dict[str, str]) -> dict[str, str]:
    """Answers to the questions of this request, and to no others."""
    keys = [question["key"] for question in ask.questions]
    return {key: answers.get(key, "").strip()[:LONGEST_ANSWER] for key in keys}


def _hash(ask: ContributionRequest, code: str) -> str:
    """A keyed hash, since a code is short; it fits no other request."""
    keyed = salted_hmac(SALT, f"{ask.pk}:{code.strip()}", settings.SECRET_KEY, algorithm="sha256")
    return keyed.hexdigest()
