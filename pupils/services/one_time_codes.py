"""One-time codes for invited people: a row of a request or transfer keeps the keyed hash."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from aylsham.changes import TransitionNotAllowed
from pupils.rules.asking import (
    CODE_DIGITS,
    CODE_LASTS,
    MOST_CODES,
    MOST_WRONG_CODES,
    may_send_code,
)

SALT = "pupils.contribution.code"


def issue_code(row: models.Model) -> str | None:
    """A new code for a (locked) row; None when one was sent a moment ago.

    Raises TransitionNotAllowed when no more codes are sent for this link.
    """
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


def use_code(row: models.Model, code: str) -> bool:
    """Whether this is the code that was sent; it works once, and five wrong ones lock the row."""
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


def _hash(row: models.Model, code: str) -> str:
    """A keyed hash, since a code is short; it fits no other row."""
    keyed = salted_hmac(SALT, f"{row.pk}:{code.strip()}", settings.SECRET_KEY, algorithm="sha256")
    return keyed.hexdigest()
