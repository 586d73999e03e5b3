"""Secret addresses and the one-time codes behind them: made, opened, made useless.

A row that somebody outside may open has a `Door`: what is particular to it. The lock, the limits
of codes, the e-mail, the row's own log and the audit are the same for all and stand here alone.
"""

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.identifiers import made_at
from aylsham.secrets import new_secret
from pupils.models.secret_links import SecretAddress
from pupils.rules.asking import (
    CODE_DIGITS,
    CODE_LASTS,
    MOST_CODES,
    MOST_WRONG_CODES,
    SAME_PRESS,
    may_send_code,
)
from pupils.services.outgoing import Outgoing, send_outside
from pupils.services.recording import lock

SALT = "pupils.contribution.code"
OVER = "This link no longer works."
JUST_SENT = (
    "An e-mail with a link went to this address less than a minute ago. No second one was sent."
)


class DoorStep(StrEnum):
    """What happens at a door, by its name in each row's own codes of steps."""

    CODE_SENT = "CODE_SENT"
    OPENED = "OPENED"
    WRONG_CODE = "WRONG_CODE"
    LOCKED = "LOCKED"


@dataclass(frozen=True)
class Door:
    """What is particular to one kind of row that somebody outside opens by a code."""

    links: type[SecretAddress]
    #: The kind of e-mail with the code.
    code_mail: str
    #: The (locked) row as the sharing rules see it.
    as_outgoing: Callable[[Any], Outgoing]
    #: Raises TransitionNotAllowed when the (locked) row is over.
    require_open: Callable[[Any], None]
    #: Writes a step in the row's own log, if it has one; what its codes do not know is not written.
    note: Callable[..., None] | None = None
    steps: type[models.TextChoices] | None = None
    #: The child's id for the audit of an opening; None where what is read behind it is audited.
    pupil_id: Callable[[Any], UUID] | None = None


def new_address(
    links: type[SecretAddress], row: models.Model, *, until: dt.date, **more: Any
) -> str:
    """A further secret address of a row: 256 bits, of which only the hash is kept."""
    secret, token_hash = new_secret()
    key = links.key_of(row)
    links.objects.create(token_hash=token_hash, expires_on=until, **key, **more)
    return secret


def revoke_addresses(links: type[SecretAddress], row: models.Model) -> None:
    """Make every secret address of a row useless."""
    mine = links.objects.leading_to(row)
    mine.filter(revoked_at=None).update(revoked_at=timezone.now())


def require_not_just_sent(
    links: type[SecretAddress], row: models.Model, *, but_first: bool = True
) -> None:
    """Refuse the second press of "send again" or "remind" on a (locked) row.

    `but_first`: that the first address has just gone is no reason, as another button sent it.
    """
    if getattr(row, "locked_at", None):
        return  # what went a moment ago is useless
    newest = links.objects.leading_to(row).order_by("-pk").values_list("pk", flat=True)[:2]
    if len(newest) > but_first and timezone.now() - made_at(newest[0]) < SAME_PRESS:
        raise TransitionNotAllowed(JUST_SENT)


def is_same_address(one: str, other: str) -> bool:
    """Whether two addresses are one, however they were typed."""
    return one.strip().lower() == other.strip().lower()


@transaction.atomic
def send_code(door: Door, row: Any) -> bool:
    """Send a one-time code to the named address; False when one was sent a moment ago.

    Raises TransitionNotAllowed when the row is over, when no more codes are sent for this link,
    or when the sharing rules refuse.
    """
    row = _locked(door, row)
    code = _new_code(row)
    if code is None:
        return False
    context = {"school": row.school_id}
    send_outside(door.as_outgoing(row), door.code_mail, context=context, secret=code)
    _note(door, row, DoorStep.CODE_SENT)
    return True


@transaction.atomic
def check_code(door: Door, row: Any, *, code: str, **about: Any) -> bool:
    """Whether this is the code that was sent; it works once, and five wrong ones lock the row.

    `about` is what the row's own log keeps of a try. Raises TransitionNotAllowed when it is over.
    """
    row = _locked(door, row)
    if _use_code(row, code):
        _note(door, row, DoorStep.OPENED, **about)
        if door.pupil_id:
            ids = [door.pupil_id(row)]
            record_event(Action.OPEN_LINK, school=row.school, by=None, pupil_ids=ids, subject=row)
        return True
    _note(door, row, DoorStep.WRONG_CODE, **about)
    if row.locked_at:
        revoke_addresses(door.links, row)
        _note(door, row, DoorStep.LOCKED)
    return False


def _locked(door: Door, row: Any) -> Any:
    row = lock(row)
    if row.locked_at:
        raise TransitionNotAllowed(OVER)
    door.require_open(row)
    return row


def _note(door: Door, row: Any, step: DoorStep, **about: Any) -> None:
    if door.note and door.steps and step in door.steps.__members__:
        door.note(row, door.steps[step], **about)


def _new_code(row: Any) -> str | None:
    now = timezone.now()
    if not may_send_code(now, row.code_sent_at, row.codes_sent):
        if row.code_sent_at and now - row.code_sent_at < CODE_LASTS:
            return None
        raise TransitionNotAllowed(
            f"We have sent {MOST_CODES} codes for this link and cannot send more. "
            "Please ask the school for a new link."
        )
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    row.code_hash, row.code_sent_at = _hash(row, code), now
    row.codes_sent += 1
    row.save(update_fields=["code_hash", "code_sent_at", "codes_sent"])
    return code


def _use_code(row: Any, code: str) -> bool:
    is_right = constant_time_compare(_hash(row, code), row.code_hash or _hash(row, "none sent"))
    is_fresh = row.code_sent_at is not None and timezone.now() - row.code_sent_at < CODE_LASTS
    if is_right and is_fresh and row.code_hash:
        row.code_hash, row.wrong_codes = "", 0
        row.save(update_fields=["code_hash", "wrong_codes"])
        return True
    row.wrong_codes += 1
    if row.wrong_codes >= MOST_WRONG_CODES:
        row.locked_at, row.code_hash = timezone.now(), ""
    row.save(update_fields=["wrong_codes", "locked_at", "code_hash"])
    return False


def _hash(row: Any, code: str) -> str:
    """A keyed hash, since a code is short; it fits no other row."""
    keyed = salted_hmac(SALT, f"{row.pk}:{code.strip()}", settings.SECRET_KEY, algorithm="sha256")
    return keyed.hexdigest()
