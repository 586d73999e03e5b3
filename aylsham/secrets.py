"""Secrets in addresses and cookies: handed out once, stored hashed."""

import base64
import hashlib
import secrets

from django.utils.crypto import salted_hmac


def new_secret() -> tuple[str, str]:
    """A secret of 256 bits for an address, and the hash to store."""
    secret = secrets.token_urlsafe(32)
    return secret, hash_of(secret)


def hash_of(secret: str) -> str:
    """What is stored of a secret: it has 256 random bits, so one round is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def page_key(purpose: str, *ids: object) -> str:
    """A key of 256 bits that only we can make again: for words sealed on somebody's device."""
    digest = salted_hmac(purpose, ":".join(map(str, ids)), algorithm="sha256").digest()
    return base64.b64encode(digest).decode()
