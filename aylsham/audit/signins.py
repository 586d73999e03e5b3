"""Writing down who signs in and who tries to.

Receivers, which we use nowhere else: the sign-in library tells of these moments by signals alone,
and this way a passkey, a PIN, single sign-on and an accepted invitation are all seen.
"""

from typing import Any

from allauth.account import signals as account
from allauth.account.adapter import get_adapter
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from aylsham.models import SignInEvent, User
from aylsham.models.signins import SignInKind

LONGEST_AGENT = 200
_METHODS = "account_authentication_methods"


def record_sign_in(
    kind: SignInKind, request: HttpRequest | None, *, user: User | None, address: str = ""
) -> None:
    """Write down one thing that happened at the door."""
    SignInEvent.objects.create(
        kind=kind,
        user_id=user.pk if user else None,
        method=_method(request),
        address_hash=hash_address(address) if address else "",
        ip=ip_of(request),
        agent=request.headers.get("User-Agent", "")[:LONGEST_AGENT] if request else "",
    )


def hash_address(address: str) -> str:
    """The same for the same address, and useless to anybody without our key."""
    return salted_hmac("sign-in", address.strip().lower(), algorithm="sha256").hexdigest()


def listen() -> None:
    """Called once, when the app is loaded."""
    for signal, kind in (
        (auth.user_logged_in, SignInKind.SIGNED_IN),
        (auth.user_logged_out, SignInKind.SIGNED_OUT),
        (account.password_changed, SignInKind.PASSWORD_CHANGED),
        (account.password_set, SignInKind.PASSWORD_CHANGED),
        (account.password_reset, SignInKind.PASSWORD_RESET),
        (mfa.authenticator_added, SignInKind.FACTOR_ADDED),
        (mfa.authenticator_removed, SignInKind.FACTOR_REMOVED),
        (mfa.authenticator_reset, SignInKind.CODES_RENEWED),
    ):
        signal.connect(_recorder(kind), weak=False, dispatch_uid=f"sign-in {kind} {id(signal)}")
    auth.user_login_failed.connect(_failed, dispatch_uid="sign-in failed")


def _recorder(kind: SignInKind):
    def record(sender, request=None, user=None, **kwargs: Any) -> None:
        if user is not None:
            record_sign_in(kind, request, user=user)

    return record


def _failed(sender, credentials: dict, request: HttpRequest | None = None, **kwargs: Any) -> None:
    address = str(credentials.get("email") or credentials.get("username") or "")
    user = User.objects.filter(email=address.strip().lower()).first() if address else None
    record_sign_in(SignInKind.FAILED, request, user=user, address=address)


def ip_of(request: HttpRequest | None) -> str | None:
    """The address that a request came from; None where the proxy does not say."""
    try:
        return get_adapter().get_client_ip(request) if request else None
    except PermissionDenied:
        return None  # no address to be found behind this proxy


def _method(request: HttpRequest | None) -> str:
    records = request.session.get(_METHODS, []) if hasattr(request, "session") else []
    return records[-1].get("method", "")[:20] if records else ""
