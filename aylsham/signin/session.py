"""What a session remembers: how the person signed in, and when they were last seen."""

import time

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

SEEN_AT = "seen_at"
LOCKED = "locked"
#: A session is written at most once in so many seconds just to say that it is in use.
WRITE_EVERY = 60
#: Ways of signing in that stand on two things: a PIN works on one registered tablet alone.
TWO_THINGS = {"mfa", "pin"}


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with a second factor, a passkey or a tablet's PIN."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] in TWO_THINGS for record in records)


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether a second factor has to be added before any page of a school opens."""
    return (
        settings.SECOND_FACTOR_REQUIRED
        and request.access.needs_second_factor
        and not has_second_factor(request)
    )


def is_idle(request: HttpRequest) -> bool:
    """Whether the session is locked, or has been left alone for too long."""
    if request.session.get(LOCKED):
        return True
    seen_at = request.session.get(SEEN_AT)
    return seen_at is not None and time.time() - seen_at > settings.IDLE_MINUTES * 60


def note_activity(request: HttpRequest) -> None:
    """Remember that the person is there."""
    now = int(time.time())
    if now - request.session.get(SEEN_AT, 0) >= WRITE_EVERY:
        request.session[SEEN_AT] = now


def lock(request: HttpRequest) -> None:
    """Ask for the password or PIN before the next page."""
    request.session[LOCKED] = True


def unlock(request: HttpRequest) -> None:
    """Let the person go on where they were."""
    request.session.pop(LOCKED, None)
    request.session[SEEN_AT] = int(time.time())
